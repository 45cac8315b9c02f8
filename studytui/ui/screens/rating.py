"""What the screens of the drills share once the answer is given: it is seen, and rated as proposed or otherwise."""

from collections.abc import Sequence
from enum import Enum, auto

from textual import on

from studytui.catalogue import Catalogue
from studytui.drills.drill import Mark
from studytui.errors import StudyError
from studytui.messages import message
from studytui.study.session import Session
from studytui.study.steps import Drilled
from studytui.ui.screens.study_requests import StepDone
from studytui.ui.screens.studying import StudyFrame
from studytui.ui.show.dates import comes_back
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


class RatedFrame(StudyFrame):
    """A question that is answered, looked at, rated.

    Attributes:
        marks: What the answer proposes; nothing before it is given.
        ratings: By card what the person says instead.
    """

    def __init__(self, say: Catalogue, session: Session) -> None:
        super().__init__(say, session)
        self.marks: tuple[Mark, ...] = ()
        self.ratings: dict[str, int] = {}
        self._phase = Phase.OVER
        self._ms = 0

    @property
    def step(self) -> Drilled:
        """The step that is asked; there is one as long as this screen is."""
        step = self.session.step
        if not isinstance(step, Drilled):
            raise TypeError(step)
        return step

    def open(self) -> None:
        """The question waits for its answer."""
        self.marks, self.ratings, self._phase = (), {}, Phase.ASKED

    @property
    def is_marked(self) -> bool:
        """Whether there is an answer that is not rated yet."""
        return self._phase in (Phase.MARKED, Phase.SEEN)

    @property
    def is_open(self) -> bool:
        """Whether the question waits for its answer."""
        return self._phase is Phase.ASKED

    @property
    def is_seen(self) -> bool:
        """Whether what the answer came to can be seen, and rated."""
        return self._phase is Phase.SEEN

    def marked(self, marks: Sequence[Mark]) -> None:
        """The answer is given, and this is what it proposes."""
        if not self.is_open:
            return
        self.marks, self._ms, self._phase = tuple(marks), self.taken(), Phase.MARKED
        self.show_ratings()
        self.when_painted(self._see)

    def marked_anew(self, marks: Sequence[Mark]) -> None:
        """The same answer means something else, since more of it is accepted."""
        self.marks = tuple(marks)
        self.show_ratings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rating needs the answer to be seen."""
        if action in ("accept", "rate", "undo_after"):
            return self.is_seen
        return super().check_action(action, parameters)

    def action_accept(self) -> None:
        """Write what is proposed, or what the person says instead, then the next question."""
        if self.write():
            self.post_message(StepDone())

    def action_rate(self, rating: int) -> None:
        """Rate the answer otherwise than proposed, then the next question."""
        before, self.ratings = self.ratings, {mark.card: rating for mark in self.marks}
        if self.write():
            self.post_message(StepDone())
        else:
            self.ratings = before  # the screen still shows what is proposed

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

    def show_ratings(self) -> None:
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
