"""The last line of every screen: its keys, made from its bindings."""

from textual.content import Content
from textual.widget import Widget

from studytui.catalogue import Catalogue
from studytui.ui.show.keys import cap, described
from studytui.ui.show.text import width


class KeyBar(Widget):
    """The keys of the screen that can be used now; those that do not fit are left to the help."""

    DEFAULT_CSS = """
    KeyBar { height: 1; width: 1fr; padding: 0 1; dock: bottom; background: $panel; color: $text; }
    """

    def __init__(self, say: Catalogue) -> None:
        super().__init__()
        self._say = say

    def render(self) -> Content:
        """Key and word, key and word; help and the way back always fit."""
        shown = [b for b in described(self.screen.BINDINGS) if b.show and self._usable(b.action)]
        parts = [(cap(b, self._say), self._say(b.description)) for b in shown]
        while len(parts) > 2 and sum(width(f"{k} {w}  ") for k, w in parts) - 2 > self.size.width:
            parts.pop(-3)
        line = Content("")
        for key, word in parts:
            line = Content.assemble(line, Content.styled(key, "bold $accent"), f" {word}  ")
        return line.rstrip() if hasattr(line, "rstrip") else line

    def _usable(self, action: str) -> bool:
        name, _, rest = action.partition("(")
        return self.screen.check_action(name, tuple(filter(None, rest.rstrip(")").split(",")))) is True
