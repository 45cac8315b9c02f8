"""A question in the middle of the screen, with room for its answer."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studytui.catalogue import Catalogue
from studytui.drills.recall import Line, Question
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

    def render(self) -> Content:
        """Group and number, what is to be said, the cues, a line, the answer."""
        q = self.question
        if q is None:
            return Content("")
        room = max(20, min(MOST, self.size.width - 2 * MARGIN))
        indent = " " * max(1, (self.size.width - room) // 2)
        lines: list[Content] = [Content("")]
        if q.above:
            lines += self._text(f"{q.above[-1].marker} {q.above[-1].text}", indent, room, "$text-muted")
        if q.group:
            lines += self._text(q.group, indent, room, "$text-muted")
        lines.append(Content(""))
        cue = f"{q.cue.marker}  {q.cue.text}".strip()
        lines += self._text(cue or "…", indent, room, "bold")
        lines += self._text(self._say.say(q.task), indent, room, "$text-muted")
        for hint in q.hints[: self.cues] if not self.shown else ():
            lines += self._text(hint, indent, room, "$accent")
        lines += [Content(""), plain(indent + "─" * (room // 2), "$text-muted")]
        if self.shown:
            lines += self._answer(q.answer, indent, room)
        return Content("\n").join(lines)

    def _answer(self, answer: Sequence[Line], indent: str, room: int) -> list[Content]:
        lines: list[Content] = []
        for one in answer:
            lines += self._text(f"{one.marker}  {one.text}".strip(), indent, room, "bold $success")
        return lines

    def _text(self, text: str, indent: str, room: int, style: str) -> list[Content]:
        return [plain(indent + line, style) for line in wrapped(text, room)]
