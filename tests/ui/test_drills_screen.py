"""The way into the drills: d in a deck, one line a drill; and the words that some of them need."""

from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from studytui.cards.card import Kind
from studytui.drills.drill import Mark
from studytui.drills.typed import TYPE
from studytui.errors import StudyError
from studytui.outline.tree import Node, Outline
from studytui.study import look_up
from studytui.study.library import APART, FOLD, Library
from studytui.study.offering import offers
from studytui.study.waiting import Told
from studytui.ui.app import StudyApp
from studytui.ui.screens import drills
from studytui.ui.screens.deck import DeckScreen
from studytui.ui.screens.drills import DrillsScreen
from studytui.ui.screens.pick import PickScreen
from studytui.ui.screens.reciting import ReciteScreen
from studytui.ui.screens.settings import SettingsScreen
from studytui.ui.screens.studying import StudyFrame
from studytui.ui.screens.summary import SummaryScreen
from studytui.ui.widgets.rows import Rows
from tests.ui.drilling import NAME, begin, kept, line_of, rated
from tests.ui.driver import OUTLINE, FakeClock, app_over, burst, looked_up, press, settled, shown, text_of


async def _menu(pilot: Pilot[None], *down: str) -> list[str]:
    """Open the deck, go down some rows, ask for the drills; gives their names."""
    await settled(pilot)
    await press(pilot, "enter", *down, "d")
    assert isinstance(pilot.app.screen, DrillsScreen)
    lines = shown(pilot.app)[2:-3]  # type: ignore[arg-type]
    return [line.split()[0] for line in lines if line.strip()]


@pytest.mark.usefixtures("worded")
async def test_the_drills_of_a_group_each_say_what_they_ask_and_train(stocked: Library) -> None:
    """In the order of difficulty, a line each."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        names = await _menu(pilot, "down")

        ladder = "选位置 配对 数要点 找出不对的 排顺序 填空 首字提示 回忆 下一点 上一点"
        ladder += " 首字母 默写 滚雪球 背全段 默写提纲 测验 试讲"
        assert " ".join(names) == ladder
        assert "练位置" in text_of(app)
        assert "只算练习" in text_of(app)


@pytest.mark.usefixtures("worded")
async def test_only_what_fits_a_single_point_is_offered(stocked: Library) -> None:
    """A point has no list to recite, none to match."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        names = await _menu(pilot, "down", "down")

        assert {"配对", "数要点", "背全段"}.isdisjoint(names)
        assert {"首字母", "默写", "回忆"} <= set(names)


@pytest.mark.usefixtures("worded")
async def test_a_drill_is_run_there_and_its_summary_leads_back_to_the_deck(stocked: Library) -> None:
    """Nothing outside the part is asked; next time the cursor stands on the same drill."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        names = await _menu(pilot, "down")
        await press(pilot, *["down"] * names.index("背全段"), "enter")
        assert isinstance(app.screen, ReciteScreen)
        await press(pilot, *"zrgs", *"pcgx", *"ylgq", "enter")
        assert isinstance(app.screen, SummaryScreen)
        assert len(rated(stocked)) == 6

        await press(pilot, "enter")
        assert isinstance(app.screen, DeckScreen)
        await press(pilot, "d", "enter")
        assert isinstance(app.screen, ReciteScreen)


@pytest.mark.usefixtures("worded")
async def test_escape_leads_back_step_by_step(stocked: Library) -> None:
    """From the drill to the deck, from the choice to the deck."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _menu(pilot)
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, DeckScreen)

        await press(pilot, "d", "escape")
        assert isinstance(app.screen, DeckScreen)


@pytest.mark.usefixtures("worded")
async def test_a_drill_can_be_clicked(stocked: Library) -> None:
    """A click begins it."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await _menu(pilot)
        row = next(y for y, line in enumerate(shown(app)) if line.strip().startswith("选位置"))
        await pilot.click(offset=(30, row))
        await settled(pilot)

        assert isinstance(app.screen, PickScreen)


@pytest.mark.usefixtures("worded")
async def test_keys_pressed_twice_open_one_screen(stocked: Library) -> None:
    """D, then Enter."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        await burst(pilot, "d", "d")
        assert [type(screen).__name__ for screen in app.screen_stack[-2:]] == ["DeckScreen", "DrillsScreen"]

        await burst(pilot, "enter", "enter")
        assert [isinstance(screen, StudyFrame) for screen in app.screen_stack[-3:]] == [False, False, True]


async def test_without_words_the_other_drills_are_offered_and_why_is_said(
    stocked: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason in one sentence; nothing else is lost."""

    def fails(outline: Outline, folder: Path, **_: object) -> None:
        raise StudyError("The words of this deck could not be looked up ({reason}).", reason="no room")

    monkeypatch.setattr(look_up, "look_up", fails)
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        names = await _menu(pilot, "down")

        assert {"首字母", "填空"}.isdisjoint(names)
        assert {"首字提示", "默写", "背全段"} <= set(names)


async def test_words_are_looked_up_when_a_deck_is_opened_and_again_when_its_file_was_changed(
    stocked: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Once, as long as no text is new."""
    asked: list[Outline] = []

    def counted(outline: Outline, folder: Path, **_: object) -> object:
        asked.append(outline)
        return looked_up(outline, folder)

    monkeypatch.setattr(look_up, "look_up", counted)
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "escape", "enter", "escape")
        assert len(asked) == 1
        assert stocked.wordbook.holds(stocked.deck(NAME))

        path = tmp_path / "library" / "decks" / f"{NAME}.md"
        path.write_text(path.read_text("utf-8").replace("排查更细", "排查更全"), "utf-8")
        await press(pilot, "enter")
        assert len(asked) == 2


async def test_words_are_looked_up_when_a_document_has_come_in(
    empty: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without anything being asked for."""
    monkeypatch.setattr(look_up, "look_up", looked_up)
    file = tmp_path / "讲话.txt"
    file.write_text(OUTLINE, "utf-8")
    app = StudyApp(empty, app_over(empty)._say, app_over(empty)._rng, [str(file)])
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "y")
        (name,) = empty.names()

        assert empty.wordbook.holds(empty.deck(name))


@pytest.mark.usefixtures("worded")
async def test_whether_zh_is_z_can_be_set_and_counts_at_once(stocked: Library) -> None:
    """O shows the options, at home and where a drill is chosen."""
    name = kept(stocked, Outline("讲", nodes=(Node("一", 1, "中心"), Node("二", 2, "出发"))), "讲")
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        for apart, rating in ((False, "> 3 想起"), (True, "> 1 忘了")):
            await settled(pilot)
            if apart:
                await press(pilot, "o")
                assert isinstance(app.screen, SettingsScreen)
                await press(pilot, "enter")
                assert "否" in text_of(app)
                await press(pilot, "escape")
            await begin(pilot, stocked, TYPE, name=name)
            line_of(app).value = "zongxin"
            await press(pilot, "enter")
            assert rating in text_of(app)
            await press(pilot, "u", "escape")
    assert stocked.preference(FOLD) == APART


@pytest.mark.usefixtures("worded")
async def test_todays_session_asks_by_the_drill_that_fits(stocked: Library, clock: FakeClock) -> None:
    """What was failed yesterday has its gaps filled today; a place that is due alone is chosen."""
    deck = stocked.deck(NAME)
    stocked.words(deck)
    points = [card for card in deck.cards if card.kind is Kind.POINT]
    deck.answer([Mark(points[0].id, 1)], "recall", 900)
    clock.pass_days(1)
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space")

        assert type(app.screen).__name__ == "ClozeScreen"


async def test_help_and_all_other_keys_are_in_the_palette_too(stocked: Library) -> None:
    """For where the terminal takes a key for itself."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, stocked, TYPE)
        await press(pilot, "ctrl+p")
        assert "想做什么" in text_of(app)
        await press(pilot, *"帮助")
        await press(pilot, "enter")
        await settled(pilot)

        assert "这一屏的按键" in text_of(app)


async def test_how_far_looking_up_is_stands_at_the_end_of_the_last_line(
    stocked: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And goes when it is done; a question is not disturbed by it."""
    go, begun = Event(), Event()

    def slow(outline: Outline, folder: Path, told: Told, **_: object) -> object:
        told(3, 9)
        begun.set()
        assert go.wait(10)
        return looked_up(outline, folder)

    monkeypatch.setattr(look_up, "look_up", slow)
    app = app_over(stocked)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        while not begun.is_set():
            await pilot.pause()
        await pilot.pause()
        assert shown(app)[-1].endswith("查词 3/9")

        await pilot.press("d")
        while not isinstance(app.screen, DrillsScreen):
            await pilot.pause()
        while "查读音和关键词 3/9" not in text_of(app):
            await pilot.pause()
        go.set()
        await settled(pilot)
        assert "首字母" in text_of(app)
        await press(pilot, "escape")
        assert "查词" not in text_of(app)


@pytest.mark.usefixtures("worded")
async def test_what_there_is_to_ask_is_looked_for_once(stocked: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another size of the terminal only draws it anew, the cursor where it was."""
    asked: list[object] = []

    def counted(*args: object) -> object:
        asked.append(args)
        return offers(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(drills, "offers", counted)
    deck, app = stocked.deck(NAME), app_over(stocked)
    stocked.words(deck)
    async with app.run_test(size=(80, 24)) as pilot:
        await _menu(pilot)
        assert len(asked) == 1
        await press(pilot, "down", "down")
        row = app.screen.query_one(Rows).highlighted
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        assert (len(asked), app.screen.query_one(Rows).highlighted) == (1, row)


@pytest.mark.usefixtures("worded")
@pytest.mark.parametrize("rows", [0, 1, 2])
async def test_a_rehearsal_from_here_is_the_one_that_g_begins(stocked: Library, rows: int) -> None:
    """The same headings and points, the one under the cursor too."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", *["down"] * rows, "g", "enter")
        begun = shown(app)
        await press(pilot, "escape", "d", "end", "enter")
        assert shown(app) == begun
