"""Golden files: what is expected, in a file, rewritten by one switch."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Golden:
    """Holds what a test made against the file that says what was expected."""

    update: bool

    def check(self, expected: Path, actual: str | bytes) -> None:
        """Fail where `actual` differs from the file `expected`, or rewrite it.

        A text is compared as text, so pytest shows which lines differ.
        """
        if self.update:
            expected.parent.mkdir(parents=True, exist_ok=True)
            expected.write_bytes(actual.encode() if isinstance(actual, str) else actual)
        assert expected.is_file(), f"{expected} is missing: run pytest --update-golden"
        content = expected.read_bytes()
        if isinstance(actual, str):
            assert actual == content.decode(), f"{expected} expects other words"
        else:
            assert actual == content, f"{expected} expects other bytes"

    def check_folder(self, expected: Path, actual: dict[str, bytes]) -> None:
        """Fail where the files of `actual` (path -> bytes) differ from a folder, or rewrite it."""
        present = {
            path.relative_to(expected).as_posix() for path in expected.rglob("*") if path.is_file()
        }
        if self.update:
            for stale in present - actual.keys():
                (expected / stale).unlink()
            present = set(actual)
        assert sorted(actual) == sorted(present), f"{expected} expects other files"
        for path, content in actual.items():
            self.check(expected / path, _as_text(content))


def _as_text(content: bytes) -> str | bytes:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content
