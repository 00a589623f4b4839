"""Ways to write the sources of a project otherwise without saying anything else."""

import posixpath
import random
import re
from collections.abc import Callable, Mapping

import yaml

Files = Mapping[str, bytes]
Noise = Callable[[Files, random.Random], Files]

_FRONT = re.compile(r"---\n(.*?)^---\n(.*)", re.DOTALL | re.MULTILINE)
_NUMBERED = re.compile(r"(\d{1,3})-(.+)")
_LINK = re.compile(r"(\]\()([^)\s:#]+)((?:#[^)\s]*)?\))")
# A paragraph of plain words: no line of it means anything else in Markdown.
_PROSE = re.compile(r"(?:^(?![\s#>|*+=`~:<!-]|\d+[.)]|\[\^).*\S\n)+", re.MULTILINE)
_STRESS = re.compile(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])")


def written_anew(files: Files, chance: random.Random) -> Files:
    """Put keys into another order, and write lists and mappings in another style."""
    return {path: _each_part(path, data, chance, _dumped) for path, data in files.items()}


def commented(files: Files, chance: random.Random) -> Files:
    """Write comments and empty lines between the keys."""
    return {path: _each_part(path, data, chance, _with_comments) for path, data in files.items()}


def other_ends_of_lines(files: Files, chance: random.Random) -> Files:
    """End the lines of some files as another system does, and mark them as UTF-8."""
    marks = (b"", b"\xef\xbb\xbf")
    return {
        path: chance.choice(marks) + data.replace(b"\n", b"\r\n")
        if path.endswith((".md", ".yml", ".csv")) and chance.random() < 0.5
        else data
        for path, data in files.items()
    }


def wrapped_anew(files: Files, chance: random.Random) -> Files:
    """Break the lines of paragraphs elsewhere, and stress words with the other mark."""
    del chance
    return {
        path: _with_body(data, _wrapped) if path.endswith(".md") else data
        for path, data in files.items()
    }


def numbered_anew(files: Files, chance: random.Random) -> Files:
    """Give phases and touchpoints other numbers in the same order; links lead on."""
    factor, offset = chance.choice(((1, 3), (2, 0), (3, 1)))
    paths = {path: _renumbered(path, factor, offset) for path in files}
    return {
        new: _with_body(files[old], lambda body, old=old: _relinked(body, old, paths))  # type: ignore[misc]  # old is bound
        if old.endswith(".md")
        else files[old]
        for old, new in paths.items()
    }


NOISES: tuple[Noise, ...] = (
    written_anew,
    other_ends_of_lines,
    commented,
    wrapped_anew,
    numbered_anew,
)


def _each_part(
    path: str, data: bytes, chance: random.Random, change: Callable[[str, random.Random], str]
) -> bytes:
    """Change the YAML of a file: its front matter, or all of a collection."""
    if path.startswith("content/") and path.endswith(".yml"):
        return change(data.decode(), chance).encode()
    found = _FRONT.fullmatch(data.decode()) if path.endswith(".md") else None
    return f"---\n{change(found[1], chance)}---\n{found[2]}".encode() if found else data


def _dumped(text: str, chance: random.Random) -> str:
    node = yaml.compose(text)
    if not isinstance(node, yaml.MappingNode):
        return text
    _shuffle(node, chance)
    node.flow_style = False
    return str(yaml.serialize(node, allow_unicode=True, width=chance.choice((40, 80, 200))))


def _shuffle(node: yaml.Node, chance: random.Random) -> None:
    if isinstance(node, yaml.MappingNode):
        chance.shuffle(node.value)
        for _, value in node.value:
            _shuffle(value, chance)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _shuffle(value, chance)
    if isinstance(node, (yaml.MappingNode, yaml.SequenceNode)):
        node.flow_style = chance.random() < 0.5


def _with_comments(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    is_key = re.compile(r"[\w-]+:")
    return "".join(
        chance.choice(("# note\n", "\n", "")) + line if is_key.match(line) else line
        for line in lines
    )


def _with_body(data: bytes, change: Callable[[str], str]) -> bytes:
    text = data.decode()
    found = _FRONT.fullmatch(text)
    front, body = (text[: found.start(2)], found[2]) if found else ("", text)
    return f"{front}{change(body)}".encode()


def _wrapped(body: str) -> str:
    joined = _PROSE.sub(lambda found: " ".join(found[0].split()) + "\n", body)
    return _STRESS.sub(r"_\1_", joined)


def _renumbered(path: str, factor: int, offset: int) -> str:
    return "/".join(
        f"{int(found[1]) * factor + offset:03}-{found[2]}"
        if (found := _NUMBERED.fullmatch(part))
        else part
        for part in path.split("/")
    )


def _relinked(body: str, source: str, paths: Mapping[str, str]) -> str:
    def lead_on(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), found[2]))
        if target not in paths:
            return found[0]
        to = posixpath.relpath(paths[target], posixpath.dirname(paths[source]))
        return f"{found[1]}{to}{found[3]}"

    return _LINK.sub(lead_on, body)
