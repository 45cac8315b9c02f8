"""One of several texts is picked, over a screen."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content

from studytui.catalogue import Catalogue
from studytui.messages import Message
from studytui.ui.screens.dialogs import Dialog
from studytui.ui.show.text import fit, plain
from studytui.ui.widgets.choices import Choices
from studytui.ui.widgets.page import Page
from studytui.ui.widgets.sheet import Sheet

MOST = 10


class PickScreen(Dialog[int | None]):
    """Asks which one; answers its index, or None when it was left."""

    BINDINGS = [Binding("escape", "leave", "Back", show=False)]
    DEFAULT_CSS = "PickScreen Sheet { margin: 1 0; }"

    def __init__(self, say: Catalogue, question: Message, texts: Sequence[str]) -> None:
        super().__init__()
        self._say, self._question, self._texts = say, question, texts

    def compose(self) -> ComposeResult:
        """The question, the texts, what the keys do."""
        with Vertical():
            yield Page(self._say.say(self._question), classes="question")
            yield Sheet()
            yield Choices(self._say("Enter accepts   Esc goes back"), ("accept", "leave"), classes="keys")

    def on_mount(self) -> None:
        """The first one is the likeliest."""
        sheet = self.query_one(Sheet)
        sheet.styles.height = min(len(self._texts), MOST)
        sheet.show(len(self._texts), self._draw)
        sheet.focus()

    def _draw(self, row: int, cells: int) -> Content:
        return plain(fit(self._texts[row], cells))

    @on(Sheet.Chosen)
    def _picked(self, event: Sheet.Chosen) -> None:
        self.dismiss(event.row)

    def action_accept(self) -> None:
        """The one under the cursor."""
        self.query_one(Sheet).action_choose()

    def action_leave(self) -> None:
        """None of them."""
        self.dismiss(None)
