"""Elements of XML found by their names, whatever their namespace is: that of Word has two, a loose and a strict one."""

import re
from collections.abc import Iterator

from lxml import etree

_WHOLE = re.compile(r"\s*[+-]?[0-9]{1,18}\s*")
Element = etree._Element  # noqa: SLF001 - the only name that lxml has for the type


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, or its first child of the next; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """All direct children of that name."""
    return iter(()) if element is None else (each for each in element if local(each) == name)


def attribute(element: Element | None, name: str = "val") -> str | None:
    """An attribute by its name without namespace; None where there is none."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def number(element: Element | None, name: str = "val") -> int | None:
    """An attribute that is a number; None where it is none."""
    return whole(attribute(element, name))


def whole(text: str | None) -> int | None:
    """The whole number that a text is; None where it is none, or has more digits than anybody counts."""
    return int(text) if text is not None and _WHOLE.fullmatch(text) else None


def switched_on(element: Element | None) -> bool | None:
    """Whether a property is on, as ``<w:b/>``, or off, as ``<w:b w:val="0"/>``; None where it is not there."""
    if element is None:
        return None
    return attribute(element) not in ("0", "false", "off", "none")
