"""Fill a stage with what is new in the next site."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jmsite.files.manifest import BadManifestError, Entry, Manifest, dump, entry_of, load
from jmsite.files.output import MANIFEST_NAME, Output, Places
from jmsite.files.refusals import Refusal
from jmsite.files.stage import Stage


class CannotWriteError(Exception):
    """The system did not let us write; kept apart from errors in the making of outputs."""

    def __init__(self, path: Path, error: OSError) -> None:
        """Keep the path as it is shown, and what the system said."""
        super().__init__(str(path))
        self.path = path
        self.error = error


@dataclass(frozen=True, slots=True)
class Filled:
    """A stage that is ready: its manifest, and the files that the target has already.

    The `spared` files were not written again; the target must still hold them, as the
    manifest tells, when the stage takes its place.
    """

    manifest: Manifest
    spared: frozenset[str]


def fill(stage: Stage, outputs: Iterable[Output], target: Path) -> Filled | Refusal:
    """Write the outputs that the target does not hold, and the manifest last.

    Raises CannotWriteError, and whatever the making of the outputs raises.
    """
    before = _manifest_or_nothing(target)
    places = Places()
    entries: dict[str, Entry] = {}
    spared: set[str] = set()
    for output in outputs:
        if refusal := places.take(output.path):
            return refusal
        entry = entry_of(output.data)
        entries[output.path] = entry
        if before.get(output.path) == entry and (target / output.path).is_file():
            spared.add(output.path)
        else:
            _write(stage, output)
    _write(stage, Output(MANIFEST_NAME, dump(entries)))
    return Filled(entries, frozenset(spared))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn the OSError of a system that does not let us write into CannotWriteError."""
    try:
        yield
    except OSError as error:
        raise CannotWriteError(path, error) from error


def _write(stage: Stage, output: Output) -> None:
    file = stage.new / output.path
    with writing(Path(output.path)):
        try:
            file.write_bytes(output.data)
        except FileNotFoundError:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(output.data)


def _manifest_or_nothing(target: Path) -> Manifest:
    try:
        return load(target) or {}
    except (BadManifestError, OSError):
        return {}  # nothing is spared; whether the target is accepted is asked later
