"""Order: the points of a run stand shuffled, without their numbers, and are to be put in order. Trains the links."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from studytui.cards.card import Card, Kind
from studytui.drills.chance import Chance
from studytui.drills.drill import Drill, Mark, proposed
from studytui.drills.lines import Line, above
from studytui.language.script import comparable
from studytui.messages import message
from studytui.outline.tree import Outline

ORDER = Drill("order", message("Order"), (Kind.LINK,), self_rated=False)
MOST = 9
"""So many points are put in order at once; they are seen together, and each has a digit."""


@dataclass(frozen=True, slots=True)
class Question:
    """The state of one question.

    Attributes:
        links: The link cards, in order.
        above: The headings over the run, outermost first.
        group: Name of the run, where its parent has more than one.
        first: How many points of the run come before these.
        texts: The points in the right order.
        arranged: Indices into texts, as they are arranged now.
    """

    links: tuple[Card, ...]
    above: tuple[Line, ...]
    group: str
    first: int
    texts: tuple[str, ...]
    arranged: tuple[int, ...]


def windows(links: Sequence[Card]) -> tuple[tuple[Card, ...], ...]:
    """The links of a run, cut into as many as are asked at once; the last point of one is the first of the next."""
    count = -(-len(links) // (MOST - 1)) or 1
    size = -(-len(links) // count)
    return tuple(tuple(links[at : at + size]) for at in range(0, len(links), max(1, size)))


def ask(links: Sequence[Card], outline: Outline, rng: Chance) -> Question:
    """Shuffle the points that some links on end join."""
    nodes = [links[0].node, *(link.to for link in links)]
    texts = tuple(outline.nodes[node].text for node in nodes if node is not None)
    home, group = links[0].home, links[0].group
    before = [i for i in outline.children(home) if outline.nodes[i].group == group and i < (links[0].node or 0)]
    arranged = list(range(len(texts)))
    rng.shuffle(arranged)
    name = outline.about(home, group).name
    return Question(tuple(links), above(outline, home), name, len(before), texts, tuple(arranged))


def move(question: Question, at: int, to: int) -> Question:
    """Take the point at one place out and put it in at another; places beyond the ends are the ends."""
    left = list(question.arranged)
    point = left.pop(at)
    left.insert(max(0, min(to, len(left))), point)
    return replace(question, arranged=tuple(left))


def arrange(question: Question, places: Sequence[int]) -> Question:
    """Put them all in another order, given as the places where they stand now."""
    return replace(question, arranged=tuple(question.arranged[place] for place in places))


def misplaced(question: Question) -> frozenset[int]:
    """The places whose points are out of order: as few as can be, so that the others are in order without them."""
    told = _told_apart(question)
    kept = set(_kept(told))
    return frozenset(place for place, point in enumerate(told) if point not in kept)


def marks(question: Question) -> tuple[Mark, ...]:
    """What the arrangement means for each link: two neighbours that are in order are right, wherever they stand."""
    same = [comparable(text) for text in question.texts]
    together = Counter(pairwise(same[point] for point in question.arranged))
    found: list[Mark] = []
    for link, pair in zip(question.links, pairwise(same), strict=True):
        right = together[pair] > 0
        together[pair] -= right
        found.append(Mark(link.id, proposed(right, 0)))
    return tuple(found)


def _kept(arranged: Sequence[int]) -> tuple[int, ...]:
    """The most points that rise as they stand; of as many, those of which the most stand at their places."""
    chains: list[tuple[int, int, tuple[int, ...]]] = []
    for place, point in enumerate(arranged):
        shorter = [chain for chain in chains if chain[2][-1] < point]
        count, at_home, points = max(shorter, key=lambda chain: chain[:2], default=(0, 0, ()))
        chains.append((count + 1, at_home + (place == point), (*points, point)))
    return max(chains, key=lambda chain: chain[:2], default=(0, 0, ()))[2]


def _told_apart(question: Question) -> list[int]:
    """The arrangement, with points of one text counted in the order in which they stand: either may come first."""
    same = [comparable(text) for text in question.texts]
    waiting = {text: iter([i for i, other in enumerate(same) if other == text]) for text in set(same)}
    return [next(waiting[same[point]]) for point in question.arranged]
