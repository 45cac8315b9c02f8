"""Word documents are read as they look once all changes are accepted, whatever their XML says beside the words."""

import pytest

from studytui.errors import StudyError
from studytui.exchange import zipped as zipped_
from studytui.exchange.reading import Line, Reading
from studytui.exchange.word.document import read_document
from studytui.exchange.written import as_written
from tests.exchange.word import RELATIONS, TYPES, abstract, docx, level, num, paragraph, run, style, zipped

BOX = "<wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx>"
OLD_BOX = "<w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict>"
BOTH = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>' + BOX + "</w:drawing></mc:Choice>"
    "<mc:Fallback>" + OLD_BOX + "</mc:Fallback></mc:AlternateContent></w:r>"
)


def read(*blocks: str, styles: tuple[str, ...] = (), numbering: tuple[str, ...] = ()) -> Reading:
    """The reading of a document of these blocks."""
    return read_document(docx(*blocks, styles=styles, numbering=numbering), "x")


def texts(*blocks: str, styles: tuple[str, ...] = ()) -> list[str]:
    """The text of each line."""
    return [line.text for line in read(*blocks, styles=styles).lines]


def written(*blocks: str, styles: tuple[str, ...] = (), numbering: tuple[str, ...] = ()) -> list[str]:
    """The lines as the outline engine gets them, without the empty ones."""
    lines = as_written(read(*blocks, styles=styles, numbering=numbering))
    return [line.text for line in lines if line.text]


def inside(*content: str) -> str:
    """A paragraph of this XML."""
    return f"<w:p>{''.join(content)}</w:p>"


def field(kind: str) -> str:
    """One of the three signs of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    """A field's code."""
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def test_changes_are_taken_as_accepted() -> None:
    """What was inserted or moved here is there, what was deleted or moved away is not."""
    block = inside(
        run("一、"),
        f"<w:ins>{run('新')}</w:ins>",
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
        f"<w:moveFrom>{run('去')}</w:moveFrom>",
        f"<w:moveTo>{run('来')}</w:moveTo>",
    )
    assert texts(block) == ["一、新来"]


def test_what_a_paragraph_was_before_a_change_does_not_count() -> None:
    """The properties before the change stand inside the ones after it."""
    before = '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    numbering = (abstract(1, level(0, "decimal", "%1.")), num(1, 1))
    (line,) = read(paragraph("文字", more=before), numbering=numbering).lines
    assert line.marker == ""


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next() -> None:
    """The two are one, as the next one is; the last of all is not lost."""
    gone = "<w:rPr><w:del/></w:rPr>"
    numbering = (abstract(1, level(0, "decimal", "%1.")), num(1, 1))
    blocks = (paragraph("前半，", more=gone), paragraph("后半。", num="1", level=0), paragraph("最后", more=gone))
    assert [line.marker.strip() + line.text for line in read(*blocks, numbering=numbering).lines] == [
        "1.前半，后半。",
        "最后",
    ]


def test_a_text_box_is_read_once() -> None:
    """It stands in the file twice, for new programs and for old ones, behind the paragraph that it is fastened to."""
    box = BOTH.format(paragraph("一、框中"))
    assert texts(inside(run("前"), box), paragraph("后")) == ["前", "一、框中", "后"]
    assert texts(inside("<w:r>" + OLD_BOX.format(paragraph("旧框")) + "</w:r>")) == ["旧框"]


def test_text_in_wrappers_is_read() -> None:
    """Links, content controls, smart tags, simple fields, ruby: the words count."""
    block = inside(
        f"<w:hyperlink>{run('链')}</w:hyperlink>",
        f"<w:sdt><w:sdtContent>{run('控')}</w:sdtContent></w:sdt>",
        f"<w:smartTag>{run('标')}</w:smartTag>",
        f'<w:fldSimple w:instr="DATE">{run("日")}</w:fldSimple>',
        "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase>" + run("字") + "</w:rubyBase></w:ruby></w:r>",
        "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>",
    )
    assert texts(block) == ["链控标日字x=1"]
    assert texts(f"<w:sdt><w:sdtContent>{paragraph('块')}</w:sdtContent></w:sdt>") == ["块"]


def test_signs_that_are_elements_are_signs() -> None:
    """Tabs, hyphens, lines broken by hand; a picture of a font of pictures is nothing."""
    signs = '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:br/><w:t>丙</w:t><w:sym w:char="F0A7"/></w:r>'
    lines = read(inside(signs)).lines
    assert [(line.text, line.continued) for line in lines] == [("甲\t乙-", False), ("丙", True)]


def test_codes_of_fields_are_no_text_and_results_are() -> None:
    """Even where the end of the field is missing."""
    block = inside(field("begin"), code("PAGE"), field("separate"), run("7"), field("end"), run("页"))
    assert texts(block, inside(field("begin"), code("REF x"), run("码")), paragraph("后")) == ["7页", "后"]


@pytest.mark.parametrize(
    ("written_as", "sign"), [("eq \\o\\ac(○,21)", "㉑"), ("eq \\o\\ac(○, 3)", "③"), ("eq \\o(x)", "")]
)
def test_a_number_in_a_drawn_circle_is_its_sign(written_as: str, sign: str) -> None:
    """带圈字符 is a field without a result."""
    assert texts(inside(field("begin"), code(written_as), field("end"), run("文字"))) == [f"{sign}文字"]


def test_hidden_text_is_left_out_and_told() -> None:
    """Hidden by itself, by its style, or by the style of its paragraph."""
    styles = (style("h", run="<w:vanish/>", kind="character"),)
    block = inside(
        run("见"),
        run("不见", "<w:vanish/>"),
        run("也不见", '<w:rStyle w:val="h"/>'),
        run("又见", '<w:vanish w:val="0"/>'),
    )
    reading = read(block, styles=styles)
    assert [line.text for line in reading.lines] == ["见又见"]
    assert ["hidden" in note.id for note in reading.notes] == [True]


def test_footnotes_are_left_out_and_counted() -> None:
    """Neither their text nor their number stands in the sentence."""
    reading = read(inside(run("正文"), '<w:r><w:footnoteReference w:id="2"/></w:r>', run("。")))
    assert [line.text for line in reading.lines] == ["正文。"]
    assert [(note.id, note.arguments["n"]) for note in reading.notes] == [("{n} footnote was left out", 1)]


TOC = (
    paragraph("目 录"),
    inside(field("begin"), code(' TOC \\o "1-3" '), field("separate"), run("一、总体要求\t1")),
    inside(run("二、主要任务\t2")),
    inside(field("end")),
    paragraph("一、总体要求"),
)


def test_a_contents_list_is_left_out_with_its_heading() -> None:
    """The headings come again below it; told by its field, by its styles or by its frame."""
    assert texts(*TOC) == ["一、总体要求"]
    styles = (style("t", name="toc 1"),)
    assert texts(
        paragraph("目录"), paragraph("一、总体要求\t1", style="t"), paragraph("一、总体要求"), styles=styles
    ) == ["一、总体要求"]
    frame = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    assert texts(f"{frame}<w:sdtContent>{paragraph('一、x')}</w:sdtContent></w:sdt>", paragraph("一、x")) == ["一、x"]


def test_a_contents_list_is_kept_where_nothing_else_is_there_or_where_it_never_ends() -> None:
    """Rather twice than not at all."""
    assert texts(*TOC[:4]) == ["目 录", "一、总体要求\t1", "二、主要任务\t2"]
    assert texts(*TOC[:3], TOC[4])[-1] == "一、总体要求"


def table(*rows: tuple[str, ...]) -> str:
    """A table with these blocks in its cells."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_table_of_data_keeps_its_rows() -> None:
    """A row is a line; what stands in it is no heading."""
    rows = ((paragraph("序号"), paragraph("项目")), (paragraph("一、"), paragraph("道路|桥梁")))
    assert texts(table(*rows)) == ["| 序号 | 项目 |", "| 一、 | 道路/桥梁 |"]


def test_a_table_that_only_puts_text_in_its_place_is_text() -> None:
    """One column, or a cell with headings in it: the text stands there as if there were no table."""
    assert texts(table((paragraph("一、甲"),), (paragraph("二、乙"),))) == ["一、甲", "二、乙"]
    content = paragraph("一、甲") + paragraph("二、乙")
    assert texts(table((paragraph("内容"), content))) == ["内容", "一、甲", "二、乙"]


def test_a_row_or_cell_that_was_deleted_is_not_there() -> None:
    """Changes in tables are accepted too."""
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('旧')}</w:tc></w:tr>"
    cell = f"<w:tc><w:tcPr><w:cellDel/></w:tcPr>{paragraph('旧')}</w:tc>"
    kept = f"<w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{paragraph('乙')}</w:tc>{cell}</w:tr>"
    assert texts(f"<w:tbl>{gone}{kept}</w:tbl>") == ["| 甲 | 乙 |"]


HEADINGS = (
    style("0", name="Title"),
    style("1", '<w:outlineLvl w:val="0"/>', name="heading 1"),
    style("2", name="heading 2", based_on="1"),
    style("9", '<w:outlineLvl w:val="1"/>', name="公文二级"),
    style("b", run="<w:b/>"),
)


def test_headings_are_known_by_their_style_or_their_level() -> None:
    """A style's outline level, that of a paragraph of its own, or the style's name."""
    direct = paragraph("丁", more='<w:outlineLvl w:val="2"/>')
    body = paragraph("戊", style="1", more='<w:outlineLvl w:val="9"/>')
    blocks = [paragraph("甲", style="1"), paragraph("乙", style="9"), paragraph("丙", style="0"), direct, body]
    found = [(line.heading, line.title) for line in read(*blocks, styles=HEADINGS).lines]
    assert found == [(1, False), (2, False), (0, True), (3, False), (0, False)]


def test_headings_without_numbers_get_signs() -> None:
    """Else they would be lost; the title is the heading of the first degree."""
    blocks = [
        paragraph("讲话", style="0"),
        paragraph("过去", style="1"),
        paragraph("成绩", style="9"),
        paragraph("将来", style="1"),
        paragraph("正文。"),
    ]
    assert written(*blocks, styles=HEADINGS) == ["# 讲话", "## 过去", "### 成绩", "## 将来", "正文。"]


def test_headings_with_numbers_need_no_signs() -> None:
    """Their numbers tell all; a heading at the very top that is like no other is the title."""
    blocks = [paragraph("讲话", style="1"), paragraph("一、过去", style="1"), paragraph("二、将来", style="1")]
    assert written(*blocks, styles=HEADINGS) == ["# 讲话", "一、过去", "二、将来"]


def test_headings_without_and_with_numbers_make_one_tree() -> None:
    """Where all that is numbered alike is a heading, each has its sign."""
    blocks = [
        paragraph("讲话"),
        paragraph("前言", style="1"),
        paragraph("一、过去", style="1"),
        paragraph("（一）成绩", style="9"),
        paragraph("1.甲"),
    ]
    assert written(*blocks, styles=HEADINGS) == ["讲话", "## 前言", "## 一、过去", "### （一）成绩", "1.甲"]


def test_a_heading_that_a_numbering_goes_across_gets_no_sign() -> None:
    """二、 is no point under a heading that stands between 一、 and 二、."""
    across = [paragraph("文件"), paragraph("一、甲"), paragraph("说明", style="1"), paragraph("二、乙")]
    assert "说明" in written(*across, styles=HEADINGS)
    inside_ = [*across, paragraph("第二篇", style="1"), paragraph("一、甲")]
    assert "说明" in written(*inside_, styles=HEADINGS)
    apart = [
        paragraph("文件"),
        paragraph("上篇", style="1"),
        paragraph("一、甲"),
        paragraph("下篇", style="1"),
        paragraph("一、乙"),
    ]
    assert written(*apart, styles=HEADINGS) == ["文件", "## 上篇", "一、甲", "## 下篇", "一、乙"]


def test_bold_lines_are_headings_where_nothing_else_is_one() -> None:
    """Short ones, in a text without any numbers."""
    blocks = [
        paragraph("讲话", style="b"),
        paragraph("过去", style="b"),
        paragraph("正文。"),
        paragraph("将来", style="b"),
        paragraph("正文。"),
    ]
    assert written(*blocks, styles=HEADINGS) == ["讲话", "## 过去", "正文。", "## 将来", "正文。"]
    assert written(*blocks, paragraph("一、甲"), styles=HEADINGS)[1] == "过去"


def test_paragraphs_are_set_apart_unless_they_are_broken_lines() -> None:
    """Else the engine would join paragraphs that lack a full stop; a page copied line by line it has to join."""
    assert [line.text for line in as_written(read(paragraph("甲"), paragraph("乙")))] == ["甲", "", "乙"]
    broken = [paragraph("这是从网页上一行一行地复制下来的文字，每一行的宽度") for _ in range(12)]
    assert "" not in [line.text for line in as_written(read(*broken))]


def test_levels_of_a_list_are_seen_in_the_indent() -> None:
    """Where both levels are numbered alike, nothing else tells them apart."""
    numbering = (abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%2.")), num(1, 1))
    blocks = [paragraph("甲", num="1", level=at) for at in (0, 1, 1, 0)]
    assert written(*blocks, numbering=numbering) == ["1.甲", "  1.甲", "  2.甲", "2.甲"]


def test_a_list_that_is_further_inside_than_one_like_it_lies_below_it() -> None:
    """列表编号 2 is a list of its own, on its first level; only the indent shows what it is."""
    inside = [
        level(0, "decimal", "%1.", more=f'<w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr>')
        for left in (360, 720)
    ]
    numbering = (abstract(1, inside[0]), abstract(2, inside[1]), num(1, 1), num(2, 2))
    blocks = [paragraph("甲", num=which, level=0) for which in ("1", "2", "2", "1")]
    assert written(*blocks, numbering=numbering) == ["1.甲", "  1.甲", "  2.甲", "2.甲"]


def test_bullets_lie_below_the_point_above_them() -> None:
    """Whatever level of whatever list that has."""
    numbered = abstract(1, level(0, "chineseCounting", "%1、"), level(1, "decimal", "%2."))
    numbering = (numbered, abstract(2, level(0, "bullet", "x")), num(1, 1), num(2, 2))
    blocks = [paragraph("甲", num=which, level=at) for which, at in (("1", 0), ("1", 1), ("2", 0), ("2", 0), ("1", 1))]
    assert written(*blocks, numbering=numbering) == ["一、甲", "  1.甲", "  • 甲", "  • 甲", "  2.甲"]


def test_each_line_knows_its_paragraph() -> None:
    """Counted from 1, empty ones and those of tables and boxes too."""
    lines = read(paragraph("甲"), paragraph(""), table((paragraph("乙"),)), paragraph("丙")).lines
    assert [(line.text, line.place) for line in lines] == [("甲", 1), ("乙", 3), ("丙", 4)]
    assert isinstance(lines[0], Line)


def test_the_main_part_may_be_called_otherwise_and_the_strict_namespace_is_read() -> None:
    """As some programs save it."""
    strict = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>{}</w:body></w:document>'
    data = zipped(
        {
            "_rels/.rels": RELATIONS.format(main="word/document2.xml"),
            "word/document2.xml": strict.format(paragraph("一、甲")),
        }
    )
    assert [line.text for line in read_document(data, "x").lines] == ["一、甲"]


@pytest.mark.parametrize("mode", ["Internal", "External"])
def test_a_page_inside_a_word_document_is_read_and_one_outside_is_not_fetched(mode: str) -> None:
    """Some sites wrap a page like that and call it a Word document."""
    relation = (
        '<Relationships><Relationship Id="r9" Type="x/aFChunk" Target="/word/a.html" TargetMode="{}"/></Relationships>'
    )
    parts = {"word/_rels/document.xml.rels": relation.format(mode), "word/a.html": "<ol><li>甲</ol><p>一、乙</p>"}
    chunk = '<w:altChunk xmlns:r="y" r:id="r9"/>'
    lines = read_document(docx(paragraph("题目"), chunk, parts=parts), "x").lines
    found = [line.marker + line.text for line in lines]
    assert found == (["题目", "1. 甲", "一、乙"] if mode == "Internal" else ["题目"])


def test_what_grows_too_large_when_it_is_unpacked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few kilobytes can hold gigabytes; what the file says of its own size does not count."""
    data = docx(paragraph("一" * 5000))
    monkeypatch.setattr(zipped_, "MAX_UNPACKED", 5000)
    with pytest.raises(StudyError, match="too large when it is unpacked"):
        read_document(data, "x")
    monkeypatch.setattr(zipped_, "MAX_PARTS", 3)
    with pytest.raises(StudyError, match="more than 3 parts"):
        read_document(data, "x")


HIDDEN = '+ADwAIQ-DOCTYPE a [+ADwAIQ-ENTITY b "c">]>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 word/ PK\x05\x06", "damaged"),
        (zipped({"[Content_Types].xml": TYPES, "word/x.txt": "x"}), "no Word document"),
        (zipped({"word/document.xml": "<a><b></a>"}), "damaged"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "document type"),
        (zipped({"word/document.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), "document type"),
        (zipped({"word/document.xml": f"<!--{'x' * 70_000}--><!DOCTYPE a><a><b/></a>"}), "document type"),
        (zipped({"word/document.xml": f"<?xml version='1.0' encoding='UTF-7'?>{HIDDEN}<a><b/></a>"}), "document type"),
    ],
    ids=["cut off", "no text", "no XML", "entities", "entities in UTF-16", "entities far behind", "hidden entities"],
)
def test_what_is_no_sound_word_document_is_refused(data: bytes, said: str) -> None:
    """In one sentence that says what it is."""
    with pytest.raises(StudyError, match=said):
        read_document(data, "x")
