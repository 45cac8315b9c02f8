"""Look-alikes: two points side by side, only what differs marked; then which wording is the true one."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from studytui.cards.label import numbered
from studytui.drills import lookalike
from studytui.drills.lookalike import Side
from studytui.messages import message
from studytui.study.asking import Asked
from studytui.study.steps import Drilled
from studytui.ui.screens.drill_keys import ACCEPT, RATE, SCROLL, SPACE, WHY
from studytui.ui.screens.drilling import DrillFrame
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.pages import MARGIN
from studytui.ui.screens.studying import STOP, UNDO
from studytui.ui.widgets.options import OptionsView
from studytui.ui.widgets.sides import SidesView


class LookalikeScreen(DrillFrame):
    """Space hides the two, and asks."""

    BINDINGS = [
        Binding("space,enter", "hide", "Ask me", key_display="Space", tooltip="Hide both, and choose the true wording"),
        Binding("1", "pick(1)", "The true one", key_display="1-2", tooltip="Choose the true wording"),
        Binding("2", "pick(2)", show=False),
        ACCEPT,
        SPACE,
        *RATE,
        UNDO,
        WHY,
        HELP,
        STOP,
        *SCROLL,
    ]

    def answering(self) -> Iterable[Widget]:
        """The two, then the wordings."""
        return SidesView(MARGIN), OptionsView()

    def put(self, step: Drilled, asked: Asked) -> None:
        """Show the two side by side."""
        if not isinstance(asked, lookalike.Question):
            raise TypeError(asked)
        self._asked, self._hidden = asked, False
        node = step.card.node if step.card.node is not None else 0
        pair = lookalike.Pair(min(node, asked.twin), max(node, asked.twin), 0, 0.0)
        sides = lookalike.sides(step.deck.outline, pair)
        self.head_for(step, None)
        self.head.left = f"{self.say.say(step.drill.title)}   {step.deck.name}"
        self.show_question((), "", "", message("These two look alike; what differs is marked."), whole=False)
        view, options = self.query_one(SidesView), self.query_one(OptionsView)
        view.sides, view.display = [_shown(side) for side in sides], True
        options.display = False
        options.right = options.picked = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """First they are looked at, then it is asked."""
        if action == "hide":
            return self.is_open and not self._hidden
        if action == "pick":
            return self.is_open and self._hidden
        return super().check_action(action, parameters)

    def action_hide(self) -> None:
        """Ask which wording is the true one."""
        self._hidden = True
        self.wait_for_paint()
        asked, options = self._asked, self.query_one(OptionsView)
        self.query_one(SidesView).display = False
        self.show_question(asked.above, "", asked.marker, message("Which wording is the true one?"))
        options.signs = (self.say("right"), self.say("wrong"))
        options.options, options.cursor, options.display = asked.wordings, -1, True
        self.keys_changed()

    def action_pick(self, digit: int) -> None:
        """Choose a wording."""
        if not self.is_painted or not self.check_action("pick", ()):
            return
        asked, options = self._asked, self.query_one(OptionsView)
        picked = digit - 1
        options.right, options.picked = asked.right, picked
        self.query_one(SidesView).display = True
        self.say_of_answer(self.say("right") if picked == asked.right else self.say("wrong"))
        self.marked((lookalike.mark(asked, picked, self.step.deck.keys),))

    @on(OptionsView.Picked)
    def _picked(self, event: OptionsView.Picked) -> None:
        self.action_pick(event.option + 1)


def _shown(side: Side) -> tuple[str, str, Sequence[tuple[int, int]]]:
    """Where one stands, its number and text, and where it differs."""
    over = " > ".join(numbered(one.marker, one.text) for one in side.above)
    lead = numbered(side.line.marker, side.line.text)
    shift = len(lead) - len(side.line.text)
    return over, lead, [(start + shift, end + shift) for start, end in side.differs]
