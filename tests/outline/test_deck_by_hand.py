"""A deck file edited by hand: lenient where nothing else can be meant, and never silent where something is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.errors import StudyError
from studytui.outline.deck_read import read
from studytui.outline.deck_write import write
from studytui.outline.tree import Node
from tests.strategies import texts

HEAD = "---\nformat: 1\nid: abcdefghijkl\ntitle: T\nscript: hans\n---\n"


def test_crlf_blank_lines_wide_blanks_and_a_byte_order_mark_mean_nothing() -> None:
    """Editors and keyboards add such things, and none of them is ambiguous."""
    text = "\ufeff\n" + HEAD + "\n\n\n#　 一、\t第一 　\n\n　　正文\n \n"

    deck = read(text.replace("\n", "\r\n"), "x.md")

    assert deck.outline.nodes == (Node("一、", 1, "第一", body=("正文",)),)


def test_the_colon_of_a_key_may_be_a_wide_one() -> None:
    """A Chinese keyboard gives it."""
    assert read(HEAD.replace("title: T", "title：讲话"), "x.md").outline.title == "讲话"


def test_what_the_head_leaves_out_has_a_value() -> None:
    """Only the id is needed."""
    deck = read("---\nid: abcdefghijkl\n---\n", "x.md")

    assert (deck.show, deck.source, deck.day, deck.outline.title, deck.outline.script) == (
        "source",
        "",
        None,
        "",
        "hans",
    )


@pytest.mark.parametrize(
    "line", ["#1", "#", "/etc/fstab", "/ 1", "~abc", "~ many", "|x", "||>x", "---", "- a", "C:\\a"]
)
def test_a_line_that_only_looks_like_a_sign_is_a_paragraph(line: str) -> None:
    """A hash without a blank is no heading, a slash without a depth no tail."""
    assert read(f"{HEAD}# 一、 甲\n{line}\n", "x.md").outline.nodes[0].body == (line,)


@pytest.mark.parametrize("line", ["# 一、 乙", "|| 名", "||> 引", "||< 尾", "/0 结", "~ 701", "~"])
def test_a_backslash_makes_a_sign_a_paragraph(line: str) -> None:
    """So that a text can hold every sign."""
    assert read(f"{HEAD}# 一、 甲\n\\{line}\n", "x.md").outline.nodes[0].body == (line,)


BROKEN = [
    ("# 一、 甲", 1, "begins with its head"),
    ("---\nid: abcdefghijkl\n# 一、 甲\n", 1, "begins with its head"),
    ("---\nid abcdefghijkl\n---\n", 2, "a colon"),
    ("---\nid: abcdefghijkl\nid: abcdefghijkl\n---\n", 3, "line 2 already"),
    ("---\ntitle: T\n---\n", 1, "twelve characters"),
    ("---\ntitle: T\nid: short\n---\n", 3, "twelve characters"),
    ("---\nid: abcdefghijkl\nformat: 2\n---\n", 3, "Update"),
    ("---\nid: abcdefghijkl\nday: tomorrow\n---\n", 3, "tomorrow is no date"),
    ("---\nid: abcdefghijkl\nshow: upside-down\n---\n", 3, "one of source, simplified, traditional"),
    ("---\nid: abcdefghijkl\nscript: runes\n---\n", 3, "one of hans, hant, latin, mixed"),
    (HEAD + "## 一是 乙", 7, "at most 1"),
    (HEAD + "# 一、 甲\n### 1. 乙", 8, "at most 2"),
    (HEAD + "# 一、 甲\n||| 名", 8, "at most 2"),
    (HEAD + "# 一、 甲\n/2 尾", 8, "heading of depth 2"),
    (HEAD + "# 一、 甲\n||< 尾", 8, "below the last of its points"),
    (HEAD + "# 一、 甲\n|||< 尾", 8, "at most 2"),
    (HEAD + "# 一、 甲\n## 一是 乙\n/1 尾\n||< 尾", 10, "at most 1"),
    (HEAD + "# 一、 甲\n/1 尾\n正文", 9, "a paragraph cannot stand here"),
    (HEAD + "# 一、 甲\n|| 名\n正文", 9, "a paragraph cannot stand here"),
    (HEAD + "# 一、 甲\n/1 尾\n## 一是 乙", 9, "at most 1"),
    (HEAD + "# 一、 甲\n## 一是 乙\n/1 尾\n/2 尾", 10, "heading of depth 2"),
    (HEAD + "# 一、 甲\n## 一是 乙\n||< 尾\n## 二是 丙", 10, "has ended"),
    (HEAD + "# 一、 甲\n## 一是 乙\n||< 尾\n### 1. 丙", 10, "at most 2"),
    (HEAD + "# 一、 甲\n/0 结\n# 二、 乙", 9, "nothing can follow"),
    (HEAD + "# 一、 甲\n/0 结\n| 名", 9, "nothing can follow"),
    (HEAD + "# 一、 甲\n|| 名\n# 二、 乙", 8, "no heading follows"),
    (HEAD + "# 一、 甲\n|| 名\n|| 名\n## 一是 乙", 8, "no heading follows"),
    (HEAD + "# 一、 甲\n|| 名\n/1 尾", 8, "no heading follows"),
    (HEAD + "# 一、 甲\n|| 名", 8, "no heading follows"),
    (HEAD + "# 一、 甲\n||> 引\n## 一是 乙", 8, "a lead stands once"),
    (HEAD + "# 一、 甲\n|| 名\n|> 引\n## 一是 乙", 9, "a lead stands once"),
    (HEAD + "# 一、 甲\n|| 名\n||> 引\n||> 引\n## 一是 乙", 10, "a lead stands once"),
    (HEAD + "~ 701", 7, "under a heading"),
    (HEAD + "# 一、 甲\n/1 尾\n~", 9, "under a heading"),
]


@pytest.mark.parametrize(("text", "line", "words"), BROKEN)
def test_a_line_that_breaks_the_grammar_is_named(text: str, line: int, words: str) -> None:
    """Nothing is guessed or moved in silence: the sentence tells file and line and what is wrong."""
    with pytest.raises(StudyError, match=words) as error:
        read(text, "讲话.md")

    assert str(error.value).startswith(f"讲话.md, line {line}: ")


SIGNS = (
    "# ",
    "## ",
    "### 一是",
    "| ",
    "||",
    "|||",
    "|> ",
    "||> ",
    "|< ",
    "||< ",
    "/0 ",
    "/1 ",
    "/2 ",
    "~",
    "~ 7",
    "\\",
    "",
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SIGNS), texts).map("".join), max_size=8))
def test_any_lines_are_read_as_a_deck_that_can_be_kept_or_refused_in_words(lines: list[str]) -> None:
    """No file makes the reader fail in another way, and what it accepts it loses nothing of."""
    try:
        deck = read(HEAD + "\n".join(lines), "x.md")
    except StudyError:
        return

    assert read(write(deck), "x.md") == deck
