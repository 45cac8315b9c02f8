"""Look-alikes: near-identical points of different sections, and only where they differ."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from studytui.cards.card import Kind
from studytui.drills import lookalike
from studytui.language.script import comparable
from tests.drills.documents import SHAPES, all_cards, keys, outline, words

TWO = outline(
    [
        ["围绕中心工作开展创建活动", "健全组织，完善机制"],
        ["围绕创先争优开展创建活动", "健全制度，完善机制", "重在过程"],
    ]
)


def test_points_of_different_sections_that_are_nearly_the_same_are_found() -> None:
    """Siblings are none, and neither is what has little in common."""
    found = {(TWO.nodes[pair.one].text, TWO.nodes[pair.other].text) for pair in lookalike.pairs(TWO)}

    assert found == {
        ("围绕中心工作开展创建活动", "围绕创先争优开展创建活动"),
        ("健全组织，完善机制", "健全制度，完善机制"),
    }


def test_those_that_were_taken_for_each_other_come_first() -> None:
    """However little they look alike, and the most often mixed up before others."""
    found = lookalike.pairs(TWO, [(6, 1), (1, 6), (2, 5)])

    assert [(pair.one, pair.other, pair.taken) for pair in found[:2]] == [(1, 6, 2), (2, 5, 1)]


def test_of_a_part_only_its_own_pairs_are_found() -> None:
    """With whatever looks like its points elsewhere in the deck."""
    found = lookalike.pairs(TWO, part={2})

    assert [(pair.one, pair.other) for pair in found] == [(2, 5)]


def test_only_the_words_that_differ_are_marked() -> None:
    """On both sides."""
    pair = next(pair for pair in lookalike.pairs(TWO) if pair.one == 1)
    marked = [[side.line.text[start:end] for start, end in side.differs] for side in lookalike.sides(TWO, pair)]

    assert marked == [["中心工作"], ["创先争优"]]


def test_of_two_that_differ_in_one_word_the_other_is_the_false_one() -> None:
    """Which of the two stands here is the question."""
    pair = next(pair for pair in lookalike.pairs(TWO) if pair.one == 2)
    card = next(card for card in all_cards(TWO, Kind.PLACE) if card.node == 2)
    question = lookalike.ask(card, TWO, pair, Random(1))

    assert question is not None
    assert question.wordings[question.right] == TWO.nodes[2].text
    assert question.wordings[1 - question.right] == TWO.nodes[question.twin].text


def test_a_wrong_wording_says_what_it_was_taken_for() -> None:
    """Picking the true one is right."""
    three = outline([["围绕中心工作开展创建活动，完善考评"], ["围绕创先争优开展学习活动，完善制度"]])
    [pair] = lookalike.pairs(three)
    card = next(card for card in all_cards(three, Kind.PLACE) if card.node == 1)
    question = lookalike.ask(card, three, pair, Random(3))

    assert question is not None
    assert question.wordings[question.right] == "围绕中心工作开展创建活动，完善考评"
    assert question.wordings[1 - question.right] == "围绕创先争优开展创建活动，完善考评"
    assert lookalike.mark(question, question.right, keys(three)).rating == 3
    wrong = lookalike.mark(question, 1 - question.right, keys(three))
    assert (wrong.rating, wrong.taken_for) == (1, "k3")


def test_the_false_wording_keeps_the_quotation_marks_of_the_true_one() -> None:
    """One that is left open would tell it from the true one at a glance."""
    quoted = outline(
        [
            ["围绕“热爱伟大祖国，建设美好家园”主题教育开展创建活动"],
            ["切实抓好创先争优活动和“热爱伟大祖国，建设美好家园”主题教育活动"],
        ]
    )
    [pair] = lookalike.pairs(quoted)
    asked = [
        lookalike.ask(card, quoted, pair, Random(1))
        for card in all_cards(quoted, Kind.PLACE)
        if card.node in (pair.one, pair.other)
    ]

    falses = [question.wordings[1 - question.right] for question in asked if question is not None]
    assert falses == [
        "切实抓好创先争优活动和“热爱伟大祖国，建设美好家园”主题教育开展创建活动",
        "围绕“热爱伟大祖国，建设美好家园”主题教育活动",
    ]


def test_a_wording_that_would_be_left_with_half_a_pair_of_marks_is_not_asked() -> None:
    """The mark stands in the middle of what would be put in."""
    torn = outline([["抓好党员干部“学习”教育活动安排"], ["抓好机关“干部大讨论”教育活动安排"]])
    for pair in lookalike.pairs(torn):
        for card in all_cards(torn, Kind.PLACE):
            if card.node in (pair.one, pair.other) and (question := lookalike.ask(card, torn, pair, Random(1))):
                false = question.wordings[1 - question.right]
                assert false.count("“") == false.count("”"), false


@given(st.randoms(use_true_random=False))
def test_the_false_wording_is_no_point_of_the_document_but_the_look_alike(rng: Random) -> None:
    """Nor the true one in other signs."""
    texts = [words(rng) for _ in range(4)]
    of = outline([texts, [text.replace(text[:2], words(rng)[:2]) for text in texts]])
    for pair in lookalike.pairs(of):
        for card in all_cards(of, Kind.PLACE):
            if card.node in (pair.one, pair.other) and (question := lookalike.ask(card, of, pair, rng)):
                false = comparable(question.wordings[1 - question.right])
                others = [node.text for at, node in enumerate(of.nodes) if at != question.twin]
                assert false not in map(comparable, others) or false == comparable(of.nodes[question.twin].text)
                assert false != comparable(question.wordings[question.right])


def test_every_shape_of_document_can_be_looked_through() -> None:
    """Equal points are no look-alikes, points of nothing but signs are none."""
    for of in SHAPES.values():
        for pair in lookalike.pairs(of):
            assert comparable(of.nodes[pair.one].text) != comparable(of.nodes[pair.other].text)
            lookalike.sides(of, pair)
