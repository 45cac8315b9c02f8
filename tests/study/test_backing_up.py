"""A large library is backed up by a process of its own, which nobody has to wait for."""

from pathlib import Path

import pytest

from studytui.errors import StudyError
from studytui.storage.zips import Unzipped
from studytui.study import backing_up, care
from studytui.study.backing_up import backed_up_apart
from studytui.study.looking import todays_steps
from tests.study.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A library with a deck, that counts as large."""
    monkeypatch.setattr(care, "LARGE", 0)
    desk = Desk(tmp_path)
    desk.speech()
    return desk


def test_the_process_writes_the_backup_of_the_day(desk: Desk) -> None:
    """Whole, under the study day; on that day it is not written again."""
    library = desk.library()
    library.back_up_daily(lambda: False)

    (backup,) = desk.folders.backups.glob("*.zip")
    assert backup.name == f"{library.today()}.zip"
    assert Unzipped(backup, desk.files).whole
    before = backup.stat().st_mtime_ns
    library.back_up_daily(lambda: False)
    assert backup.stat().st_mtime_ns == before


def test_what_it_could_not_do_is_said_here(desk: Desk) -> None:
    """In the sentence in which it would have been said without a process."""
    desk.folders.backups.rmdir()
    desk.folders.backups.write_text("in the way")

    with pytest.raises(StudyError) as error:
        desk.library().back_up_daily(lambda: False)
    assert "is in the way" in error.value.message.id
    assert str(desk.folders.backups) in str(error.value.message.arguments["path"])


@pytest.mark.parametrize("program", [("-c", "import os; os.abort()"), ("-c", "print('{'); raise SystemExit(1)")])
def test_a_process_that_fails_is_told(desk: Desk, program: tuple[str, ...]) -> None:
    """Whatever it said."""
    with pytest.raises(StudyError, match="was not written"):
        backed_up_apart(desk.folders, desk.clock(), desk.library().today(), lambda: False, program)


def test_nobody_who_has_stopped_waits_for_it(desk: Desk) -> None:
    """It goes on by itself."""
    forever = ("-c", "from threading import Event; Event().wait()")
    backed_up_apart(desk.folders, desk.clock(), desk.library().today(), lambda: True, forever)
    (process,) = backing_up._GO_ON
    assert process.poll() is None
    process.kill()
    process.communicate()
    backing_up._GO_ON.clear()


def test_decks_that_the_days_session_does_not_need_after_all_are_closed_again(desk: Desk) -> None:
    """Those that were open before stay, since a session that waits may hold them."""
    library = desk.library()
    for number in range(4):
        text = "\n".join(f"{n}. 第{number}份材料的第{n}点，{'说明' * n}" for n in range(1, 8))
        library.keep(library.draft_of_text(f"材料{number}\n\n{text}"))
    library.let_go(library.names())
    held = library.deck(library.names()[0])

    steps = todays_steps(library)

    assert set(library._decks._open) == {step.deck.name for step in steps} | {held.name}
    assert library.holds(held)
