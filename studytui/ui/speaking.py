"""Rehearsals and exams: from a part of a deck to what came of them."""

from random import Random

from studytui.catalogue import Catalogue
from studytui.messages import message
from studytui.study.library import Library
from studytui.ui.screens.deck import DeckScreen
from studytui.ui.screens.study_requests import Examine, Examined, Rehearse, Rehearsed
from studytui.ui.shown import Shown


class Speaking:
    """Opens the screens of rehearsals and exams.

    Args:
        shown: The screens.
        library: The library.
        say: Says messages in the person's language.
        rng: Chooses the questions.
    """

    def __init__(self, shown: Shown, library: Library, say: Catalogue, rng: Random) -> None:
        self._shown, self._library, self._say, self._rng = shown, library, say, rng

    def rehearse(self, event: Rehearse) -> None:
        """Begin a rehearsal."""
        from studytui.study.rehearsing import Rehearsing  # what most sessions do not need
        from studytui.ui.screens.rehearsing import RehearseScreen

        if self._leave_drills():
            screen = RehearseScreen(self._say, Rehearsing(event.deck, event.run, self._library.now))
            self._shown.app.push_screen(screen)

    def rehearsed(self, event: Rehearsed) -> None:
        """The table of what was said; of nothing there is none."""
        from studytui.ui.screens.rehearsed import RehearsedScreen  # what most sessions do not need
        from studytui.ui.screens.rehearsing import RehearseScreen

        if not isinstance(self._shown.screen, RehearseScreen):
            return
        if event.rehearsing.run.at:
            self._shown.app.switch_screen(RehearsedScreen(self._say, event.rehearsing))
        else:
            self._shown.app.pop_screen()

    def examine(self, event: Examine) -> None:
        """Begin an exam."""
        from studytui.study.examining import Examining, examinable, paper  # what most sessions do not need
        from studytui.ui.screens.examining import ExamScreen

        if not self._leave_drills():
            return
        deck = event.deck

        def make(length: int, counted: bool) -> Examining:
            words = self._library.known_words(deck)
            items = paper(deck, event.part, length, words, self._rng)
            return Examining(deck, items, words, self._library.now, counted=counted)

        if most := len(examinable(deck, event.part)):
            self._shown.app.push_screen(ExamScreen(self._say, event.name, most, make))
        else:
            self._shown.tell(message("There is nothing to ask here."))

    def examined(self, event: Examined) -> None:
        """The scores; of an exam in which nothing was answered there are none."""
        from studytui.ui.screens.examined import ExaminedScreen  # what most sessions do not need
        from studytui.ui.screens.examining import ExamScreen

        if not isinstance(self._shown.screen, ExamScreen):
            return
        if event.exam is not None and event.exam.given:
            self._shown.app.switch_screen(ExaminedScreen(self._say, event.exam))
        else:
            self._shown.app.pop_screen()

    def _leave_drills(self) -> bool:
        """Whether it may begin here: over a deck, or from the list of its drills, which closes."""
        from studytui.ui.screens.drills import DrillsScreen  # what most sessions do not need

        if self._shown.refuses() or not isinstance(self._shown.screen, DeckScreen | DrillsScreen):
            return False
        if isinstance(self._shown.screen, DrillsScreen):
            self._shown.app.pop_screen()
        return True
