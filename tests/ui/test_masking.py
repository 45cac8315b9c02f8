"""Mask: a text below a point, wanted from the deck screen, said sentence by sentence under its cover."""

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from studytui.cards.card import Card, Kind
from studytui.drills.drill import Mark
from studytui.drills.mask import MASK
from studytui.study.library import Library
from studytui.study.words import digest
from studytui.ui.screens.deck import DeckScreen
from studytui.ui.screens.home import HomeScreen
from tests.ui.drilling import begin, rated, reviews
from tests.ui.driver import app_over, burst, press, settled, shown, text_of

pytestmark = pytest.mark.usefixtures("worded")

NAME = "社区工作"
TEXT = """社区工作

一、加强领导
网格要划细。人员要派下去。大家一起商量。
二、健全组织
"""


@pytest.fixture
def spoken(empty: Library) -> Library:
    """A library with a deck that has a text under one of its points."""
    empty.keep(empty.draft_of_text(TEXT), NAME)
    return empty


def _wanted(opened: Library) -> list[Card]:
    deck = opened.deck(NAME)
    deck.want([0])
    return [card for card in deck.cards if card.kind is Kind.PASSAGE]


async def _begin(pilot: Pilot[None], opened: Library) -> None:
    await begin(pilot, opened, MASK, _wanted(opened), NAME)


async def test_a_text_is_wanted_and_unwanted_from_the_deck_screen(spoken: Library) -> None:
    """By one key, said in words, and undone."""
    app = app_over(spoken)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "m")
        assert "1 段正文列入逐字背诵" in text_of(app)
        assert spoken.deck(NAME).wants(0)
        await press(pilot, "j", "k")
        assert "正文逐字背" in text_of(app)
        assert spoken.wordbook.holds(spoken.deck(NAME))
        await press(pilot, "m")
        assert not spoken.deck(NAME).wants(0)
        await press(pilot, "u")
        assert spoken.deck(NAME).wants(0)
        await press(pilot, "j", "m")
        assert "没有正文" in text_of(app)
        assert isinstance(app.screen, DeckScreen)


async def test_the_days_session_asks_a_text_by_it_when_it_is_its_turn(spoken: Library) -> None:
    """The points are known; the text that is wanted follows."""
    deck = spoken.deck(NAME)
    deck.answer([Mark(card.id, 4) for card in deck.cards], "recall", 1000)
    _wanted(spoken)
    spoken.words(deck)
    app = app_over(spoken)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space")
        assert "遮盖背诵" in text_of(app)
        await press(pilot, *"wgyhx", *"ryypxq", *"djyqsl", "enter")
        assert rated(spoken, NAME)[-1] == ("passage", 2, 2)


async def test_each_sentence_is_typed_and_marked_by_itself(spoken: Library) -> None:
    """At first all is shown, which counts as with a cue; what is left out is wrong, and the weak one is told next."""
    app = app_over(spoken)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, spoken)
        assert "全显" in text_of(app)
        await press(pilot, "down", "down", "down", "down")
        assert "网格" not in text_of(app)
        await press(pilot, *"wgyhx")
        assert "网格要划细" in text_of(app)
        assert "人员" not in text_of(app)
        await press(pilot, "enter")
        assert "人员要派下去" in text_of(app)
        await press(pilot, "tab", *"djyqsl")
        assert "对 1，提示后对 1，错 1" in text_of(app)
        await press(pilot, "enter")
        assert rated(spoken, NAME) == [("passage", 1, 1)]
        assert reviews(spoken, NAME)[0]["parts"] == [3, 1, 2]
        assert "!" in text_of(app)


async def test_what_is_typed_stands_apart_from_what_is_to_come(spoken: Library) -> None:
    """Its letters do not run into the next sentence."""
    app = app_over(spoken)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, spoken)
        await press(pilot, "w")
        lines = [line.strip() for line in shown(app)]
        typed = next(at for at, line in enumerate(lines) if line.endswith("_"))
        assert lines[typed + 1 : typed + 4] == ["w", "", "人员要派下去。"]


async def test_said_aloud_and_ticked(spoken: Library) -> None:
    """Nothing of a sentence shows before Space."""
    app = app_over(spoken)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, spoken)
        await press(pilot, "down", "down", "down", "down", "ctrl+t", "space")
        assert "网格要划细" in text_of(app)
        assert "人员" not in text_of(app)
        await press(pilot, "space", "space", "x", "space", "space")
        assert "对 2，提示后对 0，错 1" in text_of(app)
        await press(pilot, "2")
        assert rated(spoken, NAME) == [("passage", 2, 1)]


async def test_what_was_looked_at_is_ticked_and_not_typed(spoken: Library) -> None:
    """The way to answer stays until it is ticked, and a sentence that is taken back has still been seen."""
    app = app_over(spoken)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, spoken)
        await press(pilot, "down", "down", "down", "down", "ctrl+t", "space", "ctrl+t", *"wgyh")
        assert "网格要划细" in text_of(app)
        assert "人员" not in text_of(app)
        await press(pilot, "x", "ctrl+t", *"ryypxq", "ctrl+z", "ctrl+z", *"wgyh")
        assert "网格要划细" in text_of(app)
        await press(pilot, "x", *"ryypxq", *"djyqsl")
        assert "对 2，提示后对 0，错 1" in text_of(app)


async def test_a_sentence_that_cannot_be_typed_is_said_aloud_among_others(
    spoken: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes the keys of what is said aloud, and after it letters go on."""
    from studytui.study import look_up
    from tests.ui.driver import looked_up

    def partly(*args: object, **kwargs: object) -> object:
        found = looked_up(*args, **kwargs)  # type: ignore[arg-type]
        left = {key for key in found.known if key != digest("人员要派下去。")}
        return replace(found, known={key: found.known[key] for key in left})

    monkeypatch.setattr(look_up, "look_up", partly)
    app = app_over(spoken)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, spoken)
        await press(pilot, "down", "down", "down", "down", *"wgyhx", "ctrl+t", *"ryypq")
        assert "人员" not in text_of(app)
        await press(pilot, "space", "x", *"djyqsl")
        assert "对 2，提示后对 0，错 1" in text_of(app)


async def test_a_text_that_cannot_be_typed_does_not_make_the_next_one_said_aloud(
    empty: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The way is the person's choice; here it was none."""
    from studytui.study import look_up
    from tests.ui.driver import looked_up

    def partly(*args: object, **kwargs: object) -> object:
        found = looked_up(*args, **kwargs)  # type: ignore[arg-type]
        left = {key for key in found.known if key != digest("网格要划细。")}
        return replace(found, known={key: found.known[key] for key in left})

    monkeypatch.setattr(look_up, "look_up", partly)
    empty.keep(empty.draft_of_text("社区工作\n\n一、加强领导\n网格要划细。\n二、健全组织\n人员要派下去。\n"), NAME)
    deck = empty.deck(NAME)
    deck.want([0, 1])
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, empty, MASK, [card for card in deck.cards if card.kind is Kind.PASSAGE], NAME)
        assert "出声背这一句" in text_of(app)
        await press(pilot, "space", "space", "enter")
        assert "健全组织" in text_of(app)
        assert "每字打拼音首字母" in text_of(app)


async def test_a_sentence_said_aloud_is_seen_before_it_is_ticked(spoken: Library) -> None:
    """Space pressed twice at once shows it, and the one after it is not shown by the key that ticks."""
    app = app_over(spoken)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, spoken)
        await press(pilot, "down", "down", "down", "down", "ctrl+t")
        await burst(pilot, "space", "space", "x")
        assert "网格要划细" in text_of(app)
        assert "对 网格" not in text_of(app)
        await burst(pilot, "space", "space")
        assert "对 网格要划细" in text_of(app)
        assert "人员" not in text_of(app)


async def test_undo_takes_back_a_sentence_then_the_answer(spoken: Library) -> None:
    """After it is marked the last sentence is open again."""
    app = app_over(spoken)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, spoken)
        await press(pilot, "down", "down", "down", "down", *"wgyhx", "ctrl+z")
        assert "网格要划_" in text_of(app)
        await press(pilot, "x", *"ryypxq", *"djyqsl", "ctrl+z")
        assert "大家一起商_" in text_of(app)
        await press(pilot, "l", "enter")
        assert rated(spoken, NAME) == [("passage", 3, 3)]
        await press(pilot, "u")
        assert rated(spoken, NAME) == []


async def test_a_burst_is_taken_and_escape_in_the_middle_loses_nothing(spoken: Library) -> None:
    """Nothing is written, and going on goes on in the middle of the sentence."""
    app = app_over(spoken)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, spoken)
        await burst(pilot, *"wgyhxryypxqdjyq")
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        assert reviews(spoken, NAME) == []
        await press(pilot, "space")
        assert "大家一起_" in text_of(app)
        await press(pilot, *"sl")
        assert "对 0，提示后对 3，错 0" in text_of(app)


async def test_without_a_look_up_it_is_said_aloud(spoken: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """First letters are not offered then."""
    from studytui.study import look_up

    monkeypatch.setattr(look_up, "look_up", lambda outline, folder, **_: None)
    app = app_over(spoken)
    async with app.run_test(size=(80, 24)) as pilot:
        await _begin(pilot, spoken)
        await press(pilot, "ctrl+t", "space", "space", "space", "x", "space", "space")
        assert "错 1" in text_of(app)
