"""Progress that is brought up from where it stopped is that of all units; and it survives being kept as state."""

from copy import deepcopy
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studytui.memory.order import in_order
from studytui.memory.unit import Unit, rename, undo
from studytui.storage import state
from studytui.storage.files import Files
from studytui.study.progress import as_state, brought_up, from_state, replayed
from tests.memory.histories import DEVICES, answers, histories, one, same
from tests.study.fake_disk import QuickDisk

RETENTION = 0.9


@settings(max_examples=200, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_bringing_up_any_part_is_replaying_all_or_says_that_it_cannot(units: list[Unit], rng: Random) -> None:
    """For every split of every history, units that come twice included; what cannot be brought in changes nothing."""
    whole, reached_of_whole = replayed(units, RETENTION)
    first = [unit for unit in units if rng.random() < 0.6]
    rest = [unit for unit in units if unit not in first or rng.random() < 0.1]
    progress, reached = replayed(first, RETENTION)
    before = deepcopy((progress, reached))

    ahead = brought_up(progress, reached, rest, RETENTION)
    if ahead is not None:
        assert same(progress, whole)
        assert ahead == reached_of_whole
    else:
        assert (progress, reached) == before


@settings(max_examples=100, deadline=None)
@given(histories(), st.integers(0, 14))
def test_what_comes_later_in_the_order_is_brought_in(units: list[Unit], split: int) -> None:
    """A device that goes on, without taking anything back, never needs a replay."""
    own = [unit for unit in in_order(units) if unit.device == DEVICES[0]]
    own = [unit for unit in own if not any(event["kind"] in ("undo", "rename") for event in unit.events)]
    progress, reached = replayed(own[:split], RETENTION)

    assert brought_up(progress, reached, own[split:], RETENTION)
    assert same(progress, replayed(own, RETENTION)[0])


def test_a_unit_that_was_brought_in_is_not_brought_in_again() -> None:
    """A file that was put together of two has some lines twice."""
    units = answers(("2026-11-23", "point:k1", 3), ("2026-11-24", "point:k1", 3))
    progress, reached = replayed(units, RETENTION)

    assert not brought_up(progress, reached, units[-1:], RETENTION)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(units=histories())
def test_state_that_was_kept_is_what_was_kept(tmp_path: Path, units: list[Unit]) -> None:
    """Through a TinyDB file and back, to the last digit."""
    progress, reached = replayed(units, RETENTION)
    path, files = tmp_path / "x.json", Files(QuickDisk())

    state.save(path, files, as_state(progress, reached, {}, {"deck": "d"}))
    kept = state.load(path, files)

    assert kept is not None
    assert from_state(kept) == (progress, reached)


def test_a_unit_whose_number_was_passed_already_is_not_brought_in_behind_later_ones() -> None:
    """Its clock may have been ahead, but on its device it came before."""
    one, two = answers(("2026-11-23", "point:k1", 3), ("2026-11-24", "point:k1", 1))
    progress, reached = replayed([two], RETENTION)

    assert not brought_up(progress, reached, [one._replace(at=two.at + 9000)], RETENTION)


@settings(max_examples=150, deadline=None)
@given(histories(), st.lists(st.integers(0, 8), min_size=3, max_size=3))
def test_devices_that_all_go_on_come_to_the_same_or_are_replayed(units: list[Unit], cuts: list[int]) -> None:
    """Each has been read up to some number, and one of them may have been behind the others."""
    cut = dict(zip(DEVICES, cuts, strict=True))
    first = [unit for unit in units if unit.seq <= cut[unit.device]]
    progress, reached = replayed(first, RETENTION)

    if brought_up(progress, reached, [unit for unit in units if unit not in first], RETENTION):
        assert same(progress, replayed(units, RETENTION)[0])


def test_a_unit_of_another_device_that_belongs_before_the_last_is_not_brought_in_behind_it() -> None:
    """That device was not heard of for a while."""
    own = answers(("2026-11-23", "point:k1", 3), ("2026-11-24", "point:k1", 1))
    early, late = answers(("2026-11-23", "point:k1", 2), ("2026-11-23", "point:k1", 4), device=DEVICES[1])
    progress, reached = replayed([*own, early._replace(at=own[0].at)], RETENTION)

    assert not brought_up(progress, reached, [late._replace(at=own[0].at)], RETENTION)


def test_a_journal_that_also_stands_under_another_name_is_not_brought_in_twice() -> None:
    """A synchroniser may leave a copy beside a journal."""
    own = answers(("2026-11-23", "point:k1", 3))
    progress, reached = replayed(own, RETENTION)

    assert not brought_up(progress, reached, [own[0]._replace(device="zz-copy")], RETENTION)


def test_what_a_person_decided_is_kept_in_state_too(tmp_path: Path) -> None:
    """A moved, suspended and buried card stays so."""
    progress, reached = replayed(answers(("2026-11-23", "point:k1", 3)), RETENTION)
    decided = progress.memories["point:k1"]._replace(moved=True, suspended=True, buried=739_999, taken=("k2",))
    progress.memories["point:k1"] = decided
    path, files = tmp_path / "x.json", Files(QuickDisk())

    state.save(path, files, as_state(progress, reached, {}, {}))
    kept = state.load(path, files)

    assert kept is not None
    assert from_state(kept)[0].memories == {"point:k1": decided}


def test_a_unit_that_was_taken_back_before_it_came_does_not_count() -> None:
    """Of three devices one may hear of the undo first."""
    own = answers(("2026-11-23", "point:k1", 3))
    late = answers(("2026-11-25", "point:k1", 1), device=DEVICES[1])
    back = Unit("back", 2, late[0].at + 1, "2026-11-25", (undo("never"), undo(late[0].id)), DEVICES[0])
    progress, reached = replayed([*own, back], RETENTION)

    assert not brought_up(progress, reached, late, RETENTION)


@pytest.mark.parametrize("of", [["unit-1"], {"unit": 1}, 7, None])
def test_what_takes_back_in_a_way_that_this_version_does_not_know_stops_nothing(of: object) -> None:
    """A later version may name what it takes back by more than an id."""
    own = answers(("2026-11-23", "point:k1", 3))
    later = one(2, "2026-11-24", {"kind": "undo", "of": of})
    progress, reached = replayed(own, RETENTION)

    assert not brought_up(progress, reached, [later], RETENTION)


def test_a_rename_is_replayed_whatever_was_taken_back_before_it_came() -> None:
    """An undo that names nothing says nothing about what else names nothing."""
    own = [*answers(("2026-11-23", "point:k1", 3)), one(2, "2026-11-23", {"kind": "undo"})]
    progress, reached = replayed(own, RETENTION)

    assert not brought_up(progress, reached, [one(3, "2026-11-24", rename("k1", "k2", "user"))], RETENTION)
