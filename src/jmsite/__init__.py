"""Customer journey maps as code: Markdown and YAML, checked and built into a static site.

Nothing is imported here: `jmsite --version` is answered before any library is loaded.
"""

__version__ = "0.1.0"
