"""A deck is edited from its screen, what was which is shown and corrected, and history follows."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from textual import events
from textual.widgets import TextArea

from studytui.drills.drill import Mark
from studytui.study.library import Library
from studytui.study.looking import all_units
from studytui.ui.app import StudyApp
from studytui.ui.screens.changes import ChangesScreen
from studytui.ui.screens.deck import DeckScreen
from studytui.ui.screens.editor import EditorScreen
from studytui.ui.screens.home import HomeScreen
from studytui.ui.screens.preview import PreviewScreen
from tests.ui.driver import OUTLINE, app_over, press, settled, text_of

NAME = "安全生产工作讲话"


@pytest.fixture
def studied(stocked: Library) -> Library:
    """A deck of which each point was answered once."""
    deck = stocked.deck(NAME)
    for card in deck.cards:
        if card.id.startswith("point:"):
            deck.answer((Mark(card.id, 3),), "recall", 1000)
    return stocked


def counts(library: Library) -> dict[str, int]:
    """How often each point was answered, by its text."""
    deck = library.deck(NAME)
    points = [card for card in deck.cards if card.id.startswith("point:") and card.node is not None]
    return {deck.file.outline.nodes[card.node or 0].text: deck.memory(card).answers for card in points}


def with_editor(app: StudyApp, monkeypatch: pytest.MonkeyPatch, command: str) -> StudyApp:
    """The app with an editor of the person's own."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)
    monkeypatch.setattr(app, "suspend", nullcontext)
    return app


@pytest.fixture
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The person has set no editor."""
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


async def test_the_deck_is_edited_in_the_persons_own_editor(studied: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changed is shown when the editor is closed, and the history has come along."""
    app = with_editor(app_over(studied), monkeypatch, "sed -i s/排查更细/排查得更加细/")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "e")
        await settled(pilot)

        assert isinstance(app.screen, ChangesScreen)
        assert "二是 排查更细 → 二是 排查得更加细" in text_of(app)
        assert counts(studied)["排查得更加细"] == 1

        await press(pilot, "escape")

        assert isinstance(app.screen, DeckScreen)
        assert "排查得更加细" in text_of(app)


async def test_an_edit_that_cannot_be_read_is_told_and_goes_on(
    studied: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence names the line; yes opens the editor again, no leaves the old deck and keeps the edit."""
    app = with_editor(app_over(studied), monkeypatch, "sed -i 's/^## 二是 排查更细/#### 二是 排查得更细/'")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "e")
        await settled(pilot)
        assert f"{NAME}.md 第 18 行" in text_of(app)
        await press(pilot, "n")

        assert isinstance(app.screen, DeckScreen)
        assert "排查更细" in counts(studied)

        monkeypatch.setenv("EDITOR", "sed -i 's/^#### /## /'")
        await press(pilot, "e", "y")
        await settled(pilot)

        assert isinstance(app.screen, ChangesScreen)
        assert counts(studied)["排查得更细"] == 1


async def test_an_editor_that_is_not_there_is_told(studied: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The deck is as it was, and nothing is left half done."""
    app = with_editor(app_over(studied), monkeypatch, "/no/such/editor")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "e")

        assert "/no/such/editor" in text_of(app)
        assert not studied.editing.begun(NAME)


async def test_without_an_editor_the_text_is_edited_in_here(studied: Library, no_editor: None) -> None:
    """Ctrl+S takes it in."""
    app = app_over(studied)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "e")
        assert isinstance(app.screen, EditorScreen)
        area = app.screen.query_one(TextArea)
        area.text = area.text.replace("## 一是 抓教育", "## 一是 抓教育\n## 二是 抓督查").replace(
            "## 二是 抓整改", "## 三是 抓整改"
        )
        await press(pilot, "ctrl+s")
        await settled(pilot)

        assert isinstance(app.screen, ChangesScreen)
        assert {"抓督查": 0, "抓整改": 1}.items() <= counts(studied).items()


async def test_leaving_the_editor_changes_nothing_and_asks_first(studied: Library, no_editor: None) -> None:
    """Esc goes straight back where nothing was typed."""
    app = app_over(studied)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "e", "escape")
        assert isinstance(app.screen, DeckScreen)

        await press(pilot, "e", "x", "escape")
        assert "这样离开吗" in text_of(app)
        await press(pilot, "y")

        assert isinstance(app.screen, DeckScreen)
        assert not studied.editing.begun(NAME)


async def test_leaving_the_question_about_an_edit_that_was_left_leaves_the_edit(
    studied: Library, no_editor: None
) -> None:
    """Esc goes back; n begins anew."""
    studied.editing.begin(NAME)
    studied.editing.write(NAME, studied.editing.text(NAME).replace("抓教育", "抓好教育"))
    app = app_over(studied)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "e", "escape")
        assert isinstance(app.screen, DeckScreen)
        assert studied.editing.begun(NAME)

        await press(pilot, "e", "n")
        assert isinstance(app.screen, EditorScreen)
        assert "抓好教育" not in app.screen.query_one(TextArea).text


async def test_a_match_is_corrected_and_that_is_taken_back(studied: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Enter says what a new point was, d that it is another after all, u takes either back."""
    app = with_editor(
        app_over(studied), monkeypatch, "sed -i -e '/排查更细/d' -e 's/^## 三是 演练更勤/&\\n## 四是 挂牌督办/'"
    )
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "e")
        await settled(pilot)
        assert counts(studied)["挂牌督办"] == 0

        await press(pilot, "enter", "enter")

        assert "二是 排查更细 → 四是 挂牌督办" in text_of(app)
        assert counts(studied)["挂牌督办"] == 1
        renames = [e for _, unit in all_units(studied, NAME) for e in unit.events if e["kind"] == "rename"]
        assert [event["by"] for event in renames] == ["user"]

        await press(pilot, "d")
        assert counts(studied)["挂牌督办"] == 0

        await press(pilot, "u", "u")
        assert "→ 四是 挂牌督办" not in text_of(app)
        assert counts(studied)["挂牌督办"] == 0


async def test_only_what_is_new_or_changed_can_be_studied(studied: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Space begins with the new point, and with nothing else of the deck."""
    app = with_editor(app_over(studied), monkeypatch, "sed -i 's/^## 三是 演练更勤/&\\n## 四是 挂牌督办/'")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "e")
        await settled(pilot)
        await press(pilot, "space")

        assert "挂牌督办" in text_of(app)
        assert "排查更细" not in text_of(app)


async def test_a_new_version_of_the_document_is_brought_in_over_the_deck(studied: Library, tmp_path: Path) -> None:
    """The preview says for which deck it is, and what changed is shown after yes."""
    path = tmp_path / "new.txt"
    path.write_text(OUTLINE + "三是抓督查。\n", "utf-8")
    app = app_over(studied)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "enter", "i")
        app.screen.query_one("PathInput").value = str(path)  # type: ignore[attr-defined]
        await press(pilot, "enter")
        await settled(pilot)
        assert f"{NAME}的新版本" in text_of(app)
        await press(pilot, "y")
        await settled(pilot)

        assert isinstance(app.screen, ChangesScreen)
        assert studied.names() == (NAME,)
        assert {"抓督查": 0, "抓整改": 1}.items() <= counts(studied).items()

        await press(pilot, "escape")
        assert "抓督查" in text_of(app)


async def test_a_document_of_the_same_name_can_be_made_its_new_version(studied: Library) -> None:
    """One key in the preview says so, and the same key that it is a deck of its own."""
    app = app_over(studied)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.screen.post_message(events.Paste(OUTLINE + "三是抓督查。\n"))
        await settled(pilot)
        await settled(pilot)
        assert isinstance(app.screen, PreviewScreen)
        await press(pilot, "o", "o", "o", "y")
        await settled(pilot)

        assert isinstance(app.screen, ChangesScreen)
        assert studied.names() == (NAME,)

        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
