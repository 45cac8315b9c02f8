"""The deck file: what was written is what is read."""

import pytest
from hypothesis import given, settings

from studytui.errors import StudyError
from studytui.outline.deck import Deck
from studytui.outline.deck_read import read
from studytui.outline.deck_write import write
from studytui.outline.tree import Node, Outline
from tests.strategies import decks

HEAD = "---\nformat: 1\nid: abcdefghijkl\ntitle: T\nscript: hans\n---\n"


@settings(max_examples=400)
@given(decks)
def test_reading_what_was_written_gives_the_same_deck_for_every_tree(deck: Deck) -> None:
    """No text, marker, ordinal, group, gap or tail is lost or changed on the way through the file."""
    assert read(write(deck), "x.md") == deck


@given(decks)
def test_writing_what_was_read_gives_the_same_file(deck: Deck) -> None:
    """The file has one form only, so that an edit shows as nothing but itself."""
    text = write(deck)

    assert write(read(text, "x.md")) == text


def test_a_deck_of_six_thousand_levels_is_written_and_read() -> None:
    """Depth costs no recursion."""
    nodes = tuple(Node("一是", 1, f"第{n}层", n, tail=("尾",)) for n in range(1, 6001))
    deck = Deck("abcdefghijkl", Outline("深", "hans", nodes=nodes))

    assert read(write(deck), "x.md") == deck


def test_a_file_edited_by_hand_may_have_crlf_blank_lines_and_a_byte_order_mark() -> None:
    """Editors add such things, and none of them is ambiguous."""
    text = "\ufeff" + HEAD.replace("\n", "\r\n") + "\r\n\r\n#  一、  第一   \r\n\r\n 正文 \r\n"

    deck = read(text, "x.md")

    assert deck.outline.nodes == (Node("一、", 1, "第一", body=("正文",)),)


def test_a_line_that_only_looks_like_a_sign_is_a_paragraph() -> None:
    """A hash without a blank is no heading, a slash without a depth no tail."""
    deck = read(HEAD + "# 一、 甲\n#1\n/etc/fstab\n~abc\n|x\n", "x.md")

    assert deck.outline.nodes[0].body == ("#1", "/etc/fstab", "~abc", "|x")


def test_a_node_knows_the_line_it_stands_on() -> None:
    """Errors and editors can point at it."""
    deck = read(HEAD + "\n# 一、 甲\n## 一是 乙\n", "x.md")

    assert [node.line for node in deck.outline.nodes] == [8, 9]


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("# 一、 甲", 1, "head"),
        ("---\nid abcdefghijkl\n---\n", 2, "colon"),
        (HEAD + "### 一是 乙", 7, "depth 2"),
        (HEAD + "# 一、 甲\n/2 尾", 8, "depth 2"),
        (HEAD + "# 一、 甲\n/1 尾\n正文", 9, "paragraph"),
        (HEAD + "~ 701", 7, "gap"),
    ],
)
def test_a_line_that_breaks_the_grammar_is_named(text: str, line: int, word: str) -> None:
    """The sentence tells file and line."""
    with pytest.raises(StudyError, match=word) as error:
        read(text, "x.md")

    assert f"x.md, line {line}" in str(error.value)


@pytest.mark.parametrize(
    ("head", "word"),
    [
        ("id: short", "twelve"),
        ("id: abcdefghijkl\nformat: 2", "Update"),
        ("id: abcdefghijkl\nday: tomorrow", "tomorrow"),
        ("id: abcdefghijkl\nshow: upside-down", "upside-down"),
    ],
)
def test_a_head_with_a_wrong_value_is_refused_in_words(head: str, word: str) -> None:
    """What is wrong stands in the sentence."""
    with pytest.raises(StudyError, match=word):
        read(f"---\n{head}\n---\n", "x.md")
