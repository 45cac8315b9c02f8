"""XML read with care: nothing is expanded, nothing is fetched, and what declares entities is refused."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from lxml import etree

from studytui.errors import StudyError
from studytui.exchange.elements import Element
from studytui.exchange.zipped import damaged

_PROLOG = re.compile(
    rb"(?:\s|\xef\xbb\xbf|\xff\xfe|\xfe\xff|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL | re.IGNORECASE
)
_BARE = re.compile(rb"&(?!(?:[A-Za-z_][\w.-]*|#[0-9]+|#x[0-9A-Fa-f]+);)")
MAX_ELEMENTS: Final = 3_000_000
MAX_DEPTH: Final = 2_000
"""Levels of an outline that the parser takes."""


def root_of(data: bytes, name: str) -> Element:
    """The root of an XML document; ``name`` is what it is called in an error.

    Raises:
        StudyError: It is damaged, or has a document type, which such a document never needs.
    """
    return _parsed(data, name, _parser())


def mended(data: bytes, name: str) -> tuple[Element, int]:
    """The root of an XML document in which small mistakes are forgiven, and the line of the first of them, else 0.

    Raises:
        StudyError: As ``root_of``, or it is cut off: its half would look like the whole.
    """
    if not _is_wide(data):
        data = _BARE.sub(b"&amp;", data)
    parser = _parser(mend=True)
    root = _parsed(data, name, parser)
    mistakes = parser.error_log.filter_from_fatals()
    if any("depth" in error.message for error in mistakes):
        raise StudyError("{name} is nested too deeply: the limit is {limit} levels.", name=name, limit=MAX_DEPTH)
    if len(mistakes) and not re.search(rb"</%b\s*>" % re.escape(str(root.tag).encode()), data.replace(b"\0", b"")):
        raise damaged(name)
    return root, mistakes[0].line if len(mistakes) else 0


def _parser(*, mend: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=mend,
        huge_tree=mend,
    )


def _parsed(data: bytes, name: str, parser: etree.XMLParser) -> Element:
    _refuse_plain_types(data, name)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise failed(error, name) from error
    if root is None:
        raise damaged(name)
    _refuse_types(root, name)
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
    _refuse_plain_types(data, name)
    count = 0
    events = etree.iterparse(
        BytesIO(data), events=("end",), resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        for _, element in events:
            count += 1
            if count == 1:
                _refuse_types(element, name)
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


def _is_wide(data: bytes) -> bool:
    """Whether each character takes two bytes or four."""
    return b"\0" in data[:4]


def _refuse_plain_types(data: bytes, name: str) -> None:
    """Refuse a document type before anything is parsed: a few lines of entities can grow to gigabytes."""
    if _PROLOG.match(data.replace(b"\0", b"") if _is_wide(data) else data):
        raise _typed(name)


def _refuse_types(element: Element, name: str) -> None:
    """Refuse a document type that the parser has found though it was not to be seen, as in an odd encoding."""
    if element.getroottree().docinfo.internalDTD is not None:
        raise _typed(name)


def _typed(name: str) -> StudyError:
    return StudyError(
        "{name} declares a document type, as a harmful file does: open it in its program and save it anew.",
        name=name,
    )
