"""The body of a Word document from top to bottom: paragraphs, tables, text boxes, as lines."""

from collections.abc import Iterator
from typing import Final

from studytui.exchange.elements import Element, attribute, child, local, number, switched_on
from studytui.exchange.marked import put_before
from studytui.exchange.reading import Line
from studytui.exchange.tables import lines_of_table
from studytui.exchange.word.counting import Counting, Number
from studytui.exchange.word.fields import Fields
from studytui.exchange.word.nesting import Nesting, indent_of
from studytui.exchange.word.numbering import LEVELS, List
from studytui.exchange.word.styles import BODY, Styles, listed_in
from studytui.exchange.word.words import Reader, Words, chosen

_THROUGH: Final = frozenset(("sdtContent", "customXml", "ins", "moveTo", "smartTag", "txbxContent"))
_CONTENTS: Final = "Table of Contents"


class Body:
    """Reads blocks in order; what was left out is counted.

    Attributes:
        notes: Footnotes and endnotes, which are not read.
        hidden: Paragraphs with hidden text.
        contents: Paragraphs of a contents list, whose headings come again below it.
        undefined: Paragraphs of a list that is defined nowhere.
    """

    def __init__(self, styles: Styles, lists: dict[str, List], *, keep_contents: bool = False) -> None:
        self.notes = self.hidden = self.contents = self.undefined = 0
        self._styles, self._lists = styles, lists
        self._counting = Counting(lists)
        self._fields = Fields(keep_contents=keep_contents)
        self._reader = Reader(styles, self._fields)
        self._nesting = Nesting()
        self._place = 0
        self._carried: list[Words] = []

    @property
    def unfinished(self) -> bool:
        """Whether a contents list has begun that nothing ends, so that the text behind it was taken for it."""
        return self._fields.in_contents

    def block(self, element: Element) -> Iterator[Line]:
        """The lines of one block."""
        name = local(element)
        if name == "p":
            yield from self._paragraph(element)
        elif name == "tbl":
            yield from lines_of_table([[*self._cells(row)] for row in self._rows(element)])
        elif name == "sdt":
            kind = attribute(child(element, "sdtPr", "docPartObj", "docPartGallery"))
            if kind == _CONTENTS and not self._fields.keep_contents:
                self.contents += 1
            else:
                yield from self._blocks(child(element, "sdtContent"))
        elif name == "AlternateContent":
            for each in chosen(element):
                yield from self.block(each)
        elif name in _THROUGH:
            yield from self._blocks(element)

    def rest(self) -> Iterator[Line]:
        """What is left when all blocks were read: paragraphs whose ends were deleted."""
        if self._carried:
            yield from self._lines(self._joined(Words()), None, None)

    def _blocks(self, element: Element | None) -> Iterator[Line]:
        for each in () if element is None else element:
            yield from self.block(each)

    def _rows(self, table: Element) -> Iterator[Element]:
        for each in table:
            name = local(each)
            if name == "tr" and child(each, "trPr", "del") is None:
                yield each
            elif name in ("sdt", "sdtContent", "customXml", "ins"):
                yield from self._rows(each)

    def _cells(self, row: Element) -> Iterator[tuple[Line, ...]]:
        for each in row:
            name = local(each)
            if name == "tc":
                if child(each, "tcPr", "cellDel") is None:
                    yield tuple(self._blocks(each))
            elif name in ("sdt", "sdtContent", "customXml"):
                yield from self._cells(each)

    def _paragraph(self, paragraph: Element) -> Iterator[Line]:
        self._place += 1
        properties = child(paragraph, "pPr")
        style_id = attribute(child(properties, "pStyle"))
        style = self._styles[style_id]
        in_contents = self._fields.in_contents
        words = self._reader.words(paragraph, style_id)
        self.notes += words.notes
        self.hidden += words.hidden
        if self._is_contents(in_contents, style.contents, words):
            self.contents += 1
            return
        if _mark_is_gone(properties):
            self._carried.append(words)
            return
        words = self._joined(words)
        if not (words.text.strip() or words.boxes) and switched_on(child(properties, "rPr", "vanish")):
            return  # hidden as a whole: Word does not count it
        yield from self._lines(words, properties, style_id)
        for box in words.boxes:
            yield from self._blocks(box)

    def _is_contents(self, in_contents: bool, styled: bool, words: Words) -> bool:
        if self._fields.keep_contents:
            return False
        return styled or ((in_contents or self._fields.in_contents) and not words.text.strip())

    def _joined(self, words: Words) -> Words:
        """The paragraph with those before it whose ends were deleted."""
        parts, self._carried = [*self._carried, words], []
        if len(parts) == 1:
            return words
        return Words(
            pieces=[piece for part in parts for piece in part.pieces],
            boxes=[box for part in parts for box in part.boxes],
            plain=any(part.plain for part in parts),
        )

    def _lines(self, words: Words, properties: Element | None, style_id: str | None) -> Iterator[Line]:
        style = self._styles[style_id]
        listed = self._listed(properties, style_id)
        shown = self._counting.next(*listed) if listed else Number("")
        self.undefined += bool(listed and listed[0] not in self._lists)
        outline = number(child(properties, "outlineLvl"))
        heading = style.heading if outline is None else outline + 1 if 0 <= outline < BODY else 0
        level = self._level(listed, shown, properties) if listed else None
        first, *rest = words.text.split("\n")
        yield Line(
            first,
            self._place,
            put_before(shown.marker, first, spaced=shown.tabbed, bullet=shown.bullet),
            heading,
            style.title,
            bool(words.text.strip()) and not words.plain,
            level,
        )
        for text in rest:
            yield Line(text, self._place, level=level, continued=True)

    def _level(self, listed: tuple[str, int], shown: Number, properties: Element | None) -> int:
        """How deep a point lies, by its own list and by those around it."""
        id_, at = listed
        own = self._lists.get(id_)
        known = own.levels.get(at) if own else None
        place = indent_of(child(properties, "ind"))
        place = place if place is not None else known.indent if known else 0
        shape = f"{known.form} {known.text}" if known and not shown.bullet else ""
        return self._nesting.level(own.counted_with if own else id_, at, place, shape)

    def _listed(self, properties: Element | None, style_id: str | None) -> tuple[str, int] | None:
        """The list and the level that a paragraph is in, told by itself or by its style; None for none."""
        own, styled = listed_in(properties), self._styles[style_id].listed
        id_ = own.id_ if own and own.id_ else styled.id_ if styled else ""
        if not id_ or id_ == "0":
            return None
        level = own.level if own else None
        if level is None and styled and styled.id_ == id_:
            linked = self._lists[id_].level_of(self._styles.linking(style_id)) if id_ in self._lists else None
            level = linked if linked is not None else styled.level
        return id_, min(max(level or 0, 0), LEVELS - 1)


def _mark_is_gone(properties: Element | None) -> bool:
    """Whether the end of a paragraph was deleted or moved away, so that it goes on with the next one."""
    mark = child(properties, "rPr")
    return any(child(mark, name) is not None for name in ("del", "moveFrom"))
