"""What is to be done: what is due, what comes next where the points are known, and which groups are still unmet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from studytui.cards.card import Card, Kind
from studytui.memory.memory import Memory
from studytui.memory.replay import FRESH

NEVER = 10_000_000
"""A study day after all others."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A run of siblings some of which were never asked.

    Attributes:
        home: Index of the parent node; None for the outermost level.
        group: Number of the run.
        fresh: The new cards that are asked when the run is met: its new points, or its list where it has no numbers.
    """

    home: int | None
    group: int
    fresh: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """What there is to do in some cards on a study day.

    Attributes:
        due: Cards that come back today or are overdue, the least likely to be recalled first; before them those that
            the last rehearsal needed a prompt for.
        follow: New places, links and lists of runs whose points have all been met.
        meetings: Runs with new points, in reading order.
    """

    due: tuple[Card, ...]
    follow: tuple[Card, ...]
    meetings: tuple[Meeting, ...]


def queue(cards: Sequence[Card], memories: Mapping[str, Memory], day: int) -> Queue:
    """Sort cards into what is due, what follows, and what is to be met; sleeping cards are left out."""
    awake = [card for card in cards if not memories.get(card.id, FRESH).asleep(day)]
    due = [card for card in awake if (m := memories.get(card.id)) and (m.prompted or (not m.new and m.due <= day))]
    due.sort(key=lambda card: (memories[card.id].urgency(day), card.id))
    runs: dict[tuple[int | None, int], list[Card]] = {}
    for card in awake:
        memory = memories.get(card.id, FRESH)
        if memory.new and not memory.prompted:
            runs.setdefault((card.home, card.group), []).append(card)
    follow: list[Card] = []
    meetings: list[Meeting] = []
    numbered = {(card.home, card.group) for card in cards if card.kind is Kind.POINT}
    for run, fresh in runs.items():
        first = Kind.POINT if run in numbered else Kind.LIST
        unmet = tuple(card for card in fresh if card.kind is first)
        if unmet:
            meetings.append(Meeting(*run, unmet))
        else:
            follow += fresh
    return Queue(tuple(due), tuple(follow), tuple(meetings))


def still(memories: Iterable[Memory], day: int) -> tuple[int, int]:
    """From which study day on, and before which, the same cards are asleep as on this one."""
    buried = [memory.buried for memory in memories if memory.buried]
    return max((b for b in buried if b <= day), default=0), min((b for b in buried if b > day), default=NEVER)
