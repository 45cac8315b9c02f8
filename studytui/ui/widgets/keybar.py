"""The last line of every screen: its keys, made from its bindings, or for a moment what was just done or went wrong."""

from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from studytui.catalogue import Catalogue
from studytui.ui.show.keys import cap, described
from studytui.ui.show.text import plain, width, wrapped

NOTICE_SECONDS = 6.0
ALWAYS = 2
"""The last keys of a screen, help and the way back, are shown however narrow it is."""


class KeyBar(Widget):
    """The keys of the screen that can be used now; those that do not fit are left to the help."""

    DEFAULT_CSS = """
    KeyBar { height: auto; width: 1fr; padding: 0 1; dock: bottom; background: $panel; color: $foreground; }
    """

    notice: reactive[str] = reactive("", layout=True)

    def __init__(self, say: Catalogue) -> None:
        super().__init__()
        self._say = say
        self._style = ""
        self._timer: Timer | None = None

    def tell(self, text: str, *, error: bool = False) -> None:
        """Show a notice in place of the keys; it goes by itself, an error more slowly."""
        self._style = "bold $error" if error else "$accent"
        self.notice = text
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(NOTICE_SECONDS * (2 if error else 1), self.clear)

    def clear(self) -> None:
        """Show the keys again."""
        self.notice = ""

    def render(self) -> Content:
        """The notice, or key and word, key and word."""
        if self.notice:
            return plain_lines(wrapped(self.notice, self.size.width), self._style)
        shown = [b for b in described(self.screen.BINDINGS) if b.show and self._usable(b.action)]
        parts = [(cap(b, self._say), self._say(b.description)) for b in shown]
        while len(parts) > ALWAYS and sum(width(f"{key} {word}  ") for key, word in parts) - 2 > self.size.width:
            parts.pop(-1 - ALWAYS)
        pieces = [Content.assemble((key, "bold $accent"), f" {word}") for key, word in parts]
        return Content("  ").join(pieces)

    def _usable(self, action: str) -> bool:
        name, _, rest = action.removeprefix("app.").partition("(")
        return self.screen.check_action(name, tuple(filter(None, rest.rstrip(")").split(",")))) is True


def plain_lines(lines: list[str], style: str) -> Content:
    """Lines of a document's text, one under the other."""
    return Content("\n").join([plain(line, style) for line in lines])
