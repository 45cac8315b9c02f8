"""The order of replay: one for all devices, whatever their clocks did and in whatever order files are read."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.memory.order import counting, in_order
from studytui.memory.replay import replay
from studytui.memory.unit import Unit, undo
from tests.memory.histories import DEVICES, answers, histories, merged, one, review, same

RETENTION = 0.9
DAY = "2026-11-23"


@settings(max_examples=150, deadline=None)
@given(histories())
def test_devices_are_merged_by_the_running_maximum_of_their_clocks(units: list[Unit]) -> None:
    """Of the units that stand first on each device the next one is that of the least time, ties by device id."""
    assert in_order(units) == list(merged(units))


@settings(max_examples=100, deadline=None)
@given(histories())
def test_a_device_keeps_its_own_order_however_its_clock_jumps(units: list[Unit]) -> None:
    """Nothing is reordered within a device and nothing is lost."""
    ordered = in_order(units)
    for device in DEVICES:
        seqs = [unit.seq for unit in ordered if unit.device == device]
        assert seqs == sorted(seqs)
    assert {unit.id for unit in ordered} == {unit.id for unit in units}


@settings(max_examples=100, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_merging_is_a_union(units: list[Unit], rng: Random) -> None:
    """Parts put together in any order and any number of times come to the same."""
    one, two = ([unit for unit in units if rng.random() < 0.6] for _ in range(2))
    rest = [unit for unit in units if unit not in one and unit not in two]
    whole = replay(units, RETENTION)

    assert same(whole, replay([*one, *two, *rest], RETENTION))
    assert same(whole, replay([*rest, *two, *one, *one], RETENTION))
    assert same(whole, replay([*in_order(units), *units], RETENTION))


@settings(max_examples=100, deadline=None)
@given(histories(), st.sampled_from(DEVICES), st.booleans())
def test_a_journal_that_also_stands_under_another_name_changes_nothing_whichever_is_read_first(
    units: list[Unit], device: str, first: bool
) -> None:
    """A copy that a synchroniser left beside a journal holds the same units; each counts once, in one place."""
    copy = [unit._replace(device="zz-copy") for unit in units if unit.device == device]

    ordered = in_order([*copy, *units] if first else [*units, *copy])

    assert [unit.id for unit in ordered] == [unit.id for unit in in_order(units)]


def test_two_units_of_one_number_have_one_order() -> None:
    """Two lines of life of one journal, put together, come to the same whichever is read first."""
    one_, two = one(1, DAY, review("point:k1", 3)), one(1, DAY, review("point:k1", 1))
    two = two._replace(id="other")

    assert in_order([one_, two]) == in_order([two, one_])


def test_a_clock_that_went_back_a_year_reorders_nothing() -> None:
    """The later answer counts as the later one, and no time has passed between the two."""
    units = answers((DAY, "point:k1", 3), ("2025-11-20", "point:k1", 1))
    units[1] = units[1]._replace(at=units[0].at - 370 * 86_400_000)

    memory = replay(units, RETENTION).memory("point:k1")

    assert memory.ratings == (3, 1)
    assert memory.answers == 2


def test_a_clock_that_was_ahead_does_not_keep_a_card_away() -> None:
    """An answer dated years ahead is forgotten as soon as the card is answered on the right day."""
    units = answers(("2036-11-23", "point:k1", 3), ("2026-11-24", "point:k1", 3))
    right_day = replay(units[1:], RETENTION).memory("point:k1")

    memory = replay(units, RETENTION).memory("point:k1")

    assert memory.day == right_day.day
    assert memory.due - memory.day < 30


@settings(max_examples=150, deadline=None)
@given(histories(), st.data())
def test_undo_of_any_unit_is_the_history_without_it(units: list[Unit], data: st.DataObject) -> None:
    """An answer, a decision and another undo alike are taken back whole."""
    if not units:
        return
    of = data.draw(st.sampled_from(units))
    last = max(unit.at for unit in units) + 1
    back = Unit("the-undo", len(units) + 1, last, of.day, (undo(of.id),), DEVICES[1])
    # Its clock was what it was, so in the order of replay it stands where it stood.
    without = [unit._replace(events=()) if unit is of else unit for unit in units]

    undone = replay([*units, back], RETENTION)

    taken = {event["of"] for unit in units for event in unit.events if event["kind"] == "undo"}
    # What was taken back already is taken back by two then; the one is enough.
    assert of.id in taken or same(undone, replay(without, RETENTION))


def test_an_undo_that_is_undone_gives_the_answer_back() -> None:
    """And an undo of that takes it away again."""
    units = answers((DAY, "point:k1", 3))
    for n in (2, 3, 4):
        units.append(one(n, DAY, undo(units[-1].id)))
        assert replay(units, RETENTION).memory("point:k1").answers == (n % 2)


def test_an_undo_takes_nothing_back_that_it_does_not_name() -> None:
    """Nor does an undo of a unit that no journal holds."""
    units = answers((DAY, "point:k1", 3), (DAY, "point:k2", 3))

    back = [*units, one(3, DAY, undo("never written"))]

    assert counting(back)[:2] == units
