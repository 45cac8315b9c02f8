"""Two small questions over a screen: a line of text, and yes or no."""

from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from studytui.catalogue import Catalogue
from studytui.messages import Message, message
from studytui.ui.widgets.choices import Choices
from studytui.ui.widgets.page import Page
from studytui.ui.widgets.typed import TypedLine

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A question over a screen; what its keys do is clicked, too."""

    CSS_PATH = "dialogs.tcss"

    def __init__(self) -> None:
        super().__init__(classes="dialog")

    @on(Choices.Clicked)
    async def _clicked(self, event: Choices.Clicked) -> None:
        await self.run_action(event.action)


class PromptScreen(Dialog[str | None]):
    """Asks for one line of text; answers it, or None when it was left."""

    BINDINGS = [Binding("escape", "leave", "Back", show=False)]

    def __init__(self, say: Catalogue, question: Message, value: str = "", hint: Message | None = None) -> None:
        super().__init__()
        self._say, self._question, self._value, self._hint = say, question, value, hint

    def compose(self) -> ComposeResult:
        """The question, the line, what the keys do."""
        with Vertical():
            yield Page(self._say.say(self._question), classes="question")
            yield TypedLine(self._value, placeholder=self._say.say(self._hint) if self._hint else "")
            yield Choices(self._say("Enter accepts   Esc goes back"), ("accept", "leave"), classes="keys")

    @on(Input.Submitted)
    def action_accept(self) -> None:
        """The line is the answer."""
        self.dismiss(self.query_one(TypedLine).value.strip())

    def action_leave(self) -> None:
        """Nothing was answered."""
        self.dismiss(None)


YES_OR_NO = message("y yes   n no")


class ConfirmScreen(Dialog[bool | None]):
    """Asks yes or no; answers None when it was left, which is no to what cannot be taken back.

    Args:
        say: Says messages in the person's language.
        question: What is asked.
        keys: What the keys do: y, n, and where it is told apart from that, Esc.
    """

    BINDINGS = [
        Binding("y", "answer(True)", "Yes", show=False),
        Binding("n", "answer(False)", "No", show=False),
        Binding("escape", "answer(None)", "Back", show=False),
    ]

    def __init__(self, say: Catalogue, question: Message, keys: Message = YES_OR_NO) -> None:
        super().__init__()
        self._said, self._keys = say.say(question), say.say(keys)

    def compose(self) -> ComposeResult:
        """The question and the two keys."""
        actions = [binding.action for binding in self.BINDINGS if isinstance(binding, Binding)]
        with Vertical():
            yield Page(self._said, classes="question")
            yield Choices(self._keys, actions, classes="keys")

    def action_answer(self, yes: bool | None) -> None:
        """The answer."""
        self.dismiss(yes)
