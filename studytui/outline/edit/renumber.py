"""After a correction the numbers that it touched count on again, each in the style of its run."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from studytui.outline.edit.edited import Edited
from studytui.outline.edit.styles import Levels, Style, closes, counted, key_of, numbers
from studytui.outline.rising import rising
from studytui.outline.tree import Node, Outline

_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")
_NUMBER = re.compile(r"\d+")
_MOST = 10**18 - 1  # as a deck file can hold


def renumbered(before: Outline, made: Edited) -> Edited:
    """A corrected outline with the numbers of the runs that it touched.

    What came into a run takes its style and the next number, and what follows counts on from there as far as it must;
    what went leaves no hole. Numbers that the author left out stay left out, and runs that were not touched are as they
    were, right or wrong.
    """
    work = _Renumbering(before, made)
    for parent, _, members in made.outline.runs():
        work.run(parent, members)
    work.follow_parents()
    return made._replace(outline=replace(made.outline, nodes=tuple(work.nodes)))


class _Renumbering:
    """The nodes while their numbers are written anew."""

    def __init__(self, before: Outline, made: Edited) -> None:
        self._old, self._origins = before, made.origins
        self._parents, self._script = made.outline.parents, made.outline.script
        self.nodes: list[Node] = list(made.outline.nodes)
        self._runs = {(parent, group): members for parent, group, members in before.runs()}
        # What came to another level, which may number in another way.
        self._shifted = {
            i
            for i, (origin, node) in enumerate(zip(made.origins, self.nodes, strict=True))
            if origin is None or before.nodes[origin].depth != node.depth
        }
        self._written: set[int] = set()
        self._known: Levels | None = None

    def run(self, parent: int | None, members: Sequence[int]) -> None:
        """Number one run of siblings."""
        old = self._same_run(parent, members)
        origins = [self._origins[i] for i in members]
        here = set(old)
        stayed = [*rising([(o, i) for o, i in zip(origins, members, strict=True) if o is not None and o in here])]
        if stayed and stayed[-1] in self._shifted:
            self._restyle(stayed)
        if tuple(origins) == old:
            return
        if stayed:
            self._count_on(members, set(stayed), old)
        else:
            self._begin(members)

    def _same_run(self, parent: int | None, members: Sequence[int]) -> tuple[int, ...]:
        """The old run that this one goes on from: of the same parent, with most of its nodes."""
        above = None if parent is None else self._origins[parent]
        if parent is not None and above is None:
            return ()
        known = [o for i in members if (o := self._origins[i]) is not None and self._old.parents[o] == above]
        groups = Counter(self._old.nodes[o].group for o in known)
        return self._runs[above, max(groups, key=lambda n: (groups[n], -n))] if groups else ()

    def _restyle(self, members: Sequence[int]) -> None:
        """Write numbers that were taken to another level in the style of that level, the last of them given first."""
        first = members[-1]
        if self.nodes[first].ordinal is None:
            return
        wished = self._levels().style(first)
        if wished is None and key_of(self.nodes[first]) in self._levels().above(first):
            wished = self._levels().inside(first, self._script)
        if wished is None or wished.ordinal is None or key_of(wished) == key_of(self.nodes[first]):
            return
        for i in members:
            if (ordinal := self.nodes[i].ordinal) is not None:
                self._write(i, wished, ordinal)

    def _begin(self, members: Sequence[int]) -> None:
        """Number a run that was none before, from 1."""
        n = 1
        example: Style | None = None
        for i in members:
            node = self.nodes[i]
            if self._keeps(i):
                n, example = (node.ordinal or 0), Style(node.marker, node.ordinal)
            elif i not in self._shifted:
                example = Style(node.marker, node.ordinal)
                if node.ordinal is not None:
                    self._write(i, example, n)
            else:
                example = example or self._levels().style(i) or self._levels().inside(i, self._script)
                self._write(i, example, n)
            n += self.nodes[i].ordinal is not None

    def _count_on(self, members: Sequence[int], stayed: set[int], old: Sequence[int]) -> None:
        """Number a run that nodes came into or went out of."""
        rest = {self._origins[i] for i in stayed}
        last = self._old.nodes[old[-1]].marker
        closing = last if closes(last) and old[-1] in {self._origins[i] for i in members} else ""
        example = self._first_style(members, stayed)
        start = next((at.ordinal for o in old if (at := self._old.nodes[o]).ordinal is not None), 1)
        position = gone = before = 0
        came = False
        for i in members:
            own = self.nodes[i].ordinal
            n = own
            if i in stayed:
                while old[position] != self._origins[i]:
                    gone += old[position] not in rest and self._old.nodes[old[position]].ordinal is not None
                    position += 1
                if not closes(self.nodes[i].marker):
                    example = Style(self.nodes[i].marker, own)
                if own is not None and own > 0:
                    n = max(own - gone, before + 1 if came else 1)
            elif not self._keeps(i):
                n = before + 1 if before else start
            n = n if n is None else min(n, _MOST)
            ends = bool(closing) and i == members[-1]
            if n is not None and (i not in stayed or n != own or closes(self.nodes[i].marker)) and not self._keeps(i):
                self._write(i, Style(closing, None) if ends else example, n)
            came = came or i not in stayed
            before = self.nodes[i].ordinal or before

    def _first_style(self, members: Sequence[int], stayed: set[int]) -> Style:
        """The style of a run, as its first node that stayed has it."""
        those = [i for i in members if i in stayed]
        one = self.nodes[next((i for i in those if not closes(self.nodes[i].marker)), those[0])]
        return Style(one.marker, one.ordinal)

    def _keeps(self, i: int) -> bool:
        """Whether a node is new and has brought its number along."""
        return self._origins[i] is None and bool(self.nodes[i].marker)

    def _write(self, i: int, example: Style, n: int) -> None:
        """Give a node a number, or none where nothing is counted."""
        closing = closes(example.marker)
        if example.ordinal is None and not closing:
            self.nodes[i] = self.nodes[i]._replace(marker=example.marker, ordinal=None)
            return
        marker = example.marker if closing else counted(example, n)
        self.nodes[i] = self.nodes[i]._replace(marker=marker, ordinal=n)
        self._written.add(i)

    def _levels(self) -> Levels:
        if self._known is None:
            self._known = Levels(self.nodes, self._parents, self._shifted)
        return self._known

    def follow_parents(self) -> None:
        """Let numbers such as 2.3 begin with the number of what they stand under, where they did or are new there."""
        for i, node in enumerate(self.nodes):
            parent, own = self._parents[i], numbers(node)
            if len(own) > 1 and parent is not None and (i in self._written or self._followed(i)):
                above = numbers(self.nodes[parent])
                if len(above) == len(own) - 1 and above != own[:-1]:
                    self.nodes[i] = node._replace(marker=_headed_by(node.marker, above))

    def _followed(self, i: int) -> bool:
        origin = self._origins[i]
        if origin is None or (parent := self._old.parents[origin]) is None:
            return False
        return numbers(self._old.nodes[parent]) == numbers(self._old.nodes[origin])[:-1]


def _headed_by(marker: str, above: Sequence[int]) -> str:
    """A marker such as 2.3 with other numbers before the last."""
    parts = iter(above)
    last = _LAST_NUMBER.search(marker)
    head, tail = (marker[: last.start()], marker[last.start() :]) if last else ("", marker)
    return _NUMBER.sub(lambda _: str(next(parts)), head) + tail
