"""What a template says anew of those below it, and what of that no page ever asks for."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes


def extends_itself(template: nodes.Template, path: str) -> int | None:
    """Return the line on which the template at ``path`` extends the one of its own name."""
    lines = (one.lineno for one in template.find_all(nodes.Extends) if _named(one) == path)
    return next(lines, None)


def unasked_blocks(
    environment: Environment, template: nodes.Template, name: str
) -> Iterator[tuple[nodes.Block, frozenset[str]]]:
    """Yield the blocks of a template that none below it has, with the names of those there are.

    ``name`` is how the environment finds the template. A template that extends none has all its
    blocks to itself; where it cannot be known what one extends, nothing is yielded.
    """
    known = _blocks_below(environment, template, name, frozenset({name}))
    if known:
        called = {
            one.attr
            for one in template.find_all(nodes.Getattr)
            if isinstance(one.node, nodes.Name) and one.node.name == "self"
        }
        for block in _outermost(template):
            if block.name not in known | called:
                yield block, known


def _blocks_below(
    environment: Environment, template: nodes.Template, name: str, seen: frozenset[str]
) -> frozenset[str] | None:
    """Return the blocks of all templates that one stands on; None where that is not known."""
    found: frozenset[str] = frozenset()
    for extends in template.find_all(nodes.Extends):
        below = _parsed(environment, _named(extends), name)
        if below is None or below[0] in seen:
            return None
        path, parent = below
        more = _blocks_below(environment, parent, path, seen | {path})
        if more is None:
            return None
        found |= more | {block.name for block in parent.find_all(nodes.Block)}
    return found


def _parsed(
    environment: Environment, asked: str | None, name: str
) -> tuple[str, nodes.Template] | None:
    """Return the template that another (``name``) asks for, and how it is found."""
    if asked is None or environment.loader is None:
        return None
    try:
        path = environment.join_path(asked, name)
        return path, environment.parse(environment.loader.get_source(environment, path)[0])
    except (TemplateNotFound, TemplateSyntaxError, UnicodeDecodeError):
        return None


def _named(extends: nodes.Extends) -> str | None:
    """Return the name of the template that is extended; None where it is reckoned."""
    said = extends.template
    return said.value if isinstance(said, nodes.Const) and isinstance(said.value, str) else None


def _outermost(node: nodes.Node) -> Iterator[nodes.Block]:
    """Yield the blocks that do not stand inside of another one, which would show them."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outermost(child)
