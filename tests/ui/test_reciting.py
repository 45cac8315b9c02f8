"""Recite: all points of a heading, in three ways."""

from datetime import timedelta

import pytest
from textual.pilot import Pilot

from studytui.cards.card import Card, Kind
from studytui.drills.recite import RECITE
from studytui.study.library import Library
from studytui.ui.screens.home import HomeScreen
from tests.ui.drilling import NAME, begin, line_of, rated, reviews
from tests.ui.driver import FakeClock, app_over, burst, press, shown, text_of

pytestmark = pytest.mark.usefixtures("worded")


def _list(opened: Library) -> list[Card]:
    """责任更实, 排查更细, 演练更勤."""
    deck = opened.deck(NAME)
    return [card for card in deck.cards if card.kind is Kind.LIST and card.home == 0 and card.group == 1]


async def _say(pilot: Pilot[None], *lines: str) -> None:
    """Type whole lines."""
    for line in lines:
        line_of(pilot.app).value = line  # type: ignore[arg-type]
        await press(pilot, "enter")


async def test_all_points_by_their_first_letters_are_one_unit(stocked: Library) -> None:
    """Each stands in its place once it is said; points, links and the list are written together."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        await press(pilot, *"zrgs")
        row = next(line for line in shown(app) if "责任更实" in line)
        assert row.split() == ["一是", "责任更实", "对"]
        assert "排" not in text_of(app)

        await press(pilot, *"pcgx", *"ylgq")
        assert "对 3" in text_of(app)
        await press(pilot, "enter")
        assert rated(stocked) == [("point", 3, 3)] * 3 + [("link", 3, 3)] * 2 + [("list", 3, 3)]
        assert len([u for u in stocked.deck(NAME).units() if u.events[0]["kind"] == "review"]) == 1


async def test_what_was_left_out_shown_and_out_of_order_is_marked_by_itself(stocked: Library) -> None:
    """It does not stop at the first failure; letters of another point go to that point."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        await press(pilot, *"ylgq", "tab", *"rgs", "enter")
        assert "漏 1" in text_of(app)
        assert "序" in text_of(app)
        assert "提示 1" in text_of(app)
        await press(pilot, "enter")
        assert [rating for _, rating, _ in rated(stocked)] == [2, 1, 3, 1, 1, 1]


async def test_a_wrong_letter_is_marked_a_second_one_shows_and_what_is_broken_off_is_wrong(stocked: Library) -> None:
    """The others are not touched by it."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        await press(pilot, "k")
        assert "错 k" in text_of(app)
        await press(pilot, "k")
        assert "责_" in text_of(app)
        await press(pilot, "enter", *"pcgx", *"ylgq", "enter")

        assert [rating for _, rating, _ in rated(stocked)] == [1, 3, 3, 1, 3, 2]


async def test_whole_sentences_come_in_any_way_and_a_stranger_is_told(stocked: Library) -> None:
    """Typed in characters, pinyin or first letters; an empty line ends."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        await press(pilot, "ctrl+t")
        await _say(pilot, "责任更实", "认识不足")
        assert "串：这是" in text_of(app)
        await _say(pilot, "天气很好")
        assert "没听出" in text_of(app)
        await _say(pilot, "yanliangengqin", "")

        assert "串 1" in text_of(app)
        await press(pilot, "enter")
        taken = [event.get("taken_for") for event in reviews(stocked) if str(event["card"]).startswith("point")]
        assert [bool(one) for one in taken] == [False, True, False]


async def test_said_aloud_then_ticked_with_keys_and_the_mouse(stocked: Library) -> None:
    """Nothing shows before Enter; ticks count in the order in which they come."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        await press(pilot, "ctrl+t", "ctrl+t", "space")
        assert "责任" not in text_of(app)
        await press(pilot, "enter")
        assert "责任更实" in text_of(app)

        await press(pilot, "space")
        row = next(y for y, line in enumerate(shown(app)) if "演练更勤" in line)
        await pilot.click(offset=(12, row))
        await press(pilot)
        await press(pilot, "enter")
        assert "漏 1" in text_of(app)
        await press(pilot, "enter")
        assert [rating for _, rating, _ in rated(stocked)] == [3, 1, 3, 1, 1, 2]


async def test_points_said_aloud_are_seen_before_it_is_over(stocked: Library) -> None:
    """Enter pressed twice at once shows them, and marks nothing as left out."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        await press(pilot, "ctrl+t", "ctrl+t")
        await burst(pilot, "enter", "enter", "space")
        assert "责任更实" in text_of(app)
        assert "漏" not in text_of(app)
        await burst(pilot, "space", "space", "space")
        assert "对 3" in text_of(app)


async def test_each_row_is_rated_otherwise_by_itself(stocked: Library) -> None:
    """The last row is all of it together."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        await press(pilot, *"zrgs", *"pcgx", *"ylgq")
        await press(pilot, "down", "1", "up", "up", "2", "enter")

        assert [(rating, proposed) for _, rating, proposed in rated(stocked)] == [
            (3, 3),
            (1, 3),
            (3, 3),
            (3, 3),
            (3, 3),
            (2, 3),
        ]


async def test_undo_takes_back_what_was_said_last_then_the_answer_before(stocked: Library) -> None:
    """After it is marked, the last point is open again; after it is written, all of it."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        await press(pilot, *"zrgs", *"pcgx", "ctrl+z")
        assert "排查更_" in text_of(app)
        await press(pilot, "x", *"ylgq", "ctrl+z")
        assert "演练更_" in text_of(app)
        await press(pilot, "q", "enter", "u")

        assert type(app.screen).__name__ == "ReciteScreen"
        assert rated(stocked) == []
        assert "责任" not in text_of(app)


async def test_letters_digits_and_blanks_are_no_commands_and_a_burst_is_taken(stocked: Library) -> None:
    """Faster than the screen, all of it; what is too much rates nothing."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        await burst(pilot, "space", *"zrgspcgxylgq", "1", "u", "space")

        assert "对 3" in text_of(app)
        assert reviews(stocked) == []


async def test_escape_in_the_middle_writes_nothing_and_going_on_does_where_it_was(stocked: Library) -> None:
    """What was said is said, with its cues and in the time that it took; after it is marked, Esc writes all."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        await press(pilot, *"zrgs", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert rated(stocked) == []

        await press(pilot, "space")
        assert "责任更实" in text_of(app)
        await press(pilot, "tab", *"cg", "escape", "space")
        assert "排查更_" in text_of(app)
        await press(pilot, "x", "ctrl+z", "ctrl+z")
        assert "责任更_" in text_of(app)
        await press(pilot, "s", *"pcgx", "enter", "escape")
        assert [rating for _, rating, _ in rated(stocked)] == [3, 3, 1, 3, 1, 2]


async def test_points_that_were_seen_are_seen_after_escape_and_undo(stocked: Library) -> None:
    """They are ticked, not typed: to have looked at them cannot be taken back."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        await press(pilot, *"zrgs", "ctrl+t", "ctrl+t", "enter", "escape", "space")
        assert "排查更细" in text_of(app)
        await press(pilot, "ctrl+z", "ctrl+t")
        assert "排查更细" in text_of(app)


async def test_lines_typed_faster_than_they_are_taken_stay_apart(stocked: Library) -> None:
    """What is typed behind Enter is the next line, and no letter of it is lost."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        await press(pilot, "ctrl+t")
        await burst(pilot, *"zrgs", "enter", *"pcgx", "enter", *"ylgq", "enter", *"z")
        text = text_of(app)
        assert "责任更实" in text
        assert "排查更细" in text
        assert "演练更勤" in text


async def test_the_time_before_escape_counts(stocked: Library, clock: FakeClock) -> None:
    """The time between does not."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        clock.now += timedelta(seconds=10)
        await press(pilot, *"zrgs", "escape")
        clock.now += timedelta(seconds=100)
        await press(pilot, "space")
        clock.now += timedelta(seconds=1)
        await press(pilot, "enter", "enter", "enter")
        assert sum(int(str(event["ms"])) for event in reviews(stocked)) == 11000


async def test_where_nothing_is_known_of_the_words_sentences_are_typed(
    stocked: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """First letters are not offered then."""
    from studytui.study import look_up

    monkeypatch.setattr(look_up, "look_up", lambda outline, folder, **_: None)
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECITE, _list(stocked))
        assert line_of(app).has_focus
        await press(pilot, "ctrl+t", "ctrl+t")
        assert line_of(app).has_focus
        await press(pilot, "tab")
        assert "责…" in text_of(app)
        await _say(pilot, "责任更实", "排查更细", "演练更勤")
        await press(pilot, "enter")
        assert [rating for _, rating, _ in rated(stocked)] == [2, 3, 3, 3, 3, 2]
