"""One line with something at its left and something at its right end."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studytui.ui.show.text import fit, padded, plain, width


class Line(Widget):
    """One line of the screen: what does not fit is cut at the left part, the right part stays whole."""

    DEFAULT_CSS = """
    Line { height: 1; width: 1fr; padding: 0 1; }
    Line.head { text-style: bold; }
    Line.rule { padding: 0; color: $text-muted; }
    Line.faint { color: $text-muted; }
    """

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def __init__(self, left: str = "", right: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, classes=classes)
        self.set_reactive(Line.left, left)
        self.set_reactive(Line.right, right)

    def render(self) -> Content:
        """Both ends, with blanks between."""
        room = self.size.width
        right = fit(self.right, room)
        left = fit(self.left, max(0, room - width(right) - (2 if right else 0)))
        return plain(left + " " * max(0, room - width(left) - width(right)) + right)


class Rule(Widget):
    """A thin line over the whole width, drawn with a sign that is one cell wide everywhere."""

    DEFAULT_CSS = "Rule { height: 1; width: 1fr; color: $foreground 25%; }"

    def render(self) -> Content:
        """The line."""
        return Content("─" * self.size.width)


class Columns(Widget):
    """One line cut into columns of one width."""

    DEFAULT_CSS = """
    Columns { height: 1; width: 1fr; padding: 0 2; }
    Columns.faint { color: $text-muted; }
    """
    MOST = 18

    cells: reactive[tuple[str, ...]] = reactive(())

    @dataclass
    class Clicked(Message):
        """A column was clicked."""

        column: int

    def render(self) -> Content:
        """The cells side by side; a single one has the line to itself."""
        if len(self.cells) < 2:
            return plain(fit("".join(self.cells), self.size.width))
        return plain("".join(padded(cell, self._room) for cell in self.cells))

    @property
    def _room(self) -> int:
        return min(self.MOST, self.size.width // len(self.cells))

    def on_click(self, event: events.Click) -> None:
        """A click on a column says which one."""
        at = event.get_content_offset(self)
        if at is not None and len(self.cells) > 1 and 0 <= (column := at.x // self._room) < len(self.cells):
            self.post_message(self.Clicked(column))
