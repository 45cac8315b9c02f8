"""Two texts one under the other, what differs in them marked by brackets and by weight."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studytui.ui.show.text import plain, width, wrapped

OPEN, CLOSE = "[", "]"


class SidesView(Widget):
    """Shows texts, each with its place above it.

    Attributes:
        sides: For each its place, its text, and where it differs.
    """

    DEFAULT_CSS = "SidesView { height: auto; padding: 0 1 1 1; }"

    sides: reactive[Sequence[tuple[str, str, Sequence[tuple[int, int]]]]] = reactive((), layout=True)

    def __init__(self, margin: int) -> None:
        super().__init__()
        self._margin = margin

    def render(self) -> Content:
        """Place and text, an empty line between."""
        lines: list[Content] = []
        lead, room = " " * self._margin, max(10, self.size.width - self._margin - 2)
        for place, text, spans in self.sides:
            lines += [plain(lead + line, "$text-muted") for line in wrapped(place, room) if place]
            lines += [plain(lead) + line for line in _marked(text, spans, room)]
            lines.append(Content(""))
        return Content("\n").join(lines)


def _marked(text: str, spans: Sequence[tuple[int, int]], room: int) -> list[Content]:
    """A text in lines of at most so many cells, what differs in brackets, so that no colour is needed to see it."""
    lines: list[Content] = []
    line, used, at = plain(""), 0, 0
    pieces = [(a, b, True) for a, b in spans]
    for start, end, differs in _filled(pieces, len(text)):
        for n, sign in enumerate(text[start:end]):
            shown = (OPEN if differs and n == 0 else "") + sign + (CLOSE if differs and n == end - start - 1 else "")
            if used and used + width(shown) > room:
                lines.append(line)
                line, used = plain(""), 0
            line, used = line + plain(shown, "bold $warning" if differs else ""), used + width(shown)
        at = end
    return [*lines, line] if at or not lines else lines


def _filled(pieces: Sequence[tuple[int, int, bool]], size: int) -> list[tuple[int, int, bool]]:
    """The pieces with what lies between them."""
    made: list[tuple[int, int, bool]] = []
    at = 0
    for start, end, differs in pieces:
        made += [(at, start, False)] if start > at else []
        made.append((start, end, differs))
        at = end
    return [*made, (at, size, False)] if at < size else made
