"""Fields of a Word document: their codes are never text, and a contents list is the body's headings once more."""

import re

from studytui.exchange.numerals import formatted

_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
# 带圈字符: a number with a circle drawn around it, which Word makes of a field without a result.
_CIRCLED = re.compile(
    r"\s*eq\s*\\o\s*(?:\\ac)?\s*\(\s*[○〇◯]\s*[,，;；]\s*(\d{1,2})\s*\)|"
    r"\s*eq\s*\\o\s*(?:\\ac)?\s*\(\s*(\d{1,2})\s*[,，;；]\s*[○〇◯]\s*\)",
    re.IGNORECASE,
)


class Fields:
    """The fields that are open at a place of the text, which may go on over many paragraphs.

    Attributes:
        keep_contents: Contents lists are read as text.
    """

    def __init__(self, *, keep_contents: bool = False) -> None:
        self.keep_contents = keep_contents
        self._open: list[tuple[str, bool]] = []  # the code of each, and whether its result has begun

    @property
    def in_code(self) -> bool:
        """What stands here is a field's code."""
        return any(not begun for _, begun in self._open)

    @property
    def in_contents(self) -> bool:
        """What stands here belongs to a contents list."""
        return not self.keep_contents and any(_CONTENTS.match(code) for code, _ in self._open)

    def begin(self) -> None:
        """A field begins with its code."""
        self._open.append(("", False))

    def code(self, text: str) -> None:
        """A piece of the code."""
        if self._open and not self._open[-1][1]:
            self._open[-1] = (self._open[-1][0] + text, False)

    def separate(self) -> None:
        """The result begins."""
        if self._open:
            self._open[-1] = (self._open[-1][0], True)

    def end(self) -> str:
        """The field is over; gives the text of a code that stands for itself, else nothing."""
        if not self._open:
            return ""
        code, begun = self._open.pop()
        circled = None if begun else _CIRCLED.fullmatch(code)
        return formatted(int(circled[1] or circled[2]), "decimalEnclosedCircle") if circled else ""

    def end_paragraph(self) -> None:
        """A code does not go on behind a paragraph's end, whatever a damaged document says."""
        while self._open and not self._open[-1][1] and not _CONTENTS.match(self._open[-1][0]):
            self._open.pop()
