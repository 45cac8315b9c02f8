"""The order in which units are replayed: one for all devices, whatever their clocks did and whichever is read first."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, groupby, repeat
from operator import attrgetter, itemgetter, lt

from studytui.memory.unit import Unit

_DEVICE, _ID, _AT = attrgetter("device"), attrgetter("id"), attrgetter("at")
_SEQ, _NUMBER = attrgetter("seq"), attrgetter("seq", "id")
_PLACE = itemgetter(0, 1)


def in_order(units: Iterable[Unit]) -> list[Unit]:
    """All units in the order in which they are replayed, each once, what was taken back included.

    Each device's units go by their number; devices are merged by the running maximum of the clock within a
    device, ties by the device's id. So a clock that went back or ahead neither reorders one device nor loses.
    Where one unit stands in the journals of two devices, the first in this order counts, whichever was read first.
    """
    return merged(by_device(units))


def counting(units: Iterable[Unit]) -> Sequence[Unit]:
    """The units that count, in the order in which they are replayed."""
    ordered = in_order(units)
    return left(ordered, undos(ordered))


def merged(own: Mapping[str, list[Unit]]) -> list[Unit]:
    """As `in_order`, of units that are kept by device."""
    ordered = _merged(own)
    if len(set(map(_ID, ordered))) == len(ordered):
        return ordered
    first: dict[str, Unit] = {}
    for unit in ordered:
        first.setdefault(unit.id, unit)
    return list(first.values())


def by_device(units: Iterable[Unit]) -> dict[str, list[Unit]]:
    """The units of each device, in the order of the devices' ids and then of their numbers."""
    own: dict[str, list[Unit]] = {}
    for device, run in groupby(units, _DEVICE):
        own.setdefault(device, []).extend(run)
    for its in own.values():
        seqs = list(map(_SEQ, its))
        if not all(map(lt, seqs, seqs[1:])):  # as they are where one program wrote them
            its.sort(key=_NUMBER)
    return dict(sorted(own.items()))


def undos(units: Iterable[Unit]) -> dict[str, set[str]]:
    """For each unit that takes others back their ids."""
    found: dict[str, set[str]] = {}
    for unit in units:
        for event in unit.events:
            if event["kind"] == "undo":
                found.setdefault(unit.id, set()).add(str(event.get("of")))
    return found


def left(ordered: Sequence[Unit], undone: Mapping[str, set[str]]) -> Sequence[Unit]:
    """The units that count, where `undos` has told what was taken back; an undo can be taken back itself."""
    if not undone:
        return ordered
    gone = _gone(undone)
    return [unit for unit in ordered if unit.id not in gone]


def _merged(own: Mapping[str, list[Unit]]) -> list[Unit]:
    if len(own) < 2:
        return next(iter(own.values()), [])
    # A sort keeps the order of equals, here that of one device.
    placed = list(chain.from_iterable(zip(accumulate(map(_AT, its), max), repeat(d), its) for d, its in own.items()))
    placed.sort(key=_PLACE)
    return [unit for _, _, unit in placed]


def _gone(undone: Mapping[str, set[str]]) -> set[str]:
    """The ids of the units that do not count; an undo that was taken back itself takes nothing back."""
    open_ = dict(undone)
    gone: set[str] = set()
    while open_:
        doubted = set().union(*open_.values())
        # Two that take each other back cannot come from this program; both are taken at their word.
        sure = [id_ for id_ in open_ if id_ not in doubted] or list(open_)
        for id_ in sure:
            found = open_.pop(id_)
            gone |= found if id_ not in gone else set()
    return gone
