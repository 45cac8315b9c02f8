"""From a flow of pieces back to a tree, whatever was done to it.

A heading stays on its level where there is one above it; a paragraph that cannot belong any more to what it belonged to
goes to the nearest that it can, in its place.
"""

from collections.abc import Sequence
from typing import NamedTuple

from studytui.outline.edit.flow import Part, Piece
from studytui.outline.tree import Gap, Group, Node


class Made(NamedTuple):
    """The tree that stands in a flow.

    Attributes:
        opening, nodes, groups, closing: As in an `Outline`.
        origins: For each node its index before anything was done; None for a new one.
    """

    opening: tuple[str, ...]
    nodes: tuple[Node, ...]
    groups: tuple[Group, ...]
    closing: tuple[str, ...]
    origins: tuple[int | None, ...]


def tree_of(flow: Sequence[Piece]) -> Made:
    """The tree that stands in a flow."""
    growing = _Growing()
    between: list[Piece] = []
    for piece in flow:
        if piece.node is None:
            between.append(piece)
            continue
        growing.between(between, piece.depth)
        growing.head(piece, piece.node)
        between = []
    growing.between(between, 0)
    return growing.made()


class _Run:
    """A run of siblings while its nodes are added."""

    def __init__(self, name: str = "", lead: str = "") -> None:
        self.name, self.lead = name, lead
        self.tail: list[str] = []


class _Growing:
    """What has been read of a flow so far."""

    def __init__(self) -> None:
        self._opening: list[str] = []
        self._closing: list[str] = []
        self._heads: list[tuple[Node, int, int]] = []  # each with its depth and the number of its run
        self._origins: list[int | None] = []
        self._bodies: list[list[str]] = []
        self._gaps: list[list[Gap]] = []
        self._tails: dict[int, list[str]] = {}
        self._runs: dict[int, list[_Run]] = {}  # by the parent's index, -1 for the document
        self._open: list[int] = []
        self._awaited: dict[int, str] = {}  # by depth the names of runs that begin with the next heading so deep
        self._lead = ""

    def head(self, piece: Piece, node: Node) -> None:
        """Add a heading, on its level or the deepest that there is."""
        depth = min(piece.depth, len(self._open) + 1)
        del self._open[depth - 1 :]
        runs = self._runs.setdefault(self._open[-1] if self._open else -1, [])
        name = self._awaited.pop(depth, None)
        if name is not None or not runs:
            runs.append(_Run(name or "", self._lead))
        for deeper in [awaited for awaited in self._awaited if awaited > depth]:
            del self._awaited[deeper]
        self._open.append(len(self._heads))
        self._heads.append((node, depth, len(runs)))
        self._origins.append(piece.spot.of if piece.spot else None)
        self._bodies.append([])
        self._gaps.append([])
        self._lead = ""

    def between(self, between: list[Piece], depth: int) -> None:
        """Add what stands between the last heading and the next, which is so deep, 0 for the end of the document."""
        if not between:
            return
        deepest = len(self._open)
        if not deepest:
            self._before_all(between, depth)
            return
        depth = min(depth, deepest + 1)
        lead = depth > 0 and between[-1].part is Part.LEAD and between[-1].depth == depth
        if lead:
            self._lead = between.pop().text
        ends = any(piece.part is Part.RUN and piece.depth == depth for piece in between)
        # Places to belong to, outwards: the body of the last node, its tail, that of its run, the tail of its parent …
        most = 0 if depth > deepest else 2 * (deepest - depth) + (2 if ends or not depth else 1)
        most -= not depth  # at the end of the document, its closing
        reached = 0
        for piece in between:
            if piece.part is Part.RUN:
                self._awaited[piece.depth] = piece.text
            elif piece.part is Part.GAP:
                self._gaps[-1].append(Gap(len(self._bodies[-1]), piece.chars))
            else:
                reached = max(reached, self._place(piece, deepest, most))
                self._text(piece.text, deepest, reached)
        if lead and depth not in self._awaited:
            self._awaited[depth] = ""

    def _before_all(self, between: list[Piece], depth: int) -> None:
        """What stands before the first heading; where there is none, the closing is told apart by what it was."""
        for piece in between:
            if piece.part is Part.RUN:
                self._awaited[min(piece.depth, 1)] = piece.text
            elif piece.part is Part.LEAD and piece is between[-1] and depth:
                self._lead = piece.text
                self._awaited.setdefault(1, "")
            elif piece.part is Part.CLOSING and not depth:
                self._closing.append(piece.text)
            elif piece.part is not Part.GAP:
                (self._closing if self._closing else self._opening).append(piece.text)

    def _place(self, piece: Piece, deepest: int, most: int) -> int:
        """How far outwards a paragraph belongs, as far as it can."""
        if piece.part in (Part.OPENING, Part.BODY) or piece.depth > deepest:
            return 0
        if piece.part is Part.LEAD:  # of a run that does not begin here any more
            place = 2 * (deepest - piece.depth) + 1
        else:
            place = 2 * (deepest - piece.depth) + (2 if piece.part is Part.GROUP_TAIL else 1)
        if place <= most and piece.part is not Part.LEAD:
            return place
        place = min(place, most)
        return 0 if place == 1 else place  # a node under which nothing stands has a body and no tail

    def _text(self, text: str, deepest: int, place: int) -> None:
        if place == 0:
            self._bodies[-1].append(text)
            return
        depth, of_run = deepest - (place - 1) // 2, place % 2 == 0
        if depth == 0:
            self._closing.append(text)
        elif of_run:
            self._runs[self._open[depth - 2] if depth > 1 else -1][-1].tail.append(text)
        else:
            self._tails.setdefault(self._open[depth - 1], []).append(text)

    def made(self) -> Made:
        """The whole tree."""
        nodes = tuple(
            Node(*node[:3], depth, group, node.line, tuple(body), tuple(self._tails.get(i, ())), tuple(gaps))
            for i, ((node, depth, group), body, gaps) in enumerate(
                zip(self._heads, self._bodies, self._gaps, strict=True)
            )
        )
        groups = tuple(
            Group(None if parent < 0 else parent, n, run.name, run.lead, tuple(run.tail))
            for parent, runs in sorted(self._runs.items())
            if len(runs) > 1 or runs[0].name or runs[0].lead or runs[0].tail
            for n, run in enumerate(runs, 1)
        )
        return Made(tuple(self._opening), nodes, groups, tuple(self._closing), tuple(self._origins))
