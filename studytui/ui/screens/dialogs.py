"""Two small questions over a screen: a line of text, and yes or no."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from studytui.catalogue import Catalogue
from studytui.messages import Message, message
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


YES_OR_NO = message("y yes   n no")


class ConfirmScreen(ModalScreen[bool | None]):
    """Asks yes or no; answers None when it was left, which is no to what cannot be taken back."""

    CSS_PATH = "dialogs.tcss"

    BINDINGS = [
        Binding("y", "answer(True)", "Yes", show=False),
        Binding("n", "answer(False)", "No", show=False),
        Binding("escape", "answer(None)", "Back", show=False),
    ]

    def __init__(self, say: Catalogue, question: Message, keys: Message = YES_OR_NO) -> None:
        super().__init__(classes="dialog")
        self._say, self._question, self._keys = say, question, keys

    def compose(self) -> ComposeResult:
        """The question and the two keys."""
        with Vertical():
            yield Page(self._say.say(self._question), classes="question")
            yield Static(self._say.say(self._keys), classes="keys", markup=False)

    def action_answer(self, yes: bool | None) -> None:
        """The answer."""
        self.dismiss(yes)
