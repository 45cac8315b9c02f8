"""Order: the points of a section stand shuffled and are put in order, with keys or the mouse."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget

from studytui.drills import order
from studytui.drills.drill import Mark
from studytui.messages import message
from studytui.study.asking import Asked
from studytui.study.moment import Begun
from studytui.study.steps import Drilled
from studytui.ui.screens.drill_keys import ACCEPT, SCROLL
from studytui.ui.screens.drilling import DrillFrame
from studytui.ui.screens.frame import HELP
from studytui.ui.screens.studying import STOP, UNDO
from studytui.ui.show.text import fit
from studytui.ui.widgets.arrange import ArrangeView
from studytui.ui.widgets.line import Line
from studytui.ui.widgets.ratings import RATINGS

ROOM = 12
"""Cells of a row that are not the text's."""


class OrderScreen(DrillFrame):
    """Space takes a text up and puts it down; a digit puts it at that place at once. What is out of order is marked."""

    BINDINGS = [
        Binding("enter", "done", "In order", tooltip="This is the order"),
        Binding("space", "take", "Take / put", tooltip="Take the text up, or put it down"),
        Binding("down,j", "move(1)", "Move", key_display="Up/Down"),
        Binding("up,k", "move(-1)", show=False),
        Binding("shift+down,J", "carry(1)", show=False),
        Binding("shift+up,K", "carry(-1)", show=False),
        Binding("1", "put_at(1)", "Place", key_display="1-9", tooltip="Put the text under the cursor at this place"),
        *(Binding(str(n), f"put_at({n})", show=False) for n in range(2, 10)),
        Binding(
            "1", "rate_link(1)", "Rate", key_display="1-4", tooltip="Rate the link that begins here: 1 again to 4 easy"
        ),
        *(Binding(str(n), f"rate_link({n})", show=False) for n in (2, 3, 4)),
        ACCEPT,
        UNDO,
        HELP,
        STOP,
        *SCROLL,
    ]

    def answering(self) -> Iterable[Widget]:
        """The texts."""
        return (ArrangeView(),)

    def put(self, step: Drilled, asked: Asked) -> None:
        """Show the texts, without their numbers."""
        if not isinstance(asked, order.Question):
            raise TypeError(asked)
        self.head_of(step, asked.links[0].home)
        begins = message("Put them in order; they begin at {n}.", n=asked.first + 1)
        task = begins if asked.first else message("Put them in order.")
        self.show_question(asked.above, asked.group, "", task)
        self._question, self._past = asked, list[order.Question]()
        view = self.query_one(ArrangeView)
        view.cursor, view.held = 0, None
        self._show()

    def reopened(self) -> None:
        """They can be moved again, as they stand."""
        stood = self.begun()
        self.ask()
        self.resume(stood)

    def begun(self) -> tuple[Begun, ...]:
        """The order, and what it was before each move."""
        return (*self._past, self._question)

    def resume(self, begun: Sequence[Begun]) -> None:
        """They stand where they were put."""
        *self._past, self._question = [one for one in begun if isinstance(one, order.Question)]
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is marked is not moved any more."""
        if action in ("take", "carry", "put_at", "done"):
            return self.is_open
        if action == "rate_link":
            return self.is_seen
        return super().check_action(action, parameters)

    def action_take(self) -> None:
        """Take the text under the cursor up, or put it down."""
        view = self.query_one(ArrangeView)
        view.held = view.cursor if view.held is None else None

    def action_move(self, rows: int) -> None:
        """The cursor goes on; with it what is taken up."""
        view = self.query_one(ArrangeView)
        if self.is_open and view.held is not None:
            self.action_carry(rows)
        else:
            view.cursor = max(0, min(view.cursor + rows, len(view.texts) - 1))
            self._see_cursor()

    def action_carry(self, rows: int) -> None:
        """Move the text under the cursor."""
        at = self.query_one(ArrangeView).cursor
        self._put(at, at + rows)

    def action_put_at(self, number: int) -> None:
        """Put the text under the cursor at a place."""
        if number <= len(self._question.texts):
            self._put(self.query_one(ArrangeView).cursor, number - 1)

    def action_done(self) -> None:
        """Mark the order."""
        view = self.query_one(ArrangeView)
        view.held = None
        self.marked(order.marks(self._question))
        wrong = len(order.misplaced(self._question))
        said = self.say("{n} out of order", plural="{n} out of order", n=wrong) if wrong else self.say("right")
        self.say_of_answer(said)
        self._show()

    def action_rate_link(self, rating: int) -> None:
        """Rate the link that begins at the text under the cursor otherwise."""
        mark = self.rated_now()
        if mark is None:
            self.tell(message("Nothing follows this point here."))
            return
        self.ratings[mark.card] = rating
        self.marked_anew(self.marks)
        self._show()

    def action_undo(self) -> None:
        """Take back the last move, else the last answer."""
        if self.is_open and self._past:
            view = self.query_one(ArrangeView)
            point = self._question.arranged[view.cursor]
            self._question = self._past.pop()
            # The cursor stays with its text, which is the one that was moved unless the person went on.
            view.held, view.cursor = None, self._question.arranged.index(point)
            self._show()
        else:
            super().action_undo()

    def rate_by_mouse(self, rating: int) -> None:
        """A rating was clicked: as its key."""
        self.action_rate_link(rating)

    def rated_now(self) -> Mark | None:
        """The link that begins at the text under the cursor."""
        point = self._question.arranged[self.query_one(ArrangeView).cursor]
        return self.marks[point] if point < len(self.marks) else None

    @on(ArrangeView.Clicked)
    def _clicked_text(self, event: ArrangeView.Clicked) -> None:
        view = self.query_one(ArrangeView)
        if not self.is_open:
            view.cursor = event.place
            self._see_cursor()
        elif view.held is None:
            view.cursor = view.held = event.place
            self._see_cursor()
        else:
            at, view.held = view.held, None
            self._put(at, event.place)

    @on(ArrangeView.Dragged)
    def _dragged(self, event: ArrangeView.Dragged) -> None:
        self.query_one(ArrangeView).held = None
        self._put(event.at, event.to)

    def _put(self, at: int, to: int) -> None:
        to = max(0, min(to, len(self._question.texts) - 1))
        if not self.is_open or at == to:
            return
        self._past.append(self._question)
        self._question = order.move(self._question, at, to)
        view = self.query_one(ArrangeView)
        view.cursor = to
        view.held = to if view.held is not None else None
        self._show()

    def _show(self) -> None:
        view, question = self.query_one(ArrangeView), self._question
        view.texts = [question.texts[point] for point in question.arranged]
        view.notes = [self._note(place) for place in range(len(question.arranged))] if self.marks else ()
        self._see_cursor()

    def _note(self, place: int) -> tuple[str, str]:
        """Whether a text is in order, where it belongs, and how the link from it is rated."""
        point = self._question.arranged[place]
        wrong = place in order.misplaced(self._question)
        said = self.say("belongs at {n}", n=point + 1) if wrong else self.say("right")
        if point < len(self.marks):
            rating = self.rating_of(self.marks[point])
            said = self.say("{said}, link {rating}", said=said, rating=f"{rating} {self.say.say(RATINGS[rating - 1])}")
        return said, "$error" if wrong else "$success"

    def _scroll(self) -> None:
        view = self.query_one(ArrangeView)
        region = Region(0, view.virtual_region.y + view.cursor, 1, 1)
        self.query_one(VerticalScroll).scroll_to_region(region, animate=False)

    def _see_cursor(self) -> None:
        """The whole of a text that its row cannot show, and its row."""
        view = self.query_one(ArrangeView)
        if self.is_open and view.texts:
            text = view.texts[view.cursor]
            self.query_one("#said", Line).left = text if fit(text, self.size.width - ROOM) != text else ""
        self.call_after_refresh(self._scroll)
        if self.marks:
            self.marked_anew(self.marks)
