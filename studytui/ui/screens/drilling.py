"""What the screens of the drills share: a question is asked, left in the middle, gone on with, taken back."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from studytui.cards.label import numbered
from studytui.drills.lines import Line as Numbered
from studytui.messages import Message
from studytui.study.asking import Asked
from studytui.study.moment import Begun
from studytui.study.reasons import why_now
from studytui.study.steps import Drilled
from studytui.ui.screens.pages import MARGIN, question
from studytui.ui.screens.rating import LOW, RatedFrame
from studytui.ui.show.text import fit
from studytui.ui.widgets.line import Line, Remark, Rule
from studytui.ui.widgets.page import Page
from studytui.ui.widgets.ratings import RatingBar
from studytui.ui.widgets.typed import AnswerLine


class DrillFrame(RatedFrame):
    """Asks one question of a drill. Nothing of the answer is on the screen before it is given.

    A screen of a kind says what it asks (`put`), takes the answer, and hands over what it means (`marked`).
    """

    AUTO_FOCUS = None  # a line that is not shown would take the keys
    CSS_PATH = "drilling.tcss"

    def body(self) -> ComposeResult:
        """The question, what the drill is answered by, what the answer came to."""
        with VerticalScroll(can_focus=False):
            yield Page(id="question")
            yield from self.answering()
        yield Remark(id="said")
        yield Rule()
        yield RatingBar(self.say)

    def answering(self) -> Iterable[Widget]:
        """What the drill is answered by."""
        return ()

    def on_mount(self) -> None:
        """Show the question."""
        self.ask()

    def ask(self) -> None:
        """Show what the session asks now."""
        step, asked = self.session.step, self.session.asked
        if not isinstance(step, Drilled) or asked is None:
            return
        self.open()
        self.say_of_answer("")
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.put(step, asked)
        begun, spent = self.session.take_held()
        if begun:
            self.resume(begun)
        self.show_ratings()
        self.begin(spent)

    def put(self, step: Drilled, asked: Asked) -> None:
        """Show a question."""
        raise NotImplementedError

    def reopened(self) -> None:
        """The answer was taken back before it was rated: the question is open again, without what was said last."""
        before = self.begun()[:-1]
        self.ask()
        if before:
            self.resume(before)

    def begun(self) -> tuple[Begun, ...]:
        """What was said so far, each state after the one that undo goes back to; nothing where it is said at once."""
        return ()

    def resume(self, begun: Sequence[Begun]) -> None:
        """Go on from what was said so far; there is at least one state."""

    def head_of(self, step: Drilled, home: int | None) -> None:
        """Say which drill this is and under which heading; the deck's name where a heading would be the answer."""
        self.head_for(step, home, step.drill)

    def show_question(
        self, above: Sequence[Numbered], group: str, cue: str, task: Message, *, whole: bool = True
    ) -> None:
        """The heading, the name of the group, what is asked about, and what is to be done.

        Args:
            above: The headings, outermost first.
            group: The name of the group, where it has one.
            cue: What is asked about.
            task: What is to be done.
            whole: Whether what has no heading above stands under the title of the document.
        """
        over = (numbered(above[-1].marker, above[-1].text) if above else "") or (self.step.deck.title if whole else "")
        if self.app.size.height < LOW:
            over = fit(over, self.app.size.width - 2 * MARGIN)
        self.query_one("#question", Page).blocks = question(over, group, cue, self.say.say(task))

    def see_end(self) -> None:
        """What comes last, such as what is being typed, is in view."""
        self.call_after_refresh(self.query_one(VerticalScroll).scroll_end, animate=False)

    def say_of_answer(self, text: str, right: str = "") -> None:
        """Say what the answer was."""
        line = self.query_one("#said", Line)
        line.left, line.right = f"{' ' * MARGIN}{text}" if text else "", right

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What changes the card needs the answer not to be given."""
        if action in ("decide", "why", "answer"):
            return self.is_open
        return super().check_action(action, parameters)

    def may_step(self) -> bool:
        """As long as the question is open."""
        return self.is_open and len(self.step.cards) == 1

    def action_undo(self) -> None:
        """Take back the answer that is not rated yet, else the last one that is."""
        if self.is_marked:
            since = self._since
            self.reopened()
            self._since = since  # the time that was spent on it stays spent
        elif self.is_open:
            super().action_undo()

    def action_undo_after(self) -> None:
        """Take back the answer that is not rated yet."""
        self.action_undo()

    def action_leave(self) -> None:
        """Stop here; an answer that was given counts as proposed, one that was begun is gone on with."""
        if self.is_marked and not self.write():
            return
        if self.is_open:
            self.session.hold(self.begun(), self.taken())
        super().action_leave()

    async def action_answer(self) -> None:
        """Take what stands in the line as the answer, as its own Enter does; this is for a click on the key."""
        await self.query_one(AnswerLine).action_submit()

    def action_why(self) -> None:
        """Say why this is asked now."""
        reason = why_now(self.step.deck, self.step.card)
        self.say_of_answer(self.say("Why now: {reason}", reason=self.say.say(reason)))

    def action_scroll(self, lines: int) -> None:
        """Move what is longer than the screen."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
