"""The styles of an OpenDocument text: how lists are numbered, which paragraphs are headings, hidden or bold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from studytui.exchange.elements import Element, attribute, child, children, local, number

_FORMS: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCountingThousand",
    "壹": "chineseLegalSimplified",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "①": "decimalEnclosedCircle",
    "１": "decimalFullWidth",
    "": "none",
}
"""By the first sign of a format its name in Word."""


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is numbered.

    Attributes:
        form: The format of the number; ``bullet`` for none.
        before, behind: What stands around it.
        start: The first number.
        shown: How many levels up to this one are shown.
    """

    form: str
    before: str = ""
    behind: str = ""
    start: int = 1
    shown: int = 1


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a style says of its paragraphs, with what it inherits."""

    level: int = 0
    hidden: bool = False
    bold: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class OdfStyles:
    """All styles of a document, by name.

    Attributes:
        lists: For each list style its levels from 0.
        outline: The levels of headings.
    """

    lists: Mapping[str, Mapping[int, ListLevel]] = field(default_factory=dict)
    outline: Mapping[int, ListLevel] = field(default_factory=dict)
    elements: Mapping[str, Element] = field(default_factory=dict)

    def paragraph(self, name: str) -> ParagraphStyle:
        """The style of that name; an empty one where there is none."""
        chain: list[Element] = []
        while name in self.elements and self.elements[name] not in chain:
            chain.append(self.elements[name])
            name = attribute(chain[-1], "parent-style-name") or ""
        texts = [each for style in chain for each in children(style, "text-properties")]
        levels = (number(style, "default-outline-level") for style in chain)
        weights = (attribute(text, "font-weight") for text in texts)
        return ParagraphStyle(
            next((each for each in levels if each), 0),
            any(attribute(text, "display") == "none" for text in texts),
            next((each for each in weights if each), "normal") == "bold",
            any(attribute(style, "name") == "Title" for style in chain),
        )


def styles_of(*roots: Element | None) -> OdfStyles:
    """The styles of these parts of a document, later ones before earlier ones."""
    lists: dict[str, Mapping[int, ListLevel]] = {}
    outline: Mapping[int, ListLevel] = {}
    elements: dict[str, Element] = {}
    for root in roots:
        for each in () if root is None else root.iter():
            name = local(each)
            if name == "list-style":
                lists[attribute(each, "name") or ""] = _levels(each)
            elif name == "outline-style":
                outline = _levels(each)
            elif name == "style":
                elements[attribute(each, "name") or ""] = each
    return OdfStyles(lists, outline, elements)


def _levels(element: Iterable[Element]) -> dict[int, ListLevel]:
    found: dict[int, ListLevel] = {}
    for each in element:
        at = number(each, "level")
        if at is None:
            continue
        if local(each) in ("list-level-style-number", "outline-level-style"):
            start, shown = number(each, "start-value"), number(each, "display-levels")
            form = (attribute(each, "num-format") or "").strip()
            found[at - 1] = ListLevel(
                _FORMS.get(form[:1], "decimal"),
                attribute(each, "num-prefix") or "",
                attribute(each, "num-suffix") or "",
                1 if start is None else start,
                shown or 1,
            )
        elif child(each, "nothing") is None:
            found[at - 1] = ListLevel("bullet")
    return found
