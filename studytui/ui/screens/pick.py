"""Choose and find: candidates stand together, one of them is picked."""

from collections.abc import Iterable

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget

from studytui.cards.label import numbered, place
from studytui.drills import choose, find
from studytui.drills.signs import ODDS
from studytui.messages import Message, message
from studytui.study.asking import Asked
from studytui.study.steps import Drilled
from studytui.ui.screens.drill_keys import ACCEPT, RATE, SCROLL, SPACE, WHY
from studytui.ui.screens.drilling import DrillFrame
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.studying import DECIDE, STOP, UNDO
from studytui.ui.widgets.options import OptionsView


class PickScreen(DrillFrame):
    """The cursor stands on a candidate; a digit, Enter or a click picks one."""

    BINDINGS = [
        Binding("1", "pick(1)", "Pick", key_display="1-9", tooltip="Pick the candidate with this number"),
        *(Binding(str(n), f"pick({n})", show=False) for n in range(2, 10)),
        Binding("down,j", "move(1)", "Another one", key_display="Up/Down"),
        Binding("up,k", "move(-1)", show=False),
        Binding("enter,space", "pick_here", "This one"),
        ACCEPT,
        SPACE,
        *RATE,
        UNDO,
        WHY,
        *DECIDE,
        HELP,
        STOP,
        *SCROLL,
    ]

    def answering(self) -> Iterable[Widget]:
        """The candidates."""
        return (OptionsView(),)

    def put(self, step: Drilled, asked: Asked) -> None:
        """Show the candidates, none of them marked."""
        # Where a text stands is the answer, so its headings are not shown.
        self.head_of(step, None)
        if isinstance(asked, choose.Question):
            self.show_question((), "", asked.text, _task(asked), whole=False)
            options = [" > ".join(_place(option)) for option in asked.options]
            signs = (self.say("right"), self.say("wrong"))
        elif isinstance(asked, find.Question):
            self.show_question(asked.above, asked.group, "", ODDS[asked.odd])
            options = [numbered(line.marker, line.text) for line in asked.lines]
            signs = (self.say("it is this"), self.say("not this"))
        else:
            raise TypeError(asked)
        view = self.query_one(OptionsView)
        view.right = view.picked = None
        view.cursor, view.options, view.signs = 0, options, signs

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One is picked once."""
        if action in ("pick", "pick_here", "move"):
            return self.is_open
        return super().check_action(action, parameters)

    def action_pick(self, digit: int) -> None:
        """Pick the candidate with a number."""
        asked, view = self.session.asked, self.query_one(OptionsView)
        options = len(view.options)
        if not self.is_open:
            return
        if digit > options:
            self.tell(message("The numbers here are {first} to {last}.", first=1, last=options))
            return
        picked, keys = digit - 1, self.step.deck.keys
        if isinstance(asked, choose.Question):
            view.right, mark = asked.right, choose.mark(asked, picked, keys)
        elif isinstance(asked, find.Question):
            view.right, mark = asked.right, find.mark(asked, picked, keys)
        else:
            return
        view.picked = view.cursor = picked
        right = self.say("right") if picked == view.right else self.say("wrong")
        self.say_of_answer("   ".join(filter(None, (right, self._told(asked)))))
        self.marked((mark,))

    def action_pick_here(self) -> None:
        """Pick the candidate under the cursor."""
        self.action_pick(self.query_one(OptionsView).cursor + 1)

    def action_move(self, rows: int) -> None:
        """Another candidate."""
        view = self.query_one(OptionsView)
        view.cursor = (view.cursor + rows) % max(1, len(view.options))
        first, lines = view.row(view.cursor)
        region = Region(0, view.virtual_region.y + first, 1, lines)
        self.query_one(VerticalScroll).scroll_to_region(region, animate=False)

    @on(OptionsView.Picked)
    def _picked(self, event: OptionsView.Picked) -> None:
        self.action_pick(event.option + 1)

    def _told(self, asked: choose.Question | find.Question) -> str:
        """Where the point that was to be found stands."""
        if isinstance(asked, choose.Question):
            return ""
        outline = self.step.deck.outline
        own = place(outline, asked.nodes[asked.right])
        if asked.odd is find.Odd.STRANGER:
            return self.say("It is “{place}”.", place=own)
        other = outline.nodes[asked.nodes[-1]]
        return self.say("It is “{place}”; “{marker}” is: {text}", place=own, marker=other.marker, text=other.text)


def _task(asked: choose.Question) -> Message:
    """What is to be said of a text; the sections themselves stand under none."""
    sections = not any(option.above for option in asked.options)
    return message("Which number does it have?") if sections else message("Which section, which number?")


def _place(option: choose.Option) -> list[str]:
    above = [numbered(line.marker, line.text) for line in option.above]
    return [*above, *filter(None, (option.group, option.marker))]
