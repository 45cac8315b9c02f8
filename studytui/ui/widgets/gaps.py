"""A text with some of its words hidden, all gaps of one width."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studytui.catalogue import Catalogue
from studytui.drills.cloze import Blank, Question
from studytui.ui.show.text import broken

GAP = "____"


class GapsView(Widget):
    """Shows the text of a cloze: its gaps, what was given for them, and at the end what should have been.

    Attributes:
        question: The question with what was given so far.
        here: The gap that is filled now; -1 for none.
        begins: The first character of what is missing there, once it was asked for.
        right: For each gap whether it was right; nothing before the answer.
    """

    DEFAULT_CSS = "GapsView { height: auto; padding: 0 8; }"

    question: reactive[Question | None] = reactive(None, layout=True)
    here: reactive[int] = reactive(0, layout=True)
    begins: reactive[str] = reactive("", layout=True)
    right: reactive[tuple[bool, ...]] = reactive((), layout=True)

    def __init__(self, say: Catalogue) -> None:
        super().__init__()
        self._say = say

    def render(self) -> Content:
        """What is shown, and the gaps with their numbers."""
        if self.question is None:
            return Content("")
        parts = [
            (piece, "") if isinstance(piece, str) else self._gap(piece, self.question.blanks[piece])
            for piece in self.question.pieces
        ]
        return Content("\n").join(broken(parts, max(8, self.size.width)))

    def _gap(self, n: int, blank: Blank) -> tuple[str, str]:
        if self.right:
            return self._told(n, blank)
        if n == self.here:
            return f"[{n + 1}>{self.begins}{GAP}]", "bold $accent"
        return f"[{n + 1} {blank.given or GAP}]", ""

    def _told(self, n: int, blank: Blank) -> tuple[str, str]:
        here = "> " if n == self.here else ""
        if self.right[n]:
            return f"[{here}{self._say('right')} {blank.term}]", "bold $success"
        if not blank.given.strip():
            return f"[{here}{self._say('missing')} {blank.term}]", "bold $error"
        return f"[{here}{self._say('wrong')} {blank.given}->{blank.term}]", "bold $error"
