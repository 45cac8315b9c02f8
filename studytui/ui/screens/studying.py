"""What the screens of a session share: where one is, undo, and a way out that loses nothing."""

from collections.abc import Sequence
from datetime import timedelta

from textual.binding import Binding

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.drills.drill import Drill
from studytui.errors import StudyError
from studytui.messages import message
from studytui.outline.tree import Outline
from studytui.study.decision import Decision
from studytui.study.session import Session, UnsavedError
from studytui.study.steps import Step
from studytui.ui.screens.frame import Frame
from studytui.ui.screens.study_requests import NotSaved, StepDone, StepFormat, StopHere, Told
from studytui.ui.show.text import fit

TITLE = 20
"""Cells for the deck's title in the head line: the headings after it matter more."""
UNDO = Binding("u", "undo", "Undo", tooltip="Take back the last answer, or what was decided last")
DECIDE = (
    Binding(
        "s", "decide('suspend')", "Suspend", show=False, tooltip="Do not ask this any more (s in the deck resumes it)"
    ),
    Binding("b", "decide('bury')", "Tomorrow", show=False, tooltip="Ask this point again tomorrow, in no form today"),
    Binding(
        "R", "decide('reset')", "Reset", show=False, tooltip="Make this new again; what was answered stays written"
    ),
)
DECIDED = {
    Decision.SUSPEND: message("Not asked any more; s in the deck resumes it, u takes it back."),
    Decision.BURY: message("Asked again tomorrow. u takes it back."),
    Decision.RESET: message("New again. u takes it back."),
}
STOP = Binding("escape", "leave", "Stop", tooltip="Stop here; what was answered is saved")


LADDER = (
    Binding("f7", "format(-1)", "Show more", show=False, tooltip="Ask this card with more shown, from now on"),
    Binding("f8", "format(1)", "Show less", show=False, tooltip="Ask this card with less shown, from now on"),
    Binding("f6", "format(0)", "As it fits", show=False, tooltip="Ask this card as fits its memory again"),
)


class StudyFrame(Frame):
    """A screen that shows one step of a session.

    Attributes:
        session: The session.
    """

    BINDINGS = [*LADDER]

    def __init__(self, say: Catalogue, session: Session) -> None:
        super().__init__(say)
        self.session = session
        self._since = session.now()

    def ask(self) -> None:
        """Show what the session has come to."""
        raise NotImplementedError

    def head_for(self, step: Step, home: int | None, drill: Drill | None = None) -> None:
        """Say where this is, how much is left, and how long that takes.

        Args:
            step: What is asked.
            home: The heading that it stands under; None where that would be the answer.
            drill: The drill, which is named, then under which heading it asks; None for the deck and the heading.
        """
        deck, names = fit(step.deck.name, 2 * TITLE if drill else TITLE), trail(step.deck.outline, home)
        where = " > ".join(names or [deck] if drill else [deck, *names])
        self.head.left = f"{self.say.say(drill.title)}   {where}" if drill else where
        self.head.right = self.say(
            "{done}/{all}   {n} min left",
            plural="{done}/{all}   {n} min left",
            done=self.session.questions_done,
            all=self.session.questions_done + self.session.questions_left,
            n=-(-self.session.seconds_left // 60),
        )

    def begin(self, spent: int = 0) -> None:
        """The time of the answer runs from here; so many milliseconds were spent on it before."""
        self._since = self.session.now() - timedelta(milliseconds=spent)

    def taken(self) -> int:
        """Milliseconds since the question was shown; a clock set back gives 0."""
        return max(0, round((self.session.now() - self._since).total_seconds() * 1000))

    def failed(self, error: StudyError) -> None:
        """Say what could not be done; where an answer was not saved, another folder is offered."""
        self.complain(error)
        if isinstance(error, UnsavedError):
            self.post_message(NotSaved(error))

    def action_undo(self) -> None:
        """Take back the last answer and show its question again."""
        try:
            undone = self.session.undo()
        except StudyError as error:
            self.failed(error)
            return
        if undone:
            self.post_message(StepDone())
        else:
            self.tell(message("There is nothing to take back."))

    def action_format(self, by: int) -> None:
        """Ask the card that is open in another way from now on; undo takes it back."""
        if self.may_step():
            self.post_message(StepFormat(by))

    def may_step(self) -> bool:
        """Whether a card waits for its answer here, so that it can be asked in another way."""
        return False

    def more_keys(self) -> Sequence[Binding]:
        """Those of the ladder, where a card waits for its answer."""
        return LADDER if self.may_step() else ()

    def action_decide(self, decision: str) -> None:
        """Suspend, bury or reset what is asked, then the next question."""
        try:
            decided = self.session.decide(Decision(decision), self.meant())
        except StudyError as error:
            self.failed(error)
            return
        if decided:
            self.post_message(StepDone())
            self.post_message(Told(DECIDED[Decision(decision)]))

    def meant(self) -> int | None:
        """On a board, the text that the cursor is on."""
        return None

    def action_leave(self) -> None:
        """Stop here."""
        self.post_message(StopHere())


def trail(outline: Outline, home: int | None) -> list[str]:
    """The headings on the way to a node, outermost first."""
    if home is None:
        return []
    return [numbered(outline.nodes[i].marker, outline.nodes[i].text) for i in outline.path(home)]
