"""How deep the points of one list lie below those of another: Word only shows it, by how far they are indented."""

from typing import Final, NamedTuple

from studytui.exchange.elements import Element, attribute, number

_STEP: Final = 300
"""Twentieths of a point that a list is further inside than one that encloses it."""


class _Point(NamedTuple):
    list_: str
    level: int
    place: int
    shape: str


class Nesting:
    """Goes through the points of all lists in order."""

    def __init__(self) -> None:
        self._last: _Point | None = None
        self._bases: dict[str, int] = {}

    def level(self, list_: str, at: int, place: int, shape: str) -> int:
        """The level of a point, from 0.

        Args:
            list_: Its list.
            at: Its level in that list.
            place: How far it is indented, in twentieths of a point.
            shape: How the number looks; empty for a bullet.
        """
        last = self._last
        if last is None or last.list_ != list_:
            self._bases[list_] = self._base(list_, place, shape, last)
        level = max(self._bases[list_] + at, 0)
        self._last = _Point(list_, level, place, shape)
        return level

    def _base(self, list_: str, place: int, shape: str, last: _Point | None) -> int:
        if last is None:
            return 0
        if not shape:  # a list of bullets stands inside the point above it
            return last.level if last.shape else self._bases.get(list_, 0)
        inside = last.shape == shape and place - last.place >= _STEP
        return self._bases.get(list_, last.level + 1 if inside else 0)


def indent_of(element: Element | None) -> int | None:
    """Where the first line begins by an element of indents, in twentieths of a point; None where there is none."""
    if element is None:
        return None
    left = number(element, "left" if attribute(element, "left") is not None else "start") or 0
    return left - (number(element, "hanging") or 0) + (number(element, "firstLine") or 0)
