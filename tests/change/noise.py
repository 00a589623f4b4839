"""Ways to write the sources of a project otherwise without saying anything else."""

import posixpath
import random
import re
import unicodedata
from collections.abc import Callable, Mapping

import yaml

Files = Mapping[str, bytes]
Noise = Callable[[Files, random.Random], Files]

_FRONT = re.compile(r"---\n(.*?)^---\n(.*)", re.DOTALL | re.MULTILINE)
_NUMBERED = re.compile(r"(\d{1,3})-(.+)")
_COLLECTION = re.compile(r"content/[a-z]+\.yml")
_PHASE = re.compile(r"content/journeys/[^/]+/[^/]+/index\.md")
_LINK = re.compile(r"(\]\()([^)\s:#]+)((?:#[^)\s]*)?\))")
# A paragraph of plain words: no line of it means anything else in Markdown.
_PROSE = re.compile(r"(?:^(?![\s#>|*+=`~:<!-]|\d+[.)]|\[\^).*\S\n)+", re.MULTILINE)
_STRESS = re.compile(r"(?<![\w*])\*([^*\n]+)\*(?![\w*])")


def written_anew(files: Files, chance: random.Random) -> Files:
    """Put keys into another order, and write lists, mappings and texts in another style."""
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


def accents_apart(files: Files, chance: random.Random) -> Files:
    """Write accents as signs of their own, as some editors do."""
    del chance
    return {
        path: unicodedata.normalize("NFD", data.decode()).encode()
        if path.endswith((".md", ".yml"))
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
    return {new: _relinked(files[old], old, paths, {}) for old, new in paths.items()}


def scattered(files: Files, chance: random.Random) -> Files:
    """Write the entries of some collections as files of their own; links lead on."""
    found, anchors = dict(files), dict[str, str]()
    for path in [path for path in files if _COLLECTION.fullmatch(path) and chance.random() < 0.7]:
        root = _mapping(files[path].decode())
        for id_, entry in root.value:
            own = f"{path.removesuffix('.yml')}/{id_.value}.md"
            anchors[f"{path}#{id_.value}"] = own
            found[own] = _as_file(entry)
        del found[path]
    return {path: _relinked(data, path, {}, anchors) for path, data in found.items()}


def inlined(files: Files, chance: random.Random) -> Files:
    """Write the touchpoints of some phases in the lists of these; links lead on."""
    found, moved = dict(files), dict[str, str]()
    for path in [path for path in files if _PHASE.fullmatch(path) and chance.random() < 0.4]:
        own = sorted(one for one in files if one != path and _is_beside(one, path))
        front, body = _parts(files[path])
        if own and "touchpoints" not in {key.value for key, _ in front.value}:
            entries = [_as_entry(files[one], _id_of(one)) for one in own]
            listed = yaml.SequenceNode("tag:yaml.org,2002:seq", entries)
            front.value.append((_scalar("touchpoints"), listed))
            found[path] = f"---\n{_serialized(front)}---\n{body}".encode()
            moved |= {one: f"{path}#{_id_of(one)}" for one in own}
    return {
        path: _relinked(data, path, {}, moved) for path, data in found.items() if path not in moved
    }


NOISES: tuple[Noise, ...] = (
    written_anew,
    other_ends_of_lines,
    commented,
    accents_apart,
    wrapped_anew,
    numbered_anew,
    scattered,
    inlined,
)


def _is_beside(path: str, index: str) -> bool:
    return posixpath.dirname(path) == posixpath.dirname(index) and path.endswith(".md")


def _id_of(path: str) -> str:
    name = posixpath.basename(path).removesuffix(".md")
    return found[2] if (found := _NUMBERED.fullmatch(name)) else name


def _as_file(entry: yaml.MappingNode) -> bytes:
    body = next((value.value for key, value in entry.value if key.value == "body"), "")
    entry.value = [(key, value) for key, value in entry.value if key.value != "body"]
    entry.flow_style = False
    return f"---\n{_serialized(entry)}---\n{body}".encode()


def _as_entry(data: bytes, id_: str) -> yaml.MappingNode:
    node, body = _parts(data)
    node.value.insert(0, (_scalar("id"), _scalar(id_)))
    if body.strip():
        node.value.append((_scalar("body"), _scalar(body)))
    return node


def _parts(data: bytes) -> tuple[yaml.MappingNode, str]:
    """Return the front matter of a file, and its body."""
    found = _FRONT.fullmatch(data.decode())
    assert found
    return _mapping(found[1]), found[2]


def _mapping(text: str) -> yaml.MappingNode:
    node = yaml.compose(text)
    assert isinstance(node, yaml.MappingNode)
    return node


def _scalar(text: str) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", text)


def _serialized(node: yaml.Node) -> str:
    return str(yaml.serialize(node, allow_unicode=True))


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
    elif isinstance(node, yaml.ScalarNode) and node.tag.endswith(":str"):
        node.style = chance.choice(("'", '"', None))


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


def _relinked(
    data: bytes, source: str, paths: Mapping[str, str], parts: Mapping[str, str]
) -> bytes:
    """Return a file whose links lead to what files, and parts of files, are called now."""
    if not source.endswith((".md", ".yml")):
        return data
    folder = posixpath.dirname(paths.get(source, source))

    def lead_on(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), found[2]))
        anchor = found[3].removesuffix(")")
        to = parts.get(target + anchor)
        if not to and target in parts:
            to = parts[target].partition("#")[0] + anchor
        if to:
            return f"{found[1]}{posixpath.relpath(to, folder)})"
        if target not in paths:
            return found[0]
        return f"{found[1]}{posixpath.relpath(paths[target], folder)}{found[3]}"

    return _LINK.sub(lead_on, data.decode()).encode()
