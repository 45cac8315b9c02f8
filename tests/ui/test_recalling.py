"""Recall, next and before, chosen from the list of drills: what they are called, and what is kept of them."""

import pytest

from studytui.cards.card import Card, Kind
from studytui.drills.drill import Drill
from studytui.drills.neighbours import BEFORE, NEXT
from studytui.drills.recall import RECALL
from studytui.study.library import Library
from studytui.study.plan import for_cards
from studytui.ui.screens.study_requests import Study
from tests.ui.drilling import NAME, begin, reviews
from tests.ui.driver import app_over, press, settled, shown, text_of


def _cards(opened: Library, kind: Kind) -> list[Card]:
    """The cards of a kind in the first group of points."""
    return [card for card in opened.deck(NAME).run(0, 1) if card.kind is kind]


@pytest.mark.parametrize(("drill", "title"), [(RECALL, "回忆"), (NEXT, "下一点"), (BEFORE, "上一点")])
async def test_the_head_names_the_drill_that_was_chosen(stocked: Library, drill: Drill, title: str) -> None:
    """As it does in all other drills."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, drill)

        assert shown(app)[0].split()[0] == title


async def test_the_head_of_the_days_session_names_the_deck(stocked: Library) -> None:
    """Its questions may be of any deck, and nobody chose how they are asked."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        deck = stocked.deck(NAME)
        app.post_message(Study(for_cards((deck, card) for card in _cards(stocked, Kind.POINT))))
        await settled(pilot)

        assert shown(app)[0].startswith(f" {NAME}")


@pytest.mark.parametrize(("drill", "kind"), [(RECALL, Kind.POINT), (NEXT, Kind.LINK), (BEFORE, Kind.LINK)])
async def test_cues_that_were_taken_before_it_was_left_are_shown_again_and_count(
    stocked: Library, drill: Drill, kind: Kind
) -> None:
    """The next question has none of them."""
    app, cards = app_over(stocked), _cards(stocked, kind)
    async with app.run_test(size=(80, 24)) as pilot:
        first = await begin(pilot, stocked, drill, cards)
        await press(pilot, "h")
        cue = next(line for line in shown(app) if "…" in line)
        await press(pilot, "escape")
        assert await begin(pilot, stocked, drill, cards) is first
        assert cue in shown(app)
        await press(pilot, "space", "3", "space", "3")

        assert [event.get("cues", 0) for event in reviews(stocked)][:2] == [1, 0]


async def test_an_answer_that_was_seen_before_it_was_left_is_asked_again(stocked: Library) -> None:
    """It was not rated, so it is not over."""
    app, cards = app_over(stocked), _cards(stocked, Kind.POINT)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECALL, cards)
        await press(pilot, "h", "space", "escape")
        await begin(pilot, stocked, RECALL, cards)

        assert "责任更实" not in text_of(app)
        assert reviews(stocked) == []


async def test_the_summary_counts_questions_and_what_was_answered_again_apart(stocked: Library) -> None:
    """What was right, after a cue and wrong adds up to the questions that there were."""
    app, cards = app_over(stocked), _cards(stocked, Kind.POINT)[:2]
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECALL, cards)
        await press(pilot, "space", "1", "space", "3", "space", "3")

        assert shown(app)[0].endswith("2 题")
        assert "答对 1    提示后答对 0    答错 1    重复作答 1" in text_of(app)
