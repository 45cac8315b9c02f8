"""Rehearse: one point at a time, a clock against the plan, and a word of the point only where it is asked for."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.drills.rehearse import Stop
from studytui.messages import message
from studytui.study.rehearsing import Rehearsing
from studytui.ui.screens.frame import HELP, Frame
from studytui.ui.screens.study_requests import Rehearsed
from studytui.ui.show.text import fit
from studytui.ui.show.times import ahead_or_behind, clock
from studytui.ui.widgets.line import Line, Rule
from studytui.ui.widgets.page import Block, Page

MARGIN = 8
BEAT = 0.5
"""So many seconds pass at most until the clock shows the next one."""
TITLE = 40


class RehearseScreen(Frame):
    """The place of the point is shown, and of the point itself as many words as were asked for."""

    BINDINGS = [
        Binding("space,enter", "said", "Said, next", key_display="Space", tooltip="This point is said; on to the next"),
        Binding("tab,h", "prompt", "A word", key_display="Tab", tooltip="One word more of this point"),
        Binding("backspace,left", "back", "Point before", key_display="Left", tooltip="Say the point before once more"),
        HELP,
        Binding("escape", "stop", "Stop", tooltip="Stop here; what was said is kept"),
    ]
    CSS_PATH = "rehearsing.tcss"

    def __init__(self, say: Catalogue, rehearsing: Rehearsing) -> None:
        super().__init__(say)
        self._rehearsing = rehearsing

    def body(self) -> ComposeResult:
        """The place, the words that were asked for, the clocks."""
        with VerticalScroll(can_focus=False):
            yield Page()
        yield Line(id="before", classes="faint")
        yield Rule()
        yield Line(id="clock")
        yield Line(id="whole")

    def on_mount(self) -> None:
        """The clock runs from here."""
        self._rehearsing.begin()
        self.set_interval(BEAT, self._show_clock)
        self._show()

    def action_said(self) -> None:
        """On to the next point; behind the last one comes the table."""
        self._rehearsing.said()
        if self._rehearsing.run.done:
            self.action_stop()
        else:
            self._show()

    def action_prompt(self) -> None:
        """One word more."""
        self._rehearsing.prompt()
        self._show()

    def action_back(self) -> None:
        """The point before once more."""
        if self._rehearsing.run.at:
            self._rehearsing.back()
            self._show()
        else:
            self.tell(message("This is the first point."))

    def action_stop(self) -> None:
        """Stop here; what was said is kept."""
        self.post_message(Rehearsed(self._rehearsing))

    def _show(self) -> None:
        run = self._rehearsing.run
        if run.done:
            return
        stop = run.stops[run.at]
        name = fit(self._rehearsing.deck.title, TITLE)
        self.head.left = f"{self.say('Rehearse')}   {name}"
        self.head.right = f"{run.at + 1}/{len(run.stops)}"
        self.query_one(Page).blocks = [*self._place(stop), *self._prompted(stop, run.prompt)]
        before = run.stops[run.at - 1].line if run.at else None
        said = numbered(before.marker, before.text) if before else ""
        self.query_one("#before", Line).left = (
            f"{' ' * (MARGIN - 1)}{self.say('said: {text}', text=said)}" if said else ""
        )
        self._show_clock()

    def _place(self, stop: Stop) -> list[Block]:
        """The headings above, the name of the group, and the number of what is to be said."""
        over = [Block(numbered(one.marker, one.text), MARGIN, "$text-muted", space=True) for one in stop.above]
        outline = self._rehearsing.deck.outline
        if name := outline.about(outline.parents[stop.node], outline.nodes[stop.node].group).name:
            over.append(Block(name, MARGIN, "$text-muted"))
        return [*over, Block(stop.line.marker or "…", MARGIN, "bold", space=True)]

    def _prompted(self, stop: Stop, prompt: str) -> list[Block]:
        if not prompt:
            return []
        count = self.say("{n} word shown", plural="{n} words shown", n=stop.prompts)
        return [Block(prompt, MARGIN, "bold $accent", space=True), Block(count, MARGIN, "$text-muted", space=True)]

    def _show_clock(self) -> None:
        now = self._rehearsing
        if now.run.done:
            return
        here, whole = self.query_one("#clock", Line), self.query_one("#whole", Line)
        planned = clock(now.run.stops[now.run.at].planned)
        here.left = self.say("this point {used} of {planned}", used=clock(now.elapsed), planned=planned)
        whole.left = self.say("all of it {used} of {planned}", used=clock(now.used), planned=clock(now.run.planned))
        whole.right = ahead_or_behind(now.behind, self.say)
