"""What the screens of a session share: where one is, undo, and a way out that loses nothing."""

from textual.binding import Binding

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.errors import StudyError
from studytui.messages import message
from studytui.outline.tree import Outline
from studytui.study.session import Session
from studytui.study.steps import Step
from studytui.ui.screens.frame import Frame
from studytui.ui.screens.requests import StepDone, StopHere
from studytui.ui.show.text import fit

TITLE = 20
"""Cells for the deck's title in the head line: the headings after it matter more."""
UNDO = Binding("u", "undo", "Undo", tooltip="Take back the last answer")
STOP = Binding("escape", "leave", "Stop", tooltip="Stop here; what was answered is saved")


class StudyFrame(Frame):
    """A screen that shows one step of a session.

    Attributes:
        session: The session.
    """

    def __init__(self, say: Catalogue, session: Session) -> None:
        super().__init__(say)
        self.session = session
        self._since = session.now()

    def head_for(self, step: Step, home: int | None) -> None:
        """Say which deck and which heading this is, how much is left, and how long that takes."""
        self.head.left = " > ".join((fit(step.deck.name, TITLE), *trail(step.deck.outline, home)))
        self.head.right = self.say(
            "{done}/{all}   {n} min left",
            plural="{done}/{all}   {n} min left",
            done=self.session.questions_done,
            all=self.session.questions_done + self.session.questions_left,
            n=-(-self.session.seconds_left // 60),
        )

    def begin(self) -> None:
        """The time of the answer runs from here."""
        self._since = self.session.now()

    def taken(self) -> int:
        """Milliseconds since the question was shown; a clock set back gives 0."""
        return max(0, round((self.session.now() - self._since).total_seconds() * 1000))

    def action_undo(self) -> None:
        """Take back the last answer and show its question again."""
        try:
            undone = self.session.undo()
        except StudyError as error:
            self.complain(error)
            return
        if undone:
            self.post_message(StepDone())
        else:
            self.tell(message("There is nothing to take back."))

    def action_leave(self) -> None:
        """Stop here."""
        self.post_message(StopHere())


def trail(outline: Outline, home: int | None) -> list[str]:
    """The headings on the way to a node, outermost first."""
    if home is None:
        return []
    return [numbered(outline.nodes[i].marker, outline.nodes[i].text) for i in outline.path(home)]
