"""Merging is a union: in any order, any number of times, with the same result; no deck's text is changed by it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.cards.card import Kind
from studytui.errors import StudyError
from studytui.memory.replay import replay
from studytui.memory.unit import Unit
from studytui.storage.files import Files
from studytui.storage.line import decode, encode
from studytui.storage.union import lacking
from studytui.study.library import Library
from studytui.study.looking import all_units, summaries
from tests.memory.histories import DEVICES, histories, same
from tests.study.desk import SPEECH, Desk, asks, seen, the_speech
from tests.study.fake_disk import QuickDisk

OTHER = "bbbbbbbbbb"
POINTS = "关于工作的讲话\n一、抓学习\n一是读书\n二是讨论\n三是笔记\n二、抓落实\n一是分工\n二是检查\n"
NAME = "关于工作的讲话"

Copy = dict[str, bytes]
"""A library's journals of one deck, by device."""


@st.composite
def copies(draw: st.DrawFn) -> tuple[list[Unit], list[Copy]]:
    """One history, and three libraries that hold some of it each; together they hold all."""
    units = draw(histories())
    shares = [draw(st.sets(st.sampled_from(range(3)), min_size=1)) for _ in units]
    held = [[unit for unit, who in zip(units, shares, strict=True) if n in who] for n in range(3)]
    return units, [_written(some) for some in held]


def _written(units: Sequence[Unit]) -> Copy:
    return {d: b"".join(encode(unit) + b"\n" for unit in units if unit.device == d) for d in DEVICES}


def _read(copy: Copy) -> list[Unit]:
    return [decode(line, device) for device, data in copy.items() for line in data.split(b"\n")[:-1]]


def _union(ours: Copy, theirs: Copy) -> Copy:
    return {d: ours[d] + b"".join(line + b"\n" for line in lacking(ours[d], theirs[d], d)) for d in DEVICES}


@given(copies())
def test_merged_in_any_order_three_libraries_come_to_what_all_of_them_know(
    found: tuple[list[Unit], list[Copy]],
) -> None:
    """Associative, commutative, idempotent, with renames, undos and clocks that disagree; nothing lost or doubled."""
    units, (a, b, c) = found
    whole = replay(units, 0.9)
    for merged in (
        _union(_union(a, b), c),
        _union(a, _union(b, c)),
        _union(c, _union(b, a)),
        _union(_union(_union(a, b), c), _union(b, a)),
    ):
        assert sorted(unit.id for unit in _read(merged)) == sorted(unit.id for unit in units)
        assert same(replay(_read(merged), 0.9), whole)


@given(copies(), st.binary(max_size=30))
def test_only_whole_sound_lines_come_in(found: tuple[list[Unit], list[Copy]], torn: bytes) -> None:
    """Half a line at the end, or a damaged one, is not taken for anything."""
    _, (a, b, _) = found
    device = DEVICES[0]
    damaged = {**b, device: torn.replace(b"\n", b"") + b"\n" + b[device] + torn.replace(b"\n", b"")}

    assert _read(_union(a, damaged)) == _read(_union(a, b))


def test_a_line_of_a_later_version_comes_in_as_it_is() -> None:
    """It does not count here, and is not lost."""
    unit = encode(Unit("u", 1, 1, "2026-11-23", ()))
    body = unit[: unit.rindex(b',"crc"')].replace(b'"v":1', b'"v":2')
    from zlib import crc32

    later = body + b',"crc":"%08x"}' % crc32(body)

    assert lacking(b"", later + b"\n", "d") == [later]


@pytest.fixture
def here(tmp_path: Path) -> Desk:
    """A library with the speech in it."""
    desk = Desk(tmp_path / "here")
    desk.library().take(the_speech())
    return desk


@pytest.fixture
def there(tmp_path: Path) -> Desk:
    """Another one."""
    desk = Desk(tmp_path / "there")
    desk.library(OTHER).take(the_speech())
    return desk


def _answer(desk: Desk, device: str, count: int, rating: int = 3) -> None:
    library = desk.library(device)
    session = desk.session(asks(library.deck(SPEECH), Kind.POINT, count))
    for _ in range(count):
        session.rate(rating, 1000, 0)
    library.close()


def _ids(library: Library) -> list[str]:
    return [unit.id for _, unit in all_units(library)]


def test_two_libraries_merged_into_each_other_come_to_the_same(here: Desk, there: Desk) -> None:
    """Both were studied; afterwards both know everything, and merging again brings nothing."""
    _answer(here, "aaaaaaaaaa", 5)
    _answer(there, OTHER, 3, rating=1)

    first = here.library().care.merge(str(there.folders.root))
    second = there.library(OTHER).care.merge(str(here.folders.root))

    assert (first.units, second.units) == (4, 6)
    assert seen(here.speech()) == seen(there.speech(OTHER))
    assert _ids(here.library()) == _ids(there.library(OTHER))
    again = here.library().care.merge(str(there.folders.root))
    assert (again.units, again.decks, again.versions) == (0, (), ())


class _Open(QuickDisk):
    """A disk that knows which files are open."""

    def __init__(self) -> None:
        super().__init__()
        self.descriptors: set[int] = set()

    def open(self, path: Path, flags: int) -> int:
        descriptor = super().open(path, flags)
        self.descriptors.add(descriptor)
        return descriptor

    def close(self, descriptor: int) -> None:
        super().close(descriptor)
        self.descriptors.remove(descriptor)


def test_merging_leaves_no_file_open(here: Desk, there: Desk) -> None:
    """A library may have more journals than a program may have open files."""
    _answer(there, OTHER, 3)
    here.disk = disk = _Open()
    here.files = Files(disk)

    assert here.library().care.merge(str(there.folders.root)).units == 4

    assert disk.descriptors == set()


def test_a_deck_that_is_only_there_comes_in_with_its_history(here: Desk, there: Desk) -> None:
    """Under its name; one that was put aside is put aside here, too."""
    library = there.library(OTHER)
    library.keep(library.draft_of_text(POINTS))
    library.keep(library.draft_of_text(POINTS), "put aside")
    library.archive("put aside")

    merged = here.library().care.merge(str(there.folders.root))

    assert set(merged.decks) == {NAME, "put aside"}
    assert here.library().names() == (NAME, SPEECH)
    assert here.library().archived() == ("put aside",)


def test_a_deck_of_the_same_name_that_is_another_gets_a_number(here: Desk, there: Desk) -> None:
    """Neither takes the place of the other."""
    for desk, device in ((here, "aaaaaaaaaa"), (there, OTHER)):
        library = desk.library(device)
        library.keep(library.draft_of_text(POINTS))

    assert here.library().care.merge(str(there.folders.root)).decks == (f"{NAME} 2",)


def _edited(desk: Desk) -> str:
    path = desk.folders.decks / f"{SPEECH}.md"
    path.write_text(path.read_text("utf-8").replace("加强领导", "加强组织领导"), "utf-8")
    return path.read_text("utf-8")


def test_a_text_that_differs_is_kept_beside_ours_and_ours_stays(here: Desk, there: Desk) -> None:
    """It is called by the deck and the device, is no deck of its own, and comes once however often one merges."""
    _answer(there, OTHER, 1)
    there.folders.device.write_bytes(b'{"device":"bbbbbbbbbb"}')
    ours = (here.folders.decks / f"{SPEECH}.md").read_bytes()
    theirs = _edited(there)

    merged = here.library().care.merge(str(there.folders.root))

    assert merged.versions == ((SPEECH, f"{SPEECH}.{OTHER}"),)
    assert (here.folders.decks / f"{SPEECH}.md").read_bytes() == ours
    assert (here.folders.decks / f"{SPEECH}.{OTHER}.md").read_text("utf-8") == theirs
    assert here.library().names() == (SPEECH,)
    assert here.library().care.merge(str(there.folders.root)).versions == ()
    _edited(there)
    assert here.library().versions.of(SPEECH) == (f"{SPEECH}.{OTHER}",)


def test_other_versions_go_where_their_deck_goes(here: Desk, there: Desk) -> None:
    """Renamed, put aside, taken back, deleted: they are never decks of their own."""
    _edited(there)
    here.library().care.merge(str(there.folders.root))
    library = here.library()
    (version,) = library.versions.of(SPEECH)
    mark = version.removeprefix(SPEECH)

    library.rename(SPEECH, "讲话")
    assert (library.names(), library.versions.of("讲话")) == (("讲话",), (f"讲话{mark}",))
    library.archive("讲话")
    assert (library.names(), library.archived(), library.versions.of("讲话")) == ((), ("讲话",), (f"讲话{mark}",))
    library.unarchive("讲话")
    assert (library.names(), library.versions.of("讲话")) == (("讲话",), (f"讲话{mark}",))
    library.delete("讲话")
    assert not list(here.folders.decks.rglob("*.md"))


def test_a_deck_whose_name_only_looks_like_a_version_is_a_deck(here: Desk) -> None:
    """talk.conference is another deck than talk."""
    library = here.library()
    library.keep(library.draft_of_text(POINTS), "talk")
    library.keep(library.draft_of_text(POINTS), "talk.conference")

    assert {row.name for row in summaries(library)} == {SPEECH, "talk", "talk.conference"}


def test_what_is_no_library_is_refused(here: Desk, tmp_path: Path) -> None:
    """A folder without decks, a path without anything, the library itself."""
    (tmp_path / "empty").mkdir()
    for path, why in (("empty", "is no library"), ("nowhere", "does not exist"), ("here", "this library itself")):
        with pytest.raises(StudyError, match=why):
            here.library().care.merge(str(tmp_path / path))
