"""Numbers that do not count on: told, and kept as the author wrote them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from studytui.outline.lines import Warnings
from studytui.outline.tree import Node, Outline, OutlineWarning

_LINE = 30  # characters of a date or a name that stands above or below an outline
_NUMERALS = re.compile("(?P<d>[0-9]+)|(?P<n>[一二三四五六七八九十百零〇廿卅]+)|(?P<a>[A-Za-z]+)")


def numbering_mistakes(outline: Outline) -> Warnings:
    """One warning for each number that is missing, repeated or out of order."""
    told: list[OutlineWarning] = []
    counted: dict[str, int] = {}  # of each kind of marker the last number, for those that count on from part to part
    for _, _, members in outline.runs():
        nodes = [outline.nodes[index] for index in members]
        if [node.ordinal for node in nodes] == [*range(1, len(nodes) + 1)]:  # as nearly all are
            counted[_kind(nodes[0].marker)] = len(nodes)
            continue
        for run in _by_kind(nodes):
            kind = _kind(run[0].marker)
            told += _mistakes(run, counted.get(kind, 0))
            counted[kind] = run[-1].ordinal or 0
    return tuple(told)


def outline_only(outline: Outline) -> Warnings:
    """A warning where a document is a list of points without any text."""
    around = (*outline.opening, *outline.closing)
    spoken = any(len(text) > _LINE or text[-1] in "。：:.!！" for text in around)
    if not outline.nodes or spoken or any(node.body or node.tail for node in outline.nodes):
        return ()
    return (OutlineWarning("outline_only", outline.nodes[0].line, outline.nodes[-1].line),)


def _by_kind(nodes: Sequence[Node]) -> list[list[Node]]:
    """Siblings that count on from each other: where another kind of marker begins at 1, another list begins."""
    runs: list[list[Node]] = []
    for node in nodes:
        if node.ordinal is None:
            continue
        if not runs or (node.ordinal == 1 and _kind(node.marker) != _kind(runs[-1][-1].marker)):
            runs.append([])
        runs[-1].append(node)
    return runs


@lru_cache(maxsize=4096)
def _kind(marker: str) -> str:
    """A marker with a sign for what its number is written in: 第n章, (d), n是."""
    return _NUMERALS.sub(lambda found: found.lastgroup or "", unicodedata.normalize("NFKC", marker))


def _mistakes(nodes: Sequence[Node], counted: int) -> Iterator[OutlineWarning]:
    numbers = {node.ordinal for node in nodes}
    highest = counted if nodes[0].ordinal == counted + 1 else 0
    before = highest
    for place, node in enumerate(nodes):
        ordinal = node.ordinal or 0
        repeated = ordinal == before
        early = ordinal > highest + 1 and highest + 1 in numbers and place > 0  # its turn comes only later
        missing = ordinal > highest + 1 and not early
        if repeated or early or missing:
            late = next((other.line for other in nodes[place:] if early and other.ordinal == highest + 1), node.line)
            yield OutlineWarning("numbering", node.line, max(late, node.line), detail=f"{node.marker}{node.text}"[:40])
        highest, before = max(highest, ordinal), ordinal
