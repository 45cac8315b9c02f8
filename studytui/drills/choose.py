"""Choose: a text is shown, and some places; which section and number does it stand under? Trains place."""

from collections.abc import Sequence
from dataclasses import dataclass

from studytui.cards.card import Card, Kind
from studytui.drills.chance import Chance
from studytui.drills.drill import Drill, Mark, proposed
from studytui.drills.lines import Line, above, line
from studytui.drills.rivals import rivals
from studytui.messages import message
from studytui.outline.tree import Outline

CHOOSE = Drill("choose", message("Choose"), (Kind.PLACE,), self_rated=False)


@dataclass(frozen=True, slots=True)
class Option:
    """A place.

    Attributes:
        node: The node that stands there.
        above: The headings over it, outermost first.
        group: Name of its group, where its parent has more than one.
        marker: Its number.
    """

    node: int
    above: tuple[Line, ...]
    group: str
    marker: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        card: The place card.
        text: The text whose place is asked.
        options: The places, shuffled; each is shown as something else.
        right: Which of them is right.
    """

    card: Card
    text: str
    options: tuple[Option, ...]
    right: int


def ask(card: Card, outline: Outline, rng: Chance, mixed: Sequence[int] = ()) -> Question | None:
    """Make the question of a place card; None where there is no other place to choose from.

    Args:
        card: The place card.
        outline: The outline.
        rng: A source of chance.
        mixed: Nodes that it was taken for, the latest first: they are offered before all others.
    """
    own = card.node if card.node is not None else 0
    nodes = [own, *rivals(outline, own, rng, mixed)]
    rng.shuffle(nodes)
    options = tuple(option(outline, node) for node in nodes)
    return Question(card, outline.nodes[own].text, options, nodes.index(own)) if len(nodes) > 1 else None


def option(outline: Outline, node: int) -> Option:
    """The place of a node."""
    home = outline.parents[node]
    return Option(
        node, above(outline, home), outline.about(home, outline.nodes[node].group).name, line(outline, node).marker
    )


def mark(question: Question, picked: int, keys: Sequence[str]) -> Mark:
    """What picking a place means; a wrong one says what the point was taken for.

    Args:
        question: The question.
        picked: Index into its options.
        keys: The keys of the nodes.
    """
    right = picked == question.right
    taken = "" if right else keys[question.options[picked].node]
    return Mark(question.card.id, proposed(right, 0), taken_for=taken)
