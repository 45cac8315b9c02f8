"""The deck file: what was written is what is read, and both are pleasant to a person's eye."""

from dataclasses import replace
from datetime import date
from time import process_time

from hypothesis import given, settings

from studytui.outline.deck import Deck
from studytui.outline.deck_read import read
from studytui.outline.deck_write import write
from studytui.outline.tree import Gap, Group, Node, Outline
from tests.strategies import decks

HEAD = "---\nformat: 1\nid: abcdefghijkl\ntitle: T\nscript: hans\nshow: source\n---\n"

SPEECH = Deck(
    "abcdefghijkl",
    Outline(
        "讲话",
        "hans",
        ("同志们：",),
        (
            Node(
                "一、",
                1,
                "回顾",
                1,
                1,
                body=("近年来", "第二段"),
                tail=("对以上问题要重视。",),
                gaps=(Gap(1, 701), Gap(2)),
            ),
            Node("一是", 1, "加强领导，创建态势日趋良好", 2, 1),
            Node("最后，", 2, "成效凸显", 2, 1, body=("# 不是标题",)),
            Node("一是", 1, "认识存在偏差", 2, 2),
            Node("", None, "前言 与背景", 1, 1),
            Node("-", None, "要点", 2, 1),
            Node("", None, "一是一，二是二", 2, 1),
        ),
        (
            Group(0, 1, "做法", "", ("以上是做法。",)),
            Group(0, 2, "存在的问题", "仍存在着一些薄弱环节。"),
        ),
        ("谢谢大家！",),
    ),
    source="文件.docx",
    day=date(2026, 12, 31),
    extra=(("作者", "张三"),),
)

SPEECH_FILE = r"""---
format: 1
id: abcdefghijkl
title: 讲话
source: 文件.docx
script: hans
show: source
day: 2026-12-31
作者: 张三
---

同志们：

# 一、 回顾
近年来
~ 701
第二段
~

|| 做法
## 一是 加强领导，创建态势日趋良好
## 最后，{2} 成效凸显
\# 不是标题

||< 以上是做法。

|| 存在的问题
||> 仍存在着一些薄弱环节。
## 一是 认识存在偏差

/1 对以上问题要重视。

# 前言 与背景
## - 要点
## \e 一是一，二是二

/0 谢谢大家！
"""


@settings(max_examples=400, deadline=None)
@given(decks)
def test_reading_what_was_written_gives_the_same_deck_for_every_tree(deck: Deck) -> None:
    """No text, marker, ordinal, group, gap or tail is lost or changed on the way through the file."""
    assert read(write(deck), "x.md") == deck


@settings(deadline=None)
@given(decks)
def test_writing_what_was_read_gives_the_same_file(deck: Deck) -> None:
    """The file has one form only, so that an edit shows as nothing but itself."""
    text = write(deck)

    assert write(read(text, "x.md")) == text


def test_the_file_reads_like_the_speech_itself() -> None:
    """Signs stand only where they are needed: no ordinal that the marker tells, no group that is the only one."""
    assert write(SPEECH) == SPEECH_FILE


def test_the_speech_is_read_from_its_file() -> None:
    """All that the signs say arrives in the tree."""
    assert read(SPEECH_FILE, "x.md") == SPEECH


def test_a_node_knows_the_line_it_stands_on() -> None:
    """Errors and editors can point at it."""
    lines = SPEECH_FILE.splitlines()

    for node in read(SPEECH_FILE, "x.md").outline.nodes:
        assert lines[node.line - 1].endswith(node.text)


def test_keys_that_this_version_does_not_know_are_kept_in_order() -> None:
    """A later version, or a person, may have put them there."""
    text = HEAD.replace("show:", "colour: red\n标签: 党建\nshow:") + "\n"

    deck = read(text, "x.md")

    assert deck.extra == (("colour", "red"), ("标签", "党建"))
    assert read(write(deck), "x.md") == deck


def test_every_run_has_an_entry_where_a_parent_has_several() -> None:
    """The first of them too, of which nothing may be known."""
    deck = read(HEAD + "# 一、 甲\n## 一是 乙\n||\n## 一是 丙\n", "x.md")

    assert deck.outline.groups == (Group(0, 1), Group(0, 2))
    assert [node.group for node in deck.outline.nodes] == [1, 1, 2]


def test_a_deck_of_six_thousand_levels_is_written_and_read() -> None:
    """Depth costs no recursion."""
    nodes = tuple(Node("一是", 1, f"第{n}层", n, tail=("尾",)) for n in range(1, 6001))
    deck = Deck("abcdefghijkl", Outline("深", "hans", nodes=nodes))

    assert read(write(deck), "x.md") == deck


def test_ten_times_as_much_takes_about_ten_times_as_long() -> None:
    """Gaps, tails, groups and siblings are all read and written in one pass."""
    small, large = _seconds(1_000), _seconds(10_000)

    assert large < 40 * small


def _seconds(n: int) -> float:
    """The time to write and read n points of as many groups, and as many gaps, paragraphs and tails."""
    wide = tuple(Node("一是", 1, "甲", 2, group, tail=("尾",)) for group in range(1, n + 1))
    long = Node("一、", 1, "乙", body=("文",) * n, tail=("尾",) * n, gaps=tuple(Gap(at) for at in range(n)))
    groups = tuple(Group(0, group, "名", "引", ("尾",) * (n if group == 1 else 1)) for group in range(1, n + 1))
    deck = Deck("abcdefghijkl", Outline(nodes=(long, *wide), groups=groups))
    start = process_time()
    again = read(write(deck), "x.md")
    assert again == replace(deck)
    return process_time() - start
