"""Type, first characters and cloze: words are typed, compared, accepted, hidden always or never."""

import pytest
from textual import events

from studytui.cards.card import Card, Kind
from studytui.drills.cloze import CLOZE
from studytui.drills.drill import Drill
from studytui.drills.first import FIRST
from studytui.drills.neighbours import BEFORE, NEXT
from studytui.drills.typed import TYPE
from studytui.study.library import Library
from studytui.ui.screens.home import HomeScreen
from studytui.ui.screens.recall import RecallScreen
from studytui.ui.screens.typing import TypeScreen
from studytui.ui.show.text import width
from tests.ui.drilling import NAME, begin, line_of, rated, reviews
from tests.ui.driver import app_over, burst, press, settled, shown, text_of

TYPED = (TYPE, FIRST)
pytestmark = pytest.mark.usefixtures("worded")


def _first(opened: Library) -> list[Card]:
    """责任更实 and 排查更细."""
    deck = opened.deck(NAME)
    return [card for card in deck.cards if card.kind is Kind.POINT and card.home == 0][:2]


def _link(opened: Library) -> list[Card]:
    """From 责任更实 to 排查更细."""
    deck = opened.deck(NAME)
    return [card for card in deck.cards if card.kind is Kind.LINK and card.node == 1]


@pytest.mark.parametrize("drill", TYPED, ids=lambda drill: drill.name)
@pytest.mark.parametrize("given", ["责任更实", "責任更實。", "zerengengshi", "zrgs"])
async def test_the_text_is_right_in_characters_pinyin_or_first_letters(
    stocked: Library, drill: Drill, given: str
) -> None:
    """Signs and script do not count."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, drill, _first(stocked))
        line_of(app).value = given
        await press(pilot, "enter")
        assert "> 3 想起" in text_of(app)

        await press(pilot, "enter")
        assert rated(stocked) == [("point", 3, 3)]
        assert reviews(stocked)[0]["score"] == 1.0


@pytest.mark.parametrize("drill", TYPED, ids=lambda drill: drill.name)
async def test_what_is_wrong_is_seen_in_one_line_without_colour(stocked: Library, drill: Drill) -> None:
    """漏, 错 and 多 stand in it; the typed share is kept beside the person's own rating."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, drill, _first(stocked))
        line_of(app).value = "责任很实"
        await press(pilot, "enter")
        assert "责任[错 很->更]实" in text_of(app)
        assert "> 1 忘了" in text_of(app)

        await press(pilot, "3")
        (event,) = reviews(stocked)
        assert (event["rating"], event["proposed"], event["score"]) == (3, 1, 0.75)


async def test_missing_extra_and_moved_words_have_their_signs(stocked: Library) -> None:
    """An empty line is all missing."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, TYPE, _first(stocked))
        for given, seen in (
            ("责任实", "[漏 更]"),
            ("责任更加实", "[多 加]"),
            ("更实责任", "[序 "),
            ("", "[漏 责任更实]"),
        ):
            line_of(app).value = given
            await press(pilot, "enter")
            assert seen in text_of(app)
            await press(pilot, "u")


async def test_a_paste_goes_in_whole_and_composed_characters_too(stocked: Library) -> None:
    """As input methods give them: several characters in one event, or a paste of several lines."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, TYPE, _first(stocked))
        app.post_message(events.Paste("责任\n更"))
        await settled(pilot)
        await press(pilot, "实")
        assert line_of(app).value == "责任 更实"

        await press(pilot, "enter")
        assert "> 3 想起" in text_of(app)


@pytest.mark.parametrize("drill", TYPED, ids=lambda drill: drill.name)
async def test_tab_gives_a_cue_which_lowers_the_proposal(stocked: Library, drill: Drill) -> None:
    """Ever more of it, until there are no more."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, drill, _first(stocked))
        await press(pilot, "tab")
        assert "责" in "\n".join(shown(app)[2:])
        line_of(app).value = "责任更实"
        await press(pilot, *["tab"] * 4)
        assert "没有更多提示" in text_of(app)

        await press(pilot, "enter")
        assert "> 2 困难" in text_of(app)
        await press(pilot, "enter")
        assert rated(stocked) == [("point", 2, 2)]


async def test_first_characters_show_the_skeleton(stocked: Library) -> None:
    """The beginning of each term, whatever its length."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, FIRST, _first(stocked))

        assert "责…" in text_of(app)
        assert "责任" not in "\n".join(shown(app)[2:])


async def test_plain_keys_are_text_while_it_is_typed(stocked: Library) -> None:
    """Ctrl+Z, F1, Tab and Esc are the only commands."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, stocked, TYPE, _first(stocked))
        await press(pilot, *"a1u+-", "space", "grave_accent", "question_mark")
        assert line_of(app).value == "a1u+- `?"
        assert session.answers == ()

        await press(pilot, "f1")
        assert "这一屏的按键" in text_of(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, TypeScreen)
        assert line_of(app).has_focus


async def test_key_points_are_enough_once_that_is_chosen(stocked: Library) -> None:
    """Before the answer or after it, and for the next question too."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, TYPE, _first(stocked))
        line_of(app).value = "要讲责任"
        await press(pilot, "enter")
        assert "> 1 忘了" in text_of(app)
        assert "采分点 1/1" in text_of(app)

        await press(pilot, "ctrl+t")
        assert "> 3 想起" in text_of(app)
        assert "说到采分点就行" in text_of(app)
        await press(pilot, "ctrl+t")
        assert "> 1 忘了" in text_of(app)
        assert "要逐字答全" in text_of(app)
        await press(pilot, "ctrl+t", "enter")
        assert "说到采分点就行" in text_of(app)
        line_of(app).value = "别的"
        await press(pilot, "enter")
        assert "采分点 0/1   漏：排查" in text_of(app)
        await press(pilot, "ctrl+t")
        assert "> 1 忘了" in text_of(app)


@pytest.mark.parametrize("drill", [*TYPED, CLOZE], ids=lambda drill: drill.name)
async def test_other_words_can_be_accepted_and_that_is_taken_back_first(stocked: Library, drill: Drill) -> None:
    """From then on they are right; u takes back what was accepted, then the answer."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, drill, _first(stocked))
        line_of(app).value = "义务" if drill is CLOZE else "义务更实"
        await press(pilot, "enter")
        assert "> 1 忘了" in text_of(app)

        await press(pilot, "a")
        assert "> 3 想起" in text_of(app)
        assert len(stocked.deck(NAME).synonyms(1)) == 1
        await press(pilot, "u")
        assert "> 1 忘了" in text_of(app)
        assert stocked.deck(NAME).synonyms(1) == ()

        await press(pilot, "u")
        assert "忘了" not in text_of(app)
        assert line_of(app).value.startswith("义务")


async def test_a_term_is_pinned_or_barred_where_it_stands_in_the_text(stocked: Library) -> None:
    """Any other word is refused, and nothing is kept of it."""
    app, deck = app_over(stocked), stocked.deck(NAME)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, CLOZE, _first(stocked))
        await press(pilot, "enter", "minus")
        assert app.screen.query_one("Input").value == "责任"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert deck.progress.choices.barred == {"责任"}

        for given, pinned in (("别的", set()), ("更实", {"更实"})):
            await press(pilot, "plus")
            app.screen.query_one("Input").value = given  # type: ignore[attr-defined]
            await press(pilot, "enter")
            assert deck.progress.choices.pinned == pinned


async def test_a_gap_is_typed_or_picked_from_words_that_a_cue_shows(stocked: Library) -> None:
    """By keys: Tab, then down to the word; it costs a cue."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, CLOZE, _first(stocked))
        assert "[1>____]更实" in text_of(app)
        await press(pilot, "tab")
        assert "责任" in text_of(app)
        while line_of(app).value != "责任":
            await press(pilot, "down")
        await press(pilot, "enter")

        assert "[> 对 责任]更实" in text_of(app)
        assert "> 2 困难" in text_of(app)


async def test_a_word_for_a_gap_can_be_clicked(stocked: Library) -> None:
    """A click is the answer."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, CLOZE, _first(stocked))
        await press(pilot, "tab")
        row = next(y for y, line in enumerate(shown(app)) if line.strip() == "责任")
        await pilot.click(offset=(6, row))
        await press(pilot)

        assert "[> 对 责任]更实" in text_of(app)


async def test_a_second_cue_gives_the_first_character(stocked: Library) -> None:
    """Then there are no more."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, CLOZE, _first(stocked))
        await press(pilot, "tab", "tab")
        assert "责____" in text_of(app)
        await press(pilot, "tab")
        assert "没有更多提示" in text_of(app)


async def test_a_wrong_gap_is_marked_with_what_it_should_have_been(stocked: Library) -> None:
    """And counts as wrong."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, CLOZE, _first(stocked))
        await press(pilot, *"xx", "enter")
        assert "[> 错 xx->责任]更实" in text_of(app)
        await press(pilot, "enter")
        assert rated(stocked) == [("point", 1, 1)]


@pytest.mark.parametrize("drill", [*TYPED, CLOZE], ids=lambda drill: drill.name)
async def test_escape_in_the_middle_writes_nothing_and_after_the_answer_writes_it(
    stocked: Library, drill: Drill
) -> None:
    """As everywhere."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, drill, _first(stocked))
        await press(pilot, "z", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert reviews(stocked) == []

        await press(pilot, "space", "z", "enter", "escape")
        assert rated(stocked) == [("point", 1, 1)]


async def test_enter_pressed_twice_does_not_rate_what_was_not_seen(stocked: Library) -> None:
    """The comparison is seen first."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, TYPE, _first(stocked))
        await burst(pilot, *"zrgs", "enter", "enter")

        assert reviews(stocked) == []
        assert "> 3 想起" in text_of(app)


@pytest.mark.parametrize(("drill", "cue", "answer"), [(NEXT, "责任更实", "排查更细"), (BEFORE, "排查更细", "责任更实")])
async def test_what_comes_next_or_before_is_said_and_rated_by_the_person(
    stocked: Library, drill: Drill, cue: str, answer: str
) -> None:
    """The way back is practice only."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, drill, _link(stocked))
        assert isinstance(app.screen, RecallScreen)
        assert cue in text_of(app)
        assert answer not in text_of(app)

        await press(pilot, "h", "space")
        assert answer in text_of(app)
        await press(pilot, "2")
        assert rated(stocked) == [("link", 2, 2)]
        assert reviews(stocked)[0]["practice"] is (drill is BEFORE)
        assert reviews(stocked)[0]["cues"] == 1
        await press(pilot, "u")
        assert rated(stocked) == []


async def test_what_comes_next_can_be_typed(stocked: Library) -> None:
    """T has it compared; what comes before has no such key."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, NEXT, _link(stocked))
        await press(pilot, "t", *"pcgx", "enter", "enter")
        assert rated(stocked) == [("link", 3, 3)]
        assert reviews(stocked)[0]["drill"] == "type"

        await begin(pilot, stocked, BEFORE, _link(stocked))
        await press(pilot, "t")
        assert isinstance(app.screen, RecallScreen)


@pytest.mark.parametrize("drill", [TYPE, FIRST, CLOZE], ids=lambda drill: drill.name)
async def test_a_line_and_its_cues_are_there_again_after_escape(stocked: Library, drill: Drill) -> None:
    """Esc and going on is no way to be rid of a cue, and what was typed is not typed again."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, drill, _first(stocked))
        await press(pilot, "tab")
        line_of(app).value = "半句"
        await press(pilot, "escape", "space")
        assert line_of(app).value == "半句"
        assert line_of(app).has_focus
        await press(pilot, *["enter"] * 3)
        assert next(iter(reviews(stocked)))["cues"] == 1


async def test_the_last_line_names_the_key_that_ends_an_answer(stocked: Library) -> None:
    """Also when something is typed, and a click on it does the same."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, TYPE, _first(stocked))
        line_of(app).value = "责任更实"
        await press(pilot)
        last = shown(app)[-1]
        assert "回车 作答" in last
        await pilot.click(offset=(width(last[: last.index("回车")]), 23))
        await press(pilot)
        assert "> 3 想起" in text_of(app)


async def test_a_cue_leaves_what_the_skeleton_showed(stocked: Library) -> None:
    """The beginnings of clauses show less of the rest than the skeleton did."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, FIRST, _first(stocked))
        skeleton = next(line.strip() for line in shown(app)[2:] if "责…" in line)
        await press(pilot, "tab")
        assert skeleton in [line.strip() for line in shown(app)]
        assert "责任…" in text_of(app)


async def test_the_first_character_that_was_asked_for_shows_though_something_is_typed(stocked: Library) -> None:
    """It costs, so it is to be seen."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, CLOZE, _first(stocked))
        line_of(app).value = "义务"
        await press(pilot, "tab", "tab")
        assert "责____" in text_of(app)


async def test_the_last_line_says_what_up_and_down_do_in_a_cloze(stocked: Library) -> None:
    """They go to another gap; once words are offered they pick one."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, CLOZE, _first(stocked))
        assert "上下 换一空" in shown(app)[-1]
        await press(pilot, "tab")
        assert "上下 选词" in shown(app)[-1]


async def test_a_line_that_was_left_empty_does_not_ask_for_more(stocked: Library) -> None:
    """Once the answer is seen nothing can be typed."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, TYPE, _first(stocked))
        await press(pilot, "enter")
        assert "首字母都行" not in text_of(app)
        await press(pilot, "u")
        assert "首字母都行" in text_of(app)
