"""Questions that go over many decks: what is in them, what the day has, what is weak, due, and what happened."""

from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import TypeAlias

from studytui.cards.card import Card
from studytui.memory.queue import queue
from studytui.memory.unit import Unit
from studytui.memory.weak import Reason, strength
from studytui.study.deck import StudyDeck
from studytui.study.groups import groups_today
from studytui.study.library import Library
from studytui.study.plan import days_left, days_until, for_today, weak_in
from studytui.study.steps import SECONDS_AT_LEAST, Step, cards_in
from studytui.study.summary import Summary

AT_FIRST = 64
"""So many of the most urgent cards are looked at before any others: with them a session is full, as a rule."""

Urgency: TypeAlias = tuple[int, float, int]
"""Days left to the speech, the urgency of a card, and the place of its deck's row."""


def summaries(library: Library) -> list[Summary]:
    """Each deck in one row, by name; a deck that cannot be used says why."""
    return sorted(library.rows.counted(), key=attrgetter("name"))


def todays_steps(library: Library, rows: Sequence[Summary] | None = None) -> list[Step]:
    """The day's session over all decks; decks that cannot be used are left out.

    Args:
        library: The library.
        rows: Its decks as they were counted a moment ago; without them they are counted now, which takes its time.
    """
    rows = sorted(rows or summaries(library), key=lambda row: _days_left(row, library))
    urgent = sorted((_days_left(row, library), chance, at) for at, row in enumerate(rows) for chance in row.urgent)
    in_use = {row.name for row in rows if library.is_open(row.name)}
    looked = AT_FIRST
    while True:
        wanted = in_use | (_needed(rows, urgent[:looked]) if looked < len(urgent) else _all_needed(rows, library))
        # In the order of the list of decks, by which equals are told apart.
        decks = [library.deck(row.name) for row in rows if row.name in wanted]
        steps = for_today(decks, library.settings, library.known_words)
        if looked >= len(urgent) or _full(steps, urgent[looked - 1], library):
            break
        looked *= 2
    library.let_go(wanted - in_use - {step.deck.name for step in steps})
    return steps


def _full(steps: Sequence[Step], last: Urgency, library: Library) -> bool:
    """Whether a session takes all its time with what is no less urgent than the last card that was looked at.

    Then no other deck changes it: what they have comes later.
    """
    if sum(step.seconds for step in steps) < library.settings.minutes * 60:
        return False
    return all(min(map(partial(_urgency, step.deck), cards_in(step)), default=last[:2]) <= last[:2] for step in steps)


def _urgency(deck: StudyDeck, card: Card) -> tuple[int, float]:
    return days_left(deck), deck.memory(card).urgency(deck.today)


def _needed(rows: Sequence[Summary], urgent: Sequence[Urgency]) -> set[str]:
    """The decks of some urgent cards; one of which something was learnt today counts too, for what may be new."""
    return {rows[at].name for _, _, at in urgent} | {row.name for row in rows if row.learnt}


def _all_needed(rows: Sequence[Summary], library: Library) -> set[str]:
    """All decks in which something is due, and those of what follows and is new as far as the day's session can go."""
    places = library.settings.minutes * 60 // SECONDS_AT_LEAST + 1
    follow = [row.name for row in rows for _ in range(row.follow)]
    meetings = [(row.name, size) for row in rows for size in row.groups]
    used = sum(row.learnt for row in rows)
    met = groups_today((size for _, size in meetings), used, library.settings.new_points)
    found = {row.name for row in rows if row.learnt or row.urgent}
    return found | set(follow[:places]) | {name for name, _ in meetings[:met]}


def _days_left(row: Summary, library: Library) -> int:
    return days_until(row.speech, library.today().toordinal())


def weak_items(library: Library, name: str | None = None) -> list[tuple[StudyDeck, Card, Reason]]:
    """The weak cards of one deck or of all, the strongest reasons first.

    Raises:
        StudyError: There is no such deck, or its file cannot be read.
    """
    found = [(deck, card, why) for deck in _chosen(library, name) for card, why in weak_in(deck)]
    return sorted(found, key=lambda row: strength(row[2]))


def due_cards(library: Library, name: str | None = None) -> list[tuple[StudyDeck, Card]]:
    """The due cards of one deck or of all, deck by deck.

    Raises:
        StudyError: There is no such deck, or its file cannot be read.
    """
    return [
        (deck, card)
        for deck in _chosen(library, name)
        for card in queue(deck.cards, deck.progress.memories, deck.today).due
    ]


def all_units(library: Library, name: str | None = None) -> Iterator[tuple[str, Unit]]:
    """Everything that happened to one deck or to all, with the deck's name.

    Raises:
        StudyError: There is no such deck, or its file cannot be read.
    """
    for deck in _chosen(library, name):
        for unit in deck.units():
            yield deck.name, unit


def _chosen(library: Library, name: str | None) -> list[StudyDeck]:
    if name is not None:
        return [library.deck(name)]
    return [library.deck(row.name) for row in summaries(library) if row.problem is None]
