"""The app opens screens; what they show and do is theirs."""

import asyncio
import signal
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from random import Random

from rich.text import Text
from textual import events, on, work
from textual.app import App
from textual.worker import get_current_worker

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.bring import Draft
from studytui.study.deck import StudyDeck
from studytui.study.library import Library
from studytui.study.looking import todays_steps
from studytui.study.outcome import outcome
from studytui.study.rehearsing import Rehearsing
from studytui.study.session import Session
from studytui.ui.screens.bring import BringScreen
from studytui.ui.screens.deck import DeckScreen
from studytui.ui.screens.dialogs import PromptScreen
from studytui.ui.screens.frame import Frame
from studytui.ui.screens.home import HomeScreen
from studytui.ui.screens.preview import PreviewScreen
from studytui.ui.screens.requests import (
    AnswerBy,
    Bring,
    Brought,
    Examine,
    Examined,
    GoOn,
    LookUp,
    NotSaved,
    OpenDeck,
    Refused,
    Rehearse,
    Rehearsed,
    ShowDrills,
    ShowSettings,
    ShowSpeech,
    ShowWeak,
    StepDone,
    StepFormat,
    StopHere,
    Study,
    TakeBack,
    Told,
)
from studytui.ui.screens.speech import SpeechScreen
from studytui.ui.screens.studying import StudyFrame
from studytui.ui.screens.summary import SummaryScreen
from studytui.ui.screens.weak import WeakScreen
from studytui.ui.show.text import clean
from studytui.ui.show.themes import DARK, LIGHT, THEMES

STOPPED = {"SIGHUP": 129, "SIGTERM": 143}
"""Exit codes of an app that was asked to stop from outside, as a shell would give them."""


class StudyApp(App[None]):
    """Which screen follows which.

    A key that is pressed twice before the next screen is there asks twice: each request is taken only from the screens
    that can make it.

    Args:
        library: The library that is open.
        say: Says messages in the person's language.
        rng: Shuffles the boards.
        files: Documents to bring in first.
    """

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "screens/dialogs.tcss"
    TITLE = "studytui"

    def __init__(self, library: Library, say: Catalogue, rng: Random, files: Sequence[str] = ()) -> None:
        super().__init__()
        self._library, self._say, self._rng, self._files = library, say, rng, list(files)
        self._session: Session | None = None
        self._begun: date | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT.name if library.preference("theme") == "light" else DARK.name

    def on_mount(self) -> None:
        """Home first; a closed terminal or a polite kill ends the app in order, the terminal restored."""
        if not self.is_headless:
            loop = asyncio.get_running_loop()
            for name, code in STOPPED.items():
                if hasattr(signal, name):
                    loop.add_signal_handler(getattr(signal, name), self.exit, None, code)
        self.push_screen(HomeScreen(self._say, self._library, self._left_behind))
        self._bring_next()

    async def on_event(self, event: events.Event) -> None:
        """Any key ends the notice that was shown; what the key does may show another."""
        if isinstance(event, events.Key) and isinstance(self.screen, Frame):
            self.screen.quiet()
        await super().on_event(event)

    def _fatal_error(self) -> None:
        """Say in one sentence what a defect means for the person; Textual would print all local variables."""
        error = self._exception or RuntimeError()
        noted = self._library.note_crash("".join(traceback.format_exception(error)))
        said = self._say(
            "studytui has met a defect and had to stop. All answers are saved. What happened is in {file}", file=noted
        )
        self.panic(Text(clean(said)))

    def action_theme(self) -> None:
        """Light or dark, kept for the next start."""
        light = self.theme != LIGHT.name
        self.theme = LIGHT.name if light else DARK.name
        try:
            self._library.prefer("theme", "light" if light else "dark")
        except StudyError as error:
            self._complain(error)

    @on(OpenDeck)
    def _open_deck(self, event: OpenDeck) -> None:
        if not isinstance(self.screen, HomeScreen):
            return
        try:
            deck = self._library.deck(event.name)
        except StudyError as error:
            self._complain(error)
        else:
            self.push_screen(DeckScreen(self._say, self._library, deck))
            self._look_up((deck,))

    @on(ShowDrills)
    def _show_drills(self, event: ShowDrills) -> None:
        from studytui.ui.screens.drills import DrillsScreen  # what the first frame does not need

        if isinstance(self.screen, DeckScreen):
            self.push_screen(DrillsScreen(self._say, self._library, event.deck, event.part, event.name))

    @on(LookUp)
    def _looked_up(self, event: LookUp) -> None:
        self._look_up((event.deck,))

    @on(Rehearse)
    def _rehearse(self, event: Rehearse) -> None:
        from studytui.ui.screens.drills import DrillsScreen  # what the first frame does not need
        from studytui.ui.screens.rehearsing import RehearseScreen

        if self._refuses() or not isinstance(self.screen, DeckScreen | DrillsScreen):
            return
        if isinstance(self.screen, DrillsScreen):
            self.pop_screen()
        self.push_screen(RehearseScreen(self._say, Rehearsing(event.deck, event.run, self._library.now)))

    @on(Rehearsed)
    def _rehearsed(self, event: Rehearsed) -> None:
        """The table of what was said; of nothing there is none."""
        from studytui.ui.screens.rehearsed import RehearsedScreen  # what the first frame does not need
        from studytui.ui.screens.rehearsing import RehearseScreen

        if not isinstance(self.screen, RehearseScreen):
            return
        if event.rehearsing.run.at:
            self.switch_screen(RehearsedScreen(self._say, event.rehearsing))
        else:
            self.pop_screen()

    @on(Examine)
    def _examine(self, event: Examine) -> None:
        from studytui.study.examining import Examining, examinable, paper  # what the first frame does not need
        from studytui.ui.screens.drills import DrillsScreen
        from studytui.ui.screens.examining import ExamScreen

        if self._refuses() or not isinstance(self.screen, DeckScreen | DrillsScreen):
            return
        if isinstance(self.screen, DrillsScreen):
            self.pop_screen()
        deck = event.deck

        def make(length: int, counted: bool) -> Examining:
            words = self._library.known_words(deck)
            items = paper(deck, event.part, length, words, self._rng)
            return Examining(deck, items, words, self._library.now, counted=counted)

        if most := len(examinable(deck, event.part)):
            self.push_screen(ExamScreen(self._say, event.name, most, make))
        else:
            self._tell(message("There is nothing to ask here."))

    @on(Examined)
    def _examined(self, event: Examined) -> None:
        """The scores; of an exam in which nothing was answered there are none."""
        from studytui.ui.screens.examined import ExaminedScreen  # what the first frame does not need
        from studytui.ui.screens.examining import ExamScreen

        if not isinstance(self.screen, ExamScreen):
            return
        if event.exam is not None and event.exam.given:
            self.switch_screen(ExaminedScreen(self._say, event.exam))
        else:
            self.pop_screen()

    @on(ShowSettings)
    def _show_settings(self) -> None:
        from studytui.ui.screens.settings import SettingsScreen  # what the first frame does not need

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(self._say, self._library))

    @work(thread=True, group="words")
    def _look_up(self, decks: Sequence[StudyDeck]) -> None:
        """Look up the words of some decks while the person does something else; what needs them says what failed."""
        worker = get_current_worker()
        for deck in decks:
            with suppress(StudyError):
                self._library.wordbook.found(deck, stopped=lambda: worker.is_cancelled)

    @on(ShowWeak)
    def _show_weak(self, event: ShowWeak) -> None:
        self.push_screen(WeakScreen(self._say, self._library, event.deck))

    @on(ShowSpeech)
    def _show_speech(self, event: ShowSpeech) -> None:
        self.push_screen(SpeechScreen(self._say, event.deck))

    def _refuses(self) -> bool:
        """Say why nothing can be answered or changed, where the library is open to be looked at only."""
        why = self._library.read_only
        if why is not None and isinstance(self.screen, Frame):
            self.screen.complain(why)
        return why is not None

    @on(Bring)
    def _bring(self, event: Bring) -> None:
        if self._refuses():
            return
        if event.text:
            self._preview(lambda: self._library.draft_of_text(event.text))
        elif event.path:
            self._preview(lambda: self._library.draft_of_file(event.path))
        else:
            self.push_screen(BringScreen(self._say))

    @on(Refused)
    def _refused(self, event: Refused) -> None:
        if not isinstance(self.screen, PreviewScreen):
            return
        self.pop_screen()
        self.call_after_refresh(self._complain, event.error)
        self._bring_next()

    @on(Told)
    def _told(self, event: Told) -> None:
        self.call_after_refresh(self._tell, event.said)

    @on(Brought)
    def _brought(self, event: Brought) -> None:
        while not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        self.screen.choose(event.name)
        with suppress(StudyError):
            self._look_up((self._library.deck(event.name),))
        self.call_after_refresh(self._tell, message("{name} is yours now. Space begins.", name=event.name))
        self._bring_next()

    @on(Study)
    def _study(self, event: Study) -> None:
        from studytui.ui.screens.drills import DrillsScreen  # what the first frame does not need
        from studytui.ui.screens.examined import ExaminedScreen
        from studytui.ui.screens.rehearsed import RehearsedScreen

        if isinstance(self.screen, StudyFrame) or self._refuses():
            return
        if isinstance(self.screen, SummaryScreen | DrillsScreen | RehearsedScreen | ExaminedScreen):
            self.pop_screen()
        self._session = Session(event.steps, self._rng, self._library.now)
        self._begun = self._library.today()
        self._look_up(self._session.decks)
        self._show_step()

    @on(GoOn)
    def _go_on(self) -> None:
        """The session that was left today, else what the day has."""
        if not isinstance(self.screen, HomeScreen) or self._refuses():
            return
        if self._waits():
            self._show_step()
            return
        try:
            steps = todays_steps(self._library)
        except StudyError as error:
            self._complain(error)
            return
        if steps:
            self._study(Study(steps))
        else:
            self._tell(message("Done for today. Enter opens a deck to study ahead, w shows what is weak."))

    def _left_behind(self) -> int:
        """How many questions are left in the session that waits to be resumed."""
        return self._session.questions_left if self._session is not None and self._waits() else 0

    def _waits(self) -> bool:
        """Whether a session of today was left, and all its decks are still there."""
        if self._session is None or self._session.step is None or self._begun != self._library.today():
            return False
        return all(self._library.holds(deck) for deck in self._session.decks)

    @on(StepDone)
    def _step_done(self) -> None:
        self._show_step()

    @on(AnswerBy)
    def _answer_by(self, event: AnswerBy) -> None:
        """Answer the card by another drill; where nobody has looked up its words, that is said."""
        session, screen = self._session, self.screen
        if session is None or session.step is None or not isinstance(screen, StudyFrame):
            return
        if session.answer_by(event.drill, self._library.known_words(session.step.deck)):
            self._show_step()
        else:
            screen.tell(message("How this text is read has not been looked up yet; in a moment it is."))

    @on(StepFormat)
    def _step_format(self, event: StepFormat) -> None:
        """Ask the card in another way, which is kept for it."""
        session, screen = self._session, self.screen
        if session is None or session.step is None or not isinstance(screen, StudyFrame):
            return
        try:
            drill = session.step_format(event.by, self._library.known_words(session.step.deck))
        except StudyError as error:
            screen.failed(error)
            return
        if drill is None:
            screen.tell(message("There is no other way to ask this."))
            return
        self._show_step()
        fixed = message("Asked this way from now on: {drill}. F6 leaves it to the app.", drill=drill.title)
        fits = message("Asked as fits again: {drill}.", drill=drill.title)
        self.call_after_refresh(self._tell, fixed if event.by else fits)

    @on(NotSaved)
    def _not_saved(self, event: NotSaved) -> None:
        """Offer another folder; the question stays, and is answered once more."""
        if not isinstance(self.screen, StudyFrame):
            return
        ask = message(
            "{why} Answers can go into another folder until this is mended, such as one on another disk:",
            why=event.error.message,
        )
        self.push_screen(PromptScreen(self._say, ask, "", message("a folder; Esc goes back")), self._save_elsewhere)

    def _save_elsewhere(self, folder: str | None) -> None:
        if not folder:
            return
        try:
            there = self._library.save_elsewhere(folder)
        except StudyError as error:
            self.call_after_refresh(self._complain, error)
            return
        self.call_after_refresh(self._tell, message("Saved in {path} from now on. Answer once more.", path=there))

    @on(StopHere)
    def _stop_here(self) -> None:
        """The session is kept: going on from home resumes it."""
        if isinstance(self.screen, StudyFrame):
            self.pop_screen()
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

        kind, screen = screen_of(step), self.screen
        if isinstance(screen, StudyFrame) and type(screen) is kind:
            screen.ask()
        elif isinstance(self.screen, StudyFrame | SummaryScreen):
            self.switch_screen(kind(self._say, session))
        else:
            self.push_screen(kind(self._say, session))

    @on(TakeBack)
    def _take_back(self) -> None:
        try:
            undone = self._session is not None and self._session.undo()
        except StudyError as error:
            self._complain(error)
            return
        if undone:
            self._show_step()

    def _end(self, session: Session) -> None:
        screen = SummaryScreen(self._say, outcome(session))
        if isinstance(self.screen, StudyFrame):
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
        self._save()

    def _save(self) -> None:
        """Bring the state up to date; where that cannot be, the journals have it all, and the screen says why."""
        try:
            self._library.save()
        except StudyError as error:
            self.screen.call_after_refresh(self._complain, error)

    def _preview(self, make: Callable[[], Draft]) -> None:
        self.push_screen(PreviewScreen(self._say, self._library, make), lambda _: self._bring_next())

    def _bring_next(self) -> None:
        """The next of the documents named at the start."""
        if self._files:
            path = self._files.pop(0)
            self._preview(lambda: self._library.draft_of_file(path))

    def _tell(self, said: Message) -> None:
        if isinstance(self.screen, Frame):
            self.screen.tell(said)

    def _complain(self, error: StudyError) -> None:
        if isinstance(self.screen, Frame):
            self.screen.complain(error)
