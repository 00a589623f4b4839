"""A drawing for languages that run from right to left: the same one, seen in a mirror.

Texts are not turned around: one that began at its point and ran to the right begins there and
runs to the left, as such languages do.
"""

from __future__ import annotations

from dataclasses import replace

from jmsite.render.draw.drawn import Dot, DrawnLine, Label, MapCurve, Worst


def mirrored_drawing(drawing: MapCurve) -> MapCurve:
    """Return a drawing from right to left; its paths are left for its ``turn`` to mirror."""
    return replace(
        drawing,
        lines=tuple(_line(line) for line in drawing.lines),
        truths=tuple(_dot(truth) for truth in drawing.truths),
        worst=_worst(drawing.worst) if drawing.worst else None,
        told=tuple(replace(one, x=_x(one.x), right=not one.right) for one in drawing.told),
        quotes=tuple(replace(one, label=_label(one.label)) for one in drawing.quotes),
        edges=tuple(_x(edge) for edge in drawing.edges),
        mirrored=True,
    )


def _line(line: DrawnLine) -> DrawnLine:
    label = _label(line.label) if line.label else None
    return replace(line, dots=tuple(_dot(dot) for dot in line.dots), label=label)


def _worst(worst: Worst) -> Worst:
    return replace(
        worst,
        dot=_dot(worst.dot),
        left=_x(worst.left + worst.width),
        label=_label(worst.label) if worst.label else None,
    )


def _label(label: Label) -> Label:
    return replace(label, x=_x(label.x))


def _dot(dot: Dot) -> Dot:
    return replace(dot, x=_x(dot.x))


def _x(place: float) -> float:
    return round(100 - place, 2)
