"""The words worth hiding."""

import itertools
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.language.terms import chosen, terms
from studytui.study.bundled import bundled

EMPTY = {
    "的",
    "了",
    "和",
    "与",
    "对",
    "在",
    "是",
    "把",
    "更加",
    "不断",
    "日趋",
    "进一步",
    "这些",
    "the",
    "a",
    "of",
    "with",
    "and",
}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where jieba keeps its dictionary."""
    return str(tmp_path_factory.mktemp("jieba"))


def _found(folder: str, text: str, *around: str) -> list[str]:
    return [text[start:end] for start, end in terms([text], around, folder)[0]]


def test_what_means_something_is_a_term(folder: str) -> None:
    """Function words are none."""
    assert _found(folder, "加强领导，创建态势日趋良好") == ["加强", "领导", "创建", "态势", "良好"]
    assert _found(folder, "Keep three promises of the day") == ["Keep", "three", "promises", "day"]
    assert _found(folder, "加強領導，創建態勢日趨良好") == ["加強", "領導", "創建", "態勢", "良好"]


def test_words_that_stand_together_again_are_a_phrase(folder: str) -> None:
    """Over the deck and its bodies."""
    assert "运行机制" in _found(folder, "健全组织，创建运行机制更加完善", "完善运行机制。运行机制要活。")
    assert "学习型机关建设" in _found(folder, "围绕“学习型机关建设”开展活动")


@pytest.mark.parametrize("deck", [one.deck.outline for one in bundled()], ids=lambda outline: outline.title)
def test_no_term_is_a_function_word_a_whole_clause_or_the_number(folder: str, deck: object) -> None:
    """In every text of the bundled decks; none overlaps another."""
    outline = next(one.deck.outline for one in bundled() if one.deck.outline == deck)
    texts = [node.text for node in outline.nodes]
    for node, spans in zip(outline.nodes, terms(texts, [outline.title], folder), strict=True):
        found = [node.text[start:end] for start, end in spans]
        clauses = set("".join(c if c.isalnum() else " " for c in node.text).split(" "))
        assert not EMPTY.intersection(found)
        assert node.marker not in found
        assert node.text not in found
        assert not {term for term in found if term in clauses and not term.isascii() and "“" + term not in node.text}
        assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))


def test_what_has_no_words_has_no_terms(folder: str) -> None:
    """Nor has a single word, of which nothing would be left."""
    assert [list(found) for found in terms(["", "……", "3", "以人为本", "（一）", "的"], [], folder)] == [[]] * 6


def test_a_long_run_is_cut_before_it_is_segmented(folder: str) -> None:
    """Twenty thousand characters without a sign."""
    assert terms(["的" * 20_000], [], folder) == [()]


def test_nothing_is_written_but_in_the_folder_that_was_given(tmp_path: Path) -> None:
    """Nor is anything printed, which would spoil a screen."""
    program = f"from studytui.language.terms import terms; terms(['加强领导，好'], [], {str(tmp_path)!r})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert (done.stdout, [path.name for path in tmp_path.iterdir()]) == (b"", ["jieba.cache"])
    assert b"prefix dict" not in done.stderr


def test_a_person_pins_and_bars() -> None:
    """What is pinned goes before what it overlaps; what is barred is gone, in either script."""
    text = "加强领导，创建态势"
    found = [(0, 2), (2, 4), (5, 7)]

    assert chosen(text, found, ["强领"], []) == ((1, 3), (5, 7))
    assert chosen(text, found, [], ["創建"]) == ((0, 2), (2, 4))
    assert chosen(text, found, ["创建"], ["创建"]) == ((0, 2), (2, 4))
    assert chosen(text, found, [text], []) == tuple(found)


@settings(deadline=None)
@given(st.text("加强领导创，", max_size=12), st.lists(st.text("加强领导", max_size=3), max_size=3))
def test_terms_never_overlap(text: str, pinned: list[str]) -> None:
    """Whatever is pinned."""
    spans = chosen(text, (), pinned, ())

    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    assert all(text[start:end] in pinned for start, end in spans)
