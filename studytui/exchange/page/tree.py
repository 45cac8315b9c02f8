"""A web page as a tree without all that is never read: scripts, forms, what is hidden."""

import re
from typing import Final

from lxml import etree, html

from studytui.errors import StudyError
from studytui.exchange.elements import Element, local

_UNSEEN: Final = "script style noscript template head title meta link base map area rt rp xml"
_PICTURES: Final = "iframe frame object embed applet svg math canvas audio video"
_FIELDS: Final = "button select option optgroup textarea input datalist dialog progress meter"
_NEVER: Final = frozenset((*_UNSEEN.split(), *_PICTURES.split(), *_FIELDS.split()))
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)


def tree_of(text: str, name: str) -> Element | None:
    """The tree of a page; None where there is nothing in it.

    Raises:
        StudyError: It is nested more deeply than any page.
    """
    # What XML declares of an encoding is over: this is text already.
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # it is empty
        return None
    if any("depth" in error.message for error in parser.error_log.filter_from_fatals()):
        raise StudyError("{name} is nested too deeply: no web page needs that.", name=name)
    _without_unread(root)
    return root


def title_of(text: str) -> str:
    """What the page calls itself, without the name of its site."""
    found = re.search(r"<title[^>]*>([^<]*)", text, re.IGNORECASE)
    return re.split(r"\s*[_|]\s*|\s+[-–—]+\s*|\s*[-–—]+\s+", " ".join(found[1].split()))[0] if found else ""


def _without_unread(root: Element) -> None:
    """Take out what is never seen; the text behind it stays."""
    for element in [each for each in root.iter() if _is_unread(each)]:
        drop(element)


def drop(element: Element) -> None:
    """Take an element out of its tree, and leave the text that follows it."""
    above = element.getparent()
    if above is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            above.text = (above.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    above.remove(element)


def _is_unread(element: Element) -> bool:
    name = local(element)
    if not name:
        return True
    if name in _NEVER or ":" in name:
        return not name.startswith(("o:p", "st1:"))  # Word's own tags hold text
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None
