"""The screen that is shown: what is said on it, and what goes on behind it."""

from collections.abc import Sequence
from contextlib import suppress

from textual.app import App
from textual.screen import Screen
from textual.worker import get_current_worker

from studytui.errors import StudyError
from studytui.messages import Message
from studytui.study.deck import StudyDeck
from studytui.study.library import Library
from studytui.ui.screens.frame import Frame
from studytui.ui.screens.study_requests import LookedUp


class Shown:
    """The screen that is shown.

    Attributes:
        app: Shows the screens.
    """

    def __init__(self, app: App[None], library: Library) -> None:
        self.app, self._library = app, library

    @property
    def screen(self) -> Screen[object]:
        """The one on top."""
        return self.app.screen

    def refuses(self) -> bool:
        """Say why nothing can be answered or changed, where the library is open to be looked at only."""
        why = self._library.read_only
        if why is not None and isinstance(self.screen, Frame):
            self.screen.complain(why)
        return why is not None

    def look_up(self, decks: Sequence[StudyDeck]) -> None:
        """Look up the words of some decks while the person does something else; what needs them says what failed."""

        def told(done: int, of: int) -> None:
            self.app.post_message(LookedUp(done, of))

        def look() -> None:
            worker = get_current_worker()
            for deck in decks:
                with suppress(StudyError):
                    self._library.wordbook.found(deck, told, lambda: worker.is_cancelled)
            self.app.post_message(LookedUp(0, 0))

        self.app.run_worker(look, thread=True, group="words")

    def tell(self, said: Message) -> None:
        """Say something on the screen that is shown."""
        if isinstance(self.screen, Frame):
            self.screen.tell(said)

    def complain(self, error: StudyError) -> None:
        """Say there what could not be done."""
        if isinstance(self.screen, Frame):
            self.screen.complain(error)
