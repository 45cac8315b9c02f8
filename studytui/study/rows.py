"""What lists tell of each deck: from what is kept of it where that holds, else by opening it for a moment."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from studytui.errors import StudyError
from studytui.memory.replay import Daily
from studytui.memory.weak import Reason, weak
from studytui.study.counting import summarised
from studytui.study.deck_names import DeckNames
from studytui.study.kept import Kept
from studytui.study.open_decks import OpenDecks
from studytui.study.summary import Summary

S = TypeVar("S", Summary, Summary | None)


class Rows:
    """What lists tell of each deck.

    Args:
        names: The names of the decks.
        kept: What is kept of them.
        decks: Opens them.
    """

    def __init__(self, names: DeckNames, kept: Kept, decks: OpenDecks) -> None:
        self._names, self._kept, self._decks = names, kept, decks

    def counted(self) -> Iterator[Summary]:
        """Each deck in one row, as soon as it is known; a deck that cannot be used says why."""
        behind: list[str] = []
        for name in self._names.names():
            row = _told(name, self.kept_summary)
            if row is None:
                behind.append(name)
            else:
                yield row
        for name in self._decks.kept_again(behind):
            yield _told(name, self.summary)

    def kept_summary(self, name: str) -> Summary | None:
        """A deck in one row, from what is kept of it; None where only opening it tells.

        Raises:
            StudyError: There is no such deck.
        """
        with self._decks.alone():
            row = None if self._decks.knows_more(name) else self._kept.summary(name)
            if row is not None:
                self._decks.refuse_twin(row.id, name)
            return row

    def summary(self, name: str) -> Summary:
        """A deck in one row.

        Raises:
            StudyError: There is no such deck, or its file cannot be read.
        """
        with self._decks.alone():
            if (kept := self.kept_summary(name)) is not None:
                return kept
            with self._decks.for_a_moment(name) as deck:
                return summarised(deck)

    def weak(self, name: str) -> list[tuple[str, Reason]]:
        """The ids of the weak cards of a deck with the reasons.

        Raises:
            StudyError: There is no such deck, or its file cannot be read.
        """
        with self._decks.alone():
            kept = None if self._decks.knows_more(name) else self._kept.weak(name)
            if kept is not None:
                return kept
            with self._decks.for_a_moment(name) as deck:
                return [(card.id, why) for card, why in weak(deck.cards, deck.progress.memories, deck.today)]

    def days(self, name: str) -> Mapping[int, Daily]:
        """What was done in a deck, by study day.

        Raises:
            StudyError: There is no such deck, or its file cannot be read.
        """
        with self._decks.alone():
            kept = None if self._decks.knows_more(name) else self._kept.days(name)
            if kept is not None:
                return kept
            with self._decks.for_a_moment(name) as deck:
                return dict(deck.progress.days)


def _told(name: str, tell: Callable[[str], S]) -> S | Summary:
    try:
        return tell(name)
    except StudyError as error:
        return Summary(name, problem=error.message)
