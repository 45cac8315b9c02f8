"""The text of a document as it came, with a mark on the place that is looked at; only what can be seen is broken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studytui.ui.show.text import clean, plain, spans

MARGIN = 3
"""So many rows are shown above the place that is looked at, where there is room."""
WHEEL = 3


class Source(Widget, can_focus=True):
    """Lines with their numbers.

    Attributes:
        line: The line that is looked at, from 1; 0 for none.
        marked: Words of that line that are shown as the place.
    """

    DEFAULT_CSS = """
    Source { padding: 0 1; color: $text-muted; }
    """
    BINDINGS = [
        Binding("down,j", "step(1)", show=False),
        Binding("up,k", "step(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    line: reactive[int] = reactive(0)
    marked: reactive[str] = reactive("")

    @dataclass
    class Moved(Message):
        """The person looks at another line."""

        line: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._lines: Sequence[str] = ()
        self._top = (0, 0)  # index of the first line that is shown, and the place in it where that begins
        self._rows: list[tuple[int, int, int]] = []  # of each row the line's index and where it stands in it

    def show(self, lines: Sequence[str]) -> None:
        """Show another text."""
        self._lines, self._top = lines, (0, 0)
        self.refresh()

    def look_at(self, line: int, words: str) -> None:
        """Bring a line, and words in it, into sight."""
        self.set_reactive(Source.marked, clean(words))
        self.set_reactive(Source.line, line)
        self._see()
        self.refresh()

    def render(self) -> Content:
        """The rows that there is room for."""
        self._rows = list(islice(self._from(*self._top), max(0, self.size.height)))
        return Content("\n").join([self._drawn(*row) for row in self._rows])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """It takes the room it is given."""
        del viewport, width
        return container.height

    def on_resize(self) -> None:
        """The place stays in sight."""
        self._see()

    def on_click(self, event: events.Click) -> None:
        """A click looks at that line."""
        at = event.get_content_offset(self)
        if at is not None and at.y < len(self._rows):
            self._go(self._rows[at.y][0] + 1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the text alone."""
        event.stop()
        self._scroll(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the text alone."""
        event.stop()
        self._scroll(-WHEEL)

    def action_step(self, lines: int) -> None:
        """Some lines down, empty ones left out."""
        at = self.line + lines
        while 1 < at < len(self._lines) and not self._lines[at - 1].strip():
            at += lines
        self._go(at)

    def action_page(self, pages: int) -> None:
        """Some pages down."""
        self._scroll(pages * max(1, self.size.height - 1))
        self._go(self._top[0] + 1)

    def _go(self, line: int) -> None:
        line = max(1, min(line, len(self._lines)))
        if self._lines:
            self.look_at(line, "")
            self.post_message(self.Moved(line))

    @property
    def _gutter(self) -> int:
        return len(str(len(self._lines))) + 2

    @property
    def _cells(self) -> int:
        return max(2, self.size.width - self._gutter)

    def _from(self, index: int, start: int) -> Iterator[tuple[int, int, int]]:
        while index < len(self._lines):
            text = clean(self._lines[index])
            if text and not text.isspace():  # empty lines would take the room of text
                for begin, end in spans(text, self._cells, start):
                    yield index, begin, end
            index, start = index + 1, 0

    def _drawn(self, index: int, start: int, end: int) -> Content:
        text, here = clean(self._lines[index]), index == self.line - 1
        number = str(index + 1) if start == 0 else ""
        gutter = (f"{number:>{self._gutter - 2}}{'>' if here and start == 0 else ' '} ", "$text-disabled")
        if not here:
            return Content.assemble(gutter, plain(text[start:end]))
        first = text.find(self.marked) if self.marked else -1
        last = first + len(self.marked)
        a, b = max(start, min(first, end)), max(start, min(last, end))
        if first < 0:
            return Content.assemble(gutter, plain(text[start:end], "bold $foreground"))
        return Content.assemble(
            gutter,
            plain(text[start:a], "$foreground"),
            plain(text[a:b], "bold $accent"),
            plain(text[b:end], "$foreground"),
        )

    def _see(self) -> None:
        """Scroll so far that the place can be seen, and what stands above it too."""
        height = self.size.height
        if not self._lines or not 0 < self.line <= len(self._lines) or not height or self.size.width <= self._gutter:
            return
        index = self.line - 1
        place = max(0, clean(self._lines[index]).find(self.marked)) if self.marked else 0
        shown = list(islice(self._from(*self._top), height))
        if any(row == index and start <= place <= end for row, start, end in shown[:-1]):
            return
        row = next((begin for begin, end in spans(clean(self._lines[index]), self._cells) if place <= end), 0)
        self._top = (index, row)
        self._scroll(-min(MARGIN, height // 3))

    def _scroll(self, rows: int) -> None:
        """Move the text; the last line stays in sight."""
        if rows > 0:
            following = list(islice(self._from(*self._top), rows + 1))
            if following:
                self._top = following[-1][:2]
        for _ in range(-rows):
            self._top = self._above(*self._top)
        self.refresh()

    def _above(self, index: int, start: int) -> tuple[int, int]:
        """Where the row above one begins."""
        if start == 0:
            index -= 1
            while index > 0 and not clean(self._lines[index]).strip():
                index -= 1
            if index < 0:
                return 0, 0
            start = len(clean(self._lines[index])) + 1
        rows = [begin for begin, _ in spans(clean(self._lines[index]), self._cells) if begin < start]
        return index, rows[-1] if rows else 0
