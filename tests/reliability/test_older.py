"""A library of each earlier version opens, with every answer that was given then."""

import shutil
from pathlib import Path

import pytest

from studytui.settings import Settings
from studytui.storage.files import Files
from studytui.storage.folders import Folders
from studytui.storage.state import load
from studytui.study.library import Library
from studytui.study.looking import summaries
from tests.reliability.scripted import NAME
from tests.study.fake_clock import FakeClock

OLDER = sorted((Path(__file__).parent / "older").iterdir())
ANSWERS = {739943: 12, 739945: 15, 739947: 15}
"""How many answers counted on which study day, as the version that took them said."""


@pytest.mark.parametrize("version", OLDER, ids=lambda path: path.name)
def test_a_library_of_an_earlier_version_opens_with_all_its_answers(version: Path, tmp_path: Path) -> None:
    """Its deck is as it was, its journals stay as they are, and its state is made anew in the form of today."""
    root = Path(shutil.copytree(version, tmp_path / "library"))
    journal = next(root.rglob("*.jsonl"))
    before = journal.read_bytes()

    library = Library.to_write(str(root), {}, FakeClock(), Settings())
    row = summaries(library)[0]
    progress = library.deck(NAME).progress
    library.close()

    assert {day: daily.answers for day, daily in progress.days.items()} == ANSWERS
    assert (row.nodes, row.cards, row.problem) == (7, 21, None)
    assert len(progress.memories) == 19
    assert journal.read_bytes() == before
    assert not library.notes()
    assert load(Folders(root).state_of(NAME), Files()) is not None
