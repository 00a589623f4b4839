"""Run the command line by `python -m jmsite`."""

from jmsite.cli import main

if __name__ == "__main__":
    main()
