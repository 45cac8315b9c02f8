"""Damaged text: restored where there is exactly one answer, marked where there is none or more."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.language.gbk import character_of
from studytui.outline.garbled import garbled
from studytui.outline.lines import Line, Warnings

TABLE = {"們": "men", "獎": "jiǎng", "務": "wù", "冊": "cè", "來": "lái", "導": "dǎo", "壟": "lǒng", "聲": "shēng"}
WORDS = ["們在這里", "第一要務", "榮譽", "等級與工資", "加強領導", "國內外", "學習", "，", "建設", "我們", "來者"]


def _read(text: str) -> tuple[str, Warnings]:
    [line], warnings = garbled((Line(7, text),))
    return line.text, warnings


@pytest.mark.parametrize(
    ("stood", "meant"),
    [
        ("們?cè)谶@", "們在這"),
        ("要?jiǎng)?wù)", "要務"),
        ("們?ce)谶@", "們在這"),
        ("們\ufffd(cè)谶@", "們在這"),
        ("們(men)?cè)谶@", "們在這"),
    ],
)
def test_a_character_cut_by_a_reading_is_put_together(stood: str, meant: str) -> None:
    """Toned or not, and whether the decoder took the bracket or left it.

    The warning tells both forms, each with the character behind it, by which a person finds the place.
    """
    text, [warning] = _read(f"今天我{stood}里，")
    assert text == f"今天我{meant}里，"
    assert (warning.kind, warning.line, warning.to) == ("garbled", 7, 7)
    assert (warning.detail, warning.restored) == (f"{stood}里", f"{meant}里")


def test_two_places_of_one_line_are_two_warnings() -> None:
    """Each with its own text."""
    text, warnings = _read("們?cè)谶@里抓第一要?jiǎng)?wù)。")
    assert text == "們在這里抓第一要務。"
    assert [warning.restored for warning in warnings] == ["們在這里", "要務"]


@pytest.mark.parametrize("text", ["們?cè)谶，里", "們?zhuāng)谶@里", "我銆锛是", "錕鈥锟斤拷锟斤拷"])
def test_a_place_without_exactly_one_answer_is_marked_and_stays(text: str) -> None:
    """A second byte is lost for good, no character has the reading, or nothing is left of the bytes."""
    kept, warnings = _read(text)
    assert kept == text
    assert warnings
    assert {warning.restored for warning in warnings} == {""}


@pytest.mark.parametrize("text", ["对吗?a) 对 b) 错", "真的?(是)", "他说(lái)吗?", "OK?yes)"])
def test_a_question_is_not_garbled(text: str) -> None:
    """Answers to choose from are counted by letters, and words of other languages follow no character."""
    assert _read(text) == (text, ())


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map("".join), st.permutations(sorted(TABLE)))
@settings(max_examples=300, deadline=None)
def test_what_such_a_site_does_to_a_text_is_undone_or_told(text: str, order: list[str]) -> None:
    """Whatever was restored is what stood there, and everything that was damaged has its warning."""
    damaged = _annotated(text, order)
    read, warnings = _read(damaged)
    assert all(warning.restored in text for warning in warnings)
    if "?" in damaged and all(warning.restored for warning in warnings):
        assert re.sub(r"\([^)]*\)", "", read) == text


def _annotated(text: str, order: list[str]) -> str:
    """The text with readings put in byte by byte, in one order of the table, and decoded in pairs."""
    data = text.encode("gbk")
    for character in order:
        pair = character.encode("gbk")
        data = data.replace(pair, pair + f"({TABLE[character]})".encode("gbk"))
    made, at = "", 0
    while at < len(data):
        wide = data[at] > 0x7F
        made += (character_of(data[at : at + 2]) or "?") if wide else chr(data[at])
        at += 2 if wide else 1
    return made


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("千家万户的柴米\ufffd\ufffd盐。", [("garbled", "米\ufffd\ufffd盐")]),
        ("\ufffd始之前，先点名。", [("garbled", "\ufffd始")]),
        ("茶\ufffd一杯，酒三杯，故事讲到天亮也讲不\ufffd。", [("garbled", "茶\ufffd一"), ("garbled", "不\ufffd")]),
        ("\ufffd\ufffd\u04ba\ufffd\ufffd\u03bc", [("encoding", "\ufffd\ufffd\u04ba\ufffd\ufffd\u03bc")]),
    ],
)
def test_a_few_characters_that_could_not_be_read_are_places_and_many_a_wrong_encoding(
    text: str, told: list[tuple[str, str]]
) -> None:
    """Of a line that is lost as a whole no place is told; the text stays as it is in both cases."""
    kept, warnings = _read(text)
    assert kept == text
    assert [(warning.kind, warning.detail) for warning in warnings] == told
