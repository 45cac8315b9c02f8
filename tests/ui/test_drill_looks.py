"""What the drills look like, character by character; after a wanted change: ``python -m tests.ui.test_drill_looks``."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.cells import cell_len

from studytui.drills.all import DRILLS
from studytui.study.drilling import drilled
from studytui.study.words import word_for_word
from studytui.ui.screens.study_requests import Study
from tests.pictures import studied
from tests.ui.driver import app_over, looked_up, press, settled, shown
from tests.ui.test_looks import file_of

SIZE = (80, 24)
ANSWERS: dict[str, tuple[str, ...]] = {
    "choose": ("1",),
    "count": ("7", "enter"),
    "find": ("1",),
    "order": ("enter",),
    "cloze": (*"jq", "enter", *"xx", "enter"),
    "first": (*"jqldcjt", "enter"),
    "next": ("space",),
    "before": ("h",),
    "initials": (*"jqkkdcjt",),
    "type": (*"jqld", "enter"),
    "lookalike": (),
    "snowball": ("space", "space", "space", "space", "space", "space", "x"),
    "outline": ("enter", "enter", "enter", "enter", "enter", "enter", "enter"),
    "mask": ("down", "down", *"wgyhx", "enter", "tab"),
    "recite": (*"jqldcjtsrqlh", "tab", "enter", *"yrwbd"),
}
"""A part of an answer to the first question of each drill, so that what is right, wrong and shown is seen."""
FROM_DECK: dict[str, tuple[str, ...]] = {
    "drills": ("down", "d"),
    "rehearse": ("G", "enter", "space", "tab", "space", "tab"),
    "rehearsed": ("G", "enter", "space", "tab", "space", "space", "tab", "tab", "space", "escape"),
    "exam": ("F", "right"),
    "examined": ("F", "enter", "enter", "enter", "escape"),
}
"""What is pressed in the deck for what is begun from there."""
TEXT = "社区工作\n\n一、加强领导\n网格要划细。人员要派下去，问题要解决在一线。大家一起商量。\n二、健全组织\n"
WHOLE = ("lookalike", "outline")
"""Drills that are seen over the whole speech."""
CASES = [(name, language) for name in (*FROM_DECK, *ANSWERS) for language in ("zh_CN", "en")]


async def look(folder: Path, name: str, language: str) -> list[str]:
    """What a drill shows of the first group of the speech."""
    opened = studied(folder)
    try:
        deck = opened.deck(opened.names()[0])
        words = opened.wordbook._known[deck.id] = looked_up(deck.file.outline, folder)
        app = app_over(opened, language)
        async with app.run_test(size=SIZE) as pilot:
            await settled(pilot)
            if name in FROM_DECK:
                await press(pilot, "enter", *FROM_DECK[name])
                return shown(app)
            drill = next(drill for drill in DRILLS if drill.name == name)
            part = deck.run(0, 1) if name not in WHOLE else deck.cards
            if name == "mask":
                deck = opened.deck(opened.keep(opened.draft_of_text(TEXT)))
                deck.want([0])
                words, part = looked_up(deck.file.outline, folder, word_for_word(deck)), deck.cards
            app.post_message(Study(drilled(deck, part, drill, words)))
            await settled(pilot)
            await press(pilot, *ANSWERS[name])
            return shown(app)
    finally:
        opened.close()


@pytest.mark.parametrize(("name", "language"), CASES)
async def test_a_drill_looks_as_it_was_found_good(tmp_path: Path, name: str, language: str) -> None:
    """In both languages, and no line is wider than the terminal."""
    lines = await look(tmp_path / "library", name, language)

    assert file_of(name, SIZE, language).read_text("utf-8").splitlines() == lines
    assert max(map(cell_len, lines)) <= SIZE[0]


def main() -> None:
    """Keep how all of them look now."""
    for name, language in CASES:
        with TemporaryDirectory() as folder:
            lines = asyncio.run(look(Path(folder), name, language))
        file_of(name, SIZE, language).write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
