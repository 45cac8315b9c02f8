"""Every promise about a library is looked at; what is wrong is said, mended where that can be, and nothing deleted."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from studytui.cards.card import Kind
from studytui.study.looking import all_units
from tests.study.desk import DEVICE, SPEECH, Desk, asks, seen, the_speech

Harm = Callable[[Desk], None]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A library in which six points were answered, with a backup of it."""
    desk = Desk(tmp_path_factory.mktemp("sound") / "library")
    library = desk.library()
    library.take(the_speech())
    session = desk.session(asks(library.deck(SPEECH), Kind.POINT, 6))
    for rating in (3, 1, 3, 2, 4, 3):
        session.rate(rating, 1000, 0)
    library.close()
    library.care.back_up_daily()
    return desk


@pytest.fixture
def desk(sound: Desk, tmp_path: Path) -> Desk:
    """A copy of it."""
    shutil.copytree(sound.folders.root, tmp_path / "library")
    return Desk(tmp_path / "library")


def _journal(desk: Desk) -> Path:
    (journal,) = desk.folders.reviews.rglob("*.jsonl")
    return journal


def _state(desk: Desk) -> Path:
    (state,) = desk.state_files()
    return state


def _flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def _line(desk: Desk) -> None:
    _flip(_journal(desk), len(_journal(desk).read_bytes()) // 2)


def _torn(desk: Desk) -> None:
    with _journal(desk).open("ab") as file:
        file.write(b'{"v":1,"id":"half')


def _short(desk: Desk) -> None:
    lines = _journal(desk).read_bytes().splitlines(keepends=True)
    _journal(desk).write_bytes(b"".join(lines[:-2]))


def _gone(desk: Desk) -> None:
    _journal(desk).unlink()


def _no_deck(desk: Desk) -> None:
    (desk.folders.decks / f"{SPEECH}.md").unlink()


def _conflict(desk: Desk) -> None:
    lines = _journal(desk).read_bytes().splitlines(keepends=True)
    name = f"{DEVICE}.sync-conflict-20261123-093000-ABCDEFG.jsonl"
    _journal(desk).with_name(name).write_bytes(b"".join(lines))
    (desk.folders.reviews / _journal_folder(desk) / f"{DEVICE}.jsonl").write_bytes(b"".join(lines[:4]))


def _journal_folder(desk: Desk) -> str:
    (folder,) = (path.name for path in desk.folders.reviews.iterdir())
    return folder


def _digit(desk: Desk) -> None:
    text = _state(desk).read_bytes()
    assert text.count(b'"count":1,') > 1
    _state(desk).write_bytes(text.replace(b'"count":1,', b'"count":2,', 1))


def _no_json(desk: Desk) -> None:
    _state(desk).write_bytes(_state(desk).read_bytes()[:100])


def _backup(desk: Desk) -> None:
    (backup,) = desk.folders.backups.glob("*.zip")
    _flip(backup, 80)


def _half_written(desk: Desk) -> None:
    (desk.folders.decks / ".0123456789abcdef.tmp").write_bytes(b"---\n")


def _open(desk: Desk) -> None:
    _journal(desk).chmod(0o644)
    desk.folders.root.chmod(0o755)


def _travels(desk: Desk) -> None:
    (desk.folders.root / ".stignore").unlink()
    (desk.folders.root / ".gitignore").write_text("/state\n*.swp")


MENDED: tuple[tuple[Harm, str], ...] = (
    (_line, "damaged"),
    (_torn, "torn"),
    (_short, "short"),
    (_gone, "short"),
    (_no_deck, "orphan"),
    (_conflict, "conflict"),
    (_digit, "state"),
    (_no_json, "state"),
    (_backup, "backup"),
    (_half_written, "half_written"),
    (_open, "privacy"),
    (_travels, "travels"),
)


def _kinds(desk: Desk) -> set[str]:
    return {one.finding.kind for one in desk.reader().care.check() if one.wrong}


def _texts(desk: Desk) -> set[bytes]:
    return {path.read_bytes() for path in desk.folders.root.rglob("*") if path.is_file()}


def test_a_sound_library_is_found_sound_and_not_touched(desk: Desk) -> None:
    """Not a byte, a name or a time of it changes."""

    def looks() -> list[tuple[str, int, int]]:
        found = [desk.folders.root, *desk.folders.root.rglob("*")]
        return sorted((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in found)

    before = looks()
    assert desk.reader().care.check() == []
    assert looks() == before


@pytest.mark.parametrize(("harm", "kind"), MENDED)
def test_what_is_wrong_is_found_and_mended_and_nothing_is_deleted(
    desk: Desk, sound: Desk, harm: Harm, kind: str
) -> None:
    """Afterwards all is well, all answers are there, and every text that was there still is, here or set aside."""
    harm(desk)
    before = _texts(desk)
    assert kind in _kinds(desk)

    done = desk.library().care.check(repair=True)

    assert [one for one in done if one.wrong] == []
    assert _kinds(desk) == set()
    library, whole = desk.library(), sound.reader()
    assert seen(library.deck(SPEECH)) == seen(whole.deck(SPEECH))
    assert [unit.id for _, unit in all_units(library)] == [unit.id for _, unit in all_units(whole)]
    if kind not in ("torn", "damaged", "conflict", "short", "travels"):
        assert before <= _texts(desk)


def test_a_damaged_line_that_no_backup_has_is_set_aside_as_it_is(desk: Desk) -> None:
    """The others count."""
    shutil.rmtree(desk.folders.backups)
    _line(desk)
    bad = next(line for line in _journal(desk).read_bytes().splitlines() if line not in _sound_lines(desk))

    done = desk.library().care.check(repair=True)

    assert [one for one in done if one.wrong] == []
    assert bad in _journal(desk).with_name(f"{_journal(desk).name}.damaged-1").read_bytes()
    assert len(_journal(desk).read_bytes().splitlines()) == 6


def _sound_lines(desk: Desk) -> set[bytes]:
    from studytui.storage.files import Files
    from studytui.storage.line import encode
    from studytui.storage.reading import read

    return {encode(unit) for unit in read(_journal(desk), Files()).units}


def _copied(desk: Desk, name: str) -> None:
    shutil.copy2(desk.folders.decks / f"{SPEECH}.md", desk.folders.decks / f"{name}.md")


def test_what_cannot_be_mended_is_said_and_left_alone(desk: Desk) -> None:
    """A deck file that is not in its grammar, two files of one deck."""
    _copied(desk, "copy")
    (desk.folders.decks / "broken.md").write_text("no deck\n", "utf-8")
    before = _texts(desk)

    done = desk.library().care.check(repair=True)

    assert {one.finding.kind for one in done if one.wrong} == {"deck", "same_deck"}
    assert before <= _texts(desk)


def test_notes_are_told_and_are_not_wrong(desk: Desk) -> None:
    """A clock that was ahead, another version of a deck."""
    desk.clock.pass_days(-40)
    _copied(desk, f"{SPEECH}.bbbbbbbbbb")

    found = desk.reader().care.check()

    assert {one.finding.kind for one in found} == {"clock", "version"}
    assert not any(one.wrong for one in found)
