"""Which part of a web page is its text, and which is navigation, advertising and the names of other pages."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from studytui.exchange.elements import Element, local
from studytui.exchange.page.tree import drop
from studytui.outline.numbering import starts_with_marker

_ASIDE: Final = frozenset(("nav", "aside", "footer", "form", "menu"))
_ROLES: Final = frozenset(("navigation", "banner", "complementary", "contentinfo", "search"))
_HEADINGS: Final = "h1 h2 h3 h4 h5 h6"
_CONTAINERS: Final = frozenset(
    ["div", "section", "article", "main", "table", "tbody", "tr", "td", "center", "font", "form", "header"]
)
_PARAGRAPHS: Final = frozenset(f"p ul ol dl blockquote pre {_HEADINGS}".split())
_BLOCKS: Final = _CONTAINERS | _PARAGRAPHS | {"span"}
_SOME: Final = 20
_NAMED = re.compile(
    r"(?:^|[-_\s])(?:(?:top|main|sub|site|left|right)?[-_]?nav(?:bar|igation)?|menu|side(?:bar)?|foot(?:er)?|crumbs?|"
    r"bread-?crumbs?|share|social|comments?|reply|pag(?:er|ing|ination)|prev-?next|(?:pre|next)-?page|relate[ds]?|rel|"
    r"recommend(?:ed)?|hot|rank(?:ing)?|ads?|advert(?:isement)?|gg|banner|copyright|login|search|tool-?bar|qr-?code|"
    r"statement|disclaimer|declare|download|tags?|editor-?info|fold|guess|like)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_LINKED = 0.5  # share of links in a block that is a list of other pages
_MUCH = 0.4  # share of a page's text that nothing but its text has
_SHARE = 0.7
_MARKER: Final = 20  # a numbered line counts as so many characters more


class Weight(NamedTuple):
    """How much text is in an element: characters outside of links, numbered lines counted higher, and in links."""

    text: int
    linked: int

    @property
    def links(self) -> float:
        """Share of the links."""
        return self.linked / (self.text + self.linked) if self.linked else 0.0


def main_part(root: Element) -> Element:
    """The element that holds the text of a page, what is in the way taken out."""
    body = next((each for each in root if local(each) == "body"), root)
    _without_asides(body)
    weights = _weighed(body)
    part = body
    while True:
        best = max(part, key=lambda each: weights[each].text, default=None)
        if best is None or weights[best].text < _SHARE * weights[part].text or local(best) not in _CONTAINERS:
            return part
        if any(local(each) in _PARAGRAPHS and weights[each].text >= _SOME for each in part if each is not best):
            return part  # an opening paragraph stands beside the rest
        part = best


def heading_above(root: Element, part: Element) -> str:
    """The last heading of the first degree that stands before a part of a page; empty where there is none."""
    found = ""
    for each in root.iter():
        if each is part:
            break
        if local(each) == "h1":
            found = _words(each) or found
    return found


def _without_asides(body: Element) -> None:
    weights = _weighed(body)
    most = weights[body].text * _MUCH
    for element in list(body.iter()):
        if element is body or local(element) not in _BLOCKS | _ASIDE or weights[element].text > most:
            continue
        if _is_aside(element, weights[element]):
            drop(element)


def _is_aside(element: Element, weight: Weight) -> bool:
    if local(element) in _ASIDE or element.get("role", "") in _ROLES:
        return True
    named = _NAMED.search(element.get("class", "")) or _NAMED.search(element.get("id", ""))
    return named is not None or (weight.links > _LINKED and local(element) != "span")


def _weighed(body: Element) -> dict[Element, Weight]:
    """The weight of each element, its children's included."""
    found: dict[Element, Weight] = {}
    links = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        is_link = local(element) == "a" and element.get("href") is not None
        links += is_link * (1 if event == "start" else -1)
        if event == "start":
            continue
        inside = [found[child] for child in element]
        text, linked = sum(each.text for each in inside), sum(each.linked for each in inside)
        own = sum(_weight(piece) for piece in _own(element))
        found[element] = Weight(text, linked + own) if links or is_link else Weight(text + own, linked)
    return found


def _own(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def _weight(text: str) -> int:
    text = text.strip()
    return len(text) + _MARKER * (bool(text) and starts_with_marker(text))


def _words(element: Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())
