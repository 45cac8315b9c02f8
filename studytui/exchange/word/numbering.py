"""The lists that a Word document defines: numbering.xml, with links through styles followed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from studytui.exchange.elements import Element, attribute, child, children, number, switched_on
from studytui.exchange.word.nesting import indent_of

LEVELS = 9
"""A list has at most so many levels."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered.

    Attributes:
        start: Its first number.
        form: The format of the number, as numbering.xml calls it.
        text: What is shown, ``%1`` standing for the number of the first level.
        tabbed: White space stands between the number and the text.
        restart: It begins anew behind a level up to this one, counted from 1; 0 for never, None for any level above.
        legal: All numbers are shown in plain digits.
        style: The paragraph style whose paragraphs stand on this level.
        hidden: The number is counted, but not shown.
        indent: Where the number stands, in twentieths of a point.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    tabbed: bool = True
    restart: int | None = None
    legal: bool = False
    style: str = ""
    hidden: bool = False
    indent: int = 0


@dataclass(frozen=True, slots=True)
class List:
    """A list that paragraphs refer to.

    Attributes:
        counted_with: Which lists are counted together: those that share a definition.
        levels: Its levels from 0.
        starts: By level the number that it begins with, whatever the lists counted with it have reached.
    """

    counted_with: str
    levels: Mapping[int, Level] = field(default_factory=dict)
    starts: Mapping[int, int] = field(default_factory=dict)

    def level_of(self, style: str) -> int | None:
        """The level that is linked with a paragraph style."""
        return next((at for at, level in self.levels.items() if style and level.style == style), None)


def lists_of(root: Element | None, linked: Mapping[str, str]) -> dict[str, List]:
    """All lists of a document by the id that its paragraphs refer to.

    Args:
        root: The root of numbering.xml; None where the document has none.
        linked: By the id of a numbering style the id of the list that it stands for.
    """
    abstracts = {attribute(each, "abstractNumId") or "": each for each in children(root, "abstractNum")}
    instances = {attribute(each, "numId") or "": each for each in children(root, "num")}
    made = {}
    for id_, instance in instances.items():
        abstract = _abstract(instance, abstracts, instances, linked)
        if abstract is not None:
            made[id_] = _overridden(abstract, instance)
    return made


def _abstract(
    instance: Element | None, abstracts: dict[str, Element], instances: dict[str, Element], linked: Mapping[str, str]
) -> Element | None:
    """The definition that a list uses, through numbering styles; None where they lead nowhere or in a circle."""
    seen: set[str] = set()
    while instance is not None:
        id_ = attribute(child(instance, "abstractNumId")) or ""
        abstract = abstracts.get(id_)
        link = attribute(child(abstract, "numStyleLink"))
        if abstract is None or link is None:
            return abstract
        if id_ in seen:
            return None
        seen.add(id_)
        instance = instances.get(linked.get(link, ""))
    return None


def _overridden(abstract: Element, instance: Element) -> List:
    levels = {at: _level(each) for each in children(abstract, "lvl") if (at := _at(each)) is not None}
    starts: dict[int, int] = {}
    for override in children(instance, "lvlOverride"):
        at = _at(override)
        if at is None:
            continue
        own = child(override, "lvl")
        if own is not None:
            levels[at] = _level(own)
        start = number(child(override, "startOverride"))
        if start is not None:
            starts[at] = start
    return List(attribute(abstract, "abstractNumId") or "", levels, starts)


def _at(element: Element) -> int | None:
    at = number(element, "ilvl")
    return at if at is not None and 0 <= at < LEVELS else None


def _level(element: Element) -> Level:
    start = number(child(element, "start"))
    return Level(
        start=1 if start is None else start,
        form=_format(element),
        text=attribute(child(element, "lvlText")) or "",
        tabbed=attribute(child(element, "suff")) != "nothing",
        restart=number(child(element, "lvlRestart")),
        legal=bool(switched_on(child(element, "isLgl"))),
        style=attribute(child(element, "pStyle")) or "",
        hidden=bool(switched_on(child(element, "rPr", "vanish"))),
        indent=indent_of(child(element, "pPr", "ind")) or 0,
    )


def _format(element: Element) -> str:
    """The format of a level; of one that only newer programs know, what it says to the older ones."""
    own = child(element, "numFmt")
    if own is None:
        own = child(element, "AlternateContent", "Fallback", "numFmt")
    if own is None:
        own = child(element, "AlternateContent", "Choice", "numFmt")
    return attribute(own) or "decimal"
