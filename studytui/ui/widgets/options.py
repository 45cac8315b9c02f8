"""Candidates to pick from, each with its digit; after the answer each says what it was."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studytui.ui.show.text import plain, width, wrapped

EDGE = 2


class OptionsView(Widget):
    """Shows candidates one under the other, a cursor on one of them.

    Attributes:
        options: The candidates.
        cursor: The one that the cursor is on.
        picked: The one that was picked; None before the answer.
        right: The one that is right; None before the answer.
        numbered: Whether each shows its digit.
        signs: What is said of the right one, and of a wrong one that was picked.
    """

    DEFAULT_CSS = "OptionsView { height: auto; padding: 0 1; }"

    options: reactive[Sequence[str]] = reactive((), layout=True)
    cursor: reactive[int] = reactive(0)
    picked: reactive[int | None] = reactive(None)
    right: reactive[int | None] = reactive(None)
    numbered: reactive[bool] = reactive(True, layout=True)
    signs: reactive[tuple[str, str]] = reactive(("", ""), layout=True)

    @dataclass
    class Picked(Message):
        """A candidate was clicked."""

        option: int

    def render(self) -> Content:
        """Sign, digit, text; further lines of a text begin under it."""
        return Content("\n").join(
            [plain(line, style) for n in range(len(self.options)) for line, style in self._lines(n)]
        )

    def _lines(self, n: int) -> list[tuple[str, str]]:
        said, style = self._sign(n)
        lead = f"{said}{' ' * (self._signs() - width(said))}{f'{n + 1}  ' if self.numbered else ''}"
        lines = wrapped(self.options[n], max(8, self.size.width - width(lead) - EDGE))
        return [((lead if at == 0 else " " * width(lead)) + line, style) for at, line in enumerate(lines)]

    def _sign(self, n: int) -> tuple[str, str]:
        """What stands before a candidate: the cursor, then what it was."""
        if self.right is None:
            return (" >", "bold") if n == self.cursor else ("", "")
        if n == self.right:
            return f" {self.signs[0]}", "bold $success"
        return (f" {self.signs[1]}", "$error") if n == self.picked else ("", "$text-muted")

    def _signs(self) -> int:
        """Cells of the widest sign, so that nothing moves when they come."""
        return max(2, *map(width, self.signs)) + 2

    def row(self, n: int) -> tuple[int, int]:
        """The first line of a candidate and how many it has."""
        sizes = [len(self._lines(at)) for at in range(n + 1)]
        return sum(sizes[:-1]), sizes[-1]

    def on_click(self, event: events.Click) -> None:
        """A click on a candidate picks it."""
        at = event.get_content_offset(self)
        if at is None:
            return
        for n in range(len(self.options)):
            first, lines = self.row(n)
            if first <= at.y < first + lines:
                self.post_message(self.Picked(n))
