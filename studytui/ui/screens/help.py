"""The keys of a screen, made from its bindings."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from studytui.catalogue import Catalogue
from studytui.ui.show.keys import cap, described
from studytui.ui.show.text import padded, width


class HelpScreen(ModalScreen[None]):
    """A list of keys over the screen it belongs to."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: auto; min-width: 36; max-width: 90%; height: auto; max-height: 90%;
        background: $panel; padding: 1 2;
    }
    HelpScreen Static { width: auto; }
    """
    BINDINGS = [Binding("escape,question_mark,f1,q,space,enter", "close", "Close", show=False)]

    def __init__(self, say: Catalogue, bindings: Sequence[BindingType]) -> None:
        super().__init__()
        self._say = say
        self._keys = [(cap(b, say), say(b.tooltip or b.description)) for b in described(bindings)]

    def compose(self) -> ComposeResult:
        """One line a key."""
        room = max((width(key) for key, _ in self._keys), default=0)
        lines = [Content.styled(self._say("Keys on this screen"), "bold"), Content("")]
        for key, word in self._keys:
            lines.append(Content.assemble((padded(key, room), "bold $accent"), "   ", word))
        lines += [Content(""), Content.styled(self._say("Esc closes this."), "$text-muted")]
        with VerticalScroll():
            yield Static(Content("\n").join(lines))

    def action_close(self) -> None:
        """Back to the screen."""
        self.dismiss()
