"""Outlines of outliners, rich text, and characters that only look like what they are."""

import unicodedata

import pytest

from studytui.errors import StudyError
from studytui.exchange.points import read_opml
from studytui.exchange.radicals import with_characters
from studytui.exchange.readers.opml import OPML
from studytui.exchange.readers.reader import Source
from studytui.exchange.readers.rtf import RTF
from studytui.exchange.reading import Reading
from studytui.exchange.written import as_written
from studytui.outline.parse import parse


def opml(body: str, title: str = "讲座") -> Reading:
    """The reading of an outline."""
    head = f"<head><title>{title}</title></head>"
    return read_opml(f'<?xml version="1.0"?><opml version="2.0">{head}<body>{body}</body></opml>'.encode(), "x")


def nodes(reading: Reading) -> list[tuple[int, str, str]]:
    """Depth, marker and text of each node that the engine finds."""
    outline = parse("\n".join(line.text for line in as_written(reading)))
    return [(node.depth, node.marker, node.text) for node in outline.nodes]


def test_the_nesting_of_an_outline_is_that_of_its_points() -> None:
    """With numbers or without them; a note is text below its point."""
    body = '<outline text="一、甲"><outline text="乙" _note="说明。"/><outline text="（一）丙"/></outline>'
    body += '<outline text="丁"/>'
    reading = opml(body)
    assert nodes(reading) == [(1, "一、", "甲"), (2, "###", "乙"), (2, "（一）", "丙"), (1, "##", "丁")]
    outline = parse("\n".join(line.text for line in as_written(reading)))
    assert (outline.title, outline.nodes[1].body) == ("讲座", ("说明。",))


def test_an_outline_deeper_than_there_are_signs_for_headings_is_read() -> None:
    """Thousands of levels end in no error."""
    body = '<outline text="甲">' * 8 + "</outline>" * 8
    assert [depth for depth, _, _ in nodes(opml(body))] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_small_mistakes_in_an_outline_are_forgiven_and_told() -> None:
    """Programs forget to escape an ampersand, which loses nothing; where something may be missing, the line is told."""
    plain = opml('<outline text="R&D 与管理 &amp; &#38;"/><outline text="乙"/>')
    assert nodes(plain) == [(1, "##", "R&D 与管理 & &"), (1, "##", "乙")]
    assert plain.notes == ()

    sloppy = opml('<outline text="甲"/>\n<outline text="又说"不"了"/><outline text="丙"/>')
    assert [text for _, _, text in nodes(sloppy)] == ["甲", "又说", "丙"]
    assert [dict(note.arguments) for note in sloppy.notes] == [{"line": 2}]

    assert [line.text for line in opml("", "发言提纲").lines] == []
    with pytest.raises(StudyError, match="damaged"):
        read_opml(b"opml", "x")


def test_an_outline_that_is_cut_off_is_refused_wherever_that_is() -> None:
    """Its first half would look like the whole."""
    body = "".join(f'<outline text="{i}、R&D"><outline text="丙" _note="说明"/></outline>' for i in range(3))
    whole = f'<?xml version="1.0"?><opml version="2.0"><body>{body}</body></opml>\n'
    assert len(nodes(read_opml(whole.encode(), "x"))) == 6
    assert len(nodes(read_opml(whole.encode("utf-16"), "x"))) == 6
    data = whole.encode()
    for end in range(60, len(data) - 1):
        with pytest.raises(StudyError, match="damaged"):
            read_opml(data[:end], "x")


ENTITIES = '<!DOCTYPE o [<!ENTITY a "bbbbbbbb"><!ENTITY c "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "prolog",
    [
        '<?xml version="1.0"?>' + ENTITIES,
        f"<!-- {'x' * 70_000} -->" + ENTITIES,
        " " * 70_000 + ENTITIES,
        '<?xml version="1.0" encoding="UTF-7"?>' + ENTITIES.replace("<!", "+ADwAIQ-"),
    ],
    ids=["at the beginning", "behind a long comment", "behind blanks", "in an encoding that hides it"],
)
def test_an_outline_that_declares_entities_is_refused(prolog: str) -> None:
    """However far from the beginning, and however it is written."""
    data = prolog + '<opml><body><outline text="&c;"/></body></opml>'
    with pytest.raises(StudyError, match="document type"):
        read_opml(data.encode(), "x")


def test_an_outline_is_known_by_its_bytes() -> None:
    """Whatever it is called."""
    assert OPML.takes(Source(b'\xef\xbb\xbf<?xml version="1.0"?><opml version="1.0">', "x", ".txt"))
    assert not OPML.takes(Source(b"<html>opml</html>", "x", ".opml"))


def rtf(body: str, head: str = "") -> list[str]:
    """The lines of rich text, empty ones left out."""
    fonts = r"{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fnil\fcharset0 Arial;}}"
    data = (r"{\rtf1\ansi\ansicpg936\deff0" + fonts + head + body + "}").encode("latin-1")
    source = Source(data, "x", ".doc")
    assert RTF.takes(source)
    return [line.text.strip() for line in RTF.read(source).lines if line.text.strip()]


def escaped(text: str) -> str:
    """Chinese as rich text of a Chinese system writes it."""
    return "".join(rf"\'{byte:02x}" for byte in text.encode("gbk"))


def test_chinese_in_rich_text_is_read_however_it_is_written() -> None:
    """As bytes of the code page, as numbers of Unicode with something for older programs, and as raw bytes."""
    numbers = r"\uc1\u20027?\u35201?\u20219?\u21153?"
    raw = "三、重点".encode("gbk").decode("latin-1")
    assert rtf(rf"\f0 {escaped('一、总体')}\par {numbers}\par {raw}\par") == ["一、总体", "主要任务", "三、重点"]


def test_numbers_of_lists_are_read_from_what_is_written_for_older_programs() -> None:
    """Both ways in which it is done."""
    new = rf"{{\listtext\f0 {escaped('一、')}\tab}}{escaped('总体')}\par"
    old = rf"{{\pntext\f0 {escaped('二、')}\tab}}{{\*\pn\pnlvlbody}}{escaped('任务')}\par"
    assert rtf(rf"\f0 {new} {old}") == ["一、\t总体", "二、\t任务"]


def test_what_is_hidden_or_deleted_in_rich_text_is_left_out() -> None:
    """And so are pictures, headers and the names of fonts and styles."""
    unseen = r"{\v hidden}{\f1\v hidden}{\deleted old}{\header head}{\pict 0102}"
    body = rf"\f0 {escaped('甲')}{unseen}{escaped('乙')}\par"
    assert rtf(body, r"{\stylesheet{\s1 heading 1;}}{\info{\title t}}") == ["甲乙"]


def test_a_table_in_rich_text_is_a_table() -> None:
    """A row is a line."""
    row = r"\trowd\cellx100\cellx200\intbl A\cell B\cell\row "
    assert rtf(row + row + r"\pard end\par") == ["| A | B |", "| A | B |", "end"]


def test_radicals_become_the_characters_they_look_like() -> None:
    """Text copied from a PDF has them in place of characters, and no marker would be found."""
    assert with_characters("⼀、⼆⼈⻓⻔⺠⻅⻋⻛⻢⻩⻳⽬⾏⾔⻚⺟") == "一、二人长门民见车风马黄龟目行言页母"
    every = "".join(chr(code) for code in range(0x2E80, 0x2FE0) if unicodedata.category(chr(code)) == "So")
    left = [sign for sign in with_characters(every) if "\u2e80" <= sign <= "\u2fdf"]
    assert len(with_characters(every)) == len(every)
    assert len(left) < 20  # small ones that stand for no character of their own
    assert with_characters("一、plain") == "一、plain"
