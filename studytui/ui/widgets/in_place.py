"""A line to type in that stands where the words stood which are changed."""

from dataclasses import dataclass

from textual import events, on
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from studytui.ui.widgets.typed import TypedLine


class InPlace(TypedLine):
    """Hidden until it is opened over a row; Enter gives what stands in it, Esc and a click elsewhere give nothing.

    Attributes:
        purpose: What the words are asked for, as whoever opened it said.
    """

    DEFAULT_CSS = """
    InPlace {
        position: absolute; display: none; height: 1; border: none; padding: 0;
        background: $panel; color: $foreground;
        &:focus { border: none; background: $panel; }
    }
    """
    BINDINGS = [Binding("escape", "leave", show=False)]

    @dataclass
    class Given(Message):
        """Enter was pressed."""

        purpose: str
        text: str
        at: int

    @dataclass
    class Left(Message):
        """It was closed, with or without an answer."""

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)
        self.purpose = ""

    def ask(self, purpose: str, text: str, place: tuple[int, int], cells: int) -> None:
        """Open it over a place of the parent, so many cells wide, the cursor behind the text."""
        self.purpose, self.value = purpose, text
        self.styles.offset = place
        self.styles.width = max(cells, 4)
        self.display = True
        self.cursor_position = len(self.value)
        self.focus()

    def action_leave(self) -> None:
        """Nothing is given."""
        self._close()

    def on_blur(self, event: events.Blur) -> None:
        """What was typed is not wanted, or it would have been given."""
        del event
        self._close()

    @on(Input.Submitted)
    def _give(self, event: Input.Submitted) -> None:
        event.stop()
        given = self.Given(self.purpose, self.value, self.cursor_position)
        self._close()
        self.post_message(given)

    def _close(self) -> None:
        if self.display:
            self.display = False
            self.post_message(self.Left())
