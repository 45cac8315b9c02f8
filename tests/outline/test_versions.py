"""Which node became which between two versions of a document."""

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.language.script import comparable
from studytui.outline.tree import Node, Outline
from studytui.outline.versions import Versions, versions
from tests.strategies import outlines


def _outline(*texts: str) -> Outline:
    """One run of points; one that begins with a dash stands under the one before."""
    return Outline(nodes=tuple(Node("", None, text.lstrip("-"), 1 + text.startswith("-")) for text in texts))


def test_a_document_is_its_own_version() -> None:
    """Nothing is new, reworded, moved or gone."""
    same = _outline("加强领导", "-压实责任", "改进作风")
    assert versions(same, same) == Versions((0, 1, 2), (), (), (), ())


def test_a_point_that_was_reworded_and_moved_at_once_is_known_again() -> None:
    """By what is left of its words; the one that came in between is new."""
    old = _outline("加强组织领导", "改进工作作风", "落实各项责任")
    new = _outline("改进工作作风", "新的任务", "落实各项责任", "切实加强组织领导")
    assert versions(old, new) == Versions((1, None, 2, 0), new=(1,), reworded=(3,), moved=(3,), gone=())


def test_a_point_under_another_heading_has_moved() -> None:
    """Its text is the same."""
    found = versions(_outline("甲事", "-抓学习", "乙事"), _outline("甲事", "乙事", "-抓学习"))
    assert (found.partners, found.moved) == ((0, 2, 1), (2,))


def test_equal_texts_stay_under_their_headings() -> None:
    """Two sections end with the same point; the first section went to the end."""
    old = _outline("做法", "-坚持学习", "打算", "-坚持学习")
    assert versions(old, _outline("打算", "-坚持学习", "做法", "-坚持学习")).partners == (2, 3, 0, 1)


def test_what_stands_in_the_same_place_is_the_same_although_no_word_is() -> None:
    """And what is left over is gone."""
    found = versions(_outline("加强领导", "改进作风", "总结"), _outline("加强领导", "抓学习"))
    assert (found.partners, found.reworded, found.gone) == ((0, 1), (1,), (2,))


@given(outlines(), outlines(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_unchanged_texts_keep_a_partner_and_no_two_share_one(before: Outline, other: Outline, rng: Random) -> None:
    """Whatever was shuffled, reworded, put in or taken out."""
    now = _edited(before, other, rng)
    found = versions(before, now)
    partners = [partner for partner in found.partners if partner is not None]
    assert len(set(partners)) == len(partners)
    assert set(found.gone) == set(range(len(before.nodes))) - set(partners)
    assert set(found.new) == {i for i, partner in enumerate(found.partners) if partner is None}
    olds, news = ([comparable(node.text) for node in outline.nodes] for outline in (before, now))
    kept = Counter(
        news[i] for i, partner in enumerate(found.partners) if partner is not None and olds[partner] == news[i]
    )
    assert kept == Counter(olds) & Counter(news)


def _edited(outline: Outline, other: Outline, rng: Random) -> Outline:
    """Some nodes of both, some reworded, in any order, all outermost."""
    nodes = [node for node in (*outline.nodes, *other.nodes) if rng.random() < 0.8]
    rng.shuffle(nodes)
    return _outline(*(node.text.lstrip("-") + rng.choice(["", "", "改"]) for node in nodes))


def test_thousands_that_were_all_reworded_are_found_near_their_place() -> None:
    """Without comparing each with each."""
    rng = Random(5)
    texts = ["".join(rng.choices("加强领导提高认识落实责任改进作风", k=12)) for _ in range(2000)]
    found = versions(_outline(*texts), _outline("全新的一条", *(text + "了" for text in texts)))
    right = sum(partner == i - 1 for i, partner in enumerate(found.partners))
    assert right >= 1990
