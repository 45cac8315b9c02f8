"""Which screen follows which: what the screens ask of the app is done here."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import singledispatchmethod
from random import Random

from textual.app import App
from textual.screen import Screen
from textual.worker import get_current_worker

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.bring import Draft
from studytui.study.deck import StudyDeck
from studytui.study.entrance import Entrance
from studytui.study.library import Library
from studytui.study.looking import todays_steps
from studytui.study.outcome import outcome
from studytui.study.session import Session
from studytui.ui.screens.deck import DeckScreen
from studytui.ui.screens.dialogs import PromptScreen
from studytui.ui.screens.frame import Frame
from studytui.ui.screens.home import HomeScreen
from studytui.ui.screens.requests import Bring, GoOn, OpenDeck, Request, ShowSettings, ShowWeak
from studytui.ui.screens.speech import SpeechScreen
from studytui.ui.screens.study_requests import (
    AnswerBy,
    Brought,
    Changed,
    LookedUp,
    NotSaved,
    Refused,
    ShowDrills,
    ShowSpeech,
    StepDone,
    StopHere,
    Study,
    TakeBack,
    Told,
)
from studytui.ui.screens.studying import StudyFrame
from studytui.ui.screens.summary import SummaryScreen
from studytui.ui.screens.weak import WeakScreen


class Flow:
    """Which screen follows which.

    A key that is pressed twice before the next screen is there asks twice: each request is taken only from the screens
    that can make it.

    Args:
        app: Shows the screens.
        entrance: The library that is open.
        say: Says messages in the person's language.
        rng: Shuffles the boards.
        files: Documents to bring in first.

    Attributes:
        library: All of the library.
    """

    def __init__(
        self, app: App[None], entrance: Entrance, say: Catalogue, rng: Random, files: Sequence[str] = ()
    ) -> None:
        self._app, self._say, self._rng, self._files = app, say, rng, list(files)
        self.library = entrance if isinstance(entrance, Library) else Library.beyond(entrance)
        self._session: Session | None = None
        self._begun: date | None = None

    @property
    def _screen(self) -> Screen[object]:
        return self._app.screen

    @singledispatchmethod
    def take(self, request: Request) -> None:
        """Do what a screen asks for."""
        raise TypeError(request)

    @take.register
    def _open_deck(self, event: OpenDeck) -> None:
        if not isinstance(self._screen, HomeScreen):
            return
        try:
            deck = self.library.deck(event.name)
        except StudyError as error:
            self._complain(error)
        else:
            self._app.push_screen(DeckScreen(self._say, self.library, deck))
            self._look_up((deck,))

    @take.register
    def _show_drills(self, event: ShowDrills) -> None:
        from studytui.ui.screens.drills import DrillsScreen  # what the first frame does not need

        if isinstance(self._screen, DeckScreen):
            self._app.push_screen(DrillsScreen(self._say, self.library, event.deck, event.part, event.name))

    @take.register
    def _show_settings(self, _: ShowSettings) -> None:
        from studytui.ui.screens.settings import SettingsScreen  # what the first frame does not need

        if not isinstance(self._screen, SettingsScreen):
            self._app.push_screen(SettingsScreen(self._say, self.library))

    def _look_up(self, decks: Sequence[StudyDeck]) -> None:
        """Look up the words of some decks while the person does something else; what needs them says what failed."""

        def told(done: int, of: int) -> None:
            self._app.post_message(LookedUp(done, of))

        def look() -> None:
            worker = get_current_worker()
            for deck in decks:
                with suppress(StudyError):
                    self.library.wordbook.found(deck, told, lambda: worker.is_cancelled)
            self._app.post_message(LookedUp(0, 0))

        self._app.run_worker(look, thread=True, group="words")

    @take.register
    def _looked_up(self, event: LookedUp) -> None:
        """Say how far it is, but not while a question is asked: nothing moves there."""
        said = message("words {done}/{all}", done=event.done, all=event.of) if event.of else None
        for screen in self._app.screen_stack:
            if isinstance(screen, Frame) and not isinstance(screen, StudyFrame):
                screen.busy(said)

    @take.register
    def _show_weak(self, event: ShowWeak) -> None:
        self._app.push_screen(WeakScreen(self._say, self.library, event.deck))

    @take.register
    def _show_speech(self, event: ShowSpeech) -> None:
        self._app.push_screen(SpeechScreen(self._say, event.deck))

    def _refuses(self) -> bool:
        """Say why nothing can be answered or changed, where the library is open to be looked at only."""
        why = self.library.read_only
        if why is not None and isinstance(self._screen, Frame):
            self._screen.complain(why)
        return why is not None

    @take.register
    def _bring(self, event: Bring) -> None:
        if self._refuses():
            return
        if event.text:
            self._preview(lambda _: self.library.draft_of_text(event.text), event.update)
        elif event.path:
            self._preview(lambda stopped: self.library.draft_of_file(event.path, stopped), event.update)
        else:
            from studytui.ui.screens.bring import BringScreen  # what most sessions do not need

            self._app.push_screen(BringScreen(self._say, self.library, event.update))

    @take.register
    def _refused(self, event: Refused) -> None:
        from studytui.ui.screens.preview import PreviewScreen  # what most sessions do not need

        if not isinstance(self._screen, PreviewScreen):
            return
        self._app.pop_screen()
        self._app.call_after_refresh(self._complain, event.error)
        self.bring_next()

    @take.register
    def _told(self, event: Told) -> None:
        self._app.call_after_refresh(self._tell, event.said)

    @take.register
    def _brought(self, event: Brought) -> None:
        while not isinstance(self._screen, HomeScreen):
            self._app.pop_screen()
        self._screen.choose(event.name)
        with suppress(StudyError):
            self._look_up((self.library.deck(event.name),))
        self._app.call_after_refresh(self._tell, message("{name} is yours now. Space begins.", name=event.name))
        self.bring_next()

    @take.register
    def _changed(self, event: Changed) -> None:
        """Show what has become of the points, over the deck or home, whichever the change began at."""
        from studytui.ui.screens.changes import ChangesScreen  # what most sessions do not need

        while not isinstance(self._screen, HomeScreen | DeckScreen):
            self._app.pop_screen()
        self._look_up((event.matches.deck,))
        self._app.push_screen(ChangesScreen(self._say, event.matches, self.library.settings))
        self.bring_next()

    @take.register
    def _study(self, event: Study) -> None:
        from studytui.ui.screens.changes import ChangesScreen  # what most sessions do not need
        from studytui.ui.screens.drills import DrillsScreen  # what the first frame does not need

        if isinstance(self._screen, StudyFrame) or self._refuses():
            return
        if isinstance(self._screen, SummaryScreen | DrillsScreen | ChangesScreen):
            self._app.pop_screen()
        self._session = Session(event.steps, self._rng, self.library.now)
        self._begun = self.library.today()
        self._look_up(self._session.decks)
        self._show_step()

    @take.register
    def _go_on(self, _: GoOn) -> None:
        """The session that was left today, else what the day has."""
        if not isinstance(self._screen, HomeScreen) or self._refuses():
            return
        if self._waits():
            self._show_step()
            return
        try:
            steps = todays_steps(self.library)
        except StudyError as error:
            self._complain(error)
            return
        if steps:
            self._study(Study(steps))
        else:
            self._tell(message("Done for today. Enter opens a deck to study ahead, w shows what is weak."))

    def left_behind(self) -> int:
        """How many questions are left in the session that waits to be resumed."""
        return self._session.questions_left if self._session is not None and self._waits() else 0

    def _waits(self) -> bool:
        """Whether a session of today was left, and all its decks are still there."""
        if self._session is None or self._session.step is None or self._begun != self.library.today():
            return False
        return all(self.library.holds(deck) for deck in self._session.decks)

    @take.register
    def _step_done(self, _: StepDone) -> None:
        self._show_step()

    @take.register
    def _answer_by(self, event: AnswerBy) -> None:
        """Answer the card by another drill; where nobody has looked up its words, that is said."""
        session, screen = self._session, self._screen
        if session is None or session.step is None or not isinstance(screen, StudyFrame):
            return
        if session.answer_by(event.drill, self.library.known_words(session.step.deck)):
            self._show_step()
        else:
            screen.tell(message("How this text is read has not been looked up yet; in a moment it is."))

    @take.register
    def _not_saved(self, event: NotSaved) -> None:
        """Offer another folder; the question stays, and is answered once more."""
        if not isinstance(self._screen, StudyFrame):
            return
        ask = message(
            "{why} Answers can go into another folder until this is mended, such as one on another disk:",
            why=event.error.message,
        )
        self._app.push_screen(
            PromptScreen(self._say, ask, "", message("a folder; Esc goes back")), self._save_elsewhere
        )

    def _save_elsewhere(self, folder: str | None) -> None:
        if not folder:
            return
        try:
            there = self.library.save_elsewhere(folder)
        except StudyError as error:
            self._app.call_after_refresh(self._complain, error)
            return
        self._app.call_after_refresh(
            self._tell, message("Answer once more: it is saved in {path} from now on.", path=there)
        )

    @take.register
    def _stop_here(self, _: StopHere) -> None:
        """The session is kept: going on from home resumes it."""
        if isinstance(self._screen, StudyFrame):
            self._app.pop_screen()
            self._save()

    def _show_step(self) -> None:
        """Show what the session has come to, on the screen that shows such steps."""
        session = self._session
        if session is None:
            return
        step = session.step
        if step is None:
            self._end(session)
            return
        from studytui.ui.screens.steps import screen_of  # what the first frame does not need

        kind, screen = screen_of(step), self._screen
        if isinstance(screen, StudyFrame) and type(screen) is kind:
            screen.ask()
        elif isinstance(self._screen, StudyFrame | SummaryScreen):
            self._app.switch_screen(kind(self._say, session))
        else:
            self._app.push_screen(kind(self._say, session))

    @take.register
    def _take_back(self, _: TakeBack) -> None:
        try:
            undone = self._session is not None and self._session.undo()
        except StudyError as error:
            self._complain(error)
            return
        if undone:
            self._show_step()

    def _end(self, session: Session) -> None:
        screen = SummaryScreen(self._say, outcome(session))
        if isinstance(self._screen, StudyFrame):
            self._app.switch_screen(screen)
        else:
            self._app.push_screen(screen)
        self._save()

    def _save(self) -> None:
        """Bring the state up to date; where that cannot be, the journals have it all, and the screen says why."""
        try:
            self.library.save()
        except StudyError as error:
            self._screen.call_after_refresh(self._complain, error)

    def _preview(self, make: Callable[[Callable[[], bool]], Draft], update: str = "") -> None:
        from studytui.ui.screens.preview import PreviewScreen  # what most sessions do not need

        self._app.push_screen(PreviewScreen(self._say, self.library, make, update), lambda _: self.bring_next())

    def bring_next(self) -> None:
        """The next of the documents named at the start."""
        if self._files:
            path = self._files.pop(0)
            self._preview(lambda stopped: self.library.draft_of_file(path, stopped))

    def _tell(self, said: Message) -> None:
        if isinstance(self._screen, Frame):
            self._screen.tell(said)

    def _complain(self, error: StudyError) -> None:
        if isinstance(self._screen, Frame):
            self._screen.complain(error)
