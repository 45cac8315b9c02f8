"""`review --plain --drill`: every drill in lines, a question out, an answer in."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from studytui.drills.all import DRILLS
from studytui.errors import StudyError
from studytui.language.pinyin import spelling
from studytui.outline.tree import Outline
from studytui.settings import Settings
from studytui.study import look_up
from studytui.study.library import Library
from studytui.study.words import Wording, Words, digest
from tests.cli.shell import NAME, Shell
from tests.cli.test_commands import answering
from tests.ui.driver import FakeClock

Says = Callable[..., str]
ELSEWHERE = ("mask", "lookalike")
"""Drills that have nothing to ask of the small speech as it is."""
SENTENCES = ["去年成立了领导小组。"]


@pytest.fixture
def drill(stocked: Shell, monkeypatch: pytest.MonkeyPatch) -> Says:
    """Answers one question of a drill with some lines; gives what was printed."""

    def looked_up(outline: Outline, folder: Path, **_: object) -> Words:
        texts = [node.text for node in outline.nodes]
        texts += SENTENCES
        return Words({digest(t): Wording(spelling(t), ((0, 2), (2, 4))) for t in texts})

    monkeypatch.setattr(look_up, "look_up", looked_up)

    def asked(name: str, *lines: str) -> str:
        answering(monkeypatch, *lines)
        said = stocked("review", NAME, "--plain", "--drill", name, "--limit", "1")
        assert (said.code, said.err) == (0, "")
        return said.out

    return asked


def _reviews(shell: Shell) -> list[tuple[str, int, bool]]:
    rows = json.loads(shell("history", "--json").out)
    return [(row["card"].split(":")[0], row["rating"], row["practice"]) for row in rows if row["kind"] == "review"]


@pytest.mark.parametrize("name", [drill.name for drill in DRILLS if drill.name not in ELSEWHERE])
def test_every_drill_asks_and_ends_in_order_when_the_input_ends(drill: Says, name: str) -> None:
    """A question is printed, nothing is answered."""
    said = drill(name)

    assert "> " in said
    assert "0 answers" in said


@pytest.mark.parametrize("name", [drill.name for drill in DRILLS if drill.name not in ("recall", "match", *ELSEWHERE)])
def test_help_stop_and_undo_work_in_every_drill(drill: Says, name: str) -> None:
    """They are no answers."""
    said = drill(name, ":h", ":u", ":q")

    assert "A line is the answer" in said
    assert "There is nothing to take back." in said
    assert "0 answers" in said


@pytest.mark.parametrize(
    ("name", "line", "moved"),
    [
        ("type", "主要做法和存在的问题", [("point", 3, False)]),
        ("type", "主要做法", [("point", 1, False)]),
        ("initials", "zyzfhczdwt", [("point", 3, False)]),
        ("first", "主要做法和存在的问题", [("point", 3, False)]),
        ("count", "2", [("list", 3, True)]),
        ("count", "三", [("list", 1, True)]),
    ],
)
def test_a_line_is_the_answer(drill: Says, stocked: Shell, name: str, line: str, moved: list[object]) -> None:
    """Marked at once."""
    said = drill(name, line, ":q")

    assert ("wrong: " in said) == (moved[0][1] == 1)  # type: ignore[index]
    assert _reviews(stocked) == moved


def test_what_was_typed_wrong_is_shown_in_one_line(drill: Says) -> None:
    """With a word for each mistake."""
    assert "主要做法和[missing 存在的]问题" in drill("type", "主要做法和问题", ":q")


def test_a_blank_is_filled_line_by_line(drill: Says, stocked: Shell) -> None:
    """By characters or pinyin."""
    said = drill("cloze", "主要", "zuofa", ":q")

    assert "[1]____[2]____和存在的问题" in said
    assert _reviews(stocked) == [("point", 3, False)]


def test_an_order_is_given_as_numbers(drill: Says, stocked: Shell) -> None:
    """Anything else is asked again."""
    said = drill("order", "1 1", "x", "12", ":q")

    assert said.count("Each number once, please.") == 2
    assert [kind for kind, _, _ in _reviews(stocked)] == ["link"]


def test_what_is_no_number_is_not_counted(drill: Says, stocked: Shell) -> None:
    """It is asked again."""
    said = drill("count", "abc", "", "2", ":q")

    assert said.count("A number, please.") == 2
    assert _reviews(stocked) == [("list", 3, True)]


@pytest.mark.parametrize("name", ["choose", "find"])
def test_a_pick_is_a_number_of_the_list(drill: Says, stocked: Shell, name: str) -> None:
    """Others are asked again; the place moves."""
    said = drill(name, "0", "99", "1", ":q")

    assert said.count("A number from 1 to ") == 2
    assert [kind for kind, _, _ in _reviews(stocked)] == ["place"]
    assert ("wrong: " in said) == (_reviews(stocked)[0][1] == 1)


def test_a_recital_is_all_points_and_an_empty_line(drill: Says, stocked: Shell) -> None:
    """Each is marked by itself; one unit, which :u takes back."""
    said = drill("recite", "下一阶段的几点要求", "主要做法和存在的问题", "", ":u", ":q")

    assert re.search("out of order", said)
    rows = json.loads(stocked("history", "--json").out)
    assert len({row["unit"] for row in rows if row["kind"] == "review"}) == 1
    assert [row["kind"] for row in rows][-1] == "undo"


@pytest.mark.parametrize(("name", "practice"), [("next", False), ("before", True)])
def test_neighbours_are_said_and_rated(drill: Says, stocked: Shell, name: str, practice: bool) -> None:
    """Backwards is practice."""
    drill(name, "", "x", "3", ":q")

    assert _reviews(stocked) == [("link", 3, practice)]


def test_words_that_cannot_be_looked_up_are_told_in_one_sentence(
    stocked: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other drills go on without them."""

    def fails(outline: Outline, folder: Path, **_: object) -> Words:
        raise StudyError("The words of this deck could not be looked up ({reason}).", reason="no room")

    monkeypatch.setattr(look_up, "look_up", fails)

    assert "no room" in stocked("review", NAME, "--plain", "--drill", "initials").refused
    answering(monkeypatch)
    assert stocked("review", NAME, "--plain", "--drill", "type").code == 0


def test_a_text_is_said_sentence_by_sentence_where_it_is_wanted(stocked: Shell, drill: Says, library: Path) -> None:
    """Typed in characters or by first letters; what is all shown at first counts as with a cue."""
    assert "There is nothing to ask here." in drill("mask")
    opened = Library.to_write(str(library), {}, FakeClock(), Settings())
    deck = opened.deck(NAME)
    deck.want([i for i, node in enumerate(deck.outline.nodes) if node.body])
    opened.close()

    assert SENTENCES[0] in drill("mask", "qncllldxz")
    assert _reviews(stocked) == [("passage", 2, False)]
    assert "wrong: " + SENTENCES[0] in drill("mask", "")


ALIKE = "一、做法\n一是围绕学习建设开展活动\n二是健全组织\n二、要求\n一是围绕服务建设开展活动\n二是抓落实\n"


def test_look_alikes_are_told_apart_in_lines(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two wordings, one of them true; a number picks."""
    file = tmp_path / "a.txt"
    file.write_text(ALIKE, "utf-8")
    assert shell("import", str(file), "--name", "a").code == 0
    answering(monkeypatch, "1")
    said = shell("review", "a", "--plain", "--drill", "lookalike", "--limit", "1")

    assert (said.code, said.err) == (0, "")
    assert "Which wording is the true one?" in said.out
    assert [(kind, practice) for kind, _, practice in _reviews(shell)] == [("place", True)]


def test_a_chain_grows_in_lines(drill: Says, stocked: Shell) -> None:
    """Typed, or said and then told y or n."""
    titles = ("主要做法和存在的问题", "下一阶段的几点要求")
    said = drill("snowball", titles[0], "", "y", titles[1])

    assert said.count(f"一、{titles[0]}") >= 2
    assert _reviews(stocked) == [("list", 3, False)]


def test_undo_in_the_middle_takes_back_the_last_line_only(drill: Says, stocked: Shell) -> None:
    """What was said before it stays; with nothing said, it is the answer before that is taken back."""
    titles = ("主要做法和存在的问题", "下一阶段的几点要求")
    said = drill("recite", "别的", ":u", titles[0], titles[1], "")
    assert "missing" not in said
    assert "There is nothing to take back." not in said
    before = _reviews(stocked)

    said = drill("snowball", titles[0], titles[1], ":u", titles[0], titles[1], ":u", titles[1], "")
    assert "There is nothing to take back." not in said
    assert [card for card, *_ in _reviews(stocked)] == [*(card for card, *_ in before), "list"]
