"""Recite: all points of a heading, said one after the other; each is marked by itself and moves its own card."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from studytui.cards.card import Card, Kind
from studytui.drills.drill import Drill, Mark, proposed
from studytui.drills.lines import Line, above
from studytui.drills.sequence import in_sequence
from studytui.language.script import comparable
from studytui.memory.fsrs import AGAIN, GOOD, HARD
from studytui.messages import message
from studytui.outline.tree import Outline

RECITE = Drill("recite", message("Recite"), (Kind.POINT, Kind.LINK, Kind.LIST), self_rated=False, letters=True)


class Fate(StrEnum):
    """What became of a point."""

    RIGHT = "right"
    MISSING = "missing"
    WRONG = "wrong"
    MOVED = "moved"
    """Said, but out of order."""
    INTRUDED = "intruded"
    """A point of another section was said in its place."""


_SAID = (Fate.RIGHT, Fate.MOVED)


@dataclass(frozen=True, slots=True)
class Point:
    """A point that is to be said.

    Attributes:
        node: Its index.
        line: Its number and text.
        card: Id of its point card; empty where it has no number.
        link: Id of the link to the next point; empty for the last.
    """

    node: int
    line: Line
    card: str
    link: str


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said.

    Attributes:
        point: Which point it is; None where it is none of these.
        right: Whether it was said well enough.
        cues: How many cues it took.
        intruder: The node of another section that it is; None where it is none.
        text: As it was typed, empty where it was said aloud.
        score: How much of it was right, where it was typed.
    """

    point: int | None
    right: bool = True
    cues: int = 0
    intruder: int | None = None
    text: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Recital:
    """A question and what was said so far.

    Attributes:
        card: The list card.
        above: The headings, the one whose points are to be said last; the document's title for the outermost.
        group: Name of the run, where its parent has more than one.
        points: The points, in order.
        elsewhere: Points of other sections that could be said by mistake: node and text.
        said: What was said, in the order in which it was said.
    """

    card: Card
    above: tuple[Line, ...]
    group: str
    points: tuple[Point, ...]
    elsewhere: tuple[tuple[int, str], ...]
    said: tuple[Said, ...] = ()

    @property
    def left(self) -> tuple[int, ...]:
        """The points that nothing was said for yet."""
        done = {said.point for said in self.said}
        return tuple(i for i in range(len(self.points)) if i not in done)


def ask(card: Card, outline: Outline, cards: Sequence[Card]) -> Recital:
    """Ask for all the points of a list.

    Args:
        card: The list card.
        outline: The outline.
        cards: The cards of the deck, of which those of this run are moved.
    """
    run = [one for one in cards if (one.home, one.group) == (card.home, card.group)]
    ids = {one.node: one.id for one in run if one.kind is Kind.POINT}
    links = {one.node: one.id for one in run if one.kind is Kind.LINK}
    nodes = [i for i in outline.children(card.home) if outline.nodes[i].group == card.group]
    points = tuple(
        Point(i, Line(outline.nodes[i].marker, outline.nodes[i].text), ids.get(i, ""), links.get(i, "")) for i in nodes
    )
    own = {comparable(point.line.text) for point in points}
    elsewhere = tuple(
        (i, node.text)
        for i, node in enumerate(outline.nodes)
        if i not in nodes and node.ordinal is not None and comparable(node.text) not in own
    )
    over = above(outline, card.home) or (Line("", outline.title),)
    return Recital(card, over, outline.about(card.home, card.group).name, points, elsewhere)


def say(recital: Recital, said: Said) -> Recital:
    """One thing more was said; a point that was said already is not said twice."""
    if said.point is not None and said.point not in recital.left:
        return recital
    return replace(recital, said=(*recital.said, said))


def tick(recital: Recital, point: int, cues: int = 0) -> Recital:
    """A point was said aloud; ticked in the order in which they were said."""
    return say(recital, Said(point, cues=cues))


def take_back(recital: Recital) -> Recital:
    """Without what was said last."""
    return replace(recital, said=recital.said[:-1])


def fates(recital: Recital) -> tuple[Fate, ...]:
    """What became of each point."""
    place = {said.point: at for at, said in enumerate(recital.said) if said.point is not None}
    fitting, strays = _told_apart(recital), _fitted(recital)
    kept = set(in_sequence(list(fitting.values())))
    found: list[Fate] = []
    for i in range(len(recital.points)):
        if i not in place:
            found.append(Fate.INTRUDED if i in strays else Fate.MISSING)
        elif not recital.said[place[i]].right:
            found.append(Fate.WRONG)
        else:
            found.append(Fate.RIGHT if fitting[i] in kept else Fate.MOVED)
    return tuple(found)


def intruders(recital: Recital) -> tuple[int, ...]:
    """The nodes of other sections that were said."""
    return tuple(said.intruder for said in recital.said if said.intruder is not None)


def marks(recital: Recital, keys: Sequence[str]) -> tuple[Mark, ...]:
    """What it means for every point, every link, and the list: one unit."""
    found = fates(recital)
    said = {one.point: one for one in recital.said if one.point is not None}
    strays = {i: keys[node] for i, node in _fitted(recital).items()}
    points = [
        _mark(recital.points[i].card, fate, said.get(i), strays.get(i, ""))
        for i, fate in enumerate(found)
        if recital.points[i].card
    ]
    return (*points, *_links(recital, found), Mark(recital.card.id, _whole(recital, found), cues=_cues(recital)))


def _mark(card: str, fate: Fate, said: Said | None, taken_for: str) -> Mark:
    if said is None:
        return Mark(card, AGAIN, taken_for=taken_for)
    return Mark(card, proposed(fate in _SAID, said.cues), cues=said.cues, score=said.score)


def _links(recital: Recital, found: Sequence[Fate]) -> list[Mark]:
    """A link is right where its two points were said right, the one next after the other."""
    good = [said.point if said.point is None or found[said.point] in _SAID else None for said in recital.said]
    same = [comparable(point.line.text) for point in recital.points]
    heard = {
        (same[one], same[two]) for one, two in pairwise(good) if one is not None and two is not None and one != two
    }
    return [
        Mark(point.link, GOOD if (same[i], same[i + 1]) in heard else AGAIN)
        for i, point in enumerate(recital.points[:-1])
        if point.link
    ]


def _whole(recital: Recital, found: Sequence[Fate]) -> int:
    """The rating of the list: all right and in order 3, one slip 2, else 1."""
    cued = sum(said.cues > 0 and said.right for said in recital.said if said.point is not None)
    strays = sum(said.point is None for said in recital.said)
    # An intruder in the place of a point is one slip, not two.
    placed = found.count(Fate.INTRUDED)
    slips = sum(fate is not Fate.RIGHT for fate in found) + cued + max(0, strays - placed)
    return GOOD if not slips else HARD if slips == 1 else AGAIN


def _cues(recital: Recital) -> int:
    return sum(said.cues for said in recital.said)


def _fitted(recital: Recital) -> dict[int, int]:
    """For each missing point the intruder that was said in its place, each intruder for one point."""
    left = set(recital.left)
    found: dict[int, int] = {}
    last = -1
    for said in recital.said:
        if said.point is not None:
            last = said.point
        elif said.intruder is not None and last + 1 in left:
            last += 1
            found[last] = said.intruder
    return found


def _told_apart(recital: Recital) -> dict[int, int]:
    """For each point that was said right, in the order of saying, its number; of equal ones the first comes first."""
    order = [said.point for said in recital.said if said.point is not None and said.right]
    same = [comparable(point.line.text) for point in recital.points]
    waiting = {text: iter(sorted(i for i in order if same[i] == text)) for text in {same[i] for i in order}}
    return {i: next(waiting[same[i]]) for i in order}
