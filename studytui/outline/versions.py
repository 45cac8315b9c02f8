"""Two versions of one document: which node became which, and what is new, reworded, gone or moved."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from studytui.language.likeness import pairs_alike
from studytui.language.script import comparables
from studytui.outline.rising import rising
from studytui.outline.tree import Outline

ALIKE = 0.6
"""Share of the letters that two wordings of one point have in common at the least."""

_CAP = 300  # texts left over on a side that are all compared with each other; of more, only those near by
_NEAR = 30


@dataclass(frozen=True, slots=True)
class Versions:
    """How an outline became another; indices into the old and the new nodes.

    Attributes:
        partners: For each new node the old one that it was, or None; no old one twice.
        new: New nodes that were none before.
        reworded: New nodes with another text than their partner's.
        moved: New nodes that stand under another parent, or whose order among the others is another.
        gone: Old nodes that are none any more.
    """

    partners: tuple[int | None, ...]
    new: tuple[int, ...]
    reworded: tuple[int, ...]
    moved: tuple[int, ...]
    gone: tuple[int, ...]


def versions(old: Outline, new: Outline) -> Versions:
    """Match the nodes of two versions: equal texts first, then similar ones, then what stands in the same place.

    Of equal texts each finds a partner as far as there are enough, first under the same heading, then in their order.
    """
    before, now = (comparables([node.text for node in outline.nodes]) for outline in (old, new))
    found = _Found(len(before), len(now))
    found.join(_under(old, before), _under(new, now))
    found.join(before, now)
    rest, others = found.rest()
    for here, there in alike([before[i] for i in rest], [now[i] for i in others]):
        found.pair(rest[here], others[there])
    _by_place(old, new, found)
    partners = tuple(found.partner)
    return Versions(
        partners,
        new=tuple(i for i, partner in enumerate(partners) if partner is None),
        reworded=tuple(i for i, partner in enumerate(partners) if partner is not None and before[partner] != now[i]),
        moved=tuple(moved(old, new, partners)),
        gone=tuple(i for i, free in enumerate(found.free) if free),
    )


def alike(before: Sequence[str], now: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of similar texts, one to one, the most alike first and of those the nearest: indices of both sides.

    Where many are left, each is compared only with those about as far from the beginning.
    """
    if len(before) <= _CAP and len(now) <= _CAP:
        ranked = [(-share, abs(i - j), i, j) for share, i, j in pairs_alike(before, now, ALIKE)]
    else:
        ranked = []
        for start in range(0, len(before), _NEAR):
            low = max(start * len(now) // len(before) - _NEAR, 0)
            near = now[low : (start + _NEAR) * len(now) // len(before) + _NEAR]
            pairs = pairs_alike(before[start : start + _NEAR], near, ALIKE)
            ranked += [(-share, abs(start + i - low - j), start + i, low + j) for share, i, j in pairs]
    free, left = [True] * len(before), [True] * len(now)
    made = []
    for _, _, i, j in sorted(ranked):
        if free[i] and left[j]:
            free[i] = left[j] = False
            made.append((i, j))
    return made


class _Found:
    """Pairs found so far, one to one."""

    def __init__(self, before: int, now: int) -> None:
        self.partner: list[int | None] = [None] * now
        self.free = [True] * before

    def pair(self, old: int, new: int) -> None:
        """Join two nodes that have no partner yet."""
        self.partner[new], self.free[old] = old, False

    def rest(self) -> tuple[list[int], list[int]]:
        """The old and the new nodes without a partner."""
        rest = [i for i, free in enumerate(self.free) if free]
        return rest, [i for i, partner in enumerate(self.partner) if partner is None]

    def join(self, before: Iterable[Hashable], now: Iterable[Hashable]) -> None:
        """Pair what has the same sign on both sides, in order."""
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for old, sign in enumerate(before):
            if self.free[old]:
                waiting[sign].append(old)
        queues = {sign: iter(members) for sign, members in waiting.items()}
        for new, sign in enumerate(now):
            if self.partner[new] is None and sign in queues:
                old_ = next(queues[sign], None)
                if old_ is not None:
                    self.pair(old_, new)


def _under(outline: Outline, texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each text with that of its parent."""
    for text, parent in zip(texts, outline.parents, strict=True):
        yield "" if parent is None else texts[parent], text


def _by_place(old: Outline, new: Outline, found: _Found) -> None:
    """Pair what stands under the same node, in the same group, with the same number; parents before children."""
    place = {spot: i for i, spot in enumerate(_spots(old)) if found.free[i]}
    for i, (parent, group, number) in enumerate(_spots(new)):
        above = None if parent is None else found.partner[parent]
        if found.partner[i] is None and (parent is None or above is not None):
            there = place.pop((above, group, number), None)
            if there is not None:
                found.pair(there, i)


def _spots(outline: Outline) -> list[tuple[int | None, int, str]]:
    """Parent, group and number of each node; what has no number is counted."""
    spots: list[tuple[int | None, int, str]] = [(None, 0, "")] * len(outline.nodes)
    for parent, group, members in outline.runs():
        for count, i in enumerate(members, 1):
            ordinal = outline.nodes[i].ordinal
            spots[i] = (parent, group, f"~{count}" if ordinal is None else str(ordinal))
    return spots


def moved(old: Outline, new: Outline, partners: Sequence[int | None]) -> Iterator[int]:
    """New nodes under another parent than before, or that changed their order: as few as explain it."""
    stayed: defaultdict[int | None, list[tuple[int, int]]] = defaultdict(list)
    for i, partner in enumerate(partners):
        if partner is None:
            continue
        parent, above = new.parents[i], old.parents[partner]
        same = above is None if parent is None else above is not None and partners[parent] == above
        if same:
            stayed[parent].append((partner, i))
    in_order = {i for pairs in stayed.values() for i in rising(pairs)}
    yield from (i for i, partner in enumerate(partners) if partner is not None and i not in in_order)
