"""A deck in one row: what a list of decks shows of it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from studytui.messages import Message
from studytui.study.groups import groups_today

SECONDS_A_REVIEW = 12
SECONDS_A_NEW_POINT = 30
NEAR = 7
"""A speech within so many days goes first."""


class Summary(NamedTuple):
    """A deck in one row.

    Attributes:
        name: Its label.
        id: Its id, empty where its file cannot be read.
        title: Title of the document.
        nodes, cards: How many it has.
        groups: How many new points each group has that is not yet met, in reading order.
        follow: New places, links and lists of groups whose points are known.
        due: Cards that come back today or earlier.
        weak: Weak cards.
        readiness: The share that would be said now.
        learnt: Points answered for the first time today.
        speech: Day of the speech.
        studied: Study days on which something was answered, in order.
        urgent: For each due card its urgency, the lowest first. Both may be arrays: of a large
            library there are a hundred thousand.
        problem: Why the deck cannot be used.
    """

    name: str
    id: str = ""
    title: str = ""
    nodes: int = 0
    cards: int = 0
    groups: tuple[int, ...] = ()
    follow: int = 0
    due: int = 0
    weak: int = 0
    readiness: float = 0.0
    learnt: int = 0
    speech: date | None = None
    studied: Sequence[int] = ()
    urgent: Sequence[float] = ()
    problem: Message | None = None

    @property
    def new(self) -> int:
        """New points."""
        return sum(self.groups)


class Today(NamedTuple):
    """What there is to do today in all decks.

    Attributes:
        due, weak: Cards.
        new: New points of the groups that today's number still allows.
        minutes: About how long what is due and new takes.
        streak: Study days in a row, up to today or yesterday.
    """

    due: int
    weak: int
    new: int
    minutes: int
    streak: int


def today(decks: Iterable[Summary], new_points: int, day: int) -> Today:
    """Add up all decks."""
    decks = list(decks)
    due = sum(deck.due for deck in decks)
    groups = [size for deck in decks for size in deck.groups]
    new = sum(groups[: groups_today(groups, sum(deck.learnt for deck in decks), new_points)])
    seconds = due * SECONDS_A_REVIEW + new * SECONDS_A_NEW_POINT
    studied = {d for deck in decks for d in deck.studied}
    return Today(due, sum(deck.weak for deck in decks), new, -(-seconds // 60), streak(studied, day))


def longest(studied: set[int]) -> int:
    """The most study days in a row that have an answer."""
    return max((streak(studied, day) for day in studied if day + 1 not in studied), default=0)


def streak(studied: set[int], day: int) -> int:
    """How many study days in a row have an answer, up to today, or yesterday while today has none yet."""
    last = day if day in studied else day - 1
    count = 0
    while last - count in studied:
        count += 1
    return count
