"""Frozen values that msgspec takes for types of their own.

A dataclass would not do: msgspec reads dataclasses from mappings by itself, while these values
are written in forms of their own (``10 min``, an emotion per persona, the path of a scenario).
"""

from __future__ import annotations

from typing import Any, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """A frozen value with the fields that its class annotates, equal by content."""

    _fields: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        cls._fields = tuple(cls.__annotations__)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        given = dict(zip(self._fields, args, strict=False)) | kwargs
        for name in self._fields:
            default = getattr(type(self), name, None)
            object.__setattr__(self, name, given.get(name, default))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({said})"
