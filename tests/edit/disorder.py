"""Journeys whose fields stand in any order and in any of the ways in which YAML can be written."""

from hypothesis import strategies as st

_WORDS = st.sampled_from(["Look", "no", "2026", "it's: not", "# no comment", "été", "- a"])
_COMMENTS = st.sampled_from(["", "", "", "# why\n", "\n", "\n# part\n\n", "\n\n# one\n# two\n"])
_BEHIND = st.sampled_from(["", "", "  # here"])


def documents() -> st.SearchStrategy[str]:
    """Return what makes the text of a journey's file."""
    return st.tuples(
        _mapping(("title", "summary", "trigger", "scope", "x-a", "x-b"), _phases()),
        st.sampled_from(["\n", "\r\n"]),
        st.sampled_from(["", "# the end\n", "\n"]),
    ).map(lambda made: f"---\n{made[0]}{made[2]}---\nBody: text\n".replace("\n", made[1]))


def _phases() -> st.SearchStrategy[str]:
    phase = _mapping(("title", "mindset", "owner", "x-c"), _steps())
    return _items("phases", phase)


def _steps() -> st.SearchStrategy[str]:
    return _items("steps", _mapping(("title", "id", "x-d"), st.just("")))


def _mapping(keys: tuple[str, ...], last: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return what makes some of the keys, in any order, each with lines above it."""
    fields = [st.tuples(_COMMENTS, _field(key)).map("".join) for key in keys[1:]]
    title = _field(keys[0])
    some = st.lists(st.sampled_from(range(len(fields))), unique=True)
    every = st.tuples(st.tuples(*fields), some, title, last).map(
        lambda made: [made[2], *(made[0][i] for i in made[1]), made[3]]
    )
    return every.flatmap(st.permutations).map(_joined)


def _joined(fields: list[str]) -> str:
    """Return fields as one mapping: what leads to the first key would be of what is above."""
    first, *others = [field for field in fields if field]
    while first.startswith(("\n", "#")):
        first = first.partition("\n")[2]
    return "".join([first, *others])


def _field(key: str) -> st.SearchStrategy[str]:
    if key in ("title", "id"):
        name = st.sampled_from(["alpha", "beta", "gamma", "delta", "eta"])
        return st.tuples(name, _BEHIND).map(lambda made: f"{key}: {made[0]}{made[1]}\n")
    plain = st.tuples(st.sampled_from(["a word", "two\n  lines"]), _BEHIND).map("".join)
    quoted = _WORDS.map(lambda word: f'"{word}"')
    block = st.tuples(st.sampled_from(["|", ">-", "|+", ">"]), _WORDS).map(
        lambda made: f"{made[0]}\n  {made[1]}\n\n    {made[1]}"
    )
    kept = _WORDS.map(lambda word: f"|+\n  {word}\n\n")
    own = st.sampled_from(["{b: 1, a: 2}", "[b,\n  a]", "\n  b: 1\n  a: 2", "\n- b\n- a: 1", ""])
    values = st.one_of(plain, quoted, block, kept, own) if key.startswith("x-") else st.one_of(
        plain, quoted, block, kept
    )  # fmt: skip
    return values.map(lambda value: f"{key}: {value}\n")


def _items(key: str, item: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    indent = st.sampled_from(["", "  "])
    return st.tuples(st.lists(item, max_size=2), indent, _COMMENTS).map(
        lambda made: f"{key}:\n" + "".join(
            made[2].replace("\n\n", "\n") + _item(each, made[1]) for each in made[0]
        ) if made[0] else ""
    )  # fmt: skip


def _item(mapping: str, indent: str) -> str:
    lines = mapping.splitlines(keepends=True)
    body = "".join(f"{indent}  {line}" if line.strip() else line for line in lines[1:])
    return f"{indent}- {lines[0]}{body}"
