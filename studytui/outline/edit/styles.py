"""Which style of numbering a node takes: that of its level in the document, or the one that custom puts inside another.

A style is an example: a marker as it is written, with its number.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from studytui.outline.edit.like import like, style
from studytui.outline.tree import Node

_INSIDE: Final = {
    "volume": "第一章",
    "part": "一、",
    "chapter": "第一节",
    "appendix": "一、",
    "section": "一、",
    "lesson": "一、",
    "named": "一、",
    "article": "（一）",
    "formal": "一、",
    "cn": "（一）",
    "cn_comma": "（一）",
    "roman": "A.",
    "cn_paren": "1.",
    "cn_half": "1.",
    "stem": "（一）",
    "capital": "1.",
    "arabic": "（1）",
    "bare": "（1）",
    "arabic_comma": "（1）",
    "keycap": "（1）",
    "decimal2": "1.1.1",
    "decimal3": "1.1.1.1",
    "paren": "①",
    "half": "①",
    "circled": "a.",
    "paren_letter": "(i)",
    "small": "i.",
    "di": "1.",
    "qi": "1.",
    "seq": "1.",
    "particle": "1.",
    "first": "a.",
    "one": "a.",
}
"""By family what usually stands inside it."""
_LATIN: Final = {"arabic": "a.", "cn_paren": "a.", "capital": "1.", "circled": "a.", "small": "i.", "paren": "a."}
_OUTERMOST: Final = {"latin": "1.", "": "一、"}
_ELSE: Final = ("1.", "（1）", "①", "a.", "i.", "（a）")
_INSTEAD: Final = ("（1）", "1.")
_DIGITS = re.compile(r"\d+")


class Style(NamedTuple):
    """An example of how numbers are written.

    Attributes:
        marker: As it is written; empty or a bullet where nothing is counted.
        ordinal: Its number; None where nothing is counted.
    """

    marker: str
    ordinal: int | None


def key_of(node: Node | Style) -> str:
    """What tells styles apart: the family of a number, a bullet as it is."""
    if node.ordinal is None:
        return node.marker
    known = style(node.marker, node.ordinal)
    return known.key if known else node.marker


class Levels:
    """Which styles a document has on its levels, and what stands above a node.

    Args:
        nodes: Its nodes; those that are looked at by what stands above may change meanwhile.
        parents: For each node the index of its parent.
        passed: Nodes that do not count, since they were moved themselves.
    """

    def __init__(self, nodes: Sequence[Node], parents: Sequence[int | None], passed: Collection[int]) -> None:
        self._nodes, self._parents = nodes, parents
        self._places: dict[tuple[int, str], dict[str, list[int]]] = {}
        self._examples: dict[int, Node] = {}
        for i, node in enumerate(nodes):
            if i not in passed:
                self._places.setdefault(self._level(i), {}).setdefault(key_of(node), []).append(i)
                self._examples[i] = node

    def style(self, i: int) -> Style | None:
        """The style that most nodes on the level of a node have, of equals the nearest; None where there is none.

        It is looked for under headings like the node's own, then under others, where it says nothing of those as 2.3
        does. One that a node above has is no style for it.
        """
        above, level = self.above(i), self._level(i)
        known = {key: at for key, at in self._places.get(level, {}).items() if key not in above}
        if not known:
            others = [styles for (depth, _), styles in self._places.items() if depth == level[0]]
            for styles in others:
                for key, places in styles.items():
                    if key not in above and not key.startswith("decimal"):
                        known[key] = sorted([*known.get(key, ()), *places])
        if not known:
            return None
        nearest = {key: _nearest(places, i) for key, places in known.items()}
        best = max(known, key=lambda key: (len(known[key]), -abs(nearest[key] - i)))
        found = self._examples[nearest[best]]
        return Style(found.marker, found.ordinal)

    def _level(self, i: int) -> tuple[int, str]:
        parent = self._parents[i]
        return self._nodes[i].depth, "" if parent is None else key_of(self._nodes[parent])

    def above(self, i: int) -> frozenset[str]:
        """The styles of the numbers that a node stands under, which it cannot have itself."""
        keys = set()
        up = self._parents[i]
        while up is not None:
            if self._nodes[up].ordinal is not None:
                keys.add(key_of(self._nodes[up]))
            up = self._parents[up]
        return frozenset(keys)

    def inside(self, i: int, script: str) -> Style:
        """The style that custom puts where a node stands, none that one above it has."""
        parent = self._parents[i]
        if parent is None:
            return Style(_OUTERMOST.get(script, _OUTERMOST[""]), 1)
        above = self.above(i)
        known = style(self._nodes[parent].marker, self._nodes[parent].ordinal)
        name = known.family.name if known else ""
        first = (_LATIN.get(name, "") if script == "latin" else "") or _INSIDE.get(name, "")
        wished = (first, *_ELSE) if first else _ELSE
        return next((made for marker in wished if key_of(made := Style(marker, 1)) not in above), Style("-", None))


def _nearest(places: Sequence[int], i: int) -> int:
    """Of some places in order the one nearest to another, of equals that before it."""
    at = bisect_left(places, i)
    return min(places[max(at - 1, 0) : at + 1], key=lambda place: abs(place - i))


def counted(example: Style, n: int) -> str:
    """A marker of a style with a number; where the style cannot write so high a one, of a style that can."""
    made = like(example.marker, n, example.ordinal)
    if made:
        return made
    known = style(example.marker, example.ordinal)
    if known and known.family.kin == "di":
        stop = example.marker[-1] if example.marker[-1] in "，,、：:" else "，"
        return like(f"第一{stop}", n) or example.marker
    for other in _INSTEAD:
        if key_of(Style(other, 1)) != key_of(example) and (made := like(other, n)):
            return made
    return example.marker


def closes(marker: str) -> bool:
    """Whether a marker says that its point is the last, whichever number that is: 最后, Finally."""
    known = style(marker) if marker else None
    return known is not None and known.ordinal is None and known.family.name != "bullet"


def numbers(node: Node) -> tuple[int, ...]:
    """The numbers that a marker gives: 2, 3 for 2.3, and one for most."""
    if node.ordinal is None:
        return ()
    known = style(node.marker, node.ordinal)
    if known and known.family.name.startswith("decimal"):
        return tuple(int(part) for part in _DIGITS.findall(node.marker))
    return (node.ordinal,)
