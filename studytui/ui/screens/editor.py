"""A text edited in here, where the person has no editor of their own."""

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import TextArea

from studytui.catalogue import Catalogue
from studytui.messages import Message, message
from studytui.ui.screens.dialogs import ConfirmScreen
from studytui.ui.screens.frame import Frame
from studytui.ui.show.text import clean
from studytui.ui.widgets.line import Line


class EditorScreen(Frame):
    """A plain text to edit; ctrl+s gives it back, Esc does not.

    Attributes:
        given: The text that was saved; None where it was left.
    """

    BINDINGS = [
        Binding("ctrl+s", "save", "Save", key_display="Ctrl+S", priority=True),
        Binding("f1", "help", "Help"),
        Binding("escape", "leave", "Back", priority=True),
    ]
    CSS_PATH = "editor.tcss"

    def __init__(self, say: Catalogue, title: str, text: str, why: Message | None = None) -> None:
        """Make the screen; ``why`` tells what was wrong with the text before."""
        super().__init__(say)
        self.given: str | None = None
        self._title, self._why = title, why
        # What a terminal might obey is no part of a speech, and is not brought back into the file.
        self._text = "\n".join(clean(line.replace("\t", "    ")) for line in text.split("\n"))

    def body(self) -> ComposeResult:
        """The text."""
        yield TextArea(self._text, soft_wrap=True, show_line_numbers=True, highlight_cursor_line=False)
        yield Line(id="why", classes="faint")

    def on_mount(self) -> None:
        """The text has the keys."""
        self.head.left = self._title
        self.head.right = self.say("# is a level, | a group; a line without a sign is text")
        self.query_one("#why", Line).left = self.say.say(self._why) if self._why else ""
        self.query_one("#why").display = self._why is not None
        self.query_one(TextArea).focus()

    def action_save(self) -> None:
        """Give the text back."""
        self.given = self.query_one(TextArea).text
        self.dismiss()

    @work(group="dialog")
    async def action_leave(self) -> None:
        """Leave the text as it was; what was changed is not thrown away without a question."""
        if not self.is_current:
            return
        changed = self.query_one(TextArea).text != self._text
        ask = message("Leave without saving what you have changed?")
        if changed and not await self.app.push_screen_wait(ConfirmScreen(self.say, ask)):
            return
        self.dismiss()
