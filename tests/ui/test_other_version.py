"""Another version of a deck, as a merge leaves it, is mentioned where the person looks, with the way to compare it."""

from studytui.study.library import Library
from tests.ui.driver import app_over, press, settled, text_of

NAME = "安全生产工作讲话"


def _left_by_a_merge(library: Library) -> None:
    decks = library.folders.decks
    text = (decks / f"{NAME}.md").read_text("utf-8")
    (decks / f"{NAME}.bbbbbbbbbb.md").write_text(text.replace("责任更实", "责任更重"), "utf-8")


async def test_home_and_the_deck_mention_a_version_that_waits(stocked: Library) -> None:
    """And where to compare it; once it is dropped nothing is said."""
    _left_by_a_merge(stocked)
    app = app_over(stocked)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert f"studytui deck compare '{NAME}'" in text_of(app)
        await press(pilot, "enter")
        assert f"studytui deck compare '{NAME}'" in text_of(app)

        stocked.versions.drop(f"{NAME}.bbbbbbbbbb")
        await press(pilot, "escape", "enter")
        assert "compare" not in text_of(app)
