"""A text that comes character by character as its first letters are typed, each letter under its character."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studytui.catalogue import Catalogue
from studytui.drills.initials import Typing
from studytui.language.strokes import Stroke
from studytui.ui.show.text import plain, width

HERE = "_"
GIVEN = "*"
"""Stands under a character that was shown without having been typed."""


class SpellingView(Widget):
    """Shows what of a text has been typed; how much is left does not show.

    Attributes:
        typing: The text and how far it is typed.
    """

    DEFAULT_CSS = "SpellingView { height: auto; padding: 0 8; }"

    typing: reactive[Typing | None] = reactive(None, layout=True)

    def __init__(self, say: Catalogue) -> None:
        super().__init__()
        self._say = say

    def render(self) -> Content:
        """The characters, and under them the letters."""
        typing = self.typing
        return Content("") if typing is None else spelled(typing, self.size.width, self._say)


def spelled(typing: Typing, cells: int, say: Catalogue) -> Content:
    """What has been typed so far, as lines of at most so many cells, each with its letters below."""
    lines: list[Content] = []
    text = letters = ""
    for at, stroke in enumerate(typing.strokes[: typing.at]):
        if text and width(text) + width(stroke.shown) > cells:
            lines += [plain(text, "bold"), plain(letters, "$text-muted")]
            text = letters = ""
        letters += " " * max(0, width(text) - width(letters)) + _letter(typing, at, stroke)
        text += stroke.shown
    gap = " " * max(0, width(text) - width(letters))
    here = "" if typing.done else HERE
    wrong = f"{say('wrong')} {typing.key}" if typing.wrong else ""
    return Content("\n").join(
        [
            *lines,
            Content.assemble(plain(text, "bold"), (here, "bold $accent")),
            Content.assemble(plain(letters + gap, "$text-muted"), plain(wrong, "bold $error")),
        ]
    )


def _letter(typing: Typing, at: int, stroke: Stroke) -> str:
    if at in typing.given:
        return GIVEN
    return stroke.letters[:1] if stroke.letters.isascii() else ""
