"""The end of an exam: a score for each section, what to do about it, and what was missed."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from studytui.cards.label import label, numbered
from studytui.catalogue import Catalogue
from studytui.drills.exam import PASSED, SHAKY, Score
from studytui.messages import Message, message
from studytui.study.examining import Examining
from studytui.study.plan import for_cards
from studytui.ui.screens.result import LEAVE, ResultFrame
from studytui.ui.screens.study_requests import Study
from studytui.ui.show.glyphs import percent
from studytui.ui.widgets.line import Line, Rule

KNOWN = message("known")
AGAIN = message("look at it again")
LEARN = message("learn it again")


class ExaminedScreen(ResultFrame):
    """The scores; the exam is written when this is shown, and can be taken back from here."""

    BINDINGS = [
        Binding("space", "drill", "Drill the missed", tooltip="Recall exactly what was missed"),
        Binding("r", "again", "Save again", tooltip="Try once more to save what was answered"),
        Binding("u", "undo", "Undo", tooltip="Take the exam back, as if it had not been"),
        *LEAVE,
    ]
    CSS_PATH = "examined.tcss"

    def __init__(self, say: Catalogue, exam: Examining) -> None:
        super().__init__(say, exam, message("The exam is taken back."))
        self._exam = exam
        self._missed = exam.missed()

    def body(self) -> ComposeResult:
        """A line for each section, one for all, then what was missed."""
        scores = self._exam.scores()
        asked, points = sum(score.asked for score in scores), sum(score.points for score in scores)
        with VerticalScroll(can_focus=False):
            yield Line()
            for score in scores:
                yield Line(self._section(score), self._figures(score))
            yield Rule()
            yield Line(self.say("all of it"), self._share(points, asked), classes="sum")
            yield from self._wrong()

    def on_mount(self) -> None:
        """Say what it was."""
        self.head.left = f"{self.say('Exam')}   {self._exam.deck.title}"
        counted = self.say("counted") if self._exam.counted else self.say("practice only")
        done = self.say("{done}/{all} answered", done=len(self._exam.given), all=len(self._exam.items))
        self.head.right = f"{done}   {counted}"

    def can_be_drilled(self) -> bool:
        """Whether anything was missed."""
        return bool(self._missed)

    def drill(self) -> None:
        """Recall exactly what was missed."""
        self.post_message(Study(for_cards((self._exam.deck, card) for card in self._missed)))

    def _section(self, score: Score) -> str:
        if score.node is None:
            return self._exam.deck.title
        node = self._exam.deck.outline.nodes[score.node]
        return numbered(node.marker, node.text)

    def _figures(self, score: Score) -> str:
        told: Message = KNOWN if score.share >= PASSED else AGAIN if score.share >= SHAKY else LEARN
        return f"{self._share(score.points, score.asked)}   {self.say.say(told)}"

    def _share(self, points: float, asked: int) -> str:
        return f"{points:g}/{asked} {percent(points / asked if asked else 0.0):>4}"

    def _wrong(self) -> Iterator[Line]:
        if not self._missed:
            return
        yield Line()
        yield Line(self.say("Missed; Space drills exactly these:"), classes="faint")
        for card in self._missed:
            yield Line(f"  {self.say.say(label(card, self._exam.deck.outline))}")
