"""Rows that are put in order: taken up and put down with keys, dragged, or clicked here and there."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studytui.ui.show.text import padded, plain, width


class ArrangeView(Widget):
    """Shows texts in the order in which they stand now.

    Attributes:
        texts: The texts, the first place first.
        notes: What stands behind each, such as that it is out of order; nothing before the answer.
        cursor: The place that the cursor is on.
        held: The place of the text that is taken up; None where none is.
    """

    DEFAULT_CSS = "ArrangeView { height: auto; padding: 0 1; }"

    texts: reactive[Sequence[str]] = reactive((), layout=True)
    notes: reactive[Sequence[tuple[str, str]]] = reactive((), layout=True)
    cursor: reactive[int] = reactive(0)
    held: reactive[int | None] = reactive(None)

    @dataclass
    class Clicked(Message):
        """A text was clicked."""

        place: int

    @dataclass
    class Dragged(Message):
        """A text was dragged from one place to another."""

        at: int
        to: int

    def __init__(self) -> None:
        super().__init__()
        self._down: int | None = None

    def render(self) -> Content:
        """Place, text, note."""
        return Content("\n").join([self._row(place) for place in range(len(self.texts))])

    def _row(self, place: int) -> Content:
        held = place == self.held
        sign = " =" if held else " >" if place == self.cursor else "  "
        note, style = self.notes[place] if place < len(self.notes) else ("", "")
        room = max(4, self.size.width - width(note) - 9)
        text = padded(self.texts[place], room)
        look = "bold reverse" if held else "bold" if place == self.cursor else ""
        number = (f"{place + 1}  ", "$text-muted")
        return Content.assemble((f"{sign} ", "bold $accent"), number, plain(text, look), "  ", (note, style))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A text may be dragged from here."""
        self._down = self._place(event)
        self.capture_mouse()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Where the button is let go: another place is a drag, the same one a click."""
        self.release_mouse()
        at, to, self._down = self._down, self._place(event), None
        if at is None or to is None:
            return
        self.post_message(self.Clicked(at) if at == to else self.Dragged(at, to))

    def _place(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset_capture(self)
        return offset.y if 0 <= offset.y < len(self.texts) else None
