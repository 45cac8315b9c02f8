"""XML read with care: nothing is expanded, nothing is fetched, and what declares entities is refused."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from lxml import etree

from studytui.errors import StudyError
from studytui.exchange.elements import Element
from studytui.exchange.zipped import damaged

_PROLOG: Final = 1 << 16
MAX_ELEMENTS: Final = 3_000_000
MAX_DEPTH: Final = 2_000
"""Levels of an outline that the parser takes."""


def root_of(data: bytes, name: str, *, mend: bool = False) -> Element:
    """The root of an XML document.

    Args:
        data: All of it.
        name: What it is called in an error.
        mend: Small mistakes are forgiven.

    Raises:
        StudyError: It is damaged, or has a document type, which such a document never needs.
    """
    _refuse_types(data, name)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=mend,
        huge_tree=mend,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise failed(error, name) from error
    if any("depth" in error.message for error in parser.error_log.filter_from_fatals()):
        raise StudyError("{name} is nested too deeply: the limit is {limit} levels.", name=name, limit=MAX_DEPTH)
    if root is None:
        raise damaged(name)
    return root


def children_of(data: bytes, parent: str, name: str) -> Iterator[Element]:
    """The children of an element, one after the other, so that a large document is never in memory as a whole.

    Args:
        data: The whole document.
        parent: Name of the element without its namespace.
        name: What the document is called in an error.

    Raises:
        StudyError: As ``root_of``.
    """
    _refuse_types(data, name)
    count = 0
    events = etree.iterparse(
        BytesIO(data), events=("end",), resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        for _, element in events:
            count += 1
            if count > MAX_ELEMENTS:
                raise StudyError(
                    "{name} holds more than {limit} parts, which no document of this kind has.",
                    name=name,
                    limit=MAX_ELEMENTS,
                )
            above = element.getparent()
            if above is None or etree.QName(above).localname != parent:
                continue
            yield element
            element.clear()
            while element.getprevious() is not None:
                del above[0]
    except etree.XMLSyntaxError as error:
        raise failed(error, name) from error


def failed(error: etree.XMLSyntaxError, name: str) -> Exception:
    """What is said where XML cannot be read; no memory is no damage."""
    return MemoryError() if "emory" in str(error) else damaged(name)


def _refuse_types(data: bytes, name: str) -> None:
    """Refuse a document type: entities are declared in it, of which a few lines can grow to gigabytes."""
    if b"<!DOCTYPE" in data[:_PROLOG].replace(b"\0", b"").upper():
        raise StudyError(
            "{name} declares a document type, as a harmful file does: open it in its program and save it anew.",
            name=name,
        )
