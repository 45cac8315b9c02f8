"""Home: what is there, what to do first, and the ways in and out."""

from pathlib import Path

from textual import events

from studytui.study.library import Library
from tests.ui.driver import OUTLINE, FakeClock, app_over, press, settled, shown, text_of

NAME = "安全生产工作讲话"


async def test_an_empty_library_offers_the_bundled_decks_and_copies_none(empty: Library, tmp_path: Path) -> None:
    """First start shows them in the place of the table; nothing is stored before a key asks for it."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)

        assert "文明部局创建工作推进会讲话" in text_of(app)
        assert list((tmp_path / "library" / "decks").iterdir()) == []


async def test_enter_takes_a_bundled_deck(empty: Library) -> None:
    """One key makes it one's own."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter")

        assert len(empty.names()) == 1


async def test_the_table_tells_nodes_due_weak_and_readiness(stocked: Library) -> None:
    """The figures come once they have been counted."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)

        row = next(line for line in shown(app) if NAME in line and "%" in line)
        assert row.split()[1:4] == ["9", "0", "0"]


async def test_space_begins_with_new_points_where_nothing_is_due(stocked: Library) -> None:
    """The most useful thing in a new library is to read the first group."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space")

        assert "慢慢读一遍" in text_of(app)


async def test_a_paste_shows_the_tree_and_yes_stores_it(empty: Library) -> None:
    """A pasted outline is shown as it is understood, and y makes a deck of it."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.post_message(events.Paste(OUTLINE))
        await settled(pilot)
        await settled(pilot)

        assert "一是 责任更实" in text_of(app)

        await press(pilot, "y")

        assert empty.names() == (NAME,)
        assert NAME in text_of(app)


async def test_a_repair_is_left_out_in_the_preview_and_taken_back(empty: Library) -> None:
    """Tab goes to the warnings, x leaves the place as it stands in the source, u repairs it after all."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.post_message(events.Paste(OUTLINE + "\n此处省略300字\n"))
        await settled(pilot)
        await settled(pilot)
        warned = text_of(app)
        assert "300" in warned

        await press(pilot, "tab", "x")
        await settled(pilot)

        assert "300" not in text_of(app)

        await press(pilot, "u")
        await settled(pilot)

        assert "300" in text_of(app)


async def test_no_leaves_nothing_of_a_paste(empty: Library, tmp_path: Path) -> None:
    """What was not wanted is nowhere."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.post_message(events.Paste(OUTLINE))
        await settled(pilot)
        await settled(pilot)
        await press(pilot, "n")

        assert empty.names() == ()
        assert list((tmp_path / "library" / "decks").iterdir()) == []


async def test_a_paste_without_numbers_is_refused_in_words(empty: Library) -> None:
    """The sentence stands in the line of keys, and home is still there."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.post_message(events.Paste("只是一句话"))
        await settled(pilot)
        await settled(pilot)

        assert "没有带序号的要点" in text_of(app).replace("\n ", "")


async def test_a_file_is_brought_in_by_its_path(empty: Library, tmp_path: Path) -> None:
    """I asks for the path, Enter shows the tree, y stores it."""
    path = tmp_path / "speech.txt"
    path.write_text(OUTLINE, "utf-8")
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        app.screen.query_one("PathInput").value = str(path)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await settled(pilot)
        await press(pilot, "y")

        assert empty.names() == (NAME,)


async def test_a_path_that_leads_nowhere_is_said_and_can_be_mended(empty: Library) -> None:
    """The line with the path is still there after the sentence."""
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i")
        app.screen.query_one("PathInput").value = "/no/such/file.txt"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await settled(pilot)

        assert "/no/such/file.txt 不存在" in text_of(app)
        assert app.screen.query("PathInput")


async def test_a_deck_is_renamed_put_aside_and_taken_back(stocked: Library) -> None:
    """Each of it by a key, a question, and an answer."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "r")
        app.screen.query_one("Input").value = "安全讲话"  # type: ignore[attr-defined]
        await press(pilot, "enter")

        assert stocked.names() == ("安全讲话",)

        await press(pilot, "a", "y")

        assert (stocked.names(), stocked.archived()) == ((), ("安全讲话",))

        await press(pilot, "b", "A", "B")

        assert (stocked.names(), stocked.archived()) == (("安全讲话",), ())


async def test_a_deleted_deck_goes_to_backups(stocked: Library, tmp_path: Path) -> None:
    """Deleting asks first, and keeps a copy."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "x", "n")

        assert stocked.names() == (NAME,)

        await press(pilot, "x", "y")

        assert stocked.names() == ()
        assert len(list((tmp_path / "library" / "backups").glob(f"{NAME}*.zip"))) == 1


async def test_a_small_terminal_is_told_what_it_needs_and_goes_on_when_it_grows(stocked: Library) -> None:
    """At 60x15 all is usable; below it the screen says so."""
    app = app_over(stocked)
    async with app.run_test(size=(60, 15)) as pilot:
        await settled(pilot)
        assert NAME in text_of(app)

        await pilot.resize_terminal(40, 10)
        await settled(pilot)
        assert "窗口至少要 60x15" in text_of(app)

        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert NAME in text_of(app)


async def test_help_lists_every_key_of_the_screen(stocked: Library) -> None:
    """It is made from the bindings, so it cannot leave one out."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        described = [b for b in app.screen.BINDINGS if getattr(b, "description", "")]
        await press(pilot, "question_mark")

        lines = [line for line in shown(app) if "按键" in line or "   " in line]
        assert "这一屏的按键" in text_of(app)
        assert sum("改名" in line or "退出" in line for line in lines) >= 2
        assert len(described) >= 10


async def test_the_theme_is_kept_for_the_next_start(stocked: Library) -> None:
    """Light or dark is a choice that is made once."""
    first = app_over(stocked)
    async with first.run_test(size=(80, 24)) as pilot:
        await press(pilot, "L")

    assert app_over(stocked).theme == "studytui-light"


async def test_english_and_chinese_show_the_same_screen(stocked: Library) -> None:
    """The interface has both languages whole."""
    app = app_over(stocked, "en")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)

        assert "Today   review 0" in text_of(app)
        assert "Space begins" in text_of(app)


async def test_the_streak_counts_days_in_a_row(stocked: Library, clock: FakeClock) -> None:
    """Two days with an answer each are two days in a row."""
    deck = stocked.deck(NAME)
    from studytui.drills.drill import Mark

    deck.answer((Mark(deck.cards[0].id, 3),), "recall", 1000)
    clock.pass_days(1)
    deck.answer((Mark(deck.cards[0].id, 3),), "recall", 1000)
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)

        assert "连续 2 天" in text_of(app)


async def test_a_document_that_is_brought_in_again_is_told_before_it_is_kept(stocked: Library) -> None:
    """The preview says that a deck of this name is there already."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.post_message(events.Paste(OUTLINE))
        await settled(pilot)
        await settled(pilot)

        assert f"{NAME} 2" in text_of(app)


async def test_home_says_that_a_session_waits_and_how_much_of_it_is_left(stocked: Library) -> None:
    """A session that was stopped is the first thing that space goes on with."""
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space", "escape")

        assert "上次停" in text_of(app)
