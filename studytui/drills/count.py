"""Count: how many points has a heading? Practice, since it says little about any of them."""

import unicodedata
from dataclasses import dataclass

from studytui.cards.card import Card
from studytui.drills.drill import Drill, Mark, proposed
from studytui.drills.lines import Line, above
from studytui.language.numbers import NUMBER, value
from studytui.messages import message
from studytui.outline.tree import Outline

COUNT = Drill("count", message("Count"), (), self_rated=False, letters=True)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        card: The list card.
        above: The headings, the one whose points are counted last; the document's title for the outermost points.
        group: Name of the run, where its parent has more than one.
        points: How many it has.
    """

    card: Card
    above: tuple[Line, ...]
    group: str
    points: int


def ask(card: Card, outline: Outline) -> Question:
    """Ask for the number of points of a list."""
    points = [i for i in outline.children(card.home) if outline.nodes[i].group == card.group]
    over = above(outline, card.home) or (Line("", outline.title),)
    return Question(card, over, outline.about(card.home, card.group).name, len(points))


def mark(question: Question, given: str) -> Mark:
    """What a number, written in any way, means."""
    return Mark(question.card.id, proposed(_number(given) == str(question.points), 0), practice=True)


def is_number(given: str) -> bool:
    """Whether there is a number in what was given."""
    return bool(_number(given))


def _number(given: str) -> str:
    found = NUMBER.search(unicodedata.normalize("NFKC", given))
    return value(found["number"] or "") if found else ""
