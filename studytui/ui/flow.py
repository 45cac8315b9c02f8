"""Which screen follows which: what the screens ask of the app is done here."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import singledispatchmethod
from random import Random

from textual.app import App

from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import message
from studytui.study.bring import Draft
from studytui.study.entrance import Entrance
from studytui.study.library import Library
from studytui.ui.screens.deck import DeckScreen
from studytui.ui.screens.frame import Frame
from studytui.ui.screens.home import HomeScreen
from studytui.ui.screens.requests import Bring, GoOn, OpenDeck, Request, ShowSettings, ShowWeak
from studytui.ui.screens.speech import SpeechScreen
from studytui.ui.screens.study_requests import (
    AnswerBy,
    Brought,
    Changed,
    Examine,
    Examined,
    LookedUp,
    LookUp,
    NotSaved,
    Refused,
    Rehearse,
    Rehearsed,
    ShowDrills,
    ShowSpeech,
    StepDone,
    StepFormat,
    StopHere,
    Study,
    TakeBack,
    Told,
)
from studytui.ui.screens.studying import StudyFrame
from studytui.ui.screens.weak import WeakScreen
from studytui.ui.sessions import Sessions
from studytui.ui.shown import Shown
from studytui.ui.speaking import Speaking


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
        self._app, self._say, self._files = app, say, list(files)
        self.library = entrance if isinstance(entrance, Library) else Library.beyond(entrance)
        self._shown = Shown(app, self.library)
        self._sessions = Sessions(self._shown, self.library, say, rng)
        self._speaking = Speaking(self._shown, self.library, say, rng)

    @singledispatchmethod
    def take(self, request: Request) -> None:
        """Do what a screen asks for."""
        raise TypeError(request)

    @take.register
    def _open_deck(self, event: OpenDeck) -> None:
        if not isinstance(self._shown.screen, HomeScreen):
            return
        try:
            deck = self.library.deck(event.name)
        except StudyError as error:
            self._shown.complain(error)
        else:
            self._app.push_screen(DeckScreen(self._say, self.library, deck))
            self._shown.look_up((deck,))

    @take.register
    def _show_drills(self, event: ShowDrills) -> None:
        from studytui.ui.screens.drills import DrillsScreen  # what the first frame does not need

        if isinstance(self._shown.screen, DeckScreen):
            self._app.push_screen(DrillsScreen(self._say, self.library, event))

    @take.register
    def _show_settings(self, _: ShowSettings) -> None:
        from studytui.ui.screens.settings import SettingsScreen  # what the first frame does not need

        if not isinstance(self._shown.screen, SettingsScreen):
            self._app.push_screen(SettingsScreen(self._say, self.library))

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

    @take.register
    def _bring(self, event: Bring) -> None:
        if self._shown.refuses():
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

        if not isinstance(self._shown.screen, PreviewScreen):
            return
        self._app.pop_screen()
        self._app.call_after_refresh(self._shown.complain, event.error)
        self.bring_next()

    @take.register
    def _told(self, event: Told) -> None:
        self._app.call_after_refresh(self._shown.tell, event.said)

    @take.register
    def _brought(self, event: Brought) -> None:
        while not isinstance(self._shown.screen, HomeScreen):
            self._app.pop_screen()
        self._shown.screen.choose(event.name)
        with suppress(StudyError):
            self._shown.look_up((self.library.deck(event.name),))
        self._app.call_after_refresh(self._shown.tell, message("{name} is yours now. Space begins.", name=event.name))
        self.bring_next()

    @take.register
    def _to_look_up(self, event: LookUp) -> None:
        self._shown.look_up((event.deck,))

    @take.register
    def _step_format(self, event: StepFormat) -> None:
        self._sessions.step_format(event.by)

    @take.register
    def _rehearse(self, event: Rehearse) -> None:
        self._speaking.rehearse(event)

    @take.register
    def _rehearsed(self, event: Rehearsed) -> None:
        self._speaking.rehearsed(event)

    @take.register
    def _examine(self, event: Examine) -> None:
        self._speaking.examine(event)

    @take.register
    def _examined(self, event: Examined) -> None:
        self._speaking.examined(event)

    @take.register
    def _changed(self, event: Changed) -> None:
        """Show what has become of the points, over the deck or home, whichever the change began at."""
        from studytui.ui.screens.changes import ChangesScreen  # what most sessions do not need

        while not isinstance(self._shown.screen, HomeScreen | DeckScreen):
            self._app.pop_screen()
        self._shown.look_up((event.matches.deck,))
        self._app.push_screen(ChangesScreen(self._say, event.matches, self.library.settings))
        self.bring_next()

    @take.register
    def _study(self, event: Study) -> None:
        self._sessions.study(event.steps)

    @take.register
    def _go_on(self, event: GoOn) -> None:
        self._sessions.go_on(event.rows)

    @take.register
    def _step_done(self, _: StepDone) -> None:
        self._sessions.show_step()

    @take.register
    def _answer_by(self, event: AnswerBy) -> None:
        self._sessions.answer_by(event.drill)

    @take.register
    def _not_saved(self, event: NotSaved) -> None:
        self._sessions.not_saved(event.error)

    @take.register
    def _stop_here(self, _: StopHere) -> None:
        self._sessions.stop()

    @take.register
    def _take_back(self, _: TakeBack) -> None:
        self._sessions.take_back()

    def left_behind(self) -> int:
        """How many questions are left in the session that waits to be resumed."""
        return self._sessions.left_behind()

    def _preview(self, make: Callable[[Callable[[], bool]], Draft], update: str = "") -> None:
        from studytui.ui.screens.preview import PreviewScreen  # what most sessions do not need

        self._app.push_screen(PreviewScreen(self._say, self.library, make, update), lambda _: self.bring_next())

    def bring_next(self) -> None:
        """The next of the documents named at the start."""
        if self._files:
            path = self._files.pop(0)
            self._preview(lambda stopped: self.library.draft_of_file(path, stopped))
