"""A list of rows with a cursor in which only the rows that can be seen are drawn, however many there are."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

Draw = Callable[[int, int], Content]
"""Draws a row, given its index and how many cells it may take."""


class Sheet(ScrollView, can_focus=True):
    """Rows of one line each, drawn by whoever has them. Without rows the cursor is at 0.

    Attributes:
        cursor: The row that keys act on.
        lit: Whether the cursor shows.
    """

    COMPONENT_CLASSES = {"sheet--row", "sheet--cursor"}
    DEFAULT_CSS = """
    Sheet {
        padding: 0 1; background: transparent; overflow-x: hidden; scrollbar-size-vertical: 1;
        & > .sheet--row { color: $foreground; }
        & > .sheet--cursor { background: $panel; color: $foreground; text-style: bold; }
        &:focus > .sheet--cursor { background: $primary 35%; }
    }
    """
    BINDINGS = [
        Binding("down,j", "step(1)", show=False),
        Binding("up,k", "step(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "go(0)", show=False),
        Binding("end", "go(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    lit: reactive[bool] = reactive(True)

    @dataclass
    class OfRow(Message):
        """Something happened to a row."""

        sheet: "Sheet"
        row: int

        @property
        def control(self) -> "Sheet":
            """The sheet, by which messages are told apart."""
            return self.sheet

    class Moved(OfRow):
        """The cursor stands on another row, or the rows are others."""

    class Chosen(OfRow):
        """Enter was pressed on a row, or it was clicked where the cursor stood already."""

    class Clicked(OfRow):
        """A row was clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._count = 0
        self._draw: Draw = _empty

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def show(self, count: int, draw: Draw, cursor: int | None = None) -> None:
        """Show other rows, the cursor on one of them, else where it was."""
        self._count, self._draw = count, draw
        self.virtual_size = Size(0, count)
        before = self.cursor
        self.cursor = self.cursor if cursor is None else cursor
        if self.cursor == before:
            self._see()
            self.post_message(self.Moved(self, self.cursor))
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """It stands on a row."""
        return max(0, min(cursor, self._count - 1))

    def watch_cursor(self) -> None:
        """The row is in sight, and whoever shows the rows knows."""
        self._see()
        self.refresh()
        self.post_message(self.Moved(self, self.cursor))

    def render_line(self, y: int) -> Strip:
        """One row."""
        row, cells = y + self.scroll_offset.y, self.scrollable_content_region.width
        if row >= self._count or cells <= 0:
            return Strip.blank(max(cells, 0), self.rich_style)
        name = "sheet--cursor" if self.lit and row == self.cursor else "sheet--row"
        style = self.get_visual_style(name)
        return Visual.to_strips(self, self._draw(row, cells), cells, 1, style, pad=True)[0]

    def on_resize(self) -> None:
        """The cursor stays in sight."""
        self._see()

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; where it stands already, it chooses."""
        at = event.get_content_offset(self)
        if at is None or (row := at.y + self.scroll_offset.y) >= self._count:
            return
        self.post_message(self.Clicked(self, row))
        if row == self.cursor:
            self.post_message(self.Chosen(self, row))
        self.cursor = row

    def action_step(self, rows: int) -> None:
        """Some rows down."""
        self.cursor += rows

    def action_page(self, pages: int) -> None:
        """Some pages down."""
        self.cursor += pages * max(1, self.scrollable_content_region.height - 1)

    def action_go(self, row: int) -> None:
        """To a row, from the end where it is negative."""
        self.cursor = row if row >= 0 else self._count + row

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._count:
            self.post_message(self.Chosen(self, self.cursor))

    def _see(self) -> None:
        height = self.scrollable_content_region.height
        if not height:
            return
        top = self.scroll_offset.y
        if self.cursor < top:
            top = self.cursor
        elif self.cursor >= top + height:
            top = self.cursor - height + 1
        self.scroll_to(y=top, animate=False, immediate=True)


def _empty(row: int, cells: int) -> Content:
    del row, cells
    return Content("")
