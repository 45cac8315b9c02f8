"""Which screen follows which in a session, and how it ends, is left, and is gone on with."""

from collections.abc import Sequence
from datetime import date
from random import Random

from studytui.catalogue import Catalogue
from studytui.drills.drill import Drill
from studytui.errors import StudyError
from studytui.messages import message
from studytui.study.library import Library
from studytui.study.looking import todays_steps
from studytui.study.outcome import outcome
from studytui.study.session import Session
from studytui.study.steps import Step
from studytui.study.summary import Summary
from studytui.ui.screens.dialogs import PromptScreen
from studytui.ui.screens.home import HomeScreen
from studytui.ui.screens.result import ResultFrame
from studytui.ui.screens.studying import StudyFrame
from studytui.ui.screens.summary import SummaryScreen
from studytui.ui.shown import Shown


class Sessions:
    """The session that goes on, or was left today.

    Args:
        shown: The screens.
        library: The library.
        say: Says messages in the person's language.
        rng: Shuffles the boards.
    """

    def __init__(self, shown: Shown, library: Library, say: Catalogue, rng: Random) -> None:
        self._shown, self._library, self._say, self._rng = shown, library, say, rng
        self._session: Session | None = None
        self._begun: date | None = None

    def study(self, steps: Sequence[Step]) -> None:
        """Begin a session; one of the same that was left today is gone on with."""
        from studytui.ui.screens.changes import ChangesScreen  # what few need
        from studytui.ui.screens.drills import DrillsScreen
        from studytui.ui.screens.examined import ExaminedScreen
        from studytui.ui.screens.rehearsed import RehearsedScreen

        if isinstance(self._shown.screen, StudyFrame) or self._shown.refuses():
            return
        over = SummaryScreen | DrillsScreen | ChangesScreen | RehearsedScreen | ExaminedScreen
        if isinstance(self._shown.screen, over):
            self._shown.app.pop_screen()
        if self._session is not None and self._waits() and self._session.goes_on_with(steps):
            self._session.take_words(steps)
            self.show_step()
            said = message("Going on where you stopped.")
            self._shown.app.call_after_refresh(self._shown.tell, said)
            return
        self._session = Session(steps, self._rng, self._library.now)
        self._begun = self._library.today()
        self._shown.look_up(self._session.decks)
        self.show_step()

    def go_on(self, rows: Sequence[Summary]) -> None:
        """The session that was left today, else what the day has, where the decks were counted before."""
        if not isinstance(self._shown.screen, HomeScreen) or self._shown.refuses():
            return
        if self._session is not None and self._waits():
            self._session.leave_out()
            self.show_step()
            return
        try:
            steps = todays_steps(self._library, rows)
        except StudyError as error:
            self._shown.complain(error)
            return
        if steps:
            self.study(steps)
        else:
            self._shown.tell(message("Done for today. Enter opens a deck to study ahead, w shows what is weak."))

    def left_behind(self) -> int:
        """How many questions are left in the session that waits to be resumed."""
        return self._session.questions_left if self._session is not None and self._waits() else 0

    def _waits(self) -> bool:
        """Whether a session of today was left, and all its decks are still there."""
        if self._session is None or self._session.step is None or self._begun != self._library.today():
            return False
        return all(self._library.holds(deck) for deck in self._session.decks)

    def answer_by(self, drill: Drill) -> None:
        """Answer the card by another drill; where nobody has looked up its words, that is said."""
        session, screen = self._session, self._shown.screen
        if session is None or session.step is None or not isinstance(screen, StudyFrame):
            return
        if session.answer_by(drill, self._library.known_words(session.step.deck)):
            self.show_step()
        else:
            screen.tell(message("How this text is read has not been looked up yet; in a moment it is."))

    def step_format(self, by: int) -> None:
        """Ask the card in another way, which is kept for it."""
        session, screen = self._session, self._shown.screen
        if session is None or session.step is None or not isinstance(screen, StudyFrame):
            return
        try:
            drill = session.step_format(by, self._library.known_words(session.step.deck))
        except StudyError as error:
            screen.failed(error)
            return
        if drill is None:
            screen.tell(message("There is no other way to ask this."))
            return
        self.show_step()
        fixed = message("Asked this way from now on: {drill}. F6 leaves it to the app.", drill=drill.title)
        fits = message("Asked as fits again: {drill}.", drill=drill.title)
        self._shown.app.call_after_refresh(self._shown.tell, fixed if by else fits)

    def not_saved(self, error: StudyError) -> None:
        """Offer another folder; a question stays, and is answered once more, a result is saved there at once."""
        screen = self._shown.screen
        if not isinstance(screen, StudyFrame | ResultFrame):
            return
        ask = message(
            "{why} Answers can go into another folder until this is mended, such as one on another disk:",
            why=error.message,
        )
        self._shown.app.push_screen(
            PromptScreen(self._say, ask, "", message("a folder; Esc goes back")),
            lambda folder: self._save_elsewhere(screen, folder),
        )

    def _save_elsewhere(self, screen: StudyFrame | ResultFrame, folder: str | None) -> None:
        if not folder:
            return
        try:
            there = self._library.save_elsewhere(folder)
        except StudyError as error:
            self._shown.app.call_after_refresh(self._shown.complain, error)
            return
        if isinstance(screen, ResultFrame):
            screen.action_again()
            said = message("Saved in {path}; what is answered from now on goes there too.", path=there)
        else:
            said = message("Answer once more: it is saved in {path} from now on.", path=there)
        self._shown.app.call_after_refresh(self._shown.tell, said)

    def stop(self) -> None:
        """The session is kept: going on from home resumes it."""
        if isinstance(self._shown.screen, StudyFrame):
            self._shown.app.pop_screen()
            self._save()

    def show_step(self) -> None:
        """Show what the session has come to, on the screen that shows such steps."""
        session = self._session
        if session is None:
            return
        step = session.step
        if step is None:
            self._end(session)
            return
        from studytui.ui.screens.steps import screen_of  # what the first frame does not need

        kind, screen = screen_of(step), self._shown.screen
        if isinstance(screen, StudyFrame) and type(screen) is kind:
            screen.ask()
        elif isinstance(self._shown.screen, StudyFrame | SummaryScreen):
            self._shown.app.switch_screen(kind(self._say, session))
        else:
            self._shown.app.push_screen(kind(self._say, session))

    def take_back(self) -> None:
        """Take back the last answer of the session that has just ended."""
        try:
            undone = self._session is not None and self._session.undo()
        except StudyError as error:
            self._shown.complain(error)
            return
        if undone:
            self.show_step()

    def _end(self, session: Session) -> None:
        screen = SummaryScreen(self._say, outcome(session))
        if isinstance(self._shown.screen, StudyFrame):
            self._shown.app.switch_screen(screen)
        else:
            self._shown.app.push_screen(screen)
        self._save()

    def _save(self) -> None:
        """Bring the state up to date; where that cannot be, the journals have it all, and the screen says why."""
        try:
            self._library.save()
        except StudyError as error:
            self._shown.screen.call_after_refresh(self._shown.complain, error)
