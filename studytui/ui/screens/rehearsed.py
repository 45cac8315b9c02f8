"""The end of a rehearsal: planned and used time of each section, and where a word was needed."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.drills.rehearse import sections
from studytui.messages import message
from studytui.study.asking import target
from studytui.study.plan import for_cards
from studytui.study.rehearsing import Rehearsing
from studytui.ui.screens.result import LEAVE, ResultFrame
from studytui.ui.screens.study_requests import Study
from studytui.ui.show.text import padded, width
from studytui.ui.show.times import ahead_or_behind, clock
from studytui.ui.widgets.line import Line, Rule

COLUMN = 8
"""Cells of a column of figures."""


class RehearsedScreen(ResultFrame):
    """The table of a run; it is written when this is shown, and can be taken back from here."""

    BINDINGS = [
        Binding("space", "drill", "Drill these", tooltip="Recall the points that needed a word"),
        Binding("r", "again", "Save again", tooltip="Try once more to save what was said"),
        Binding("u", "undo", "Undo", tooltip="Take the rehearsal back, as if it had not been"),
        *LEAVE,
    ]
    CSS_PATH = "rehearsed.tcss"

    def __init__(self, say: Catalogue, rehearsing: Rehearsing) -> None:
        super().__init__(say, rehearsing, message("The rehearsal is taken back."))
        self._rehearsing, self._prompted = rehearsing, rehearsing.prompted()

    def body(self) -> ComposeResult:
        """A line for each section, one for all, then the points that needed a word."""
        run = self._rehearsing.run
        with VerticalScroll(can_focus=False):
            yield Line()
            yield Line(right=_figures(self.say("planned"), self.say("used"), self.say("words")), classes="faint")
            outline = self._rehearsing.deck.outline
            for node, planned, used, prompts in sections(run, outline):
                name = numbered(outline.nodes[node].marker, outline.nodes[node].text)
                yield Line(name, _figures(clock(planned), clock(used), str(prompts)))
            yield Rule()
            words = str(sum(stop.prompts for stop in run.stops))
            yield Line(self.say("all of it"), _figures(clock(run.planned), clock(run.used), words), classes="sum")
            yield from self._needed()

    def on_mount(self) -> None:
        """Say what it was."""
        run = self._rehearsing.run
        self.head.left = f"{self.say('Rehearsal')}   {self._rehearsing.deck.title}"
        done = self.say("{done}/{all} points said", done=run.at, all=len(run.stops))
        self.head.right = f"{done}   {ahead_or_behind(run.behind, self.say)}"

    def can_be_drilled(self) -> bool:
        """Whether a word was needed anywhere."""
        return self._rehearsing.unit is not None and bool(self._prompted)

    def drill(self) -> None:
        """Recall what needed a word, now."""
        deck = self._rehearsing.deck
        self.post_message(Study(for_cards((deck, card) for card in self._prompted)))

    def _needed(self) -> Iterator[Line]:
        if not self._prompted:
            return
        yield Line()
        yield Line(self.say("First in the next session, since a word was needed:"), classes="faint")
        prompts = {stop.node: stop.prompts for stop in self._rehearsing.run.stops}
        outline = self._rehearsing.deck.outline
        for card in self._prompted:
            node = target(card)
            name = numbered(outline.nodes[node].marker, outline.nodes[node].text)
            yield Line(f"  {name}", self.say("{n} word shown", plural="{n} words shown", n=prompts[node]))


def _figures(*columns: str) -> str:
    return "".join(" " * max(1, COLUMN - width(one)) + padded(one, width(one)) for one in columns)
