"""A chain that grows: what is read, what is asked, and what it is worth at its end."""

import pytest

from studytui.cards.card import Card, Kind
from studytui.drills import chain
from studytui.drills.chain import Chain
from studytui.outline.tree import Node, Outline
from tests.drills.documents import SHAPES, all_cards


def _through(now: Chain, wrong: tuple[int, ...] = ()) -> tuple[Chain, int]:
    """Say all of it, once wrong at each of some places; gives how much was said."""
    said, left = 0, set(wrong)
    while not now.done:
        if now.reading:
            assert now.newest == now.items[now.ball.length - 1]
            now = chain.read(now)
        here = now.ball.at
        right = here not in left or now.ball.length <= here
        left -= {here} if not right else set()
        now, said = chain.say(chain.look(now), right=right), said + 1
    return now, said


@pytest.mark.parametrize("shape", SHAPES)
def test_every_list_of_two_or_more_can_be_learnt_as_a_chain(shape: str) -> None:
    """Said right throughout it ends after 1 + 2 + … + n, and is right."""
    outline = SHAPES[shape]
    for card in all_cards(outline, Kind.LIST):
        asked = chain.ask(card, outline)
        if asked is None:
            continue
        n = len(asked.items)
        done, said = _through(asked)
        assert said == n * (n + 1) // 2
        assert chain.mark(done).rating == 3


def test_a_broken_chain_is_worth_less_the_more_of_its_links_broke() -> None:
    """One is a slip, two are not."""
    outline = SHAPES["forty points"]
    card = max(all_cards(outline, Kind.LIST), key=lambda card: len(outline.children(card.home)))
    asked = chain.ask(card, outline)
    assert asked is not None

    assert chain.mark(_through(asked, (3,))[0]).rating == 2
    assert chain.mark(_through(asked, (3, 7))[0]).rating == 1


def test_the_sentences_of_a_text_are_marked_by_themselves() -> None:
    """Which one broke is known next time."""
    outline = Outline(nodes=(Node("一", 1, "甲", body=("网格要划细。人员要派下去。大家一起商量。",)),))
    asked = chain.ask(Card("passage:a", Kind.PASSAGE, 0, None, 0, None), outline)
    assert asked is not None

    assert chain.mark(_through(asked, (1,))[0]).parts == (3, 1, 3)


def test_one_sentence_alone_is_no_chain() -> None:
    """There is no link in it."""
    outline = Outline(nodes=(Node("一", 1, "甲", body=("网格要划细。",)), Node("二", 2, "乙")))
    for node in (0, 1):
        assert chain.ask(Card("passage:a", Kind.PASSAGE, node, None, 0, None), outline) is None
