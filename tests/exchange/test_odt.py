"""OpenDocument texts are read with the numbers of their lists, which are defined beside the text."""

import pytest

from studytui.errors import StudyError
from studytui.exchange.odf.document import read_odt
from studytui.exchange.readers.odt import ODT
from studytui.exchange.readers.reader import Source
from studytui.exchange.reading import Reading
from tests.exchange.word import zipped

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"'
    for name, rest in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)
KIND = "application/vnd.oasis.opendocument.text"


def odt(body: str, automatic: str = "", styles: str = "", **parts: str) -> bytes:
    """An OpenDocument text of this body, with styles of its own and common ones."""
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    common = f"<office:document-styles {NAMESPACES}><office:styles>{styles}</office:styles></office:document-styles>"
    return zipped({"mimetype": KIND, "content.xml": content, "styles.xml": common, **parts})


def read(body: str, automatic: str = "", styles: str = "") -> Reading:
    """The reading of a document."""
    return read_odt(odt(body, automatic, styles), "x")


def texts(body: str, automatic: str = "", styles: str = "") -> list[str]:
    """Its lines with their numbers, those without words left out."""
    return [line.marker + line.text for line in read(body, automatic, styles).lines if line.text.strip()]


def level(at: int, form: str, *, before: str = "", behind: str = "", start: int = 1, shown: int = 1) -> str:
    """A level of a list."""
    return (
        f'<text:list-level-style-number text:level="{at}" style:num-format="{form}" style:num-prefix="{before}" '
        f'style:num-suffix="{behind}" text:start-value="{start}" text:display-levels="{shown}"/>'
    )


def style(name: str, *levels: str) -> str:
    """A style of lists."""
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


CHINESE = style("L", level(1, "一, 二, 三, ...", behind="、"), level(2, "一, 二, 三, ...", before="（", behind="）"))


def points(*content: str, attributes: str = 'text:style-name="L"') -> str:
    """A list."""
    items = "".join(f"<text:list-item>{each}</text:list-item>" for each in content)
    return f"<text:list {attributes}>{items}</text:list>"


def p(text: str, name: str = "") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def test_lists_inside_lists_are_numbered_by_their_levels() -> None:
    """A list inside takes the style of the one around it, and begins anew below each of its points."""
    inner = points(p("甲"), p("乙"), attributes="")
    assert texts(points(p("总则") + inner, p("分则") + points(p("丙"), attributes="")), CHINESE) == [
        "一、总则",
        "（一）甲",
        "（二）乙",
        "二、分则",
        "（一）丙",
    ]


def test_a_list_goes_on_where_it_says_so() -> None:
    """With the last of its style, or with one that it names; else each begins at its start."""
    first = points(p("甲"), attributes='text:style-name="L" xml:id="a"')
    goes_on = points(p("乙"), attributes='text:style-name="L" text:continue-numbering="true"')
    named = points(p("丙"), attributes='text:style-name="L" text:continue-list="a"')
    assert texts(first + p("正文") + goes_on + points(p("丁")), CHINESE) == ["一、甲", "正文", "二、乙", "一、丁"]
    assert texts(first + named, CHINESE) == ["一、甲", "二、丙"]


def test_numbers_begin_and_are_shown_as_the_style_says() -> None:
    """Any start, that of a point of its own, and the numbers of the levels above."""
    levels = style("L", level(1, "1", behind=".", start=3), level(2, "a", behind=")", shown=2))
    body = points(p("甲") + points(p("乙"), attributes=""))
    body += '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item text:start-value="9">'
    body += f"{p('丙')}</text:list-item></text:list>"
    assert texts(body, levels) == ["3. 甲", "3.a) 乙", "9. 丙"]


@pytest.mark.parametrize(
    ("form", "shown"), [("I", "II."), ("甲, 乙, 丙, ...", "乙."), ("①, ②, ③, ...", "②."), ("", ".")]
)
def test_each_format_is_known(form: str, shown: str) -> None:
    """By its first sign."""
    (_, line) = read(points(p("甲"), p("乙")), style("L", level(1, form, behind="."))).lines
    assert line.marker.strip() == ("" if shown == "." else shown)


def test_a_point_without_a_style_or_with_a_bullet_is_a_bullet() -> None:
    """Only its first paragraph has it, and a header of a list has none."""
    bullet = style("L", '<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>')
    assert texts(points(p("甲") + p("又"))) == ["• 甲", "又"]
    assert texts(points(p("甲")), bullet) == ["• 甲"]
    header = f'<text:list text:style-name="L"><text:list-header>{p("头")}</text:list-header></text:list>'
    assert texts(header, CHINESE) == ["头"]


def test_headings_are_numbered_by_the_outline() -> None:
    """And know their level, by themselves or by the style of a paragraph."""
    outline = '<text:outline-style style:name="Outline">{}{}</text:outline-style>'.format(
        '<text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>',
        '<text:outline-level-style text:level="2" style:num-format=""/>',
    )
    styles = outline + '<style:style style:name="H" style:default-outline-level="3"/>'
    body = '<text:h text:outline-level="1">甲</text:h><text:h text:outline-level="2">乙</text:h>'
    body += '<text:h text:outline-level="1" text:is-list-header="true">丙</text:h>'
    body += '<text:h text:outline-level="1">丁</text:h>'
    lines = read(body + p("戊", "H"), "", styles).lines
    assert [(line.marker + line.text, line.heading) for line in lines] == [
        ("一、甲", 1),
        ("乙", 2),
        ("丙", 1),
        ("二、丁", 1),
        ("戊", 3),
    ]


def test_words_are_read_as_they_are_seen() -> None:
    """Blanks, tabs and line ends are elements; a line end of the file is a blank; links and fields are words."""
    body = p(
        '甲\n  乙<text:s text:c="2"/>丙<text:tab/>丁<text:line-break/><text:a>戊</text:a><text:span>己</text:span>'
    )
    assert texts(body) == ["甲 乙  丙\t丁", "戊己"]


def test_what_is_no_text_is_left_out() -> None:
    """Deleted text, comments, contents lists, what is hidden; footnotes are counted."""
    hidden = '<style:style style:name="h"><style:text-properties text:display="none"/></style:style>'
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        + p("旧")
        + "</text:deletion></text:changed-region>"
    )
    body += "</text:tracked-changes><text:table-of-content><text:index-body>" + p("目录") + "</text:index-body>"
    body += "</text:table-of-content>" + p(
        "甲<office:annotation><text:p>批注</text:p></office:annotation><text:note>注</text:note>"
    )
    body += p("乙", "h") + p('丙<text:span text:style-name="h">丁</text:span>')
    reading = read(body, hidden)
    assert [line.text for line in reading.lines if line.text] == ["甲", "丙"]
    assert [note.arguments["n"] for note in reading.notes] == [1]


def test_text_boxes_sections_and_tables_are_read() -> None:
    """A box behind its paragraph."""
    body = f"<text:section>{p('甲')}</text:section>"
    body += p(f"乙<draw:frame><draw:text-box>{p('框')}</draw:text-box></draw:frame>")
    cells = f"<table:table-cell>{p('丙')}</table:table-cell><table:table-cell>{p('丁')}</table:table-cell>"
    body += f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    assert texts(body) == ["甲", "乙", "框", "| 丙 | 丁 |"]


def test_a_number_that_nobody_counts_to_is_none() -> None:
    """It would be more digits than are ever written out."""
    items = f'<text:list-item text:start-value="{"9" * 4300}"><text:p>甲</text:p></text:list-item>'
    items += "<text:list-item><text:p>乙</text:p></text:list-item>"

    assert texts(f'<text:list text:style-name="L">{items}</text:list>', CHINESE) == ["一、甲", "二、乙"]


def test_a_table_in_a_table_is_read_once() -> None:
    """However deep it is, whether its rows stand in groups or not."""
    body = "<text:p>一、甲</text:p>"
    for _ in range(12):
        row = f"<table:table-row><table:table-cell>{body}</table:table-cell></table:table-row>"
        body = f"<table:table><table:table-rows>{row}</table:table-rows></table:table>"
    head = "<table:table-row><table:table-cell><text:p>乙</text:p></table:table-cell></table:table-row>"
    body = f"<table:table><table:table-header-rows>{head}</table:table-header-rows>{row}</table:table>"

    assert texts(body) == ["乙", "一、甲"]


def test_what_is_no_sound_text_is_refused() -> None:
    """Something else in the same wrapping, a protected one, a damaged one."""
    assert ODT.takes(Source(odt(p("甲")), "x"))
    assert ODT.read(Source(odt(p("甲")), "x")).lines[0].text == "甲"
    for data, said in (
        (odt(p("甲"), **{"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "password"),
        (zipped({"mimetype": KIND, "content.xml": "<a/>"}), "no text"),
        (zipped({"mimetype": KIND}), "damaged"),
    ):
        with pytest.raises(StudyError, match=said):
            read_odt(data, "x")
