"""What the screens of the drills share: a question is asked, answered, looked at, rated as proposed or otherwise."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.drills.drill import Mark
from studytui.drills.lines import Line as Numbered
from studytui.errors import StudyError
from studytui.messages import Message, message
from studytui.study.asking import Asked
from studytui.study.reasons import why_now
from studytui.study.session import Session
from studytui.study.steps import Drilled
from studytui.ui.screens.pages import MARGIN, question
from studytui.ui.screens.study_requests import StepDone
from studytui.ui.screens.studying import TITLE, StudyFrame, trail
from studytui.ui.show.dates import comes_back
from studytui.ui.show.text import fit
from studytui.ui.widgets.line import Line, Rule
from studytui.ui.widgets.page import Page
from studytui.ui.widgets.ratings import RatingBar

PRACTICE = message("Practice: this card has been answered today, its day stays.")
SAYS_LITTLE = message("Practice: this says too little about the card to move its day.")
LOW = 20
"""With fewer rows than this the heading has one line, and the ratings have none before there are some."""


class Phase(Enum):
    """How far a question is."""

    ASKED = auto()
    MARKED = auto()
    """It is answered, but what that came to has not been painted: no key is for it yet."""
    SEEN = auto()
    OVER = auto()
    """It is rated; until the next question is here no key is for it."""


class DrillFrame(StudyFrame):
    """Asks one question of a drill. Nothing of the answer is on the screen before it is given.

    A screen of a kind says what it asks (`put`), takes the answer, and hands over what it means (`marked`).

    Attributes:
        marks: What the answer proposes; nothing before it is given.
        ratings: By card what the person says instead.
    """

    AUTO_FOCUS = None  # a line that is not shown would take the keys
    CSS_PATH = "drilling.tcss"

    def __init__(self, say: Catalogue, session: Session) -> None:
        super().__init__(say, session)
        self.marks: tuple[Mark, ...] = ()
        self.ratings: dict[str, int] = {}
        self._phase = Phase.OVER
        self._ms = 0

    def body(self) -> ComposeResult:
        """The question, what the drill is answered by, what the answer came to."""
        with VerticalScroll(can_focus=False):
            yield Page(id="question")
            yield from self.answering()
        yield Line(id="said")
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
        self.marks, self.ratings, self._phase = (), {}, Phase.ASKED
        self.say_of_answer("")
        self.put(step, asked)
        self._show_ratings()
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.begin()

    def put(self, step: Drilled, asked: Asked) -> None:
        """Show a question."""
        raise NotImplementedError

    def reopened(self) -> None:
        """The answer was taken back before it was rated: the question is open again, as it was asked."""
        self.ask()

    @property
    def step(self) -> Drilled:
        """The step that is asked; there is one as long as this screen is."""
        step = self.session.step
        if not isinstance(step, Drilled):
            raise TypeError(step)
        return step

    @property
    def is_open(self) -> bool:
        """Whether the question waits for its answer."""
        return self._phase is Phase.ASKED

    @property
    def is_seen(self) -> bool:
        """Whether what the answer came to can be seen, and rated."""
        return self._phase is Phase.SEEN

    def head_of(self, step: Drilled, home: int | None) -> None:
        """Say which drill this is and under which heading; the deck's name where a heading would be the answer."""
        self.head_for(step, home)
        names = trail(step.deck.outline, home) or [fit(step.deck.name, 2 * TITLE)]
        self.head.left = f"{self.say.say(step.drill.title)}   {' > '.join(names)}"

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

    def marked(self, marks: Sequence[Mark]) -> None:
        """The answer is given, and this is what it proposes."""
        if not self.is_open:
            return
        self.marks, self._ms, self._phase = tuple(marks), self.taken(), Phase.MARKED
        self._show_ratings()
        self.call_after_refresh(self._see)

    def marked_anew(self, marks: Sequence[Mark]) -> None:
        """The same answer means something else, since more of it is accepted."""
        self.marks = tuple(marks)
        self._show_ratings()

    def say_of_answer(self, text: str, right: str = "") -> None:
        """Say in one line what the answer was."""
        line = self.query_one("#said", Line)
        line.left, line.right = f"{' ' * MARGIN}{text}" if text else "", right

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rating needs the answer to be seen; what changes the card needs it not to be given."""
        if action in ("accept", "rate", "undo_after"):
            return self.is_seen
        if action in ("decide", "why"):
            return self.is_open
        return super().check_action(action, parameters)

    def may_step(self) -> bool:
        """As long as the question is open."""
        return self.is_open and len(self.step.cards) == 1

    def action_accept(self) -> None:
        """Write what is proposed, or what the person says instead, then the next question."""
        if self.write():
            self.post_message(StepDone())

    def action_rate(self, rating: int) -> None:
        """Rate the answer otherwise than proposed, then the next question."""
        self.ratings = {mark.card: rating for mark in self.marks}
        self.action_accept()

    def action_undo(self) -> None:
        """Take back the answer that is not rated yet, else the last one that is."""
        if self._phase in (Phase.MARKED, Phase.SEEN):
            since = self._since
            self.reopened()
            self._since = since  # the time that was spent on it stays spent
        elif self.is_open:
            super().action_undo()

    def action_undo_after(self) -> None:
        """Take back the answer that is not rated yet."""
        self.action_undo()

    def action_leave(self) -> None:
        """Stop here; an answer that was given counts as proposed."""
        if self._phase in (Phase.MARKED, Phase.SEEN) and not self.write():
            return
        super().action_leave()

    def action_why(self) -> None:
        """Say why this is asked now."""
        reason = why_now(self.step.deck, self.step.card)
        self.say_of_answer(self.say("Why now: {reason}", reason=self.say.say(reason)))

    def action_scroll(self, lines: int) -> None:
        """Move what is longer than the screen."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def write(self) -> bool:
        """Write the answer; on disk when this gives true."""
        try:
            self.session.answer(self.marks, self._ms, self.ratings)
        except StudyError as error:
            self.failed(error)
            return False
        self._phase = Phase.OVER
        return True

    def rate_by_mouse(self, rating: int) -> None:
        """A rating was clicked: as its key."""
        self.action_rate(rating)

    def rated_now(self) -> Mark | None:
        """The mark that the keys for rating are about; None where they are about none, or about several."""
        return self.marks[0] if len(self.marks) == 1 else None

    def rating_of(self, mark: Mark) -> int:
        """What counts for a card: what the person says, else what is proposed."""
        return self.ratings.get(mark.card, mark.rating)

    def _see(self) -> None:
        if self._phase is Phase.MARKED:
            self._phase = Phase.SEEN
            self.keys_changed()

    @on(RatingBar.Clicked)
    def _rating_clicked(self, event: RatingBar.Clicked) -> None:
        if self.is_seen:
            self.rate_by_mouse(event.rating)

    def _show_ratings(self) -> None:
        """The rating that counts, and when the card comes back under each."""
        bar, mark = self.query_one(RatingBar), self.rated_now()
        if mark is not None:
            bar.show(self.rating_of(mark), self._returns(mark))
        else:
            bar.clear()
        bar.display = mark is not None or self.app.size.height >= LOW
        self.keys_changed()

    def _returns(self, mark: Mark) -> tuple[str, ...]:
        deck = self.step.deck
        days = deck.forecast(deck.card(mark.card))
        if mark.practice or not days:
            return (self.say.say(SAYS_LITTLE if mark.practice else PRACTICE),)
        return (self.say("this session"), *(self.say.say(comes_back(one)) for one in days[1:]))
