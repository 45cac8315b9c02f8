"""A unit: what was marked or decided at once, whole or not there; and the events that it consists of.

Events are JSON objects and stay as they are, so that kinds and fields of a later version survive.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

Event: TypeAlias = Mapping[str, object]
"""One JSON object; its ``kind`` says what happened."""


class Unit(NamedTuple):
    """One line of a journal.

    Attributes:
        id: Unique without coordination; a unit seen twice counts once.
        seq: Its number on its device.
        at: Milliseconds since 1970 in UTC: what the clock said, right or wrong.
        day: The study day on which it was written, as an ISO date.
        events: What happened, in order.
        device: The device that wrote it; not in the line, since it is the name of the file.
    """

    id: str
    seq: int
    at: int
    day: str
    events: tuple[Event, ...]
    device: str = ""


def review(
    card: str,
    rating: int,
    proposed: int,
    drill: str,
    ms: int,
    practice: bool = False,
    taken_for: str | None = None,
    cues: int = 0,
    score: float | None = None,
    parts: Sequence[int] = (),
) -> Event:
    """One graded answer.

    Args:
        card: The card that was asked.
        rating: What counts: 1 again, 2 hard, 3 good, 4 easy.
        proposed: The rating that the drill proposed.
        drill: The drill's name.
        ms: How long it took.
        practice: Whether the schedule stays as it is.
        taken_for: The key of the node that the card was taken for.
        cues: How many cues were given.
        score: How much of what was typed was right, 0 to 1, beside what the person says of it.
        parts: The rating of each part of the answer, such as the sentences of a passage.
    """
    event: dict[str, object] = {
        "kind": "review",
        "card": card,
        "rating": rating,
        "proposed": proposed,
        "drill": drill,
        "ms": ms,
        "practice": practice,
    }
    if taken_for is not None:
        event["taken_for"] = taken_for
    event["cues"] = cues
    if score is not None:
        event["score"] = score
    if parts:
        event["parts"] = list(parts)
    return event


def undo(of: str) -> Event:
    """A whole unit taken back."""
    return {"kind": "undo", "of": of}


def outline(nodes: Sequence[Mapping[str, object]]) -> Event:
    """The nodes of a deck as they are now known: keys, texts, places; ``here`` is false for one that is gone."""
    return {"kind": "outline", "nodes": [dict(node) for node in nodes]}


def rename(old: str, new: str, by: str) -> Event:
    """The history of one node key moved to another; `by` is ``auto`` or ``user``."""
    return {"kind": "rename", "old": old, "new": new, "by": by}


def setting(name: str, value: object) -> Event:
    """A setting that due dates depend on, changed to a JSON value."""
    return {"kind": "setting", "name": name, "value": value}


def suspend(card: str) -> Event:
    """A card that is not asked until it is resumed."""
    return {"kind": "suspend", "card": card}


def resume(card: str) -> Event:
    """A suspended card that is asked again."""
    return {"kind": "resume", "card": card}


def bury(card: str, until: str) -> Event:
    """A card that is not asked before a study day, given as an ISO date."""
    return {"kind": "bury", "card": card, "until": until}


def reset(card: str) -> Event:
    """A card that is new again."""
    return {"kind": "reset", "card": card}


def term(term: str, choice: str) -> Event:
    """A word that is always hidden (``pin``), never (``bar``), or as it is found (empty), all over a deck."""
    return {"kind": "term", "term": term, "choice": choice}


def synonym(node: str, wanted: str, accepted: str, on: bool = True) -> Event:
    """Words that are accepted for those of a node's text, or no more; the node is given by its key."""
    return {"kind": "synonym", "node": node, "wanted": wanted, "accepted": accepted, "on": on}


def ask_by(card: str, drill: str) -> Event:
    """A card that is asked by one drill from now on, given by its name; by the one that fits where it is empty."""
    return {"kind": "format", "card": card, "drill": drill}


def enable(card: str, on: bool = True) -> Event:
    """A passage card that is wanted from now on, or no more."""
    return {"kind": "enable", "card": card, "on": on}
