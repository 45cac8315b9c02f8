"""One text in parts, each with its own look, such as what was typed against what was wanted."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studytui.ui.show.text import broken

Parts = Sequence[tuple[str, str]]
"""Pieces of a text with their styles."""


class PartsView(Widget):
    """Some texts one under the other, broken where there is no room."""

    DEFAULT_CSS = "PartsView { height: auto; padding: 0 8; }"

    texts: reactive[Sequence[Parts]] = reactive((), layout=True)

    def render(self) -> Content:
        """All of it."""
        room = max(8, self.size.width)
        return Content("\n").join([line for text in self.texts for line in broken(text, room)])
