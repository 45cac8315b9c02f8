"""The decks that come with the program: they can be read, are in the form that would be written, and are whole."""

from pathlib import Path

import pytest

from studytui.outline.deck import Deck
from studytui.outline.deck_read import read
from studytui.outline.deck_write import write

FOLDER = Path(__file__).parents[2] / "decks"
FILES = sorted(FOLDER.glob("*.md"), key=lambda path: path.name)
SPEECH = "文明部局创建工作推进会讲话.md"
LECTURE = "把小事办好：社区治理专题辅导.md"
ADDRESS = "Opening address, spring term.md"


def deck(name: str) -> Deck:
    """The deck in that file."""
    return read((FOLDER / name).read_text("utf-8"), name)


def test_three_decks_come_with_the_program() -> None:
    """A speech, a lecture in another numbering, and an address in English."""
    assert [path.name for path in FILES] == sorted((SPEECH, LECTURE, ADDRESS))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_bundled_deck_is_written_as_it_stands(path: Path) -> None:
    """Byte for byte, so that opening it in the app changes nothing."""
    assert write(read(path.read_bytes().decode(), path.name)).encode() == path.read_bytes()


@pytest.mark.parametrize(
    ("name", "fixed", "script", "by_depth"),
    [
        (SPEECH, "wenmingbuju2", "hans", (3, 17)),
        (LECTURE, "shequzhili22", "hans", (4, 16, 11)),
        (ADDRESS, "springterm22", "latin", (3, 8, 5)),
    ],
)
def test_a_bundled_deck_keeps_its_id_and_its_nodes(
    name: str, fixed: str, script: str, by_depth: tuple[int, ...]
) -> None:
    """Its id must never change: the reviews of everybody who has begun with it hang on it."""
    found = deck(name)
    depths = [node.depth for node in found.outline.nodes]

    assert found.id == fixed
    assert found.outline.script == script
    assert tuple(depths.count(depth + 1) for depth in range(len(by_depth))) == by_depth
    assert len(depths) == sum(by_depth)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_group_of_a_bundled_deck_counts_from_one(path: Path) -> None:
    """No number was lost or doubled when it was typed."""
    outline = deck(path.name).outline

    for _, _, members in outline.runs():
        assert [outline.nodes[i].ordinal for i in members] == list(range(1, len(members) + 1))


def test_the_speech_says_twice_one_to_three_under_its_first_section() -> None:
    """Six achievements and three problems are the groups that a speaker must not mix up, and a cut is not hidden."""
    outline = deck(SPEECH).outline
    runs = {(parent, group): len(members) for parent, group, members in outline.runs() if parent is not None}

    assert list(runs.values()) == [6, 3, 4, 4]
    assert [group.name for group in outline.groups] == ["做法与成效", "存在的问题"]
    assert outline.about(0, 2).lead.endswith("仍存在着一些薄弱环节。")
    assert [gap.chars for gap in outline.nodes[0].gaps] == [701]
    assert outline.title == "兵团党校校长在文明部局创建工作推进会上的讲话"
