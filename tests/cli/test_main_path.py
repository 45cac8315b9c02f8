"""The main path in a real terminal: bring a speech in, match, recall, get some wrong, leave, and find them again."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from studytui.catalogue import Catalogue
from studytui.cli.context import Context
from studytui.cli.main import commands

pytest.importorskip("pty", reason="pseudo-terminals are there on POSIX only")
from tests.cli.terminal import Terminal, program

SPEECH = """在文明创建推进会上的讲话

同志们：今天讲两个问题。
一、主要做法和存在的问题
一是加强领导，态势日趋良好。去年成立了领导小组。
二是健全组织，机制更加完善。
三是以人为本，素质进一步提高。
但是也要看到，仍存在着一些薄弱环节。
一是认识存在偏差。
二是标准还不高。
二、下一阶段的几点要求
一是抓教育。
二是抓整改。
"""
FIRST, SECOND = "主要做法和存在的问题", "下一阶段的几点要求"
NUMBERS = {FIRST: "1", SECOND: "2"}


def bring_in(library: Path) -> Terminal:
    """Start on an empty library and bring the speech in by a paste."""
    terminal = Terminal(program(library))
    terminal.see("还没有资料")
    terminal.paste(SPEECH)
    assert "仍存在着" not in terminal.see("三是 以人为本")
    terminal.see("y ")
    terminal.press("y")
    terminal.see("空格 开始")
    return terminal


def study(terminal: Terminal) -> str:
    """Read the first group, put one text wrong and then right, fail to recall a point; gives that point's marker."""
    terminal.press(" ")
    terminal.see("慢慢读一遍")
    terminal.press(" ")
    terminal.see("0/2")
    screen = terminal.see(f"> {FIRST}", f"> {SECOND}")
    cursor = FIRST if f"> {FIRST}" in screen else SECOND
    other = SECOND if cursor == FIRST else FIRST
    terminal.press(NUMBERS[other])
    terminal.see("错")
    terminal.see(f"> {other}")
    # Nobody is so fast: the same number at once would be for the text before. Whoever moves the cursor has looked.
    terminal.press("j")
    terminal.press(NUMBERS[other])
    terminal.see("1/2")
    terminal.press(NUMBERS[cursor])
    terminal.see("全部放对了")
    terminal.press(" ")
    asked = "一、" if "一、" in terminal.see("看答案") else "二、"
    terminal.press(" ")
    terminal.see("1 忘了")
    terminal.see_no_more("看答案")
    terminal.press("1")
    terminal.see("看答案")
    return asked


def weak_of(library: Path) -> list[dict[str, object]]:
    """What the command line says is weak."""
    context = Context(Catalogue("zh_CN"))
    result = CliRunner().invoke(commands, ["--library", str(library), "weak", "--json"], obj=context)
    rows: list[dict[str, object]] = json.loads(result.stdout)
    return rows


def find_again(library: Path, asked: str) -> None:
    """Start anew; w lists what was wrong, with the reasons."""
    terminal = Terminal(program(library))
    terminal.see("空格 ")
    terminal.press("w")
    screen = terminal.see("练全部")

    assert "今天没说出" in screen
    assert "今天放到了" in screen
    assert asked in screen

    terminal.press("\x1b")
    terminal.see("b 示例")
    terminal.press("q")

    assert terminal.ended() == 0
    assert {row["why"] for row in weak_of(library)} == {"failed"}
    assert len(weak_of(library)) == 2


def test_what_was_answered_wrong_is_listed_after_quitting(tmp_path: Path) -> None:
    """Match and recall, two answers wrong, Esc and q; the next start lists both with their reasons."""
    terminal = bring_in(tmp_path / "library")
    asked = study(terminal)
    terminal.press("\x1b")
    terminal.see("b 示例")
    terminal.press("q")

    assert terminal.ended() == 0
    assert b"\x1b[?1049l" in terminal.raw

    find_again(tmp_path / "library", asked)


def test_what_was_answered_wrong_is_listed_after_a_kill(tmp_path: Path) -> None:
    """The same with kill -9 in place of leaving: what was answered before the next question was shown is there."""
    terminal = bring_in(tmp_path / "library")
    asked = study(terminal)
    terminal.kill()

    find_again(tmp_path / "library", asked)
