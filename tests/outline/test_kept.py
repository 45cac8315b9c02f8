"""A repair that the person does not want is undone, and only that one."""

from pathlib import Path

import pytest

from studytui.outline.parse import parse
from studytui.outline.tree import Outline, OutlineWarning

SEEDS = sorted((Path(__file__).parents[2].parent / "shared" / "seed").glob("*.txt"))
LONG = "社区是城市的细胞，居民的事情大多在这里办，办得好不好，大家看得最清楚，也说得最明白。"
TEXT = "\n".join(
    (
        "讲话提纲",
        "一、加(jiā)强(qiáng)领(lǐng)导(dǎo)完(wán)善(shàn)制(zhì)度(dù)，发(fā)动(dòng)群(qún)众(zhòng)",
        LONG,
        "要把网格划细，把人员派下去，",
        "请居民一起商量。",
        "二、健全<b>组织</b>",
        LONG,
        "此处省略300字",
        "更多文章请访问 www.example.com",
        "三、要鍔犲己作风",
        "做 实 做 细 做 好",
        "加\u200b油",
    )
)


def words(outline: Outline) -> str:
    """All texts of an outline in a row."""
    texts = [outline.title, *outline.opening, *outline.closing]
    for node in outline.nodes:
        texts += [node.marker, node.text, *node.body, *node.tail]
    return "\n".join(texts)


def told(outline: Outline) -> dict[str, OutlineWarning]:
    """Warnings and repairs by kind."""
    return {each.kind: each for each in (*outline.warnings, *outline.repairs)}


@pytest.mark.parametrize(
    ("kind", "stands"),
    [
        ("annotation", "加(jiā)强(qiáng)领(lǐng)导(dǎo)"),
        ("wrapped", "\n请居民一起商量。"),
        ("duplicate", LONG),
        ("gap", "此处省略300字"),
        ("advert", "www.example.com"),
        ("garbled", "鍔犲己作风"),
        ("html", "健全<b>组织</b>"),
        ("blanks", "做 实 做 细 做 好"),
    ],
)
def test_a_place_is_left_as_it_stands(kind: str, stands: str) -> None:
    """The text of the source is back, its warning is gone, and all others are still told."""
    repaired = parse(TEXT)
    place = told(repaired)[kind]
    left = parse(TEXT, frozenset([(kind, place.line)]))

    assert words(left).count(stands) == words(repaired).count(stands) + 1
    assert (kind, place.line) not in {(each.kind, each.line) for each in (*left.warnings, *left.repairs)}
    assert set(told(repaired)) - {kind} <= set(told(left))


def test_what_cannot_be_seen_is_told_with_its_line() -> None:
    """A zero-width sign went, and the line it stood on is named."""
    assert told(parse(TEXT))["invisible"].line == 12


def test_a_byte_order_mark_is_no_repair() -> None:
    """It belongs to the encoding of the file."""
    assert parse("\ufeff一、开头\n二、结尾").repairs == ()


def test_html_and_blanks_are_told_line_by_line() -> None:
    """Neighbouring lines are one repair with a first and a last line."""
    [html, blanks] = parse("一、<b>开头</b>\n二、<i>中间</i>\n三、结尾\n做 实 做 细 做 好").repairs

    assert (html.kind, html.line, html.to) == ("html", 1, 2)
    assert (blanks.kind, blanks.line, blanks.to) == ("blanks", 4, 4)


@pytest.mark.skipif(not SEEDS, reason="needs the shared documents")
def test_every_repair_of_the_real_speech_can_be_undone_by_itself() -> None:
    """Whichever is left out, its warning is gone and the number of points does not fall."""
    text = SEEDS[0].read_text("utf-8")
    repaired = parse(text)
    for warning in repaired.warnings:
        left = parse(text, frozenset([(warning.kind, warning.line)]))

        assert (warning.kind, warning.line) not in {(each.kind, each.line) for each in left.warnings}
        assert len(left.nodes) >= len(repaired.nodes)
