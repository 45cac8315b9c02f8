"""Numbers to click, as many whatever the answer is."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

CELL = 4
IN_ROW = 10


class FiguresView(Widget):
    """The numbers from 1 on, ten in a row."""

    DEFAULT_CSS = "FiguresView { height: auto; padding: 0 8; }"

    most: reactive[int] = reactive(2 * IN_ROW, layout=True)

    @dataclass
    class Clicked(Message):
        """A number was clicked."""

        number: int

    def render(self) -> Content:
        """Rows of ten."""
        rows = range(1, self.most + 1, IN_ROW)
        lines = ["".join(f"{n:>{CELL}}" for n in range(row, min(row + IN_ROW, self.most + 1))) for row in rows]
        return Content.styled("\n".join(lines), "$text-muted")

    def on_click(self, event: events.Click) -> None:
        """A click on a number says which one."""
        at = event.get_content_offset(self)
        if at is None or at.x >= CELL * IN_ROW:
            return
        number = at.y * IN_ROW + at.x // CELL + 1
        if 1 <= number <= self.most:
            self.post_message(self.Clicked(number))
