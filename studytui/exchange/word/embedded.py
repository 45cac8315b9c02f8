"""Web pages inside a Word document: some sites wrap a page like that and call it one."""

import posixpath
from collections.abc import Mapping
from typing import Final

from studytui.exchange.elements import Element, attribute
from studytui.exchange.markup import root_of
from studytui.exchange.page.archive import page_in
from studytui.exchange.page.document import read_page
from studytui.exchange.reading import Line
from studytui.exchange.zipped import Parts

_ARCHIVES: Final = (".mht", ".mhtml")
_PAGES: Final = (".htm", ".html", ".xhtml", *_ARCHIVES)


class Embedded:
    """The pages inside one document, by the ids by which its text refers to them."""

    def __init__(self, parts: Parts, main: str, name: str) -> None:
        self._parts, self._name = parts, name
        folder, file = posixpath.split(main)
        data = parts.read(f"{folder}/_rels/{file}.rels")
        self._targets: Mapping[str, str] = {
            attribute(each, "Id") or "": posixpath.normpath(
                posixpath.join("/" + folder, attribute(each, "Target") or "")
            )
            for each in (() if data is None else root_of(data, name))
            if attribute(each, "TargetMode") != "External"
        }

    def lines(self, reference: Element) -> tuple[Line, ...]:
        """The lines of the page that an element refers to; none where it is no page."""
        target = self._targets.get(attribute(reference, "id") or "", "")
        if not target.lower().endswith(_PAGES):
            return ()
        data = self._parts.read(target) or b""
        page = page_in(data, self._name) if target.lower().endswith(_ARCHIVES) else data
        return read_page(page, self._name).lines
