"""The last line of every screen: its keys, made from its bindings, or for a moment what was just done or went wrong."""

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from studytui.catalogue import Catalogue
from studytui.ui.show.keys import cap, described, single, usable
from studytui.ui.show.text import plain, width, wrapped

NOTICE_SECONDS = 6.0
ALWAYS = 2
"""The last keys of a screen, help and the way back, are shown however narrow it is."""
UNDO = ("u", "ctrl+z")
"""What takes back is left out after all others: who looks for it has just done something wrong."""


class KeyBar(Widget):
    """The keys of the screen that can be used now; those that do not fit are left to the help."""

    DEFAULT_CSS = """
    KeyBar { height: auto; width: 1fr; padding: 0 1; dock: bottom; background: $panel; color: $foreground; }
    """

    notice: reactive[str] = reactive("", layout=True)
    busy: reactive[str] = reactive("")
    """What goes on beside the screen; it stands at the right end, where there is room."""

    @dataclass
    class Clicked(Message):
        """A key was clicked; this is the action that it stands for."""

        action: str

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
        pieces = [Content.assemble((key, "bold $accent"), f" {word}") for _, key, word in self._shown()]
        keys = Content("  ").join(pieces)
        gap = self.size.width - keys.cell_length - width(self.busy)
        return Content.assemble(keys, " " * gap, plain(self.busy, "$text-muted")) if self.busy and gap > 1 else keys

    def _shown(self) -> list[tuple[Binding, str, str]]:
        """The keys that there is room for, each with what stands on it and what it does."""
        shown = [b for b in described(self.screen.BINDINGS) if b.show and usable(b, self.screen)]
        parts = [(b, cap(b, self._say), self._say(b.description)) for b in shown]
        while len(parts) > ALWAYS and sum(width(f"{key} {word}  ") for _, key, word in parts) - 2 > self.size.width:
            less = [at for at, (binding, _, _) in enumerate(parts[:-ALWAYS]) if binding.key not in UNDO]
            parts.pop(less[-1] if less else 0)
        return parts

    def on_click(self, event: events.Click) -> None:
        """A click on a key does what the key does; on a notice, it ends it."""
        at = event.get_content_offset(self)
        if self.notice or at is None:
            self.clear()
            return
        end = 0
        for binding, key, word in self._shown():
            start, end = end, end + width(f"{key} {word}  ")
            if start <= at.x < end - 2 and single(binding):
                self.post_message(self.Clicked(binding.action))


def plain_lines(lines: list[str], style: str) -> Content:
    """Lines of a document's text, one under the other."""
    return Content("\n").join([plain(line, style) for line in lines])
