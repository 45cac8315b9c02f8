"""The real speech that the project began with, as it was copied from the web."""

from pathlib import Path

import pytest

from studytui.outline.asdict import as_json
from studytui.outline.parse import parse
from studytui.outline.tree import Outline

FOLDER = Path(__file__).parents[3] / "shared" / "seed"


@pytest.fixture(scope="module")
def seed() -> Outline:
    """The outline of the speech; without the shared folder there is nothing to test."""
    found = sorted(FOLDER.glob("*.txt"))
    if not found:
        pytest.skip("the shared seed is not beside the repository")
    return parse(found[0].read_text("utf-8"))


def test_it_has_three_sections_and_twenty_nodes(seed: Outline) -> None:
    """Contents and body are one tree: six points and three, then four, then four."""
    assert seed.title == "兵團黨校校長在文明部局創建工作推進會上的講話"
    assert len(seed.nodes) == 20
    runs = [(parent, group, len(members)) for parent, group, members in seed.runs()]
    assert runs == [(None, 1, 3), (0, 1, 6), (0, 2, 3), (10, 1, 4), (15, 1, 4)]


def test_the_problems_are_a_group_with_a_lead_and_a_name(seed: Outline) -> None:
    """The section's title names both groups; the paragraph after the first is its tail."""
    first, second = seed.about(0, 1), seed.about(0, 2)
    assert (first.name, second.name) == ("主要做法、成效", "存在的問題")
    assert second.lead.startswith("當然,")
    assert second.lead.endswith("仍存在著一些薄弱環節。")
    assert [text[:5] for text in first.tail] == ["回顧和總結"]
    assert [text[:6] for text in seed.nodes[0].tail] == ["對以上問題,"]


def test_points_that_stand_only_in_the_contents_have_no_body(seed: Outline) -> None:
    """Nothing is invented for what the page did not show."""
    assert [index for index in range(1, 10) if seed.nodes[index].body] == [5, 6, 7, 8, 9]
    assert not any(node.body for node in seed.nodes[11:])


def test_text_after_the_cut_belongs_to_the_section(seed: Outline) -> None:
    """Nobody knows which points were lost, so no point gets the text."""
    [gap] = seed.nodes[0].gaps
    assert (gap.after, gap.chars) == (1, 701)
    assert seed.nodes[0].body[1].startswith("完成好”")
    nodes = as_json(seed)["nodes"]
    assert isinstance(nodes, list)
    assert nodes[0]["after_gap"] is True


def test_what_is_wrong_with_the_page_is_told_with_its_line(seed: Outline) -> None:
    """The cut, the end, the garbled spots, the wrapped lines, the annotation and the adverts."""
    told = [(warning.kind, warning.line, warning.to) for warning in seed.warnings if warning.kind != "annotation"]
    assert told == [
        ("garbled", 25, 25),
        ("wrapped", 25, 27),
        ("gap", 30, 30),
        ("advert", 30, 30),
        ("garbled", 31, 31),
        ("wrapped", 35, 36),
        ("truncated", 38, 39),
        ("advert", 38, 39),
    ]
    [cut] = [warning for warning in seed.warnings if warning.kind == "gap"]
    [end] = [warning for warning in seed.warnings if warning.kind == "truncated"]
    assert (cut.chars, end.total, end.shown) == (701, 5607, 1969)


def test_the_annotation_is_gone_and_other_brackets_stay(seed: Outline) -> None:
    """來(lái) becomes 來, （含二级局） is the author's."""
    assert "部門(含二級局)全部" in seed.nodes[0].body[0]
    assert not any("(" in node.text for node in seed.nodes)
    [annotation] = [warning for warning in seed.warnings if warning.kind == "annotation"]
    assert annotation.count == 404
