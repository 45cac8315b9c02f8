"""Whatever stands in a document, it is read or refused in words: damage makes no reader fall over."""

from contextlib import suppress
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.errors import StudyError
from studytui.exchange.odf.document import read_odt
from studytui.exchange.page.document import read_page
from studytui.exchange.pdf.document import read_pdf
from studytui.exchange.reading import Reading
from studytui.exchange.rich import read_rtf
from studytui.exchange.word.document import read_document
from studytui.exchange.written import as_written
from tests.exchange.pages import block, pdf
from tests.exchange.test_odt import odt
from tests.exchange.word import docx

WORD = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "pPr",
    "numPr",
    "numId",
    "ilvl",
    "pStyle",
    "rPr",
    "vanish",
    "b",
    "del",
    "ins",
    "moveFrom",
    "br",
    "tab",
    "fldChar",
    "instrText",
    "txbxContent",
    "drawing",
    "pict",
    "hyperlink",
    "outlineLvl",
    "ind",
    "sym",
    "AlternateContent",
    "Choice",
    "Fallback",
    "footnoteReference",
    "altChunk",
]
STYLES = ["style", "name", "basedOn", "pPr", "numPr", "numId", "ilvl", "outlineLvl", "rPr", "vanish", "b"]
NUMBERING = [
    "abstractNum",
    "num",
    "abstractNumId",
    "lvl",
    "start",
    "numFmt",
    "lvlText",
    "lvlRestart",
    "numStyleLink",
    "lvlOverride",
    "startOverride",
    "suff",
    "isLgl",
    "pStyle",
    "pPr",
    "ind",
]
OPEN = [
    "p",
    "h",
    "list",
    "list-item",
    "table",
    "table-row",
    "table-cell",
    "span",
    "s",
    "tab",
    "line-break",
    "note",
    "section",
    "frame",
    "text-box",
]
HTML = ["p", "div", "h1", "h2", "ol", "ul", "li", "table", "tr", "td", "br", "pre", "b", "a", "span", "script", "style"]
VALUES = st.sampled_from(
    [
        "0",
        "1",
        "2",
        "-1",
        "99999999999",
        "x",
        "",
        "begin",
        "separate",
        "end",
        "bullet",
        "decimal",
        "none",
        "%1.%2、",
        "chineseCounting",
        "heading 1",
        "Title",
        "toc 1",
        "display:none",
        "F0A7",
        "110000",
        "8",
    ]
)
ATTRIBUTES = [
    "val",
    "ilvl",
    "numId",
    "abstractNumId",
    "styleId",
    "type",
    "left",
    "hanging",
    "fldCharType",
    "char",
    "id",
    "style-name",
    "outline-level",
    "c",
    "start-value",
    "class",
    "style",
    "href",
    "start",
    "value",
]
TEXTS = st.sampled_from(
    ["一、甲", "（一）乙。", "1.", "", " \n\t", "目录", "\x0b丙\u2028", "TOC \\o", "eq \\o\\ac(○,3)", "第一"]
)


def trees(names: list[str], prefix: str = "") -> st.SearchStrategy[str]:
    """XML of these elements, in any order and any depth."""

    def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        attributes = st.dictionaries(st.sampled_from(ATTRIBUTES), VALUES, max_size=3)
        return st.builds(_element, st.just(prefix), st.sampled_from(names), attributes, st.lists(children, max_size=4))

    readable = TEXTS.map(lambda text: escape("".join(sign for sign in text if sign >= " " or sign in "\n\t")))
    return st.lists(st.recursive(readable, element, max_leaves=12), max_size=6).map("".join)


def _element(prefix: str, name: str, attributes: dict[str, str], children: list[str]) -> str:
    said = "".join(f" {prefix}{key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{prefix}{name}{said}>{''.join(children)}</{prefix}{name}>"


def sound(reading: Reading) -> None:
    """Each line that is not there to set others apart has words."""
    lines = as_written(reading)
    assert all(not line.text or line.text.strip() for line in lines)


@given(trees(WORD, "w:"), trees(STYLES, "w:"), trees(NUMBERING, "w:"))
def test_any_xml_in_a_word_document(body: str, styles: str, numbering: str) -> None:
    """Elements in places where they make no sense, numbers that are none."""
    with suppress(StudyError):
        sound(read_document(docx(body, styles=[styles], numbering=[numbering]), "x"))


@given(trees(OPEN, "text:"), trees(["list-style", "list-level-style-number", "style", "text-properties"], "text:"))
def test_any_xml_in_an_opendocument_text(body: str, styles: str) -> None:
    """The same in the other format."""
    with suppress(StudyError):
        sound(read_odt(odt(body, styles), "x"))


@given(trees(HTML))
def test_any_tags_in_a_page(body: str) -> None:
    """Pages are hardly ever right."""
    sound(read_page(f"<html><body>{body}".encode(), "x"))


@given(
    st.lists(st.sampled_from(["{", "}", r"\par ", r"\'d2\'bb", r"\u19968?", r"\*", r"\v ", "一", "|", r"\bin9 ", "\\"]))
)
def test_anything_in_rich_text(parts: list[str]) -> None:
    """Brackets without their counterparts, words that are cut."""
    sound(read_rtf(("{\\rtf1\\ansi " + "".join(parts)).encode("gbk"), "x"))


@given(st.data())
def test_a_pdf_with_any_bytes_changed(data: st.DataObject) -> None:
    """As a file that was sent badly."""
    good = bytearray(pdf(block("一、总体要求。坚持稳中求进，把各项任务落到实处。" * 3)))
    for _ in range(data.draw(st.integers(1, 8))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    with suppress(StudyError):
        sound(read_pdf(bytes(good[: data.draw(st.integers(0, len(good)))]), "x"))


@given(st.binary(max_size=200))
def test_any_bytes_behind_the_beginning_of_a_zip(data: bytes) -> None:
    """Nothing but a refusal can come of it."""
    with pytest.raises(StudyError):
        read_document(b"PK\x03\x04" + data + b"PK\x05\x06", "x")
