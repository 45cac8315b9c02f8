"""From everything that happened to what is remembered: a fold over the units, in one fixed order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Generic, TypeVar

from studytui.cards.keys import Known
from studytui.memory.choices import Choices
from studytui.memory.fsrs import AGAIN, RATINGS
from studytui.memory.memory import Memory
from studytui.memory.order import counting
from studytui.memory.trace import Trace, remembered
from studytui.memory.unit import Event, Unit

FRESH = Memory()
REHEARSED = "rehearse"
"""The drill whose prompts put a card first."""


@dataclass(slots=True)
class Daily:
    """What was done on one study day.

    Attributes:
        answers: Answers, practice among them.
        right: Those rated above `again`.
        ms: The time they took.
        first: Points that were answered for the first time.
        asked: Counted answers to cards that were known from an earlier day: what true retention is a share of.
        kept: Those of them rated above `again`.
        typed: Answers that were typed and marked by what was typed.
        overruled: Those of them that the person rated otherwise than was proposed.
    """

    answers: int = 0
    right: int = 0
    ms: int = 0
    first: int = 0
    asked: int = 0
    kept: int = 0
    typed: int = 0
    overruled: int = 0


R = TypeVar("R", Memory, Trace)


@dataclass(slots=True)
class Fold(Generic[R]):
    """What the units of one deck add up to, in memories or in traces of them.

    Attributes:
        memories: What is remembered of each card that was ever answered or decided upon.
        known: Each node key that was ever given, with its text and place as last seen.
        days: What was done, by study day.
        choices: What the person decided about its words.
    """

    memories: dict[str, R] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    days: dict[int, Daily] = field(default_factory=dict)
    choices: Choices = field(default_factory=Choices)

    def fresh(self) -> R:
        """What is remembered of a card that was never answered."""
        raise NotImplementedError

    def memory(self, card: str) -> R:
        """What is remembered of a card; a fresh one where it was never answered."""
        found = self.memories.get(card)
        return self.fresh() if found is None else found


@dataclass(slots=True)
class Progress(Fold[Memory]):
    """All that the units of one deck add up to."""

    def fresh(self) -> Memory:
        """The memory of a card that was never answered."""
        return FRESH


@dataclass(slots=True)
class Tracing(Fold[Trace]):
    """The same while all of it is gone through at once."""

    def fresh(self) -> Trace:
        """A trace to be written on."""
        return Trace()


@lru_cache(maxsize=4096)
def ordinal_of_day(day: str) -> int:
    """A study day as written in a unit, as a number of days.

    Raises:
        ValueError: It is not a date.
    """
    return date.fromisoformat(day).toordinal()


def replay(units: Iterable[Unit], retention: float) -> Progress:
    """What all the units of one deck add up to."""
    return added_up(counting(units), retention)


def added_up(units: Iterable[Unit], retention: float) -> Progress:
    """What units add up to that are in order and all count."""
    traces = Tracing()
    bring_in(traces, units, retention)
    return Progress(remembered(traces.memories, retention), traces.known, traces.days, traces.choices)


def bring_in(progress: Fold[R], units: Iterable[Unit], retention: float) -> None:
    """Bring further units in, which are in order and all count; events of unknown kinds are skipped."""
    for unit in units:
        for event in unit.events:
            kind = event["kind"]
            if kind == "review":
                _review(progress, event, ordinal_of_day(unit.day), retention)
            elif kind == "outline":
                _outline(progress, event)
            elif kind == "rename":
                _rename(progress, event.get("old"), event.get("new"))
            elif kind in ("suspend", "resume", "bury", "reset"):
                _decide(progress, str(kind), event)
            else:
                progress.choices.decide(str(kind), event)


def _review(progress: Fold[R], event: Event, day: int, retention: float) -> None:
    card, rating = event.get("card"), event.get("rating")
    # `type` and not `isinstance`: it is faster, and true is no rating.
    if type(card) is not str or type(rating) is not int or rating not in RATINGS:
        return
    memory = progress.memories.get(card)  # and not `memory`: a call more for each of a million answers
    if memory is None:
        memory = progress.fresh()
    taken, ms = event.get("taken_for", ""), event.get("ms")
    if type(taken) is not str:
        taken = ""
    daily = progress.days.get(day)
    if daily is None:
        daily = progress.days[day] = Daily()
    daily.answers += 1
    daily.right += rating > AGAIN
    if type(ms) is int:
        daily.ms += ms
    typed = event.get("score") is not None
    daily.typed += typed
    daily.overruled += typed and event.get("proposed", rating) != rating
    if event.get("practice"):
        memory = progress.memories[card] = memory.practised(rating, taken)
        if event.get("drill") == REHEARSED:
            progress.memories[card] = memory.rehearsed(prompted=event.get("cues", 0) != 0)
        return
    if not memory.day:
        daily.first += card.startswith("point:")
    elif memory.day < day:
        daily.asked += 1
        daily.kept += rating > AGAIN
    progress.memories[card] = memory.counted(day, rating, taken, retention)


def _outline(progress: Fold[R], event: Event) -> None:
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
            key, text, place = (str(node.get(name, "")) for name in ("key", "text", "place"))
            yield Known(key, text, place, here=node.get("here") is not False)


def _moved(progress: Fold[R], key: str) -> None:
    for card in (f"point:{key}", f"place:{key}"):
        if card in progress.memories:
            progress.memories[card] = progress.memories[card].shifted()


def _rename(progress: Fold[R], old: object, new: object) -> None:
    """Move the history of all cards that speak of a node, links from and to it and its lists included."""
    if not isinstance(old, str) or not isinstance(new, str):
        return
    for card in [card for card in progress.memories if old in card]:
        progress.memories[_renamed(card, old, new)] = progress.memories.pop(card)
    progress.choices.rename(old, new)
    formats = progress.choices.formats
    for card in [card for card in formats if old in card]:
        formats[_renamed(card, old, new)] = formats.pop(card)
    if old in progress.known:
        progress.known[new] = replace(progress.known.pop(old), key=new)


def _renamed(card: str, old: str, new: str) -> str:
    kind, _, rest = card.partition(":")
    if kind == "link":
        return "link:" + ">".join(new if key == old else key for key in rest.split(">"))
    if kind == "list":
        key, _, group = rest.rpartition(".")
        return f"list:{new}.{group}" if key == old else card
    return f"{kind}:{new}" if rest == old else card


def _decide(progress: Fold[R], kind: str, event: Event) -> None:
    card = event.get("card")
    if not isinstance(card, str):
        return
    if kind == "reset":
        progress.memories.pop(card, None)
        return
    memory = progress.memory(card)
    if kind == "bury":
        progress.memories[card] = memory.asleep_as(buried=_until(event.get("until")))
    else:
        progress.memories[card] = memory.asleep_as(suspended=kind == "suspend")


def _until(day: object) -> int:
    try:
        return ordinal_of_day(str(day))
    except ValueError:
        return 0
