"""The first meeting: the new points of a group, to be read before they are asked."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from studytui.cards.label import part
from studytui.study.steps import Read
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.pages import points
from studytui.ui.screens.study_requests import StepDone
from studytui.ui.screens.studying import STOP, UNDO, StudyFrame
from studytui.ui.widgets.line import Line
from studytui.ui.widgets.page import Page


class ReadScreen(StudyFrame):
    """Points to read. What follows is said in the last line."""

    BINDINGS = [
        Binding("space,enter", "on", "I have read it"),
        UNDO,
        HELP,
        STOP,
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]
    CSS_PATH = "read.tcss"

    def body(self) -> ComposeResult:
        """The points, and what comes next."""
        with VerticalScroll(can_focus=False):
            yield Page()
        yield Line(id="next", classes="faint")

    def on_mount(self) -> None:
        """Show the points."""
        self.ask()

    def ask(self) -> None:
        """Show what the session wants read now."""
        step = self.session.step
        if not isinstance(step, Read):
            return
        outline = step.deck.outline
        self.head_for(step, step.home)
        self.head.left = f"{self.say('New')}   {part(outline, step.home, step.group)}"
        self.query_one(Page).blocks = points(outline, step.nodes)
        self.query_one("#next", Line).left = self.say("Read them slowly. Next they are matched, then recalled.")
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_on(self) -> None:
        """They have been read."""
        self.session.read_on()
        self.post_message(StepDone())

    def action_scroll(self, lines: int) -> None:
        """Move the page."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
