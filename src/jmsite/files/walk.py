"""Which files on disk belong to a project, by their names, and what a name may hold."""

import os
import re
import unicodedata

SOURCE_FOLDERS = ("content", "data", "static", "themes")
"""The folders of a project that are read; the configuration file stands beside them."""

CONTENT, DATA, STATIC, THEMES = (f"{folder}/" for folder in SOURCE_FOLDERS)
"""What the paths of the files in each of them begin with."""

PUBLISHED_AS_IT_IS = "static"

# What no terminal, address or manifest can hold: control characters, and the lone
# surrogates that stand for bytes of a name that are not UTF-8.
UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")

ODD_NAME = "has a name that holds control characters or is not UTF-8"
"""Why a file with such a name is not read."""

_EDITOR_LEFTOVER = re.compile(
    r"~$|\.bak$|\.swp$|^\.#|^#.*#$|^\..*\.sw[a-z]$|___jb_(tmp|old)___$|^~\$|^\.~lock\.", re.DOTALL
)

# Under static/ a dot file is meant for the visitors, unless it is one of these: tools
# put them there without being asked, and some hold what nobody should read.
_NEVER_PUBLISHED = re.compile(r"^\.(git.*|hg.*|svn|env.*|DS_Store|_.*)$", re.DOTALL)


class UnreadableFile(Exception):  # noqa: N818 - it names what is met, and is a value too
    """A file or folder of the project that the machine does not give out.

    `path` is relative to the project and can always be printed; `reason` is the
    end of a sentence that begins with the path.
    """

    def __init__(self, path: str, reason: str) -> None:
        """Keep the path as it is shown and the reason."""
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    @classmethod
    def because_of(cls, error: OSError, path: str) -> "UnreadableFile":
        """Return the error for a path that the operating system refused."""
        return cls(printable(path), f"cannot be read: {(error.strerror or str(error)).lower()}")


def is_passed_over(name: str, *, published_as_it_is: bool) -> bool:
    """Say whether a file or folder of this name is no part of a project.

    These are the backups and locks of editors (`x~`, `x.bak`, `x.swp`, `.#x`, `#x#`,
    `x___jb_tmp___`, `~$x`, `.~lock.x#`) and dot files. Where files are published as they
    are, a dot file is part of the site, except those of version control and of the desktop,
    and `.env` files.
    """
    if _EDITOR_LEFTOVER.search(name):
        return True
    if published_as_it_is:
        return _NEVER_PUBLISHED.match(name) is not None
    return name.startswith(".")


def may_belong(path: str, configuration: str) -> bool:
    """Say whether a path in the project's folder may be one of the project, by its names alone."""
    top, *names = path.split("/")
    if top not in SOURCE_FOLDERS:
        return composed(path) == composed(configuration)
    published_as_it_is = top == PUBLISHED_AS_IT_IS
    return not any(is_passed_over(name, published_as_it_is=published_as_it_is) for name in names)


def printable(path: str) -> str:
    """Return a path in which bytes that are no text, and control characters, are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return UNPRINTABLE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def composed(path: str) -> str:
    """Return a path as it is named in the project, however the disk composes its letters."""
    return unicodedata.normalize("NFC", path)
