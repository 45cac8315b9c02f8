"""Count: how many points has a heading? A number is typed, or clicked."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from studytui.drills import count
from studytui.drills.signs import HOW_MANY
from studytui.messages import message
from studytui.study.asking import Asked
from studytui.study.steps import Drilled
from studytui.ui.screens.drill_keys import ACCEPT, ANSWER, RATE, SPACE, UNDO_AFTER, UNDO_AMONG_LETTERS
from studytui.ui.screens.drilling import DrillFrame
from studytui.ui.screens.frame import HELP_AMONG_LETTERS
from studytui.ui.screens.studying import STOP
from studytui.ui.widgets.figures import IN_ROW, FiguresView
from studytui.ui.widgets.typed import AnswerLine


class CountScreen(DrillFrame):
    """A line for a number, written in any way; below it numbers to click."""

    BINDINGS = [ANSWER, ACCEPT, SPACE, *RATE, UNDO_AMONG_LETTERS, UNDO_AFTER, HELP_AMONG_LETTERS, STOP]

    def answering(self) -> Iterable[Widget]:
        """The line and the numbers."""
        return (AnswerLine(), FiguresView())

    def put(self, step: Drilled, asked: Asked) -> None:
        """Ask for the number of points."""
        if not isinstance(asked, count.Question):
            raise TypeError(asked)
        self.head_of(step, step.card.home)
        self.show_question(asked.above, asked.group, "", HOW_MANY)
        # As many numbers whatever the answer is: the longest run of the deck has one too.
        longest = max(len(members) for _, _, members in step.deck.outline.runs())
        self.query_one(FiguresView).most = IN_ROW * max(2, -(-longest // IN_ROW))
        line = self.query_one(AnswerLine)
        line.placeholder = self.say("a number, then Enter")
        line.disabled, line.value = False, ""
        line.focus()
        self.see_end()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        if count.is_number(event.value):
            self._answer(event.value)
        else:
            self.tell(message("A number, please; Esc stops."))

    @on(FiguresView.Clicked)
    def _clicked_figure(self, event: FiguresView.Clicked) -> None:
        self._answer(str(event.number))

    def _answer(self, given: str) -> None:
        asked = self.session.asked
        if not isinstance(asked, count.Question) or not self.is_open:
            return
        line = self.query_one(AnswerLine)
        line.value, line.disabled = given, True
        self.set_focus(None)
        mark = count.mark(asked, given)
        if mark.rating > 1:
            self.say_of_answer(self.say("right"))
        else:
            self.say_of_answer(self.say("wrong: {answer}", answer=asked.points))
        self.marked((mark,))
