"""The numbers that Word shows but does not write down are recovered from the definitions of its lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.exchange.numerals import FORMATS, formatted
from studytui.exchange.word.document import read_document
from studytui.outline.numerals import numeral, ordinal_of
from tests.exchange.word import abstract, docx, level, num, paragraph, starting, style

OUTLINE = (
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
)


def shown(*blocks: str, numbering: tuple[str, ...] = (), styles: tuple[str, ...] = ()) -> list[str]:
    """What is shown before each paragraph, without the blank behind it."""
    lines = read_document(docx(*blocks, numbering=numbering, styles=styles), "x").lines
    return [line.marker.strip() for line in lines]


def listed(levels: str, num_: str = "1") -> list[str]:
    """Paragraphs on these levels of one list."""
    return [paragraph("文字", num=num_, level=int(at)) for at in levels]


@pytest.mark.parametrize(
    ("form", "expected"),
    {
        "chineseCounting": {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九", 101: "一〇一"},
        "chineseCountingThousand": {
            10: "十",
            101: "一百〇一",
            110: "一百一十",
            1001: "一千〇一",
            12345: "一万二千三百四十五",
        },
        "chineseLegalSimplified": {1: "壹", 10: "壹拾", 21: "贰拾壹", 101: "壹佰零壹"},
        "japaneseCounting": {1: "一", 10: "十", 11: "十一", 101: "百一", 1100: "千百"},
        "taiwaneseCountingThousand": {12: "十二", 101: "一百零一"},
        "ideographLegalTraditional": {2: "貳", 16: "壹拾陸"},
        "ideographDigital": {1: "一", 10: "一〇", 101: "一〇一"},
        "ideographTraditional": {1: "甲", 10: "癸", 11: "11"},
        "ideographZodiac": {1: "子", 12: "亥", 13: "13"},
        "ideographZodiacTraditional": {1: "甲子", 60: "癸亥", 61: "61"},
        "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "㉑", 50: "㊿", 51: "51"},
        "decimalEnclosedParen": {3: "⑶"},
        "decimalFullWidth": {10: "１０"},
        "decimalZero": {7: "07", 10: "10"},
        "decimal": {12: "12"},
        "lowerLetter": {1: "a", 26: "z", 27: "aa", 28: "bb"},
        "upperLetter": {3: "C"},
        "lowerRoman": {4: "iv", 19: "xix"},
        "upperRoman": {9: "IX", 40: "XL", 1999: "MCMXCIX", 4000: "4000"},
        "ordinal": {1: "1st", 2: "2nd", 11: "11th", 23: "23rd"},
        "a format of next year": {3: "3"},
    }.items(),
)
def test_each_format_is_written_as_word_writes_it(form: str, expected: dict[int, str]) -> None:
    """Behind the end of its own signs a format goes on in plain digits, and so does one that is not known."""
    assert {n: formatted(n, form) for n in expected} == expected


@given(st.integers(1, 9999), st.sampled_from(["chineseCountingThousand", "taiwaneseCountingThousand"]))
def test_numbers_in_chinese_are_read_back(n: int, form: str) -> None:
    """What is written is what the outline engine reads, up to the sign for a gap."""
    assert ordinal_of(formatted(n, form)) == n
    assert formatted(n, form).replace("〇", "零") == numeral(n)


@given(st.integers(-5, 10**13), st.sampled_from(sorted(FORMATS)))
def test_any_number_can_be_written_in_any_format(n: int, form: str) -> None:
    """A damaged document can have any number in it."""
    assert formatted(n, form)


def test_a_level_begins_again_below_each_paragraph_of_a_level_above() -> None:
    """The usual outline of a speech: 一、（一）1.①."""
    assert shown(*listed("0112230123"), numbering=(abstract(1, *OUTLINE), num(1, 1))) == (
        ["一、", "（一）", "（二）", "1.", "2.", "①", "二、", "（一）", "1.", "①"]
    )


def test_a_number_can_hold_those_of_the_levels_above_it() -> None:
    """In the format of each level, or in plain digits where that is asked for."""
    levels = (
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%2.%3", more="<w:isLgl/>"),
    )
    assert shown(*listed("012"), numbering=(abstract(1, *levels), num(1, 1))) == ["第一章", "一.1", "1.1.1"]


def test_a_level_that_was_skipped_counts_from_its_start() -> None:
    """The first paragraph of all may stand on the second level."""
    levels = (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
    assert shown(*listed("110"), numbering=(abstract(1, *levels), num(1, 1))) == ["1.1", "1.2", "1."]


def test_lists_of_one_definition_are_counted_together() -> None:
    """Word goes on with the number of another list that uses the same definition."""
    blocks = (*listed("0", "1"), *listed("0", "2"), *listed("0", "1"))
    assert shown(*blocks, numbering=(abstract(1, *OUTLINE), num(1, 1), num(2, 1))) == ["一、", "二、", "三、"]


def test_lists_of_two_definitions_are_counted_apart() -> None:
    """Each has its own numbers."""
    blocks = (*listed("0", "1"), *listed("0", "2"), *listed("0", "1"))
    numbering = (abstract(1, *OUTLINE), abstract(2, *OUTLINE), num(1, 1), num(2, 2))
    assert shown(*blocks, numbering=numbering) == ["一、", "一、", "二、"]


def test_a_list_that_begins_anew_does_so_once() -> None:
    """重新开始编号: the override counts where the list is met first; behind it the counting goes on."""
    blocks = (*listed("00", "1"), *listed("00", "2"), *listed("0", "1"))
    numbering = (abstract(1, *OUTLINE), num(1, 1), num(2, 1, starting(0, 1)))
    assert shown(*blocks, numbering=numbering) == ["一、", "二、", "一、", "二、", "三、"]


def test_a_list_can_begin_with_any_number() -> None:
    """By its definition or by an override."""
    blocks = (*listed("00", "1"), *listed("0", "2"))
    numbering = (abstract(1, level(0, "chineseCounting", "%1、", start=5)), num(1, 1), num(2, 1, starting(0, 20)))
    assert shown(*blocks, numbering=numbering) == ["五、", "六、", "二十、"]


def test_a_level_can_go_on_counting_whatever_stands_above_it() -> None:
    """Articles are counted through all chapters (0), or begin anew below a chapter, but not below a section (1)."""
    through = (level(0, "decimal", "%1章"), level(1, "decimal", "%2条", more='<w:lvlRestart w:val="0"/>'))
    assert shown(*listed("011011"), numbering=(abstract(1, *through), num(1, 1))) == (
        ["1章", "1条", "2条", "2章", "3条", "4条"]
    )
    some = (
        level(0, "decimal", "%1章"),
        level(1, "decimal", "%2节"),
        level(2, "decimal", "%3条", more='<w:lvlRestart w:val="1"/>'),
    )
    assert shown(*listed("01212012"), numbering=(abstract(1, *some), num(1, 1))) == (
        ["1章", "1节", "1条", "2节", "2条", "2章", "1节", "1条"]
    )


def test_an_override_can_define_a_level_anew() -> None:
    """The list shows the level as the override says."""
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.")}</w:lvlOverride>'
    assert shown(*listed("00"), numbering=(abstract(1, *OUTLINE), num(1, 1, own))) == ["I.", "II."]


def test_a_style_puts_its_paragraphs_into_a_list() -> None:
    """标题 1 and 标题 2 with a multilevel list: the paragraphs themselves name neither list nor level."""
    levels = (
        level(0, "chineseCounting", "%1、", more='<w:pStyle w:val="1"/>'),
        level(1, "chineseCounting", "（%2）", more='<w:pStyle w:val="2"/>'),
    )
    styles = (
        style("a", name="Normal"),
        style("1", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>', name="heading 1", based_on="a"),
        style("2", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', name="heading 2", based_on="a"),
        style("x", name="my heading", based_on="2"),
    )
    blocks = [paragraph("文字", style=name) for name in ("1", "2", "x", "a", "1")]
    assert shown(*blocks, numbering=(abstract(1, *levels), num(1, 1)), styles=styles) == (
        ["一、", "（一）", "（二）", "", "二、"]
    )


def test_the_level_that_names_a_style_is_the_styles_level() -> None:
    """Even where the style itself tells no level."""
    levels = (level(0, "decimal", "%1."), level(1, "decimal", "%2)", more='<w:pStyle w:val="s"/>'))
    styles = (style("s", '<w:numPr><w:numId w:val="1"/></w:numPr>'),)
    assert shown(paragraph("文字", style="s"), numbering=(abstract(1, *levels), num(1, 1)), styles=styles) == ["1)"]


def test_list_0_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    """Which is what Word writes when somebody takes the number of one heading away."""
    styles = (style("s", '<w:numPr><w:numId w:val="1"/></w:numPr>'),)
    blocks = [paragraph("文字", style="s"), paragraph("文字", style="s", num="0"), paragraph("文字", style="s")]
    assert shown(*blocks, numbering=(abstract(1, *OUTLINE), num(1, 1)), styles=styles) == ["一、", "", "二、"]


def test_a_level_without_a_list_is_one_of_the_styles_list() -> None:
    """The paragraph was moved a level down by hand."""
    styles = (style("s", '<w:numPr><w:numId w:val="1"/></w:numPr>'),)
    blocks = [paragraph("文字", style="s"), paragraph("文字", style="s", level=1)]
    assert shown(*blocks, numbering=(abstract(1, *OUTLINE), num(1, 1)), styles=styles) == ["一、", "（一）"]


def test_a_definition_can_be_that_of_a_numbering_style() -> None:
    """The link leads through the style to another list's definition."""
    link = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>'
    styles = (style("L", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering"),)
    numbering = (abstract(1, *OUTLINE), link, num(1, 1), num(2, 2))
    assert shown(*listed("01", "2"), numbering=numbering, styles=styles) == ["一、", "（一）"]


def test_links_in_a_circle_and_lists_that_are_not_there_give_bullets() -> None:
    """The number cannot be known, that there is one can; it is told once."""
    links = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/></w:abstractNum>',
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="B"/></w:abstractNum>',
    )
    styles = (
        style("A", '<w:numPr><w:numId w:val="2"/></w:numPr>', kind="numbering", based_on="B"),
        style("B", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering", based_on="A"),
        style("C", based_on="D"),
        style("D", based_on="C"),
    )
    blocks = [*listed("0", "1"), *listed("0", "99"), paragraph("文字", style="C")]
    reading = read_document(docx(*blocks, numbering=(*links, num(1, 1), num(2, 2)), styles=styles), "x")
    assert [line.marker.strip() for line in reading.lines] == ["•", "•", ""]
    assert [note.arguments["n"] for note in reading.notes] == [2]


@pytest.mark.parametrize(
    ("text", "suffix", "said"),
    [
        ("%1、", "tab", "一、文字"),
        ("（%1）", "space", "（一）文字"),
        ("第%1条", "nothing", "第一条 文字"),
        ("%1", "nothing", "一 文字"),
        ("%1.", "nothing", "一.文字"),
        ("%1.", "tab", "一. 文字"),
    ],
)
def test_a_blank_stands_behind_a_number_that_would_run_into_the_text(text: str, suffix: str, said: str) -> None:
    """Behind a bracket or a Chinese comma none is wanted."""
    numbering = (abstract(1, level(0, "chineseCounting", text, suffix=suffix)), num(1, 1))
    (line,) = read_document(docx(*listed("0"), numbering=numbering), "x").lines
    assert line.marker + line.text == said


def test_a_number_is_kept_apart_from_digits() -> None:
    """1.2026年 would be read as another number."""
    numbering = (abstract(1, level(0, "decimal", "%1.")), num(1, 1))
    (line,) = read_document(docx(paragraph("2026年的工作", num="1", level=0), numbering=numbering), "x").lines
    assert line.marker + line.text == "1. 2026年的工作"


def test_signs_of_bullets_are_one_sign_and_none_where_the_text_is_numbered() -> None:
    """They are letters of a font of pictures; a text that is numbered by hand needs no bullet."""
    numbering = (abstract(1, level(0, "bullet", "\uf0b7")), num(1, 1))
    blocks = [paragraph("文字", num="1", level=0), paragraph("一、文字", num="1", level=0)]
    assert shown(*blocks, numbering=numbering) == ["•", ""]


def test_what_is_counted_but_not_shown_is_not_shown() -> None:
    """A number that is hidden, one of no format, and that of an empty paragraph."""
    levels = (
        level(0, "decimal", "%1.", more="<w:rPr><w:vanish/></w:rPr>"),
        level(1, "none", "%2"),
        level(2, "decimal", "%3."),
    )
    blocks = [*listed("012"), paragraph(" ", num="1", level=2), *listed("2")]
    assert shown(*blocks, numbering=(abstract(1, *levels), num(1, 1))) == ["", "", "1.", "3."]


def test_a_format_of_newer_programs_is_shown_as_to_older_ones() -> None:
    """Word 2010 and later write such a format beside what older programs shall show."""
    form = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
    )
    own = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{form}<w:lvlText w:val="%1."/></w:lvl>'
    assert shown(*listed("0"), numbering=(abstract(1, own), num(1, 1))) == ["01."]


def test_a_paragraph_that_was_deleted_or_is_hidden_is_not_counted() -> None:
    """All changes are taken as accepted."""
    blocks = [
        *listed("0"),
        paragraph("", num="1", level=0, more="<w:rPr><w:del/></w:rPr>"),
        paragraph("", num="1", level=0, more="<w:rPr><w:vanish/></w:rPr>"),
        *listed("0"),
    ]
    assert shown(*blocks, numbering=(abstract(1, *OUTLINE), num(1, 1))) == ["一、", "二、"]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=30))
def test_any_walk_over_levels_and_lists_gives_a_number_a_paragraph(walk: list[tuple[int, int]]) -> None:
    """A level that goes on counts one up; one that begins again begins at its start."""
    blocks = [paragraph("文字", num=str(which), level=at) for which, at in walk]
    numbering = (abstract(1, *OUTLINE), abstract(2, *OUTLINE), num(1, 1), num(2, 1, starting(1, 3)), num(3, 2))
    markers = shown(*blocks, numbering=numbering)
    assert len(markers) == len(walk)
    for (which, _), marker in zip(walk, markers, strict=True):
        assert bool(marker) == (which != 0)
        assert not marker or ordinal_of(marker)
