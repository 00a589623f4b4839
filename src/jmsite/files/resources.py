"""Where the folders stand that come along with jmsite and are no Python."""

from pathlib import Path
from typing import Literal

PACKAGE = Path(__file__).resolve().parents[1]


def shared(name: Literal["themes", "schema"], package: Path = PACKAGE) -> Path:
    """Return the folder `name` of this installation of jmsite.

    A wheel carries it inside the package; an editable installation has only the
    checkout that the package stands in.

    Raises FileNotFoundError where neither has it: the installation is broken.
    """
    places = (package / "_shared" / name, package.parents[1] / name)
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError(f"jmsite is not installed whole: no {name!r} in {places}")
