"""The points of a heading as they are recited: what was said stands in its place, what comes below does not show."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studytui.catalogue import Catalogue
from studytui.drills.initials import Typing
from studytui.ui.show.text import padded, plain, width, wrapped
from studytui.ui.widgets.spelling import spelled

EDGE = 4


@dataclass(frozen=True, slots=True)
class Row:
    """One point.

    Attributes:
        marker: Its number.
        text: What is shown of it; empty where nothing is.
        note: What became of it, and how it is rated.
        style: How the note looks.
        typing: The point as it is being typed.
    """

    marker: str
    text: str = ""
    note: str = ""
    style: str = ""
    typing: Typing | None = None


class RecitalView(Widget):
    """Shows the points one under the other, a cursor on one of them."""

    DEFAULT_CSS = "RecitalView { height: auto; padding: 0 1; }"

    rows: reactive[Sequence[Row]] = reactive((), layout=True)
    cursor: reactive[int] = reactive(0, layout=True)

    @dataclass
    class Clicked(Message):
        """A point was clicked."""

        row: int

    def __init__(self, say: Catalogue) -> None:
        super().__init__()
        self._say = say

    def render(self) -> Content:
        """Number, text, note; under the point that is typed its letters."""
        return Content("\n").join([line for n in range(len(self.rows)) for line in self._lines(n)])

    def _lines(self, n: int) -> list[Content]:
        row = self.rows[n]
        markers = max(width(one.marker) for one in self.rows)
        lead = f"{' >' if n == self.cursor else '  '} {padded(row.marker, markers)}  "
        room = max(8, self.size.width - width(lead) - EDGE)
        number = plain(lead, "bold" if n == self.cursor else "$text-muted")
        if row.typing is not None:
            first, *more = spelled(row.typing, room, self._say).split("\n")
            return [number + first, *(plain(" " * width(lead)) + line for line in more)]
        cells = room - (width(row.note) + 2 if row.note else 0)
        begun, *rest = wrapped(row.text, cells)
        text = f"{padded(begun, cells)}  " if row.note else begun
        under = [plain(" " * width(lead) + line) for line in rest]
        return [number + Content.assemble(plain(text), plain(row.note, row.style)), *under]

    def row_of(self, n: int) -> int:
        """The line on which a point stands."""
        return sum(len(self._lines(at)) for at in range(n))

    def on_click(self, event: events.Click) -> None:
        """A click on a point says which one."""
        at = event.get_content_offset(self)
        end = 0
        for n in range(len(self.rows) if at is not None else 0):
            end += len(self._lines(n))
            if at is not None and at.y < end:
                self.post_message(self.Clicked(n))
                return
