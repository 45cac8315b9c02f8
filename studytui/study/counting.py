"""A deck counted into one row: an open one, or one that need not be opened since what is kept of it still holds."""

from array import array
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from studytui.memory.fsrs import AGAIN, retrievability
from studytui.memory.memory import lapses_in
from studytui.memory.queue import queue
from studytui.memory.readiness import SAID
from studytui.memory.weak import FAINT, MANY_LAPSES, Reason, reason, weak
from studytui.storage.files import Files
from studytui.storage.journal import SUFFIX
from studytui.storage.state import Row, State
from studytui.study.deck import STAYS, StudyDeck
from studytui.study.progress import memory_of
from studytui.study.summary import Summary


def summarised(deck: StudyDeck) -> Summary:
    """An open deck in one row."""
    found = queue(deck.cards, deck.progress.memories, deck.today)
    return Summary(
        deck.name,
        deck.id,
        deck.title,
        len(deck.outline.nodes),
        len(deck.cards),
        tuple(len(meeting.fresh) for meeting in found.meetings),
        len(found.follow),
        len(found.due),
        len(weak(deck.cards, deck.progress.memories, deck.today)),
        deck.readiness(),
        deck.learnt_today,
        deck.day,
        array("l", sorted(deck.progress.days)),
        array("d", [deck.memory(card).urgency(deck.today) for card in found.due]),
    )


def is_current(meta: Row, stamp: Sequence[int], retention: float, reviews: Path, files: Files) -> bool:
    """Whether state is of the deck file as it stands and of the journals as far as they go.

    Args:
        meta: The meta row of the state.
        stamp: What tells whether the deck file was changed.
        retention: The retrievability at which cards come back.
        reviews: The folder of all journals.
        files: The door to the disk.

    Raises:
        StudyError: The journals may not be looked at.
    """
    deck, ends = meta.get("deck"), meta.get("ends")
    if meta.get("stamp") != list(stamp[:STAYS]) or meta.get("retention") != retention:
        return False
    if not isinstance(deck, str) or not isinstance(ends, Mapping):
        return False
    folder = reviews / deck
    names = [name for name in files.names(folder) if name.endswith(SUFFIX)]
    return {name.removesuffix(SUFFIX): files.stat(folder / name).st_size for name in names} == ends


def summary_of(name: str, kept: State, day: int) -> Summary | None:
    """A deck in one row, as it is on a study day; None where only opening it tells."""
    meta: Mapping[str, Any] = kept.meta
    try:
        sleeps, wakes = meta["still"]
        if not sleeps <= day < wakes:
            return None
        urgent, faint, said = _counted(kept.memories, day)
        return Summary(
            name,
            meta["deck"],
            meta["title"] or name,
            meta["nodes"],
            meta["cards"],
            tuple(meta["groups"]),
            meta["follow"],
            len(urgent),
            faint,
            said / meta["said"] if meta["said"] else 0.0,
            sum(row["first"] for row in _rows(kept.days) if row["day"] == day),
            date.fromisoformat(meta["speech"]) if meta["speech"] else None,
            array("l", sorted(row["day"] for row in _rows(kept.days))),
            array("d", sorted(urgent)),
        )
    except (LookupError, TypeError, ValueError, ArithmeticError):  # not what this version keeps
        return None


def weak_rows(kept: State, day: int) -> list[tuple[str, Reason]] | None:
    """The ids of the weak cards with the reasons; None where the rows are not what this version keeps."""
    try:
        cards = [(str(row["card"]), reason(memory_of(row), day)) for row in kept.memories if row["kind"]]
    except (LookupError, TypeError):
        return None
    return [(card, why) for card, why in cards if why is not None]


def _counted(memories: Sequence[Row], day: int) -> tuple[list[float], int, float]:
    """The chances of the cards that are due, how many are weak, and how many of the points and links would be said.

    It says of rows what `queue`, `weak` and `readiness` say of memories, which would take longer to make than to ask.
    """
    urgent: list[float] = []
    faint, said = 0, 0.0
    for row in _rows(memories):
        kind, count = row["kind"], row["count"]
        if not kind or not (count or row["prompted"]):  # the deck has no such card any more, or it is new
            continue
        ratings = row["ratings"]
        failed_today = count and row["day"] >= day and ratings[-1] == AGAIN
        chance = 0.0 if failed_today else retrievability(row["s"], day - row["day"])
        if kind in SAID and count:
            said += chance
        if row["suspended"] or row["buried"] > day:
            continue
        if row["due"] <= day or row["prompted"]:
            urgent.append(0.0 if row["prompted"] else chance)
        if count and (
            row["prompted"]
            or chance < FAINT
            or ratings[-1] == AGAIN
            or row["moved"]
            or any(row["taken"])
            or (AGAIN in ratings and lapses_in(ratings, count) >= MANY_LAPSES)
        ):
            faint += 1
    return urgent, faint, said


def _rows(rows: Sequence[Row]) -> Sequence[Mapping[str, Any]]:
    return rows
