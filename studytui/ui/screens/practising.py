"""Practice from a deck: a session, a drill of one's own choice or an exam, of the part under the cursor or of all."""

from collections.abc import Sequence

from textual.binding import Binding

from studytui.cards.card import Card
from studytui.messages import message
from studytui.study.plan import for_part
from studytui.ui.screens.deciding import DecidingFrame
from studytui.ui.screens.study_requests import Examine, ShowDrills, Study

PRACTISE = (
    Binding("d", "drills", "Drills", tooltip="Choose how to practise the part under the cursor"),
    Binding("D", "drills_all", "Drills", show=False, tooltip="Choose how to practise the whole deck"),
    Binding("f", "exam", "Exam", show=False, tooltip="An exam over the part under the cursor"),
    Binding("F", "exam_all", "Exam", show=False, tooltip="An exam over the whole deck"),
)


class PractisingFrame(DecidingFrame):
    """A screen of a deck from which a part of it is practised."""

    def named(self) -> str:
        """What the part that is meant is called."""
        return ""

    def action_study(self) -> None:
        """Study the part under the cursor."""
        if self.part():
            self._study(self.part())

    def action_study_all(self) -> None:
        """Study the whole deck."""
        self._study(self.deck().cards)

    def _study(self, part: Sequence[Card]) -> None:
        steps = for_part(self.deck(), part, self.library.settings, self.library.known_words)
        if steps:
            self.post_message(Study(steps))
        else:
            self.tell(message("There is nothing to ask here."))

    def action_drills(self) -> None:
        """Choose how to practise the part under the cursor."""
        if self.part():
            self.post_message(ShowDrills(self.deck(), self.part(), self.nodes(), self.named()))

    def action_drills_all(self) -> None:
        """Choose how to practise the whole deck."""
        deck = self.deck()
        self.post_message(ShowDrills(deck, deck.cards, range(len(deck.outline.nodes)), deck.title))

    def action_exam(self) -> None:
        """An exam over the part under the cursor."""
        if self.part():
            self.post_message(Examine(self.deck(), self.part(), self.named()))

    def action_exam_all(self) -> None:
        """An exam over the whole deck."""
        self.post_message(Examine(self.deck(), self.deck().cards, self.deck().title))
