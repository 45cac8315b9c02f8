"""What is told of decks that are not open, from what is kept of them: a row each, what is weak, what was done."""

from collections.abc import Mapping, Sequence

from studytui.memory.replay import Daily
from studytui.memory.weak import Reason
from studytui.settings import Settings
from studytui.storage import state
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.study.counting import is_current, summary_of, weak_rows
from studytui.study.day import Clock, study_day
from studytui.study.deck_names import DeckNames
from studytui.study.progress import days_of
from studytui.study.summary import Summary


class Kept:
    """What is kept of the decks, as far as it holds: each answer is None where only opening the deck tells.

    Args:
        names: The names of the decks.
        folders: The layout of the library.
        files: The door to the disk.
        now: Tells the moment.
        settings: What due dates depend on.
    """

    def __init__(self, names: DeckNames, folders: Folders, files: Files, now: Clock, settings: Settings) -> None:
        self._names, self._folders, self._files = names, folders, files
        self._now, self._settings = now, settings

    def summary(self, name: str) -> Summary | None:
        """A deck in one row.

        Raises:
            StudyError: There is no such deck.
        """
        kept = self._current(name, ("memories", "days"))
        return None if kept is None else summary_of(name, kept, self._day())

    def weak(self, name: str) -> list[tuple[str, Reason]] | None:
        """The ids of the weak cards with the reasons.

        Raises:
            StudyError: There is no such deck.
        """
        kept = self._current(name, ("memories",))
        return None if kept is None else weak_rows(kept, self._day())

    def days(self, name: str) -> Mapping[int, Daily] | None:
        """What was done, by study day.

        Raises:
            StudyError: There is no such deck.
        """
        kept = self._current(name, ("days",))
        try:
            return None if kept is None else days_of(kept.days)
        except (LookupError, TypeError):  # not what this version keeps
            return None

    def _current(self, name: str, tables: Sequence[str]) -> state.State | None:
        """Tables of what is kept of a deck, where that is of its file and its journals as they are."""
        kept = state.load(self._folders.state_of(name), self._files, tables)
        stamp, retention = self._names.stamp(name), self._settings.retention
        if kept is None or not is_current(kept.meta, stamp, retention, self._folders.reviews, self._files):
            return None
        return kept

    def _day(self) -> int:
        return study_day(self._now()).toordinal()
