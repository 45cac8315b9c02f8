"""What the keys of a small question do, side by side, each to be clicked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from studytui.ui.show.text import plain, width

GAP = "   "
"""What stands between one key and the next, in the sentence that names them too."""


class Choices(Widget):
    """Shows keys with what they do.

    Args:
        said: The keys and their words, one after the other with a gap between.
        actions: What each of them does.
    """

    DEFAULT_CSS = "Choices { height: auto; }"

    @dataclass
    class Clicked(Message):
        """A key was clicked; this is the action that it stands for."""

        action: str

    def __init__(self, said: str, actions: Sequence[str], *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._keys = tuple(zip(said.split(GAP), actions, strict=False))

    def render(self) -> Content:
        """All of them, in as many lines as they need."""
        return Content("\n").join([plain(GAP.join(key for key, _ in line)) for line in self._lines()])

    def on_click(self, event: events.Click) -> None:
        """A click on one does what its key does."""
        at = event.get_content_offset(self)
        lines = list(self._lines())
        end = 0
        for key, action in lines[at.y] if at is not None and at.y < len(lines) else ():
            start, end = end, end + width(key + GAP)
            if at is not None and start <= at.x < end - len(GAP):
                self.post_message(self.Clicked(action))

    def _lines(self) -> Iterator[Sequence[tuple[str, str]]]:
        line: list[tuple[str, str]] = []
        for one in self._keys:
            if line and width(GAP.join(key for key, _ in (*line, one))) > self.size.width > 0:
                yield line
                line = []
            line.append(one)
        yield line
