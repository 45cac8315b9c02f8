"""The end of a session: what was right, what is weak and why, when it goes on."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from studytui.cards.label import label
from studytui.catalogue import Catalogue
from studytui.study.outcome import Outcome
from studytui.study.plan import for_cards
from studytui.study.reasons import because
from studytui.ui.screens.frame import HELP, Frame
from studytui.ui.screens.study_requests import Study, TakeBack
from studytui.ui.show.dates import comes_back
from studytui.ui.show.glyphs import percent
from studytui.ui.widgets.page import Block, Page


class SummaryScreen(Frame):
    """What changed, what is still weak and why, when next."""

    BINDINGS = [
        Binding("space", "weak", "Drill the weak ones"),
        Binding("u", "undo", "Undo", tooltip="Take back the last answer"),
        Binding("enter,escape,space", "leave", "Done"),
        HELP,
    ]
    CSS_PATH = "summary.tcss"
    BEGIN = ("space", "enter")

    def __init__(self, say: Catalogue, outcome: Outcome) -> None:
        super().__init__(say)
        self._outcome = outcome

    def body(self) -> ComposeResult:
        """The figures."""
        with VerticalScroll(can_focus=False):
            yield Page()

    def on_mount(self) -> None:
        """Show them."""
        done, say = self._outcome, self.say
        self.head.left = say("This session")
        self.head.right = "   ".join(
            (
                say("{n} minute", plural="{n} minutes", n=max(1, round(done.seconds / 60))),
                say("{n} question", plural="{n} questions", n=done.questions),
            )
        )
        self.query_one(Page).blocks = [*self._figures(), *self._weak(), *self._next()]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be something weak to drill, and something to take back."""
        return bool(self._outcome.weak) if action == "weak" else super().check_action(action, parameters)

    def action_weak(self) -> None:
        """Go on with exactly the weak ones."""
        self.post_message(Study(for_cards((deck, card) for deck, card, _ in self._outcome.weak)))

    def action_undo(self) -> None:
        """Take back the last answer and go on from there."""
        self.post_message(TakeBack())

    def action_leave(self) -> None:
        """Back to where the session began."""
        self.dismiss()

    def _figures(self) -> list[Block]:
        done, say = self._outcome, self.say
        again = say("answered again {n}", n=done.again) if done.again else ""
        counts = "    ".join(
            (
                say("right {n}", n=done.right),
                say("right after a cue {n}", n=done.cued),
                say("wrong {n}", n=done.failed),
                again,
            )
        ).rstrip()
        ready = say("readiness  {before} -> {after}", before=percent(done.before), after=percent(done.after))
        return [Block(counts, 2, "bold"), Block(ready, 2, space=True)]

    def _weak(self) -> list[Block]:
        if not self._outcome.weak:
            return [Block(self.say("Nothing of it is weak."), 2, "$success", space=True)]
        blocks = [Block(self.say("still weak"), 2, "bold", space=True)]
        for deck, card, reason in self._outcome.weak:
            name = self.say.say(label(card, deck.outline))
            blocks.append(Block(f"{name}    {self.say.say(because(deck, card, reason))}", 4, "$warning"))
        return blocks

    def _next(self) -> list[Block]:
        days = self._outcome.next_in
        if days is None:
            return []
        when = self.say.say(comes_back(days))
        return [Block(self.say("Next time: {when}, {n} due", when=when, n=self._outcome.next_due), 2, space=True)]
