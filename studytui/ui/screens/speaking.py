"""From the outline to saying it: a rehearsal of the part under the cursor or of all."""

from collections.abc import Sequence

from textual import work
from textual.binding import Binding

from studytui.drills import timing
from studytui.drills.rehearse import PACE
from studytui.errors import StudyError
from studytui.messages import message
from studytui.ui.screens.deciding import DecidingFrame
from studytui.ui.screens.dialogs import PromptScreen
from studytui.ui.screens.study_requests import LookUp, Rehearse

SPEAK = (
    Binding("g", "rehearse", "Rehearse", tooltip="Say the part under the cursor against the clock"),
    Binding("G", "rehearse_all", "Rehearse", show=False, tooltip="Say the whole speech against the clock"),
    Binding("m", "want", "By heart", show=False, tooltip="Learn the text of this part word for word, or no more"),
)
TIMING = "timing"
"""The choice that is kept: how long a rehearsal shall take."""


class SpeakingFrame(DecidingFrame):
    """A screen from which a part can be said."""

    def action_want(self) -> None:
        """Learn the texts under the cursor word for word; where all of them are learnt, no more."""
        if self.refuses():
            return
        deck = self.deck()
        nodes = [node for node in self.nodes() if deck.outline.nodes[node].body]
        if not nodes:
            self.tell(message("There is no text below this."))
            return
        more = [node for node in nodes if not deck.wants(node)]
        n = len(more or nodes)
        said = (
            message("{n} text is learnt word for word.", plural="{n} texts are learnt word for word.", n=n)
            if more
            else message("{n} text is not asked any more.", plural="{n} texts are not asked any more.", n=n)
        )
        self.write_decision(lambda: deck.want(more or nodes, on=bool(more)), said)
        if more:
            self.post_message(LookUp(deck))

    def action_rehearse(self) -> None:
        """Rehearse the part under the cursor."""
        self._rehearse(self.nodes())

    def action_rehearse_all(self) -> None:
        """Rehearse the whole speech."""
        self._rehearse(range(len(self.deck().outline.nodes)))

    @work(group="dialog")
    async def _rehearse(self, nodes: Sequence[int]) -> None:
        """Ask how long it shall take, then begin."""
        if not nodes or not self.is_current or self.refuses():
            return
        outline = self.deck().outline
        ask = message(
            "How long shall it take? A pace in characters a minute, such as 220; or minutes, such as 12m;"
            " or minutes for each section ({n} here), such as 5m 4m.",
            n=len(timing.outermost(outline, nodes)),
        )
        kept = self.library.preference(TIMING) or str(PACE)
        answer = await self.app.push_screen_wait(PromptScreen(self.say, ask, kept, message("220")))
        if answer is None:
            return
        read = timing.read(answer)
        run = timing.planned(outline, nodes, read) if read is not None else None
        if read is None or run is None:
            self.complain(message("“{text}” is neither a pace (220) nor minutes (12m).", text=answer))
            return
        try:
            if not read.minutes:  # a time for this part says nothing about another
                self.library.prefer(TIMING, answer)
        except StudyError as error:
            self.complain(error)
        self.post_message(Rehearse(self.deck(), run))
