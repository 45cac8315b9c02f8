"""Questions that go over many decks: what is in them, what the day has, what is weak, due, and what happened."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from studytui.cards.card import Card
from studytui.memory.queue import queue
from studytui.memory.unit import Unit
from studytui.memory.weak import Reason, strength
from studytui.study.deck import StudyDeck
from studytui.study.groups import groups_today
from studytui.study.library import Library
from studytui.study.plan import days_until, for_today, weak_in
from studytui.study.steps import SECONDS_TO_MATCH, Step
from studytui.study.summary import Summary


def summaries(library: Library) -> list[Summary]:
    """Each deck in one row, by name; a deck that cannot be used says why."""
    return sorted(library.rows.counted(), key=attrgetter("name"))


def todays_steps(library: Library) -> list[Step]:
    """The day's session over all decks; decks that cannot be used are left out."""
    rows = sorted(summaries(library), key=lambda row: _days_left(row, library))
    wanted = _needed(rows, library)
    # In the order of the list of decks, by which equals are told apart.
    return for_today(
        [library.deck(row.name) for row in rows if row.name in wanted], library.settings, library.known_words
    )


def _needed(rows: Sequence[Summary], library: Library) -> set[str]:
    """The decks that the day's session can have something of: not all of a large library need be opened."""
    places = library.settings.minutes * 60 // SECONDS_TO_MATCH + 1  # no question is shorter
    due = sorted((_days_left(row, library), chance, at) for at, row in enumerate(rows) for chance in row.urgent)
    # A deck in which nothing is left counts too, for what was learnt in it today.
    found = {rows[at].name for _, _, at in due[:places]} | {row.name for row in rows if row.learnt}
    if len(due) >= places:
        return found
    follow = [row.name for row in rows for _ in range(row.follow)]
    meetings = [(row.name, size) for row in rows for size in row.groups]
    used = sum(row.learnt for row in rows)
    met = groups_today((size for _, size in meetings), used, library.settings.new_points)
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
