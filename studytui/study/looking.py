"""Questions that go over many decks: what is in them, what the day has, what is weak, due, and what happened."""

from collections.abc import Iterator

from studytui.cards.card import Card
from studytui.errors import StudyError
from studytui.memory.queue import queue
from studytui.memory.unit import Unit
from studytui.memory.weak import Reason, Why
from studytui.study.deck import StudyDeck
from studytui.study.library import Library
from studytui.study.plan import for_today, weak_in
from studytui.study.steps import Step
from studytui.study.summary import Summary


def summaries(library: Library) -> Iterator[Summary]:
    """Each deck in one row; a deck that cannot be used says why."""
    for name in library.names():
        try:
            yield library.summary(name)
        except StudyError as error:
            yield Summary(name, problem=error.message)


def todays_steps(library: Library) -> list[Step]:
    """The day's session over all decks; decks that cannot be used are left out."""
    # A deck in which nothing is left counts too, for what was learnt in it today.
    wanted = [row for row in summaries(library) if row.due or row.new or row.follow or row.learnt]
    return for_today([library.deck(row.name) for row in wanted], library.settings)


def weak_items(library: Library, name: str | None = None) -> list[tuple[StudyDeck, Card, Reason]]:
    """The weak cards of one deck or of all, the strongest reasons first.

    Raises:
        StudyError: There is no such deck, or its file cannot be read.
    """
    found = [(deck, card, why) for deck in _chosen(library, name) for card, why in weak_in(deck)]
    return sorted(found, key=lambda row: (list(Why).index(row[2].why), row[2].retrievability))


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
