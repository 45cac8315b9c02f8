"""A rehearsal under way: the run, the clock beside it, and the unit that is written at its end."""

from datetime import timedelta

from studytui.cards.card import Card
from studytui.drills import rehearse
from studytui.drills.rehearse import REHEARSE, Rehearsal
from studytui.study.day import Clock
from studytui.study.deck import StudyDeck


class Rehearsing:
    """A rehearsal under way.

    Attributes:
        deck: The deck.
        run: What was said and what is to be said.
        unit: What was written; None before it is, and after it was taken back.
    """

    def __init__(self, deck: StudyDeck, run: Rehearsal, now: Clock) -> None:
        self.deck, self.run = deck, run
        self.unit: str | None = None
        self._now = now
        self._since = now()

    @property
    def elapsed(self) -> float:
        """Seconds since the point that is being said was begun; a clock set back gives 0."""
        return max(0.0, (self._now() - self._since).total_seconds())

    @property
    def used(self) -> float:
        """Seconds since the beginning."""
        return self.run.used + (0.0 if self.run.done else self.elapsed)

    @property
    def behind(self) -> float:
        """Seconds behind the plan, less than 0 when ahead; the point that is being said counts from when it is late."""
        if self.run.done:
            return self.run.behind
        return self.run.behind + max(0.0, self.elapsed - self.run.stops[self.run.at].planned)

    def prompted(self) -> tuple[Card, ...]:
        """What asks for each node that was said with a word shown: its point, else the link that leads to it.

        A node that has neither, or none that is awake, is asked by nothing.
        """
        asks: dict[int | None, Card] = {}
        for card in self.deck.cards:  # points stand before links
            if not self.deck.memory(card).asleep(self.deck.today):
                asks.setdefault(rehearse.said_by(card), card)
        stops = (stop.node for stop in self.run.stops if stop.used is not None and stop.prompts)
        return tuple(asks[node] for node in stops if node in asks)

    def begin(self) -> None:
        """The clock runs from here."""
        self._since = self._now()

    def said(self) -> None:
        """The point was said."""
        self.run = rehearse.go_on(self.run, self.elapsed)
        self._since = self._now()

    def prompt(self) -> None:
        """One word more of the point that is being said."""
        self.run = rehearse.prompt(self.run)

    def back(self) -> None:
        """Say the point before once more; the time that went by stays gone."""
        if self.run.at:
            self._since -= timedelta(seconds=self.run.stops[self.run.at - 1].used or 0.0)
            self.run = rehearse.go_back(self.run)

    def keep(self) -> None:
        """Write what was said as one unit, where there is anything and it is not written yet.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        marks = rehearse.marks(self.run, self.deck.cards)
        if marks and self.unit is None:
            self.unit, _ = self.deck.answer(marks, REHEARSE.name, round(1000 * self.run.used))

    def take_back(self) -> None:
        """Take back what was written.

        Raises:
            StudyError: It could not be written; nothing was taken back.
        """
        if self.unit is not None:
            self.deck.take_back(self.unit)
            self.unit = None
