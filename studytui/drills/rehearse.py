"""Rehearse (试讲): a timed run, one heading at a time, with a prompt only where one is asked for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from studytui.cards.card import Card, Kind
from studytui.drills.drill import Drill, Mark
from studytui.drills.lines import Line, above, line
from studytui.language.script import HAN
from studytui.memory.fsrs import GOOD, HARD
from studytui.messages import message
from studytui.outline.tree import Outline

REHEARSE = Drill("rehearse", message("Rehearse"), (), self_rated=True)
PACE = 220
"""Characters a minute of a speech that is given, not read out."""
_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(rf"[{HAN}]{{1,2}}|[^\W_{HAN}]+(?:['’.-][^\W_{HAN}]+)*")
_LEAST = 5
"""Seconds that the shortest point takes."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One heading or point of the run.

    Attributes:
        node: Its index.
        above: The headings over it, outermost first.
        line: Its number and text.
        planned: Seconds that it should take.
        used: Seconds that it took, None as long as it has not been said.
        prompts: How many words were asked for.
    """

    node: int
    above: tuple[Line, ...]
    line: Line
    planned: float
    used: float | None = None
    prompts: int = 0


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A run: what was said, what is to be said.

    Attributes:
        stops: All of them in order.
        at: Which one is being said.
    """

    stops: tuple[Stop, ...]
    at: int = 0

    @property
    def done(self) -> bool:
        """Whether the end was reached."""
        return self.at >= len(self.stops)

    @property
    def planned(self) -> float:
        """Seconds that the whole should take."""
        return sum(stop.planned for stop in self.stops)

    @property
    def used(self) -> float:
        """Seconds that were used so far."""
        return sum(stop.used or 0.0 for stop in self.stops)

    @property
    def behind(self) -> float:
        """Seconds that what was said took longer than planned; less than 0 when ahead."""
        said = self.stops[: self.at]
        return sum(stop.used or 0.0 for stop in said) - sum(stop.planned for stop in said)

    @property
    def prompt(self) -> str:
        """As much of the point that is being said as was asked for; empty where nothing was."""
        if self.done or not self.stops[self.at].prompts:
            return ""
        words = _words(self.stops[self.at].line.text)
        return words[min(self.stops[self.at].prompts, len(words)) - 1]


def begin(
    outline: Outline, nodes: Sequence[int], pace: float = PACE, minutes: Mapping[int, float] | None = None
) -> Rehearsal:
    """A run over some nodes.

    Args:
        outline: The outline.
        nodes: The nodes in the order of the speech.
        pace: Characters a minute, heading and body taken together.
        minutes: By node how long it and all below it shall take; the time is shared by how much there is to be said.
    """
    planned = {node: max(_LEAST, 60 * _length(outline, node) / pace) for node in nodes}
    for section, wanted in (minutes or {}).items():
        part = [node for node in nodes if node == section or section in outline.path(node)]
        whole = sum(planned[node] for node in part)
        for node in part:
            planned[node] *= 60 * wanted / whole
    return Rehearsal(tuple(Stop(i, above(outline, outline.parents[i]), line(outline, i), planned[i]) for i in nodes))


def prompt(run: Rehearsal) -> Rehearsal:
    """One word more of the point that is being said."""
    if run.done or run.stops[run.at].prompts >= len(_words(run.stops[run.at].line.text)):
        return run
    return _with(run, replace(run.stops[run.at], prompts=run.stops[run.at].prompts + 1))


def go_on(run: Rehearsal, seconds: float) -> Rehearsal:
    """The point was said; it took so long."""
    if run.done:
        return run
    return replace(_with(run, replace(run.stops[run.at], used=seconds)), at=run.at + 1)


def go_back(run: Rehearsal) -> Rehearsal:
    """Say the point before once more, as if it had not been said; a word of it that was shown stays shown."""
    if not run.at:
        return run
    before = replace(run, at=run.at - 1)
    return _with(before, replace(before.stops[before.at], used=None))


def marks(run: Rehearsal, cards: Sequence[Card]) -> tuple[Mark, ...]:
    """What it means: practice for each point, and for the link that leads to it, with the prompts that were needed."""
    said = {stop.node: stop for stop in run.stops if stop.used is not None}
    found: list[Mark] = []
    for card in cards:
        node = said_by(card)
        if node is not None and (stop := said.get(node)):
            rating = HARD if stop.prompts else GOOD
            found.append(Mark(card.id, rating, practice=True, cues=stop.prompts))
    return tuple(found)


def said_by(card: Card) -> int | None:
    """The node that is said when a card is: that of a point, and what a link leads to; None for others."""
    return card.node if card.kind is Kind.POINT else card.to if card.kind is Kind.LINK else None


def sections(run: Rehearsal, outline: Outline) -> tuple[tuple[int, float, float, int], ...]:
    """For each outermost heading its node, the seconds planned and used, and the prompts: the table at the end."""
    found: dict[int, list[Stop]] = {}
    for stop in run.stops:
        found.setdefault(outline.path(stop.node)[0], []).append(stop)
    return tuple(
        (
            node,
            sum(stop.planned for stop in stops),
            sum(stop.used or 0.0 for stop in stops),
            sum(stop.prompts for stop in stops),
        )
        for node, stops in found.items()
    )


def _with(run: Rehearsal, stop: Stop) -> Rehearsal:
    return replace(run, stops=(*run.stops[: run.at], stop, *run.stops[run.at + 1 :]))


def _length(outline: Outline, node: int) -> int:
    """How many characters of a node are said, its text and what stands under it; a word of English counts as two."""
    told = outline.nodes[node]
    words = (word for text in (told.text, *told.body, *told.tail) for word in _WORD.finditer(text))
    return sum(len(word[0]) if _HAN.match(word[0]) else 2 for word in words)


def _words(text: str) -> tuple[str, ...]:
    """Ever more of a text, two characters or one word at a time, the whole at the end."""
    ends = [word.end() for word in _WORD.finditer(text)]
    return (*(text[:end] + "…" for end in ends[:-1]), text)
