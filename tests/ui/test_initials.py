"""Initials: a text by the first letter of each character."""

import pytest

from studytui.cards.card import Card, Kind
from studytui.drills.initials import INITIALS
from studytui.drills.neighbours import NEXT
from studytui.drills.recall import RECALL
from studytui.outline.tree import Node, Outline
from studytui.study.library import Library
from studytui.ui.screens.home import HomeScreen
from studytui.ui.screens.initials import InitialsScreen
from studytui.ui.screens.recall import RecallScreen
from tests.ui.drilling import NAME, begin, kept, rated, reviews
from tests.ui.driver import app_over, burst, press, settled, shown, text_of

pytestmark = pytest.mark.usefixtures("worded")


def _first(opened: Library) -> list[Card]:
    """责任更实 and 排查更细."""
    deck = opened.deck(NAME)
    return [card for card in deck.cards if card.kind is Kind.POINT and card.home == 0][:2]


async def test_each_right_key_shows_its_character_at_once(stocked: Library) -> None:
    """The letter stands under it; at the end the rating is proposed."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, INITIALS, _first(stocked))
        for key, seen in zip("zrgs", ("责_", "责任_", "责任更_", "责任更实"), strict=True):
            assert seen not in text_of(app)
            await press(pilot, key)
            assert seen in text_of(app)
        assert "z r g s" in text_of(app)
        assert "> 3 想起" in text_of(app)

        await press(pilot, "enter")
        assert rated(stocked) == [("point", 3, 3)]
        assert reviews(stocked)[0]["score"] == 1.0
        assert "责任更实" not in text_of(app)


async def test_a_wrong_key_is_marked_and_a_second_one_shows_the_character(stocked: Library) -> None:
    """What was shown is marked, and lowers the proposal."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, INITIALS, _first(stocked))
        await press(pilot, "x")
        assert "错 x" in text_of(app)
        assert "责" not in "\n".join(shown(app)[2:])

        await press(pilot, "x")
        assert "责_" in text_of(app)
        await press(pilot, *"rgs")
        assert "* r g s" in text_of(app)
        assert "> 2 困难" in text_of(app)


async def test_tab_shows_one_and_enter_all_which_counts_as_not_said(stocked: Library) -> None:
    """Cues cost; who gives up is rated 1."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, INITIALS, _first(stocked))
        await press(pilot, "tab")
        assert "责_" in text_of(app)
        await press(pilot, "enter")
        assert "责任更实" in text_of(app)
        assert "> 1 忘了" in text_of(app)

        await press(pilot, "2")
        assert rated(stocked) == [("point", 2, 1)]
        assert reviews(stocked)[0]["cues"] == 4


async def test_it_keeps_up_with_the_fastest_typist(stocked: Library) -> None:
    """Forty points in one burst of keys; none is lost, none goes to a question that was not seen."""
    text = "加强领导创建态势日趋良好" * 20
    name = kept(stocked, Outline("长", nodes=(Node("一", 1, text),)), "长")
    letters = "jqldcjtsrqlh" * 20
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, INITIALS, name=name)
        await burst(pilot, *letters, "1", "2", "q", "space")
        assert "> 3 想起" in text_of(app)
        assert reviews(stocked, name) == []

        await press(pilot, "enter")
        assert rated(stocked, name) == [("point", 3, 3)]


async def test_letters_digits_blanks_and_signs_are_no_commands(stocked: Library) -> None:
    """Each goes into the answer: right, wrong or nothing."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, stocked, INITIALS, _first(stocked))
        await press(pilot, "u", "space", "grave_accent", "question_mark")

        assert isinstance(app.screen, InitialsScreen)
        assert session.answers == ()
        await press(pilot, "f1")
        assert "这一屏的按键" in text_of(app)


async def test_an_english_text_goes_by_the_first_letter_of_each_word(stocked: Library) -> None:
    """Capitals do not count."""
    name = kept(stocked, Outline("E", nodes=(Node("1.", 1, "Look back with open eyes"),)), "E")
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, INITIALS, name=name)
        await press(pilot, *"lbW")
        assert "Look back with _" in text_of(app)
        await press(pilot, *"oe")
        assert "> 3 想起" in text_of(app)


async def test_an_input_method_that_is_on_does_no_harm(stocked: Library) -> None:
    """The characters themselves are right, typed or in one paste."""
    from textual import events

    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, INITIALS, _first(stocked))
        app.post_message(events.Paste("责任更"))
        await settled(pilot)
        assert "责任更_" in text_of(app)
        await press(pilot, "实")
        assert "> 3 想起" in text_of(app)


async def test_undo_before_and_after_the_rating_asks_it_again(stocked: Library) -> None:
    """Nothing of the answer shows then."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, INITIALS, _first(stocked))
        await press(pilot, *"zrgs", "ctrl+z")
        assert "责" not in "\n".join(shown(app)[2:])

        await press(pilot, *"zrgs", "enter", "ctrl+z")
        assert rated(stocked) == []
        assert "责" not in "\n".join(shown(app)[2:])


async def test_escape_writes_an_answer_that_was_given_and_nothing_of_one_that_was_begun(stocked: Library) -> None:
    """Esc is for stopping, at any time."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, INITIALS, _first(stocked))
        await press(pilot, *"zr", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert rated(stocked) == []

        await press(pilot, "space", *"gs", "escape")
        assert rated(stocked) == [("point", 3, 3)]


async def test_the_keys_at_the_bottom_can_be_clicked(stocked: Library) -> None:
    """A cue, by mouse alone."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, INITIALS, _first(stocked))
        assert shown(app)[-1].startswith(" Tab 露一字")
        await pilot.click(offset=(3, 23))
        await press(pilot)

        assert "责_" in text_of(app)


async def test_in_the_middle_of_recall_i_answers_by_initials(stocked: Library) -> None:
    """The answer is typed instead of being said, and the next question is recalled again."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECALL, _first(stocked))
        assert isinstance(app.screen, RecallScreen)
        await press(pilot, "i")
        assert isinstance(app.screen, InitialsScreen)

        await press(pilot, *"zrgs", "enter")
        assert isinstance(app.screen, RecallScreen)
        assert [event["drill"] for event in reviews(stocked)] == ["initials"]


async def test_without_words_i_says_so_and_the_question_stays(
    stocked: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They come in a moment."""
    from studytui.study import look_up

    monkeypatch.setattr(look_up, "look_up", lambda outline, folder, **_: None)
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, RECALL, _first(stocked))
        await press(pilot, "i")

        assert isinstance(app.screen, RecallScreen)
        assert "还没查好" in text_of(app)


async def test_what_was_shown_before_escape_is_still_a_cue(stocked: Library) -> None:
    """Going on does so in the middle of the text."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, INITIALS, _first(stocked))
        await press(pilot, "tab", "r", "escape", "space")
        assert "责任_" in text_of(app)
        await press(pilot, "g", "s", "enter")
        assert rated(stocked) == [("point", 2, 2)]


async def test_a_link_answered_by_initials_says_that_the_next_point_is_asked(stocked: Library) -> None:
    """Else the point that is shown would be typed."""
    app = app_over(stocked)
    deck = stocked.deck(NAME)
    links = [card for card in deck.cards if card.kind is Kind.LINK and card.home == 0][:1]
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, NEXT, links)
        await press(pilot, "i")
        assert "下一点讲什么？" in text_of(app)
        assert "每字打拼音首字母" in text_of(app)
