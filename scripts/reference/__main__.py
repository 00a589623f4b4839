"""Write `docs/reference/` anew: `make docs`."""

import shutil
from pathlib import Path

from scripts.reference.pages import pages

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "reference"


def main() -> None:
    """Write every page; what is no longer made goes."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    for name, text in pages().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
