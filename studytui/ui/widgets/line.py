"""One line with something at its left and something at its right end."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from studytui.ui.show.text import fit, plain, width, wrapped


class Line(Widget):
    """One line of the screen: what does not fit is cut at the left part, the right part stays whole."""

    DEFAULT_CSS = """
    Line { height: 1; width: 1fr; padding: 0 1; }
    Line.head { text-style: bold; }
    Line.rule { padding: 0; color: $text-muted; }
    Line.faint { color: $text-muted; }
    """

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    @dataclass
    class RightClicked(Message):
        """What stands at the right end was clicked."""

        line: "Line"

        @property
        def control(self) -> "Line":
            """The line, so that a screen can tell which."""
            return self.line

    def __init__(self, left: str = "", right: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id, classes=classes)
        self.set_reactive(Line.left, left)
        self.set_reactive(Line.right, right)

    def render(self) -> Content:
        """Both ends, with blanks between."""
        room = self.size.width
        right = fit(self.right, room)
        left = fit(self.left, max(0, room - width(right) - (2 if right else 0)))
        return plain(left + " " * max(0, room - width(left) - width(right)) + right)

    def on_click(self, event: events.Click) -> None:
        """A click on the right end is told."""
        at = event.get_content_offset(self)
        if self.right and at is not None and at.x >= self.size.width - width(self.right):
            self.post_message(self.RightClicked(self))


class Remark(Line):
    """A line that goes on in those below it where it is too long, in three at most."""

    DEFAULT_CSS = "Remark { height: auto; min-height: 1; max-height: 3; }"

    left: reactive[str] = reactive("", layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as Textual asks
        """As many lines as it needs in some width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """What is said, the right end beside its first line."""
        first, *more = self._lines(self.size.width)
        right = fit(self.right, self.size.width)
        gap = " " * max(0, self.size.width - width(first) - width(right))
        return Content("\n").join(map(plain, [first + gap + right, *more]))

    def _lines(self, room: int) -> list[str]:
        text = self.left.lstrip(" ")
        margin = self.left[: len(self.left) - len(text)]
        aside = width(self.right) + 2 if self.right else 0
        return [margin + line for line in wrapped(text, max(1, room - len(margin) - aside))] or [margin]


class Rule(Widget):
    """A thin line over the whole width, drawn with a sign that is one cell wide everywhere."""

    DEFAULT_CSS = "Rule { height: 1; width: 1fr; color: $foreground 25%; }"

    def render(self) -> Content:
        """The line."""
        return Content("─" * self.size.width)
