"""A match board: numbers with the texts that stand under them already, and below them the texts still to be placed."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studytui.catalogue import Catalogue
from studytui.drills.match import Board
from studytui.ui.show.text import fit, padded, plain, width


class BoardView(Widget):
    """Shows a board and a cursor on one of its texts.

    Attributes:
        board: What is shown.
        cursor: The text that the next number is for, an index into the board's slots.
    """

    DEFAULT_CSS = "BoardView { height: auto; padding: 1 1 0 1; }"

    board: reactive[Board | None] = reactive(None, layout=True)
    cursor: reactive[int] = reactive(-1)

    @dataclass
    class NumberClicked(Message):
        """A number was clicked."""

        key: str

    @dataclass
    class TextClicked(Message):
        """A text was clicked."""

        text: int

    def __init__(self, say: Catalogue) -> None:
        super().__init__()
        self._say = say

    def render(self) -> Content:
        """The numbers, a line, the texts that are left."""
        board = self.board
        if board is None:
            return Content("")
        room = self.size.width
        markers = max(width(slot.marker) for slot in board.slots)
        lines = [self._slot(board, i, markers, room) for i in range(len(board.slots))]
        lines.append(plain("─" * room, "$text-disabled"))
        lines += [self._text(board, text, room) for text in board.left]
        return Content("\n").join(lines)

    def _slot(self, board: Board, i: int, markers: int, room: int) -> Content:
        slot = board.slots[i]
        number = f" {slot.key}  {padded(slot.marker, markers)}  "
        if i not in board.placed:
            return Content.assemble((number, "bold"))
        ok = self._say("ok") if i not in board.missed else self._say("right later")
        text = padded(slot.text, max(4, room - width(number) - width(ok) - 2))
        style = "$success" if i not in board.missed else "$warning"
        return Content.assemble((number, "$text-muted"), plain(text), "  ", (ok, style))

    def _text(self, board: Board, text: int, room: int) -> Content:
        here, held = text == self.cursor, text in board.held
        note = ""
        if held or text in board.missed:
            note = self._say("wrong, later again") if held else self._say("wrong, try again")
        line = padded(board.slots[text].text, max(4, room - 4 - width(note)))
        style = "bold" if here else ("$text-muted" if held else "")
        return Content.assemble((" > " if here else "   ", "bold $accent"), plain(line, style), " ", (note, "$error"))

    def on_click(self, event: events.Click) -> None:
        """A click on a number or a text says which one."""
        at = event.get_content_offset(self)
        if at is None or self.board is None:
            return
        slots = self.board.slots
        if at.y < len(slots):
            self.post_message(self.NumberClicked(slots[at.y].key))
        elif 0 <= (row := at.y - len(slots) - 1) < len(self.board.left):
            self.post_message(self.TextClicked(self.board.left[row]))

    @property
    def cut(self) -> str:
        """The text under the cursor, where its row cannot show all of it."""
        if self.board is None or not 0 <= self.cursor < len(self.board.slots):
            return ""
        text = self.board.slots[self.cursor].text
        return text if fit(text, max(4, self.size.width - 4)) != text else ""
