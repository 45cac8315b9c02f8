"""Text that was read in the encoding of another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.outline.misread import reread
from studytui.outline.parse import parse

USUAL = st.text(
    st.sampled_from("加强领导提高认识的是在中国共产党建设工作，。：“”、（）一二三"), min_size=2, max_size=40
)


def _western(data: bytes) -> str:
    """Bytes as a browser shows them that takes them for Windows-1252."""
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def test_a_known_word_comes_back_from_each_misreading() -> None:
    """中国, as it is seen most."""
    twice = _western(_western("中国".encode()).encode())
    for stood in ("ä¸\xadå›½", "涓\ue15e浗", "ÖÐ¹ú", twice):
        text, [warning] = reread(f"1 {stood} 2")
        assert text == "1 中国 2"
        assert (warning.kind, warning.restored) == ("garbled", "中国")


@given(USUAL)
@settings(max_examples=200, deadline=None)
def test_utf8_taken_for_windows_1252_or_latin_1_is_read_again(text: str) -> None:
    """Line ends and soft hyphens among its bytes are no line ends and no soft hyphens."""
    assert reread(_western(text.encode()))[0] == text
    assert reread(text.encode().decode("latin-1"))[0] == text


@given(USUAL.filter(lambda text: len(text) % 2 == 0 and len(text) > 2))
@settings(max_examples=200, deadline=None)
def test_utf8_taken_for_gbk_is_read_again(text: str) -> None:
    """Two characters are three of the others, so that an even number comes back whole."""
    read, _ = reread(text.encode().decode("gb18030", "replace"))
    assert read == text or "\ufffd" in text.encode().decode("gb18030", "replace")


def test_the_last_character_of_an_odd_number_is_lost_and_the_others_are_read() -> None:
    """Its third byte went with what followed."""
    assert reread("鍔犲己棰?")[0] == "加强棰?"


def test_a_warning_has_its_line_and_no_control_character() -> None:
    """Lines are counted as the reader counts them."""
    outline = parse("讲话\r\n一、加强领导\r\n" + _western("二、提高认识".encode()) + "\r\n三、总结")
    assert [node.text for node in outline.nodes] == ["加强领导", "提高认识", "总结"]
    [warning] = [warning for warning in outline.warnings if warning.kind == "garbled"]
    assert (warning.line, warning.restored) == (3, "二、提高认识")
    assert warning.detail.isprintable()


@pytest.mark.parametrize(
    "text",
    [
        "××××单位××·××",
        "¥¥¥¥",
        "······",
        "déjà vu, naïve, ÄÖÜß",
        "行(háng)和é",
        "钢铁、鋼鐵、涓涓细流",
        "——“好”……",
        "½½½½",
    ],
)
def test_what_makes_sense_stays(text: str) -> None:
    """Words left out, accents, dots of a contents list, rare characters."""
    assert reread(text) == (text, ())


@given(st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_no_text_makes_it_fail(text: str) -> None:
    """What is not changed comes back as it was."""
    read, warnings = reread(text)
    assert warnings or read == text
