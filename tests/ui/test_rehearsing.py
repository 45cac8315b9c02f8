"""Rehearse: a run over a deck or a part of it, from the deck screen to the table, and what comes first after it."""

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from studytui.cards.card import Kind
from studytui.errors import StudyError
from studytui.memory.unit import Event
from studytui.outline.tree import Node, Outline
from studytui.study.deck import StudyDeck
from studytui.study.library import Library
from studytui.ui.screens.deck import DeckScreen
from studytui.ui.screens.home import HomeScreen
from tests.ui.drilling import NAME, kept, reviews
from tests.ui.driver import FakeClock, app_over, burst, press, settled, shown, text_of


async def _begin(pilot: Pilot[None], *keys: str) -> None:
    """Open the deck, and begin with the keys given."""
    await settled(pilot)
    await press(pilot, "enter", *keys)


def _prompted(opened: Library) -> list[tuple[str, object]]:
    return [(str(event["card"]).partition(":")[0], event["cues"]) for event in reviews(opened) if event["cues"]]


async def test_the_whole_speech_with_two_prompts_and_those_come_first_next_time(
    stocked: Library, clock: FakeClock
) -> None:
    """One unit of practice; the table tells the time and the words; the next session begins with the two."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "G", "enter")
        for at in range(9):
            if at == 2:
                await press(pilot, "tab")
                assert "排查…" in text_of(app)
            if at == 5:
                await press(pilot, "h", "h")
                assert "管理不严" in text_of(app)
            clock.now += timedelta(seconds=10)
            await press(pilot, "space")
        table = text_of(app)
        assert "1:30" in table
        assert "排查更细" in table
        assert "讲了 9/9 点" in table
        assert _prompted(stocked) == [("point", 1), ("link", 1), ("point", 2), ("link", 2)]
        assert all(event["practice"] for event in reviews(stocked))
        units = [unit for unit in stocked.deck(NAME).units() if unit.events[0]["kind"] == "review"]
        assert len(units) == 1

        await press(pilot, "escape", "escape", "space")
        assert "排查" not in text_of(app)
        await press(pilot, "space")
        assert "排查更细" in text_of(app)
        await press(pilot, "y")
        assert "试讲" in text_of(app)


async def test_nothing_of_a_point_shows_before_it_is_asked_for(stocked: Library) -> None:
    """Its headings and its number; a word more with each press; what was said stands below."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "G", "enter")
        assert "一、" in text_of(app)
        assert "成绩" not in text_of(app)
        await press(pilot, "space")
        assert "成绩" in text_of(app)
        assert "责任" not in text_of(app)
        await press(pilot, "tab")
        assert "责任…" in text_of(app)
        await press(pilot, "tab", "tab", "tab")
        assert "责任更实" in text_of(app)
        assert "提了 2 个词" in text_of(app)


async def test_the_clock_tells_how_far_ahead_or_behind(stocked: Library, clock: FakeClock) -> None:
    """In words, from the session's clock; a point counts as late only when its own time is over."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "G")
        app.screen.query_one("TypedLine").value = "9m"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert "0:00 / 9:00" in text_of(app)
        assert "正好" in text_of(app)
        await press(pilot, "space")
        assert "快了" in text_of(app)
        clock.now += timedelta(minutes=6)
        await press(pilot, "tab")
        assert "慢了" in text_of(app)
        assert "6:00 / 9:00" in text_of(app)


async def test_back_says_the_point_before_once_more_and_no_time_is_lost(stocked: Library, clock: FakeClock) -> None:
    """The time that went by stays gone."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "G", "enter")
        clock.now += timedelta(seconds=30)
        await press(pilot, "space")
        clock.now += timedelta(seconds=5)
        await press(pilot, "left")
        assert "1/9" in text_of(app)
        assert "全程 0:35" in text_of(app)
        await press(pilot, "backspace")
        assert "第一点" in text_of(app)


async def test_a_part_is_rehearsed_and_escape_keeps_what_was_said(stocked: Library) -> None:
    """Only what is under the cursor; what was not said is not marked."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "end", "k", "k", "g", "enter", "space", "space", "escape")

        assert "讲了 2/3 点" in text_of(app)
        assert [str(event["card"]).partition(":")[0] for event in reviews(stocked)] == ["point", "link", "point"]
        assert "第一部分" not in text_of(app)


async def test_escape_before_anything_was_said_goes_back(stocked: Library) -> None:
    """No table, nothing written."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "G", "enter", "tab", "escape")

        assert isinstance(app.screen, DeckScreen)
        assert reviews(stocked) == []


async def test_undo_on_the_table_takes_the_run_back(stocked: Library) -> None:
    """All of it, at once; a second undo is no key any more."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "g", "enter", "space", "tab", "space", "escape")
        assert reviews(stocked)
        await press(pilot, "u")
        assert reviews(stocked) == []
        await press(pilot, "u", "escape")
        assert isinstance(app.screen, DeckScreen)


async def test_space_on_the_table_recalls_what_needed_a_word(stocked: Library) -> None:
    """Exactly those."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "G", "enter", "space", "tab", "space", "escape", "space")

        assert "0/1" in text_of(app)
        await press(pilot, "space")
        assert "责任更实" in text_of(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, DeckScreen)


async def test_what_is_no_time_is_said_and_asked_again(stocked: Library) -> None:
    """Twelve of what? And left with Esc nothing begins."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "g")
        app.screen.query_one("TypedLine").value = "12"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert isinstance(app.screen, DeckScreen)
        assert "12m" in text_of(app)
        await press(pilot, "g", "escape")
        assert isinstance(app.screen, DeckScreen)


async def test_a_run_that_could_not_be_saved_is_kept_and_saved_again(
    stocked: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table says why, and r tries once more."""
    app = app_over(stocked)
    broken = True
    answer = StudyDeck.answer

    def fails(deck: StudyDeck, *args: object) -> object:
        if broken:
            raise StudyError("The disk is full.")
        return answer(deck, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(StudyDeck, "answer", fails)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "g", "enter", "space", "space", "escape")
        assert reviews(stocked) == []
        broken = False
        await press(pilot, "r")
        found: list[Event] = reviews(stocked)
        assert found
        await press(pilot, "r")
        assert reviews(stocked) == found


async def test_keys_faster_than_the_screen_say_each_point_once(stocked: Library) -> None:
    """Behind the last one no key is taken for the table or twice."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, "g", "enter")
        await burst(pilot, *["space"] * 6)
        assert "讲了 6/6 点" in text_of(app)
        assert max(map(len, shown(app))) <= 80
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_the_table_promises_only_what_has_a_card(empty: Library) -> None:
    """A heading that no link leads to cannot come first next time; what has only a link is asked by it."""
    nodes = [("", None, "引言", 1), ("一是", 1, "加强领导", 2), ("二是", 2, "健全组织", 2), ("", None, "结尾", 1)]
    name = kept(empty, Outline("讲话", nodes=tuple(Node(*node) for node in nodes)), "讲话")
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "G", "enter", *("tab", "space") * 4)
        promised = text_of(app).partition("下一轮先练")[2]
        assert [text in promised for text in ("引言", "加强领导", "健全组织", "结尾")] == [False, True, True, True]
        await press(pilot, "space")
        assert "0/3" in text_of(app)
        deck = empty.deck(name)
        assert {card.kind for card in deck.cards if deck.memory(card).prompted} == {Kind.POINT, Kind.LINK}
