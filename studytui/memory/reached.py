"""How far the replay of a deck's units has come, and whether a further one can simply be brought in."""

from dataclasses import dataclass, field
from typing import TypeAlias

from studytui.memory.unit import Unit

Place: TypeAlias = tuple[int, str, int]
"""Where a unit stands in the order of replay: the running maximum of its device's clock, the device, its number."""


@dataclass(slots=True)
class Reached:
    """How far replay has come.

    Attributes:
        latest: For each device the running maximum of its clock.
        seqs: For each device the highest number of a unit.
        top: The place in the order of replay of the last unit that was brought in.
        awaited: Units that were taken back before they came: the device that wrote them was behind, or its disk failed.
    """

    latest: dict[str, int] = field(default_factory=dict)
    seqs: dict[str, int] = field(default_factory=dict)
    top: Place = (0, "", 0)
    awaited: frozenset[str] = frozenset()

    def copy(self) -> "Reached":
        """The same, to go on with apart."""
        return Reached({**self.latest}, {**self.seqs}, self.top, self.awaited)

    def place(self, unit: Unit) -> Place | None:
        """Where a further unit stands; None where only a new replay of all gives the right order."""
        id_, seq, at, _, events, device = unit
        for event in events:
            kind = event["kind"]
            # Both change what units mean that were brought in already; to take back what never came changes nothing.
            if kind == "rename" or (kind == "undo" and str(event.get("of")) not in self.awaited):
                return None
        latest = self.latest.get(device)
        # What a new device wrote may stand in another's journal already, and only a replay looks at all ids.
        if (latest is None and self.latest) or id_ in self.awaited or seq <= self.seqs.get(device, 0):
            return None
        place = at if latest is None or at > latest else latest, device, seq
        return place if place > self.top else None

    def advance(self, place: Place) -> None:
        """Count a unit that stands there as brought in."""
        latest, device, seq = self.top = place
        self.latest[device], self.seqs[device] = latest, seq
