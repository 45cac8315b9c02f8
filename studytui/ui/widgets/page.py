"""Something to read: headings, points and paragraphs, broken so that no line begins with a closing sign."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studytui.ui.show.text import plain, width, wrapped

MOST = 76
"""Lines are not longer than this many cells, which reads best."""


class Block(NamedTuple):
    """One paragraph.

    Attributes:
        text: The text.
        indent: Cells at its left.
        style: How it looks.
        marker: A number that stands before it; further lines begin under its text.
        space: Whether an empty line stands above it.
    """

    text: str
    indent: int = 0
    style: str = ""
    marker: str = ""
    space: bool = False


class Page(Widget):
    """A column of paragraphs, as wide as the screen allows."""

    DEFAULT_CSS = "Page { height: auto; padding: 1 1; }"

    blocks: reactive[Sequence[Block]] = reactive((), layout=True)

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, classes=classes)
        self.set_reactive(Page.blocks, (Block(text),) if text else ())

    def render(self) -> Content:
        """All paragraphs, one under the other."""
        return Content("\n").join(self._lines())

    def _lines(self) -> list[Content]:
        lines: list[Content] = []
        for block in self.blocks:
            if block.space:
                lines.append(Content(""))
            marker = f"{block.marker} " if block.marker else ""
            room = min(MOST, self.size.width) - block.indent - width(marker)
            hang = " " * (block.indent + width(marker))
            for n, line in enumerate(wrapped(block.text, room)):
                lead = " " * block.indent + marker if n == 0 else hang
                lines.append(plain(lead + line, block.style))
        return lines
