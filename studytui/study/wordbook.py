"""The words of all decks: kept in state, and looked up by a process of its own where a text is new."""

from threading import Lock

from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.storage.state import load_words, save_words
from studytui.study.deck import StudyDeck
from studytui.study.waiting import Stopped, Told, never, untold
from studytui.study.words import Words, as_rows, from_rows, word_for_word

LOOKS = 0.1
"""So many seconds pass at most until who waits for another look-up sees that it is not wanted any more."""


class Wordbook:
    """Knows the words of decks; may be asked from several threads, of which one at a time looks up.

    Args:
        folders: Where it keeps them.
        files: The door to the disk.
        keeps: Whether what was looked up is written; a library that is only read looks up, and keeps nothing.
    """

    def __init__(self, folders: Folders, files: Files, *, keeps: bool) -> None:
        self._folders, self._files, self._keeps = folders, files, keeps
        self._known: dict[str, Words] = {}
        self._busy = Lock()
        self._far = (0, 0)

    def known(self, deck: StudyDeck) -> Words:
        """What was looked up about a deck before."""
        if deck.id not in self._known:
            self._known[deck.id] = from_rows(load_words(self._folders.words_of(deck.id), self._files))
        return self._known[deck.id]

    def holds(self, deck: StudyDeck) -> bool:
        """Whether every text of a deck was looked up."""
        return self.known(deck).holds(deck.file.outline, word_for_word(deck))

    def found(self, deck: StudyDeck, told: Told = untold, stopped: Stopped = never) -> Words:
        """What is known about a deck, looked up where a text of it is new; what was known before where it was stopped.

        Args:
            deck: The deck.
            told: Is told how many texts of how many are done; of another deck, while that one is looked up.
            stopped: Whether nobody wants it any more.

        Raises:
            StudyError: It could not be looked up, or not be kept.
        """
        while not self._busy.acquire(timeout=LOOKS):
            if stopped():
                return self.known(deck)
            told(*self._far)
        try:
            return self.known(deck) if self.holds(deck) else self._look_up(deck, told, stopped)
        finally:
            self._busy.release()

    def forget(self, deck: str) -> None:
        """Forget what is known about a deck that is gone, given by its id."""
        self._known.pop(deck, None)
        self._files.remove(self._folders.words_of(deck))

    def _look_up(self, deck: StudyDeck, told: Told, stopped: Stopped) -> Words:
        from studytui.study.look_up import look_up  # starts a process, which is for the rare moment

        def heard(done: int, of: int) -> None:
            self._far = (done, of)
            told(done, of)

        words = look_up(deck.file.outline, self._folders.state, told=heard, stopped=stopped, more=word_for_word(deck))
        if words is None:
            return self.known(deck)
        self._known[deck.id] = words
        if self._keeps:
            save_words(self._folders.words_of(deck.id), self._files, as_rows(words))
        return words
