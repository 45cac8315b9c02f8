"""Recall, next and before: one question in the middle, the answer on a key, four keys to rate it."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from studytui.cards.card import Kind
from studytui.drills import neighbours
from studytui.drills.drill import Drill
from studytui.drills.initials import INITIALS
from studytui.drills.recall import RECALL, Question
from studytui.drills.typed import TYPE
from studytui.errors import StudyError
from studytui.messages import message
from studytui.study.moment import Begun, Typed
from studytui.study.reasons import why_now
from studytui.study.steps import Ask, Drilled
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.rating import PRACTICE, SAYS_LITTLE
from studytui.ui.screens.study_requests import AnswerBy, StepDone
from studytui.ui.screens.studying import DECIDE, STOP, UNDO, StudyFrame
from studytui.ui.show.dates import comes_back
from studytui.ui.widgets.columns import Columns
from studytui.ui.widgets.line import Line, Rule
from studytui.ui.widgets.question import QuestionView
from studytui.ui.widgets.ratings import RATINGS


class RecallScreen(StudyFrame):
    """Asks one card. Nothing of the answer is on the screen before its key is pressed."""

    BINDINGS = [
        Binding("space", "show", "Show the answer"),
        Binding("1", "rate(1)", "Rate", key_display="1-4", tooltip="1 again, 2 hard, 3 good, 4 easy"),
        Binding("2", "rate(2)", show=False),
        Binding("3", "rate(3)", show=False),
        Binding("4", "rate(4)", show=False),
        Binding("i", "answer_by('initials')", "Initials", tooltip="Answer by the first letter of each character"),
        Binding("h", "cue", "Cue", tooltip="One more cue"),
        UNDO,
        Binding("t", "answer_by('type')", "Type", tooltip="Type the answer, and have it compared"),
        Binding("y", "why", "Why", tooltip="Why this is asked now"),
        *DECIDE,
        HELP,
        STOP,
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(8)", show=False),
        Binding("pageup", "scroll(-8)", show=False),
    ]
    CSS_PATH = "recall.tcss"

    _rated = False

    def body(self) -> ComposeResult:
        """The question, why it is asked, and under which rating it comes back when."""
        with VerticalScroll(can_focus=False):
            yield QuestionView(self.say)
        yield Line(id="why", classes="faint")
        yield Rule()
        yield Columns(id="ratings")
        yield Columns(id="returns", classes="faint")

    def on_mount(self) -> None:
        """Show the question."""
        self.ask()

    def ask(self) -> None:
        """Show what the session asks now."""
        step, question = self.session.step, self._question()
        if not isinstance(step, Ask | Drilled) or question is None:
            return
        begun, spent = self.session.take_held()
        view = self.query_one(QuestionView)
        view.shown, view.cues, view.question, self._rated = False, _cues(begun), question, False
        self.query_one("#why", Line).left = ""
        # Where a text stands is the answer of a place card, so its headings are not shown.
        self.head_for(step, None if step.card.kind is Kind.PLACE else step.card.home, _chosen(step))
        self._rate_keys()
        self.begin(spent)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rating needs the answer to be seen; a cue needs it not to be."""
        shown = self.is_mounted and self.query_one(QuestionView).shown
        if self._rated and action in ("show", "cue", "answer_by", "rate"):
            return False
        if action in ("show", "cue"):
            return not shown
        if action == "answer_by":
            return not shown and self._can_be_typed()
        if action == "rate":
            return shown
        return super().check_action(action, parameters)

    def may_step(self) -> bool:
        """As long as the answer is hidden."""
        view = self.query_one(QuestionView)
        return view.question is not None and not view.shown

    def action_show(self) -> None:
        """Show the answer."""
        view = self.query_one(QuestionView)
        view.shown = view.question is not None
        self._rate_keys()
        self.call_after_refresh(self._see_answer)

    def action_cue(self) -> None:
        """Show one more cue."""
        view = self.query_one(QuestionView)
        if view.question is None:
            return
        if view.cues == len(view.question.hints):
            self.tell(message("No more cues: Space shows the answer."))
        else:
            view.cues += 1

    def action_rate(self, rating: int) -> None:
        """Write the rating, then the next question."""
        view = self.query_one(QuestionView)
        step, question = self.session.step, view.question
        try:
            if isinstance(step, Drilled) and question is not None:
                mark = neighbours.mark_before if step.drill is neighbours.BEFORE else neighbours.mark_next
                self.session.answer((mark(question, rating, view.cues),), self.taken())
            else:
                self.session.rate(rating, self.taken(), view.cues)
        except StudyError as error:
            self.failed(error)
            return
        # Until the next question is here no key is for it: pressed twice, one would rate a card that was not seen.
        # What is on the screen stays: a frame without it would keep the next question waiting for the one after.
        self._rated = True
        self.post_message(StepDone())

    def action_leave(self) -> None:
        """Stop here; a cue that was seen stays seen."""
        cues = self.query_one(QuestionView).cues
        if not self._rated:
            self.session.hold((Typed((), (cues,)),) if cues else (), self.taken())
        super().action_leave()

    def action_answer_by(self, drill: str) -> None:
        """Answer this card by another drill."""
        if self._can_be_typed():
            self.post_message(AnswerBy({INITIALS.name: INITIALS, TYPE.name: TYPE}[drill]))

    def action_why(self) -> None:
        """Say why this is asked now."""
        step = self.session.step
        if isinstance(step, Ask | Drilled):
            reason = why_now(step.deck, step.card)
            self.query_one("#why", Line).left = self.say("Why now: {reason}", reason=self.say.say(reason))

    def action_scroll(self, lines: int) -> None:
        """Move a long answer."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    @on(Columns.Clicked)
    def _rating_clicked(self, event: Columns.Clicked) -> None:
        if self.query_one(QuestionView).shown and not self._rated:
            self.action_rate(event.column + 1)

    def _question(self) -> Question | None:
        """What is asked, whether the person chose the drill or not."""
        if isinstance(self.session.step, Ask):
            return self.session.question()
        return self.session.asked if isinstance(self.session.asked, Question) else None

    def _can_be_typed(self) -> bool:
        """Whether the answer is the text that the card asks for."""
        step = self.session.step
        if isinstance(step, Drilled) and step.drill is neighbours.BEFORE:
            return False
        return isinstance(step, Ask | Drilled) and step.card.kind in TYPE.moves

    def _see_answer(self) -> None:
        """On a low terminal what stands above the answer makes room for it."""
        scroll = self.query_one(VerticalScroll)
        if scroll.max_scroll_y:
            scroll.scroll_to(y=self.query_one(QuestionView).answer_row, animate=False)

    def _rate_keys(self) -> None:
        ratings, returns = self.query_one("#ratings", Columns), self.query_one("#returns", Columns)
        step = self.session.step
        ratings.cells = returns.cells = ()
        if self.query_one(QuestionView).shown and isinstance(step, Ask | Drilled):
            ratings.cells = tuple(f"{n} {self.say.say(word)}" for n, word in enumerate(RATINGS, 1))
            days = step.deck.forecast(step.card)
            if isinstance(step, Drilled) and not step.drill.moves:
                returns.cells = (self.say.say(SAYS_LITTLE),)
            elif days:
                returns.cells = (self.say("this session"), *(self.say.say(comes_back(n)) for n in days[1:]))
            else:
                returns.cells = (self.say.say(PRACTICE),)
        self.keys_changed()


def _chosen(step: Ask | Drilled) -> Drill | None:
    """The drill, where the person chose it."""
    if isinstance(step, Drilled):
        return step.drill
    return RECALL if step.chosen else None


def _cues(begun: Sequence[Begun]) -> int:
    """The cues that were taken before the question was left."""
    return sum(sum(one.cues) for one in begun if isinstance(one, Typed))
