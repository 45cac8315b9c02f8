"""The body of an OpenDocument text from top to bottom, as lines."""

from collections.abc import Iterator, Mapping
from typing import Final

from studytui.exchange.elements import Element, attribute, child, local, number
from studytui.exchange.marked import put_before
from studytui.exchange.numerals import formatted
from studytui.exchange.odf.styles import ListLevel, OdfStyles
from studytui.exchange.reading import Line
from studytui.exchange.tables import lines_of_table

BULLET: Final = "•"
_LISTS: Final = "table-of-content alphabetical-index illustration-index object-index bibliography"
_UNSEEN: Final = "annotation annotation-end hidden-text hidden-paragraph ruby-text tracked-changes note"
_LEFT_OUT: Final = frozenset((*_LISTS.split(), *_UNSEEN.split(), "sequence-decls", "variable-decls", "forms"))
_GROUPS: Final = frozenset(("table-header-rows", "table-row-group", "table-rows"))
_NOTES: Final = frozenset(("note",))


class Numbers(dict[int, int]):
    """The numbers that the levels of one list have reached."""

    def next(self, at: int, levels: Mapping[int, ListLevel], start: int | None) -> str:
        """Count one more point of a level, and give what is shown before it."""
        level = levels.get(at, ListLevel("bullet"))
        begins = level.start if start is None else start
        self[at] = self[at] + 1 if at in self and start is None else begins
        for deeper in [each for each in self if each > at]:
            del self[deeper]
        if level.form == "bullet":
            return BULLET
        if level.form == "none":
            return ""
        shown = [at - up for up in range(min(level.shown, at + 1))][::-1]
        numbers = [self._formatted(each, levels) for each in shown]
        return level.before + ".".join(each for each in numbers if each) + level.behind

    def _formatted(self, at: int, levels: Mapping[int, ListLevel]) -> str:
        level = levels.get(at, ListLevel("none"))
        return "" if level.form in ("none", "bullet") else formatted(self.get(at, level.start), level.form)


class OdfBody:
    """Reads blocks in order.

    Attributes:
        notes: How many footnotes and endnotes were left out.
    """

    def __init__(self, styles: OdfStyles) -> None:
        self.notes = 0
        self._styles = styles
        self._outline = Numbers()
        self._kept: dict[str, Numbers] = {}  # of each list, and of the last list of each style
        self._place = 0

    def blocks(self, element: Element) -> Iterator[Line]:
        """The lines of all blocks in an element."""
        for each in element:
            name = local(each)
            if name == "p":
                yield from self._paragraph(each)
            elif name == "h":
                yield from self._heading(each)
            elif name == "list":
                yield from self._list(each, 0, "", None)
            elif name == "table":
                yield from lines_of_table([[*self._cells(row)] for row in _rows(each)])
            elif name not in _LEFT_OUT:
                yield from self.blocks(each)

    def _cells(self, row: Element) -> Iterator[tuple[Line, ...]]:
        return (tuple(self.blocks(cell)) for cell in row if local(cell) == "table-cell")

    def _list(self, element: Element, at: int, style: str, numbers: Numbers | None) -> Iterator[Line]:
        style = attribute(element, "style-name") or style
        if numbers is None:
            numbers = self._numbers(element, style)
        levels = self._styles.lists.get(style, {})
        for item in element:
            first = local(item) == "list-item"
            for each in item:
                name = local(each)
                if name == "list":
                    yield from self._list(each, at + 1, style, numbers)
                    continue
                marker = numbers.next(at, levels, number(item, "start-value")) if first and name in ("p", "h") else ""
                first = first and name not in ("p", "h")
                if name == "h":
                    yield from self._text(each, marker, at, number(each, "outline-level") or 0)
                elif name == "p":
                    yield from self._text(each, marker, at)

    def _numbers(self, element: Element, style: str) -> Numbers:
        """The numbers that a list begins with: those of the one that it goes on with, or none."""
        before = attribute(element, "continue-list")
        goes_on = attribute(element, "continue-numbering") == "true"
        numbers = self._kept.get(f"#{before}") if before else self._kept.get(style) if goes_on else None
        numbers = Numbers() if numbers is None else numbers
        self._kept[style] = numbers
        self._kept[f"#{attribute(element, 'id')}"] = numbers
        return numbers

    def _heading(self, element: Element) -> Iterator[Line]:
        level = number(element, "outline-level") or 1
        hidden = attribute(element, "is-list-header") == "true"
        known = self._styles.outline.get(level - 1)
        marker = ""
        if known and not hidden and known.form != "none":
            marker = self._outline.next(level - 1, self._styles.outline, None)
        yield from self._text(element, marker, None, level)

    def _paragraph(self, element: Element) -> Iterator[Line]:
        yield from self._text(element, "", None, None)

    def _text(self, element: Element, marker: str, at: int | None, heading: int | None = 0) -> Iterator[Line]:
        """The lines of a paragraph; without a level of its own it is a heading as its style says."""
        self._place += 1
        style = self._styles.paragraph(attribute(element, "style-name") or "")
        heading = style.level if heading is None else heading
        boxes: list[Element] = []
        text = "" if style.hidden else "".join(self._words(element, boxes))
        for line, words in enumerate(text.split("\n")):
            shown = put_before(marker, words, bullet=marker == BULLET) if line == 0 else ""
            yield Line(words, self._place, shown, heading if line == 0 else 0, style.title, style.bold, at, line > 0)
        for box in boxes:
            yield from self.blocks(box)

    def _words(self, element: Element, boxes: list[Element]) -> Iterator[str]:
        yield _plain(element.text)
        for each in element:
            name = local(each)
            if name == "s":
                yield " " * min(number(each, "c") or 1, 80)
            elif name == "tab":
                yield "\t"
            elif name == "line-break":
                yield "\n"
            elif name == "text-box":
                boxes.append(each)
            elif name in _NOTES:
                self.notes += 1
            elif name and name not in _LEFT_OUT and not self._is_hidden(each, name):
                yield from self._words(each, boxes)
            yield _plain(each.tail)

    def _is_hidden(self, element: Element, name: str) -> bool:
        return name == "span" and self._styles.paragraph(attribute(element, "style-name") or "").hidden


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, some of them in groups; those of a table in one of its cells are not its own."""
    for each in table:
        name = local(each)
        if name == "table-row":
            yield each
        elif name in _GROUPS:
            yield from _rows(each)


def _plain(text: str | None) -> str:
    """White space as it is meant: a line end in the file is a blank."""
    return " ".join(f"|{text}|".split())[1:-1] if text and not text.isprintable() else text or ""


def text_of(root: Element) -> Element | None:
    """The element that holds the text of a document."""
    return child(root, "body", "text")
