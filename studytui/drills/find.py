"""Find: some points stand together, and one of them is not of this section, or has a wrong number. Trains place."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from studytui.cards.card import Card, Kind
from studytui.drills.chance import Chance
from studytui.drills.drill import Drill, Mark, proposed
from studytui.drills.lines import Line, above, line
from studytui.language.script import comparable
from studytui.messages import message
from studytui.outline.tree import Outline

FIND = Drill("find", message("Find"), (Kind.PLACE,), self_rated=False)
MOST = 6
"""So many points are shown together."""
LEAST = 3


class Odd(StrEnum):
    """What is wrong with the point that is to be found."""

    STRANGER = "stranger"
    """It is of another section than the others."""
    NUMBER = "number"
    """It stands under the number of another one."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        card: The place card of the point that is to be found.
        odd: What is wrong with it.
        above: The headings of the section that the others are of, outermost first.
        group: Name of their run, where its parent has more than one.
        lines: What is shown, shuffled; without numbers where a stranger is to be found.
        right: Which of them is right.
        nodes: The node of each; for a wrong number the last is the one whose number it has.
    """

    card: Card
    odd: Odd
    above: tuple[Line, ...]
    group: str
    lines: tuple[Line, ...]
    right: int
    nodes: tuple[int, ...]


def ask(card: Card, outline: Outline, rng: Chance, odd: Odd, mixed: Sequence[int] = ()) -> Question | None:
    """Make the question of a place card; None where there are too few points for it.

    Args:
        card: The place card of the point that is to be found.
        outline: The outline.
        rng: A source of chance.
        odd: What is to be wrong with it.
        mixed: Nodes that it was taken for: it is shown among theirs, or under the number of one.
    """
    return _stranger(card, outline, rng, mixed) if odd is Odd.STRANGER else _number(card, outline, rng, mixed)


def mark(question: Question, picked: int, keys: Sequence[str]) -> Mark:
    """What picking a line means for the point that was to be found."""
    right = picked == question.right
    taken = keys[question.nodes[-1]] if not right and question.odd is Odd.NUMBER else ""
    return Mark(question.card.id, proposed(right, 0), taken_for=taken)


def _stranger(card: Card, outline: Outline, rng: Chance, mixed: Sequence[int]) -> Question | None:
    own = card.node if card.node is not None else 0
    text = comparable(outline.nodes[own].text)
    runs = [
        (home, group, others)
        for home, group, members in outline.runs()
        if (home, group) != (card.home, card.group)
        and outline.nodes[members[0]].depth == outline.nodes[own].depth  # a heading among points would be seen
        # A heading over the others must not be the answer, nor may one of them be the same.
        and text not in (comparable(outline.nodes[i].text) for i in (*_path(outline, home), *members))
        and len(others := _different(outline, members, text)) >= LEAST - 1
    ]
    if not runs:
        return None
    home, group, others = next((run for run in runs if set(run[2]) & set(mixed)), None) or rng.choice(runs)
    nodes = [own, *rng.sample(others, min(MOST - 1, len(others)))]
    order = list(range(len(nodes)))
    rng.shuffle(order)
    lines = tuple(Line("", outline.nodes[nodes[i]].text) for i in order)
    shown = tuple(nodes[i] for i in order)
    return Question(
        card, Odd.STRANGER, above(outline, home), outline.about(home, group).name, lines, order.index(0), shown
    )


def _number(card: Card, outline: Outline, rng: Chance, mixed: Sequence[int]) -> Question | None:
    own = card.node if card.node is not None else 0
    text = comparable(outline.nodes[own].text)
    run = [i for i in outline.children(card.home) if outline.nodes[i].group == card.group and i != own]
    others = [i for i in _different(outline, run, text) if _numbered(outline, i) and _unlike(outline, own, i)]
    if len(others) < LEAST - 1:
        return None
    left_out = next((i for i in mixed if i in others), None) or rng.choice(others)
    rest = [i for i in others if i != left_out and _unlike(outline, left_out, i)]
    nodes = [own, *rng.sample(rest, min(MOST - 1, len(rest)))]
    if len(nodes) < LEAST - 1:
        return None
    order = list(range(len(nodes)))
    rng.shuffle(order)
    wrong = Line(outline.nodes[left_out].marker, outline.nodes[own].text)
    lines = tuple(line(outline, nodes[i]) if i else wrong for i in order)
    name = outline.about(card.home, card.group).name
    shown = (*(nodes[i] for i in order), left_out)
    return Question(card, Odd.NUMBER, above(outline, card.home), name, lines, order.index(0), shown)


def _path(outline: Outline, home: int | None) -> tuple[int, ...]:
    return () if home is None else outline.path(home)


def _numbered(outline: Outline, node: int) -> bool:
    return outline.nodes[node].ordinal is not None


def _unlike(outline: Outline, one: int, two: int) -> bool:
    """Whether two nodes have different numbers, as they are written and as they are meant."""
    a, b = outline.nodes[one], outline.nodes[two]
    return a.marker != b.marker and a.ordinal != b.ordinal


def _different(outline: Outline, nodes: Sequence[int], text: str) -> list[int]:
    """Those whose text is another, each text once."""
    found: dict[str, int] = {}
    for node in nodes:
        found.setdefault(comparable(outline.nodes[node].text), node)
    return [node for same, node in found.items() if same != text]
