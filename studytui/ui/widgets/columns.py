"""One line cut into columns that can be clicked."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studytui.ui.show.text import fit, padded, plain


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
