"""Two small questions over a screen: a line of text, and yes or no."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from studytui.catalogue import Catalogue
from studytui.messages import Message
from studytui.ui.widgets.page import Page
from studytui.ui.widgets.typed import TypedLine


class PromptScreen(ModalScreen[str | None]):
    """Asks for one line of text; answers it, or None when it was left."""

    CSS_PATH = "dialogs.tcss"

    BINDINGS = [Binding("escape", "leave", "Back", show=False)]

    def __init__(self, say: Catalogue, question: Message, value: str = "", hint: Message | None = None) -> None:
        super().__init__(classes="dialog")
        self._say, self._question, self._value, self._hint = say, question, value, hint

    def compose(self) -> ComposeResult:
        """The question, the line, what the keys do."""
        with Vertical():
            yield Page(self._say.say(self._question), classes="question")
            yield TypedLine(self._value, placeholder=self._say.say(self._hint) if self._hint else "")
            yield Static(self._say("Enter accepts   Esc goes back"), classes="keys", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The line is the answer."""
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        """Nothing was answered."""
        self.dismiss(None)


class ConfirmScreen(ModalScreen[bool]):
    """Asks yes or no."""

    CSS_PATH = "dialogs.tcss"

    BINDINGS = [
        Binding("y", "answer(True)", "Yes", show=False),
        Binding("n,escape", "answer(False)", "No", show=False),
    ]

    def __init__(self, say: Catalogue, question: Message) -> None:
        super().__init__(classes="dialog")
        self._say, self._question = say, question

    def compose(self) -> ComposeResult:
        """The question and the two keys."""
        with Vertical():
            yield Page(self._say.say(self._question), classes="question")
            yield Static(self._say("y yes   n no"), classes="keys", markup=False)

    def action_answer(self, yes: bool) -> None:
        """The answer."""
        self.dismiss(yes)
