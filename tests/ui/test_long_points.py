"""A point that is longer than its row is seen whole, and the mouse finds it."""

import pytest
from textual.pilot import Pilot

from studytui.cards.card import Kind
from studytui.drills.recite import RECITE
from studytui.outline.tree import Node, Outline
from studytui.study.library import Library
from tests.ui.drilling import begin, kept
from tests.ui.driver import app_over, press, settled, shown

pytestmark = pytest.mark.usefixtures("worded")

LONG = "基层负担不减反增，同一张表格在不同平台上反复填报，同一组数据向不同部门多头报送，必须下决心在年内解决"
TEXTS = ("部门壁垒依然存在", LONG, "系统重复建设")


async def _aloud(pilot: Pilot[None], opened: Library) -> None:
    """Say a list of three aloud, and look at it."""
    nodes = [
        Node("一、", 1, "问题", 1),
        *(Node(f"{n}是", i, text, 2) for i, (n, text) in enumerate(zip("一二三", TEXTS, strict=True), 1)),
    ]
    name = kept(opened, Outline("讲话", nodes=tuple(nodes)), "讲话")
    lists = [card for card in opened.deck(name).cards if card.kind is Kind.LIST and card.home == 0]
    await begin(pilot, opened, RECITE, lists, name)
    await press(pilot, "ctrl+t", "ctrl+t", "enter")


def _rows(lines: list[str]) -> list[str]:
    """The rows of the points, up to what is said below them."""
    first = next(i for i, line in enumerate(lines) if "部门壁垒" in line)
    last = next(i for i, line in enumerate(lines) if "系统重复" in line)
    return lines[first : last + 1]


async def test_it_goes_on_under_its_beginning(empty: Library) -> None:
    """Before it is ticked, after that, and once all is marked."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await _aloud(pilot, empty)
        for keys in ((), ("down", "space"), ("enter",)):
            await press(pilot, *keys)
            rows = _rows(shown(app))
            assert len(rows) > 3
            assert all(row.startswith(" " * 10) for row in rows[2:-1])
            texts = [row.replace(">", "").replace("二是", "").strip().partition("  ")[0] for row in rows[1:-1]]
            assert "".join(texts) == LONG


async def test_a_click_on_any_line_of_it_is_for_it(empty: Library) -> None:
    """And one below it is for what stands there."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await _aloud(pilot, empty)
        for text in ("系统重复", LONG[-6:]):
            row = next(y for y, line in enumerate(shown(app)) if text in line)
            await pilot.click(offset=(14, row))
            await settled(pilot)

        rows = _rows(shown(app))
        assert [row.split()[-1] in ("对", "序") for row in (rows[0], rows[1], rows[-1])] == [False, True, True]
