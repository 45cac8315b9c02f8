"""A question in the middle of the screen, with room for its answer."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studytui.cards.label import numbered
from studytui.catalogue import Catalogue
from studytui.drills.lines import Line
from studytui.drills.recall import Question
from studytui.ui.show.text import plain, wrapped

MARGIN = 8
MOST = 76


class QuestionView(Widget):
    """Shows a question; the answer only when it is told to, the cues as many as were asked for."""

    DEFAULT_CSS = """
    QuestionView { height: auto; min-height: 100%; padding: 1 0; }
    """

    question: reactive[Question | None] = reactive(None, layout=True)
    shown: reactive[bool] = reactive(False, layout=True)
    cues: reactive[int] = reactive(0, layout=True)

    def __init__(self, say: Catalogue) -> None:
        super().__init__()
        self._say = say
        self.answer_row = 0
        """The row, of this widget, above the answer."""

    def render(self) -> Content:
        """Group and number, what is to be said, the cues, a line, the answer."""
        q = self.question
        if q is None:
            return Content("")
        room = max(20, min(MOST, self.size.width - 2 * MARGIN))
        indent = " " * max(1, (self.size.width - room) // 2)
        lines: list[Content] = [Content("")]
        if q.above:
            lines += self._text(numbered(q.above[-1].marker, q.above[-1].text), indent, room, "$text-muted")
        if q.group:
            lines += self._text(q.group, indent, room, "$text-muted")
        lines.append(Content(""))
        lines += self._text(numbered(q.cue.marker, q.cue.text) or "…", indent, room, "bold")
        lines += self._text(self._say.say(q.task), indent, room, "$text-muted")
        lines += [Content(""), plain(indent + "─" * (room // 2), "$text-muted")]
        self.answer_row = len(lines)
        if self.shown:
            return Content("\n").join(lines + self._answer(q.answer, indent, room))
        # A cue stands where the answer will, each in the place of the one before, so that nothing moves.
        cue = q.hints[self.cues - 1] if self.cues else ""
        return Content("\n").join(lines + self._text(cue, indent, room, "$accent"))

    def _answer(self, answer: Sequence[Line], indent: str, room: int) -> list[Content]:
        lines: list[Content] = []
        for one in answer:
            lines += self._text(numbered(one.marker, one.text), indent, room, "bold $success")
        return lines

    def _text(self, text: str, indent: str, room: int, style: str) -> list[Content]:
        return [plain(indent + line, style) for line in wrapped(text, room)]
