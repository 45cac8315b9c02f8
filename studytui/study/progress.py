"""What a deck's journals add up to, kept as state and brought up to date from where it stopped reading."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

from studytui.cards.keys import Known
from studytui.memory.choices import Choices
from studytui.memory.memory import Memory
from studytui.memory.order import by_device, in_order, left, merged, undos
from studytui.memory.reached import Reached
from studytui.memory.replay import Daily, Progress, added_up, bring_in
from studytui.memory.unit import Unit
from studytui.storage.state import Row, State

T = TypeVar("T")

_AT, _ID = attrgetter("at"), attrgetter("id")

_MOST = 2**53 - 1
"""The largest number that every reader of JSON takes."""


def replayed(units: Iterable[Unit], retention: float) -> tuple[Progress, Reached]:
    """What all units add up to, and how far that is."""
    own = by_device(units)
    ordered = merged(own)
    undone = undos(ordered)
    progress, reached = added_up(left(ordered, undone), retention), Reached()
    for device, its in own.items():
        reached.latest[device], reached.seqs[device] = max(map(_AT, its)), its[-1].seq
    # Within a device both only grow, so what it wrote last comes last.
    tops = [(reached.latest[device], device, seq) for device, seq in reached.seqs.items()]
    reached.top = max(reached.top, *tops) if tops else reached.top
    if undone:
        reached.awaited = frozenset(set().union(*undone.values()).difference(map(_ID, ordered)))
    return progress, reached


def brought_up(
    progress: Progress, reached: Reached, units: Sequence[Unit], retention: float, writer: str = ""
) -> Reached | None:
    """Bring further units in; None, and nothing done, where only a new replay of all gives the right order.

    Args:
        progress: What those before add up to.
        reached: How far that is.
        units: Those that came since.
        retention: What due dates depend on.
        writer: The device whose journal holds nothing that another one wrote, since only this program writes it.
    """
    # A journal that was copied under another name holds units that are known, and only a replay looks at all ids.
    if len(reached.latest) > 1 and any(unit.device != writer for unit in units):
        return None
    ordered, ahead = in_order(units), reached.copy()
    if len(ordered) < len(units):
        return None
    for unit in ordered:
        place = ahead.place(unit)
        if place is None:
            return None
        ahead.advance(place)
    bring_in(progress, ordered, retention)
    return ahead


def as_state(progress: Progress, reached: Reached, live: Mapping[str, str], meta: Row) -> State:
    """The rows that are kept of a deck.

    Args:
        progress: What its units add up to.
        reached: How far that is.
        live: The cards that the deck has now, with their kinds; the others' history is kept, but not counted.
        meta: What else the meta row holds.
    """
    memories = [
        {
            "card": card,
            "kind": live.get(card, ""),
            "s": m.stability,
            "d": m.difficulty,
            "day": m.day,
            "due": m.due,
            "count": m.answers,
            "ratings": m.ratings,
            "taken": m.taken,
            "moved": m.moved,
            "suspended": m.suspended,
            "buried": m.buried,
            "prompted": m.prompted,
        }
        for card, m in progress.memories.items()
    ]
    known = [{"key": k.key, "text": k.text, "place": k.place, "here": k.here} for k in progress.known.values()]
    days = [
        {
            "day": day,
            "answers": d.answers,
            "right": d.right,
            "ms": min(d.ms, _MOST),
            "first": d.first,
            "asked": d.asked,
            "kept": d.kept,
            "typed": d.typed,
            "overruled": d.overruled,
        }
        for day, d in progress.days.items()
    ]
    far = {
        "latest": reached.latest,
        "seqs": reached.seqs,
        "top": reached.top,
        "awaited": sorted(reached.awaited),
    }
    choices = [{"term": term, "choice": choice} for term, choice in progress.choices.terms.items()]
    accepted = [{"node": node, "accepted": pairs} for node, pairs in progress.choices.synonyms.items()]
    wanted = [{"passage": node} for node in sorted(progress.choices.passages)]
    fixed = [{"format": card, "drill": drill} for card, drill in progress.choices.formats.items()]
    return State({**meta, **far}, memories, known, days, [*choices, *accepted, *wanted, *fixed])


def from_state(state: State) -> tuple[Progress, Reached]:
    """Read the rows back.

    Raises:
        LookupError, TypeError, ValueError: They are not what `as_state` wrote.
    """
    progress = Progress(
        {_is(row["card"], str): memory_of(row) for row in state.memories},
        {
            _is(row["key"], str): Known(
                _is(row["key"], str), _is(row["text"], str), _is(row["place"], str), _is(row["here"], bool)
            )
            for row in state.known
        },
        days_of(state.days),
        Choices(
            {_is(row["term"], str): _is(row["choice"], str) for row in state.choices if "term" in row},
            {
                _is(row["node"], str): {_is(k, str): _is(v, str) for k, v in _is(row["accepted"], dict).items()}
                for row in state.choices
                if "node" in row
            },
            {_is(row["passage"], str) for row in state.choices if "passage" in row},
            {_is(row["format"], str): _is(row["drill"], str) for row in state.choices if "format" in row},
        ),
    )
    at, device, seq = _is(state.meta["top"], list)
    top = (_is(at, int), _is(device, str), _is(seq, int))
    awaited = frozenset(_is(id_, str) for id_ in _is(state.meta["awaited"], list))
    return progress, Reached(numbers(state.meta["latest"]), numbers(state.meta["seqs"]), top, awaited)


def days_of(rows: Iterable[Row]) -> dict[int, Daily]:
    """What was done, by study day.

    Raises:
        LookupError, TypeError: The rows are not what `as_state` wrote.
    """
    names = ("answers", "right", "ms", "first", "asked", "kept", "typed", "overruled")
    return {_is(row["day"], int): Daily(*(_is(row[name], int) for name in names)) for row in rows}


def memory_of(row: Row) -> Memory:
    """The memory in one row.

    Raises:
        LookupError, TypeError: The row is not what `as_state` wrote.
    """
    return Memory(
        _is(row["s"], float),
        _is(row["d"], float),
        _is(row["day"], int),
        _is(row["due"], int),
        _is(row["count"], int),
        _all(row["ratings"], int),
        _all(row["taken"], str),
        _is(row["moved"], bool),
        _is(row["suspended"], bool),
        _is(row["buried"], int),
        _is(row["prompted"], bool),
    )


def numbers(value: object) -> dict[str, int]:
    """A JSON object of whole numbers.

    Raises:
        TypeError: It is something else.
    """
    return {_is(key, str): _is(number, int) for key, number in _is(value, dict).items()}


def _all(values: object, kind: type[T]) -> tuple[T, ...]:
    found = _is(values, list)
    if not {*map(type, found)} <= {kind}:
        raise TypeError(values)
    return tuple(found)


def _is(value: object, kind: type[T]) -> T:
    if not isinstance(value, kind):
        raise TypeError(value)
    return value
