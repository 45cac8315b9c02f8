"""The keys of a screen, made from its bindings."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from studytui.catalogue import Catalogue
from studytui.ui.show.keys import cap, described, single
from studytui.ui.show.text import padded, width


class KeyRow(Static):
    """One key and what it does."""

    @dataclass
    class Clicked(Message):
        """It was clicked; this is its action, None where it stands for several keys."""

        action: str | None

    def __init__(self, binding: Binding, key: str, word: str) -> None:
        super().__init__(Content.assemble((key, "bold $accent"), "   ", word))
        self._action = binding.action if single(binding) else None

    def on_click(self, event: events.Click) -> None:
        """A click does what the key does."""
        event.stop()
        self.post_message(self.Clicked(self._action))


class HelpScreen(ModalScreen[str | None]):
    """A list of keys over the screen it belongs to; answers the action of the one that was clicked, if any."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: auto; min-width: 36; max-width: 90%; height: auto; max-height: 90%;
        background: $panel; padding: 1 2; scrollbar-size-vertical: 1;
    }
    HelpScreen Static { width: auto; }
    """
    BINDINGS = [Binding("escape,question_mark,f1,q,space,enter", "close", "Close", show=False)]

    def __init__(self, say: Catalogue, bindings: Sequence[BindingType]) -> None:
        super().__init__()
        self._say = say
        self._keys = [(b, cap(b, say), say(b.tooltip or b.description)) for b in described(bindings)]

    def compose(self) -> ComposeResult:
        """One line a key."""
        room = max((width(key) for _, key, _ in self._keys), default=0)
        with VerticalScroll():
            yield Static(Content.styled(self._say("Keys on this screen"), "bold"))
            for binding, key, word in self._keys:
                yield KeyRow(binding, padded(key, room), word)
            yield Static(Content.styled(self._say("Esc closes this."), "$text-muted"))

    @on(KeyRow.Clicked)
    def _clicked(self, event: KeyRow.Clicked) -> None:
        self.dismiss(event.action)

    def on_click(self) -> None:
        """A click beside the keys closes this."""
        self.dismiss()

    def action_close(self) -> None:
        """Back to the screen."""
        self.dismiss()
