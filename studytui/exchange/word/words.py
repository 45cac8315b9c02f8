"""The words of one paragraph of a Word document, as they are once all changes are accepted."""

from dataclasses import dataclass, field
from typing import Final

from studytui.exchange.elements import Element, attribute, child, local, switched_on
from studytui.exchange.word.fields import Fields
from studytui.exchange.word.styles import Styles

_WRAPPERS: Final = (
    "hyperlink ins moveTo smartTag customXml sdt sdtContent fldSimple dir bdo ruby rubyBase oMath oMathPara"
)
_THROUGH: Final = frozenset(_WRAPPERS.split())
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES: Final = ("footnoteReference", "endnoteReference")
_BOXED: Final = "txbxContent"
_MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"


@dataclass(slots=True)
class Words:
    """What was read of a paragraph.

    Attributes:
        pieces: Its text.
        boxes: The text boxes that are fastened to it.
        notes: How many footnotes and endnotes it has, which are not read.
        hidden: Some of its text is hidden, and not read.
        plain: Some of its text is not bold.
    """

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: int = 0
    hidden: bool = False
    plain: bool = False

    @property
    def text(self) -> str:
        """All of it, lines broken by hand set apart by a line feed."""
        return "".join(self.pieces)


class Reader:
    """Reads paragraphs in order.

    Attributes:
        fields: The fields that are open.
    """

    def __init__(self, styles: Styles, fields: Fields) -> None:
        self._styles = styles
        self.fields = fields

    def words(self, paragraph: Element, style: str | None) -> Words:
        """Read a paragraph of a style."""
        words = Words()
        self._through(paragraph, words, self._styles[style].bold)
        self.fields.end_paragraph()
        return words

    def _through(self, element: Element, words: Words, bold: bool) -> None:
        for each in element:
            name = local(each)
            if name == "r":
                self._run(each, words, bold)
            elif name == "AlternateContent":
                self._alternative(each, words, bold)
            elif name in _THROUGH or (name and _MATH in each.tag):
                self._through_named(each, name, words, bold)

    def _through_named(self, element: Element, name: str, words: Words, bold: bool) -> None:
        if name == "t":
            self._say(element.text or "", words)
        elif name == "fldSimple":
            self.fields.begin()
            self.fields.code(attribute(element, "instr") or "")
            self.fields.separate()
            self._through(element, words, bold)
            self.fields.end()
        else:
            self._through(element, words, bold)

    def _run(self, run: Element, words: Words, bold: bool) -> None:
        properties = child(run, "rPr")
        own = self._styles[attribute(child(properties, "rStyle")) or ""]
        told = switched_on(child(properties, "b"))
        bold = told if told is not None else bold or own.bold
        hidden = switched_on(child(properties, "vanish"))
        if hidden or (hidden is None and own.hidden):
            words.hidden = words.hidden or any(local(each) == "t" and (each.text or "").strip() for each in run)
            return
        before = len(words.pieces)
        for each in run:
            self._part(each, words, bold)
        words.plain = words.plain or (not bold and any(piece.strip() for piece in words.pieces[before:]))

    def _part(self, element: Element, words: Words, bold: bool) -> None:
        name = local(element)
        if name == "t":
            self._say(element.text or "", words)
        elif name in _SIGNS:
            self._say(_SIGNS[name], words)
        elif name == "fldChar":
            self._field(attribute(element, "fldCharType"), words)
        elif name == "instrText":
            self.fields.code(element.text or "")
        elif name == "sym":
            self._say(_symbol(element), words)
        elif name in _NOTES:
            words.notes += 1
        elif name in ("drawing", "pict", "object"):
            words.boxes += _boxes(element)
        elif name == "AlternateContent":
            self._alternative(element, words, bold)
        elif name in _THROUGH:
            self._through(element, words, bold)

    def _alternative(self, element: Element, words: Words, bold: bool) -> None:
        """Of the same thing said in two ways, the first."""
        for each in chosen(element):
            if local(each) == "r":
                self._run(each, words, bold)
            else:
                self._part(each, words, bold)

    def _field(self, kind: str | None, words: Words) -> None:
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self._say(self.fields.end(), words)

    def _say(self, text: str, words: Words) -> None:
        if text and not self.fields.in_code and not self.fields.in_contents:
            words.pieces.append(text)


def _symbol(element: Element) -> str:
    """A sign of a font of signs; those of private areas are pictures, which say nothing here."""
    try:
        sign = chr(int(attribute(element, "char") or "", 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ue000" <= sign <= "\uf8ff" else sign


def _boxes(element: Element) -> list[Element]:
    """The text boxes in a drawing, those inside others left to these, and of two ways to say it the first."""
    found: list[Element] = []
    stack = [element]
    while stack:
        each = stack.pop()
        name = local(each)
        if name == _BOXED:
            found.append(each)
            continue
        stack += reversed(chosen(each) if name == "AlternateContent" else list(each))
    return found


def chosen(alternative: Element) -> list[Element]:
    """Of the same thing said in two ways the first, so that no text box is read twice."""
    first = child(alternative, "Choice")
    if first is None:
        first = child(alternative, "Fallback")
    return [] if first is None else list(first)
