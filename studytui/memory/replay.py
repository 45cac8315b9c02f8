"""From everything that happened to what is remembered: a fold over the units, in one fixed order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from studytui.cards.keys import Known
from studytui.memory.fsrs import RATINGS
from studytui.memory.memory import Memory, counted, practised
from studytui.memory.unit import Event, Unit

FRESH = Memory()


@dataclass(slots=True)
class Daily:
    """What was done on one study day: answers, those rated above `again`, and the time they took."""

    answers: int = 0
    right: int = 0
    ms: int = 0
    first: int = 0
    """Points that were answered for the first time."""


@dataclass(slots=True)
class Progress:
    """All that the units of one deck add up to.

    Attributes:
        memories: The memory of each card that was ever answered.
        known: Each node key that was ever given, with its text and place as last seen.
        days: What was done, by study day.
    """

    memories: dict[str, Memory] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    days: dict[int, Daily] = field(default_factory=dict)

    def memory(self, card: str) -> Memory:
        """The memory of a card; a fresh one where it was never answered."""
        return self.memories.get(card, FRESH)


@lru_cache(maxsize=4096)
def ordinal_of_day(day: str) -> int:
    """A study day as written in a unit, as a number of days.

    Raises:
        ValueError: It is not a date.
    """
    return date.fromisoformat(day).toordinal()


def in_order(units: Iterable[Unit], *, taken_back: bool = False) -> list[Unit]:
    """All units in the order in which they are replayed, each once; those taken back only where wished.

    Each device's units go by their number; devices are merged by the running maximum of the clock within a
    device, ties by the device's id. So a clock that went back or ahead neither reorders one device nor loses.
    """
    unique = {unit.id: unit for unit in units}
    gone = {
        str(event.get("of"))
        for unit in unique.values()
        for event in unit.events
        if event["kind"] == "undo" and not taken_back
    }
    keyed: list[tuple[int, str, int, Unit]] = []
    latest: dict[str, int] = {}
    for unit in sorted(unique.values(), key=lambda u: (u.device, u.seq)):
        latest[unit.device] = max(unit.at, latest.get(unit.device, unit.at))
        keyed.append((latest[unit.device], unit.device, unit.seq, unit))
    keyed.sort(key=lambda row: row[:3])
    return [unit for *_, unit in keyed if unit.id not in gone]


def replay(units: Iterable[Unit], retention: float) -> Progress:
    """What all the units of one deck add up to."""
    progress = Progress()
    for unit in in_order(units):
        add(progress, unit, retention)
    return progress


def add(progress: Progress, unit: Unit, retention: float) -> None:
    """Bring one more unit in; events of unknown kinds are skipped."""
    day = ordinal_of_day(unit.day)
    for event in unit.events:
        kind = event["kind"]
        if kind == "review":
            _review(progress, event, day, retention)
        elif kind == "outline":
            _outline(progress, event)
        elif kind == "rename":
            _rename(progress, str(event.get("old")), str(event.get("new")))
        elif kind in ("suspend", "resume", "bury", "reset"):
            _decide(progress, str(kind), event)


def _review(progress: Progress, event: Event, day: int, retention: float) -> None:
    card, rating = event.get("card"), event.get("rating")
    if not isinstance(card, str) or rating not in RATINGS or not isinstance(rating, int):
        return
    memory = progress.memories.get(card, FRESH)
    taken_for = event.get("taken_for")
    taken = taken_for if isinstance(taken_for, str) else ""
    daily = progress.days.setdefault(day, Daily())
    daily.answers += 1
    daily.right += rating > 1
    ms = event.get("ms")
    daily.ms += ms if isinstance(ms, int) else 0
    if event.get("practice"):
        progress.memories[card] = practised(memory, rating, taken)
        return
    daily.first += memory.new and card.startswith("point:")
    progress.memories[card] = counted(memory, day, rating, taken, retention)


def _outline(progress: Progress, event: Event) -> None:
    nodes = event.get("nodes")
    seen = {k.key: k for k in _known(nodes if isinstance(nodes, Sequence) else ())}
    for key, before in progress.known.items():
        if key not in seen:
            progress.known[key] = replace(before, here=False)
    for key, now in seen.items():
        old = progress.known.get(key)
        progress.known[key] = now
        if old is not None and old.place != now.place:
            _moved(progress, key)


def _known(nodes: Sequence[object]) -> Iterator[Known]:
    for node in nodes:
        if isinstance(node, Mapping):
            yield Known(str(node.get("key", "")), str(node.get("text", "")), str(node.get("place", "")))


def _moved(progress: Progress, key: str) -> None:
    for card in (f"point:{key}", f"place:{key}"):
        if card in progress.memories:
            progress.memories[card] = replace(progress.memories[card], moved=True)


def _rename(progress: Progress, old: str, new: str) -> None:
    for kind in ("point", "place", "passage"):
        memory = progress.memories.pop(f"{kind}:{old}", None)
        if memory is not None:
            progress.memories[f"{kind}:{new}"] = memory
    if old in progress.known:
        progress.known[new] = replace(progress.known.pop(old), key=new)


def _decide(progress: Progress, kind: str, event: Event) -> None:
    card = str(event.get("card"))
    memory = progress.memory(card)
    if kind == "reset":
        progress.memories.pop(card, None)
        return
    if kind == "bury":
        until = event.get("until")
        memory = replace(memory, buried=ordinal_of_day(until) if isinstance(until, str) else 0)
    else:
        memory = replace(memory, suspended=kind == "suspend")
    progress.memories[card] = memory
