"""A whole Word document: its parts, its lines, and what was left out of it."""

import posixpath
from collections.abc import Iterator
from typing import Final

from studytui.errors import StudyError
from studytui.exchange.elements import Element, attribute, local
from studytui.exchange.limits import limited
from studytui.exchange.markup import children_of, root_of
from studytui.exchange.reading import Line, Reading
from studytui.exchange.word.body import Body
from studytui.exchange.word.embedded import Embedded
from studytui.exchange.word.numbering import lists_of
from studytui.exchange.word.styles import Styles
from studytui.exchange.zipped import Parts
from studytui.messages import Message, message

_USUAL: Final = "word/document.xml"
_MAIN: Final = "/officeDocument"
_HEADINGS_OF_CONTENTS: Final = frozenset(("目录", "目次", "目錄", "contents"))


def read_document(data: bytes, name: str) -> Reading:
    """Read a Word document; ``name`` is what it is called in an error.

    Raises:
        StudyError: It is damaged, or something else.
    """
    parts = Parts(data, name)
    main = _main_part(parts, name)
    folder = posixpath.dirname(main)
    styles = Styles(_root(parts, f"{folder}/styles.xml", name))
    lists = lists_of(_root(parts, f"{folder}/numbering.xml", name), styles.linked())
    document = parts.read(main) or b""
    body = Body(styles, lists)
    embedded = Embedded(parts, main, name)
    lines = limited(_lines(body, embedded, document, name), name)
    if body.unfinished or (body.contents and all(_is_heading_of_contents(line) for line in lines)):
        body = Body(styles, lists, keep_contents=True)
        lines = limited(_lines(body, embedded, document, name), name)
    return Reading(lines, whole=True, notes=tuple(_notes(body)))


def _lines(body: Body, embedded: Embedded, document: bytes, name: str) -> Iterator[Line]:
    """All lines; the heading above a contents list is left out together with the list."""
    last: Line | None = None
    skipped = 0
    for block in children_of(document, "body", name):
        for line in embedded.lines(block) if local(block) == "altChunk" else body.block(block):
            if line.text.strip():
                if last is not None and not (body.contents > skipped and _is_heading_of_contents(last)):
                    yield last
                last, skipped = line, body.contents
    yield from () if last is None else (last,)
    yield from body.rest()


def _is_heading_of_contents(line: Line) -> bool:
    return "".join(line.text.split()).lower() in _HEADINGS_OF_CONTENTS


def _main_part(parts: Parts, name: str) -> str:
    """The part that holds the text, which a few programs call otherwise than Word does."""
    relations = _root(parts, "_rels/.rels", name)
    for each in () if relations is None else relations:
        target = attribute(each, "Target") or ""
        if (attribute(each, "Type") or "").endswith(_MAIN) and attribute(each, "TargetMode") != "External":
            inside = posixpath.normpath(target).lstrip("/")
            if inside in parts and inside.endswith(".xml"):
                return inside
    if _USUAL in parts:
        return _USUAL
    raise StudyError("{name} is a ZIP file, but no Word document: give a text file or a Word document.", name=name)


def _root(parts: Parts, part: str, name: str) -> Element | None:
    data = parts.read(part)
    return None if data is None else root_of(data, name)


def _notes(body: Body) -> Iterator[Message]:
    if body.notes:
        yield message("{n} footnote was left out", plural="{n} footnotes were left out", n=body.notes)
    if body.hidden:
        yield message(
            "hidden text in {n} paragraph was left out",
            plural="hidden text in {n} paragraphs was left out",
            n=body.hidden,
        )
    if body.undefined:
        yield message(
            "the number of {n} paragraph is defined nowhere; it became a bullet",
            plural="the numbers of {n} paragraphs are defined nowhere; they became bullets",
            n=body.undefined,
        )
