"""The styles of a Word document: what a paragraph is by its style, those that it is based on included."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studytui.exchange.elements import Element, attribute, child, children, number, switched_on

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)
_TITLE = re.compile("title|标题|標題", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录|目錄)\s*(?:\d|heading|标题|標題)", re.IGNORECASE)
BODY = 9
"""The outline level of what is no heading."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The list that a paragraph is in: its id, ``0`` for none, and the level where it is told."""

    id_: str
    level: int | None


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says about its paragraphs.

    Attributes:
        heading: The level of a heading, from 1; 0 for none.
        title: They are the document's title.
        contents: They are entries of a contents list.
        listed: The list they are in; None where the style says nothing.
        hidden, bold: Their text is.
    """

    heading: int = 0
    title: bool = False
    contents: bool = False
    listed: Listed | None = None
    hidden: bool = False
    bold: bool = False


class Styles:
    """All styles by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._elements = {attribute(each, "styleId") or "": each for each in children(root, "style")}
        self._made: dict[str, Style] = {}
        usual = (id_ for id_, each in self._elements.items() if _is_usual(each))
        self._usual = next(usual, "")

    def __getitem__(self, id_: str | None) -> Style:
        id_ = self._usual if id_ is None else id_
        if id_ not in self._made:
            self._made[id_] = self._read(id_)
        return self._made[id_]

    def linked(self) -> dict[str, str]:
        """By the id of a numbering style the id of the list that it stands for."""
        numbering = ((id_, each) for id_, each in self._elements.items() if attribute(each, "type") == "numbering")
        found = ((id_, attribute(child(each, "pPr", "numPr", "numId"))) for id_, each in numbering)
        return {id_: list_ for id_, list_ in found if list_ is not None}

    def linking(self, id_: str | None) -> str:
        """The style that tells of which list a paragraph of this style is: itself, or one that it is based on."""
        chain = self._chain(self._usual if id_ is None else id_)
        telling = (each for each in chain if listed_in(child(each, "pPr")) is not None)
        return attribute(next(telling, None), "styleId") or ""

    def _read(self, id_: str) -> Style:
        chain = [*self._chain(id_)]
        names = [attribute(child(each, "name")) or "" for each in chain] or [id_]
        levels = (number(child(each, "pPr", "outlineLvl")) for each in chain)
        level = next((level for level in levels if level is not None), None)
        if level is None:
            named = next((found for name in names if (found := _HEADING.fullmatch(name))), None)
            level = int(named[1]) - 1 if named else BODY
        listed = (listed_in(child(each, "pPr")) for each in chain)
        return Style(
            heading=level + 1 if 0 <= level < BODY else 0,
            title=_TITLE.fullmatch(names[0]) is not None,
            contents=_CONTENTS.match(names[0]) is not None,
            listed=next((each for each in listed if each is not None), None),
            hidden=_on(chain, "vanish"),
            bold=_on(chain, "b"),
        )

    def _chain(self, id_: str) -> Iterator[Element]:
        """A style and those that it is based on, each once."""
        seen: set[str] = set()
        while id_ in self._elements and id_ not in seen:
            seen.add(id_)
            yield self._elements[id_]
            id_ = attribute(child(self._elements[id_], "basedOn")) or ""


def listed_in(properties: Element | None) -> Listed | None:
    """The list that some properties of a paragraph name; None where they name none."""
    numbering = child(properties, "numPr")
    id_ = attribute(child(numbering, "numId"))
    level = number(child(numbering, "ilvl"))
    if numbering is None or (id_ is None and level is None):
        return None
    return Listed(id_ or "", level)


def _is_usual(element: Element) -> bool:
    return attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on")


def _on(chain: list[Element], name: str) -> bool:
    """Whether a property of the text is on, told by the nearest style that says anything about it."""
    told = (switched_on(child(each, "rPr", name)) for each in chain)
    return next((each for each in told if each is not None), False)
