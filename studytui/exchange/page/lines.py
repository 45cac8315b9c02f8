"""The lines of a part of a web page, with the numbers that a browser puts before the points of a list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from studytui.exchange.elements import Element, local, number
from studytui.exchange.marked import put_before
from studytui.exchange.numerals import formatted
from studytui.exchange.reading import Line
from studytui.exchange.tables import lines_of_table

BULLET: Final = "•"
_BOXES: Final = "address article aside blockquote body center details div fieldset figcaption figure footer form header"
_TEXTS: Final = "caption dd dl dt h1 h2 h3 h4 h5 h6 hgroup hr li main nav ol p pre section summary ul"
_TABLES: Final = "table tbody td tfoot th thead tr"
_BLOCKS: Final = frozenset((*_BOXES.split(), *_TEXTS.split(), *_TABLES.split()))
_BOLD: Final = frozenset(("b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"))
_FORMS: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "chineseCountingThousand",
    "simp-chinese-formal": "chineseLegalSimplified",
    "trad-chinese-formal": "ideographLegalTraditional",
    "cjk-decimal": "ideographDigital",
    "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac",
    "japanese-informal": "japaneseCounting",
}
_CHINESE: Final = ("chinese", "cjk", "japanese")
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_BETWEEN_HAN = re.compile(r"(?<=[^\x00-\x7f])[ \t]*[\r\n]\s*(?=[^\x00-\x7f])")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_MARK: Final = "\ue000"  # stands for a line end of the page while white space is made plain


@dataclass(slots=True)
class _Open:
    """A list that is open: how its points are numbered, and the number of the next."""

    form: str
    next: int
    step: int = 1


@dataclass(slots=True)
class _Row:
    """What is gathered of a line."""

    pieces: list[str] = field(default_factory=list)
    plain: bool = False
    marker: str = ""
    heading: int = 0
    broken: bool = False
    level: int | None = None


class Lines:
    """Walks through a part of a page and gathers its lines."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._row = _Row()
        self._lists: list[_Open] = []
        self._bold = self._literal = self._heading = 0
        self._place = 0

    def of(self, part: Element) -> tuple[Line, ...]:
        """All lines of a part."""
        return tuple(self.each(part))

    def each(self, part: Element) -> Iterator[Line]:
        """The lines of a part, one after the other."""
        walk = etree.iterwalk(part, events=("start", "end"))
        for event, element in walk:
            name = local(element)
            if event == "start":
                if name == "table" and element is not part and _is_data(element):
                    self._end()
                    self._lines += _table(element, self._place + 1)
                    walk.skip_subtree()
                    continue
                self._enter(element, name)
                self._say(element.text or "")
            else:
                if name != "table" or element is part or not _is_data(element):
                    self._leave(name)
                if element is not part:
                    self._say(element.tail or "")
            yield from self._taken()
        self._end()
        yield from self._taken()

    def _taken(self) -> list[Line]:
        taken, self._lines = self._lines, []
        return taken

    def _enter(self, element: Element, name: str) -> None:
        if name in _BLOCKS:
            self._end()
        if name == "br":
            self._end(broken=True)
        elif name in ("ol", "ul", "menu", "dir"):
            self._lists.append(_opened(element, name))
        elif name == "li":
            self._point(element)
        elif name == "pre":
            self._literal += 1
        self._bold += name in _BOLD
        if len(name) == 2 and name[0] == "h" and name[1].isdecimal():
            self._heading = self._row.heading = int(name[1])

    def _leave(self, name: str) -> None:
        if name in _BLOCKS:
            self._end()
        if name in ("ol", "ul", "menu", "dir") and self._lists:
            self._lists.pop()
        self._literal -= name == "pre"
        self._bold -= name in _BOLD
        if len(name) == 2 and name[0] == "h" and name[1].isdecimal():
            self._heading = self._row.heading = 0

    def _point(self, element: Element) -> None:
        if not self._lists:
            self._row.marker = BULLET
            return
        open_ = self._lists[-1]
        value = number(element, "value")
        if value is not None:
            open_.next = value
        self._row.marker = _marker(open_)
        self._row.level = len(self._lists) - 1
        open_.next += open_.step

    def _say(self, text: str) -> None:
        if self._literal:
            for at, line in enumerate(text.split("\n")):
                if at:
                    self._end(broken=True)
                self._row.pieces.append(line)
        elif text:
            self._row.pieces.append(text)
            self._row.plain = self._row.plain or bool(not self._bold and text.strip())

    def _end(self, *, broken: bool = False) -> None:
        """The line is over; ``broken`` if its paragraph goes on."""
        row = self._row
        text = _SPACE.sub(" ", _BETWEEN_HAN.sub("", "".join(row.pieces))).strip()
        if not text and not broken:  # a block begins inside a block: what is known of the line stays
            row.pieces.clear()
            row.broken = False
            return
        if text:
            self._place += 1
            bullet = row.marker == BULLET
            marker = put_before(row.marker, text, bullet=bullet)
            line = Line(
                text, self._place, marker, row.heading, bold=not row.plain, level=row.level, continued=row.broken
            )
            self._lines.append(line)
        kept = _Row(heading=self._heading, broken=broken and self._place > 0)
        if not text and broken:
            kept.marker, kept.level = row.marker, row.level
        self._row = kept


def _opened(element: Element, name: str) -> _Open:
    style = _STYLE.search(element.get("style", ""))
    words = style[1].lower().split() if style else []
    if "none" in words:
        return _Open("", 1)
    said = next((word for word in words if word in _FORMS), element.get("type", ""))
    form = _FORMS.get(said, _FORMS.get(said.lower(), ""))
    if name != "ol" and not style:
        return _Open("bullet", 1)
    start = number(element, "start")
    backwards = "reversed" in element.attrib
    points = sum(local(each) == "li" for each in element)
    first = start if start is not None else points if backwards else 1
    form = form or ("decimal" if name == "ol" else "bullet")
    return _Open(said if said.startswith(_CHINESE) else form, first, -1 if backwards else 1)


def _marker(open_: _Open) -> str:
    if open_.form in ("", "bullet"):
        return BULLET if open_.form else ""
    number = formatted(open_.next, _FORMS.get(open_.form, open_.form))
    return number + ("、" if open_.form.startswith(_CHINESE) else ".")


def _is_data(table: Element) -> bool:
    """Whether a table holds no other, and no text but in rows of cells."""
    return not any(local(each) == "table" for each in table.iterdescendants()) and any(
        sum(local(cell) in ("td", "th") for cell in row) > 1 for row in table.iter("tr")
    )


def _table(table: Element, place: int) -> Iterator[Line]:
    rows = [[_cell(cell) for cell in row if local(cell) in ("td", "th")] for row in table.iter("tr")]
    return (line._replace(place=place) for line in lines_of_table(rows))


def _cell(cell: Element) -> tuple[Line, ...]:
    return Lines().of(cell)
