"""One line with something at its left and something at its right end."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studytui.ui.show.text import fit, plain, width


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


class Rule(Widget):
    """A thin line over the whole width, drawn with a sign that is one cell wide everywhere."""

    DEFAULT_CSS = "Rule { height: 1; width: 1fr; color: $foreground 25%; }"

    def render(self) -> Content:
        """The line."""
        return Content("─" * self.size.width)
