"""One deck in use: its outline, its cards, what is remembered of them, and where its answers are written."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from studytui.cards.card import Card, Kind
from studytui.cards.keys import Matching, match, places
from studytui.drills.drill import Mark
from studytui.memory import unit as events
from studytui.memory.fsrs import RATINGS
from studytui.memory.memory import Memory
from studytui.memory.order import counting
from studytui.memory.queue import queue, still
from studytui.memory.readiness import SAID, readiness
from studytui.memory.replay import Progress
from studytui.memory.unit import Event, Unit
from studytui.messages import Message
from studytui.outline.convert import converted, punctuated
from studytui.outline.deck import Deck
from studytui.outline.tree import Outline
from studytui.storage.journal import Journal
from studytui.study.decision import Decision, written
from studytui.study.history import History
from studytui.study.parts import Parts

STAYS = 2
"""So much of a file's stamp stays when the library is copied: its time and its size."""
VIEWS: dict[str, Literal["hans", "hant"]] = {"simplified": "hans", "traditional": "hant"}


class StudyDeck:
    """One deck in use.

    Attributes:
        name: Its label, the name of its file.
        file: What its file holds.
        stamp: What tells whether the file was changed since: its time, its size, and which file it is.
        matching: Which of its nodes were known when it was opened.
        keys: The key of each node.
        cards: All its cards, run by run.
        members, node, card, cards_of, siblings, part, run: The cards of its parts, as in `Parts`.
    """

    def __init__(self, name: str, file: Deck, history: History, stamp: tuple[int, int, int] = (0, 0, 0)) -> None:
        self.name = name
        self.file = file
        self.stamp = stamp
        self._history = history
        self.matching: Matching = match(file.outline, self.progress.known)
        self.keys: tuple[str, ...] = self.matching.keys
        self.outline: Outline = _shown(file)
        self._deal()

    def _deal(self) -> None:
        """Make the cards, those of the passages that are wanted among them."""
        self._wanted = frozenset(self.progress.choices.passages)
        self._parts = Parts(self.file.outline, self.keys, self._wanted)
        self.cards: tuple[Card, ...] = self._parts.cards
        self.members, self.node, self.card = self._parts.members, self._parts.node, self._parts.card
        self.cards_of, self.siblings = self._parts.cards_of, self._parts.siblings
        self.part, self.run = self._parts.part, self._parts.run

    @property
    def id(self) -> str:
        """The deck's id, which never changes."""
        return self.file.id

    @property
    def title(self) -> str:
        """The document's title; the deck's name where it has none."""
        return self.outline.title or self.name

    @property
    def progress(self) -> Progress:
        """What its journals add up to."""
        return self._history.progress

    @property
    def today(self) -> int:
        """The study day, as a number of days."""
        return self._history.when().day.toordinal()

    @property
    def notes(self) -> tuple[Message, ...]:
        """What a person should know about its journals: what in them is damaged."""
        return self._history.notes

    @property
    def day(self) -> date | None:
        """The day of the speech, where it is set."""
        return self.file.day

    @property
    def learnt_today(self) -> int:
        """How many points were answered for the first time today."""
        daily = self.progress.days.get(self.today)
        return daily.first if daily else 0

    def memory(self, card: Card) -> Memory:
        """The memory of a card."""
        return self.progress.memory(card.id)

    def readiness(self, part: Iterable[Card] | None = None) -> float:
        """The share of a part, or of all, that would be said now."""
        return readiness(self.cards if part is None else part, self.progress.memories, self.today)

    def forecast(self, card: Card) -> tuple[int, ...]:
        """In how many days a card comes back under each of the four ratings; empty where an answer is practice."""
        memory = self.memory(card)
        if memory.settled(self.today):
            return ()
        retention = self._history.settings.retention
        return tuple(memory.counted(self.today, rating, "", retention).due - self.today for rating in RATINGS)

    def answer(
        self, marks: Sequence[Mark], drill: str, ms: int, ratings: Mapping[str, int] | None = None
    ) -> tuple[str, Sequence[Mark]]:
        """Write what was marked at once as one unit; on disk when this returns.

        The first answer of a study day to a card counts; later ones are practice, except after `again`.

        Args:
            marks: What the drill proposes.
            drill: Its name.
            ms: How long the answer took; its cards share it, so that the day's time is the sum of what is written.
            ratings: By card what the person says instead.

        Returns:
            The unit's id, and the marks as they count: rated as the person says, and practice where the day's answer
            was given before.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        now, memories = self._history.when(), self._history.progress.memories
        day = now.day.toordinal()
        each, over = divmod(ms, len(marks) or 1)
        rated: list[Mark] = []
        reviews: list[Event] = []
        for mark in marks:
            card, proposed, practice, taken_for, cues, score, parts = mark
            rating = ratings.get(card, proposed) if ratings else proposed
            memory = memories.get(card)
            practice = practice or (memory is not None and memory.settled(day))
            if rating != proposed or practice != mark.practice:
                mark = mark._replace(rating=rating, practice=practice)
            rated.append(mark)
            share = each + (len(reviews) < over)
            reviews.append(
                events.review(card, rating, proposed, drill, share, practice, taken_for or None, cues, score, parts)
            )
        return self._history.append(reviews, now), rated

    def decide_term(self, term: str, choice: str) -> None:
        """Hide a term always (``pin``), never (``bar``), or as it is found (empty).

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        self._history.append([events.term(term, choice)])

    def accept(self, node: int, wanted: str, accepted: str, *, on: bool = True) -> None:
        """Take some words for those of a node's text from now on, or no more.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        self._history.append([events.synonym(self.keys[node], wanted, accepted, on)])

    def synonyms(self, node: int) -> tuple[tuple[str, str], ...]:
        """The words of a node's text with what the person accepts for them."""
        return self.progress.choices.accepted(self.keys[node])

    def fix_format(self, card: Card, drill: str) -> str:
        """Ask a card by the drill of a name from now on; by the one that fits where it is empty. Gives the unit's id.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        return self._history.append([events.ask_by(card.id, drill)])

    def fixed_format(self, card: Card) -> str:
        """The name of the drill that the person wants a card asked by; empty where the one that fits."""
        return self.progress.choices.formats.get(card.id, "")

    def take_back(self, unit: str) -> None:
        """Take a whole unit back; what it did is undone, that it was is kept.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        self._history.append([events.undo(unit)])
        if self._wanted != self.progress.choices.passages:
            self._deal()

    def wants(self, node: int) -> bool:
        """Whether the text under a node is to be said word for word."""
        return self.keys[node] in self._wanted

    def want(self, nodes: Sequence[int], *, on: bool = True) -> str:
        """Take the texts under some nodes among what is to be learnt word for word, or no more; the unit's id.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        unit = self._history.append([events.enable(f"{Kind.PASSAGE}:{self.keys[node]}", on) for node in nodes])
        self._deal()
        return unit

    def parts(self, card: Card) -> tuple[int, ...]:
        """The ratings of the parts of the last answer to a card, such as the sentences of a passage; else none."""
        rated = (
            event for unit in reversed(counting(self.units())) for event in unit.events if event.get("card") == card.id
        )
        found = next((event["parts"] for event in rated if event.get("parts")), ())
        return tuple(part for part in found if isinstance(part, int)) if isinstance(found, list) else ()

    def decide(self, decision: Decision, cards: Sequence[Card]) -> str:
        """Suspend, resume, bury until tomorrow or reset cards, as one unit; gives its id.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        return self._history.append(written(decision, cards, date.fromordinal(self.today + 1).isoformat()))

    def due_day(self, card: Card) -> date:
        """The study day on which a card comes back."""
        return date.fromordinal(self.memory(card).due)

    def units(self) -> list[Unit]:
        """Everything that happened to it, in the order of replay, what was taken back included."""
        return self._history.units()

    def write_elsewhere(self, journal: Journal) -> None:
        """Write what happens into another journal from now on, since the disk has failed."""
        self._history.write_elsewhere(journal)

    def behind(self) -> bool:
        """Whether the journals have grown since they were read, as they do where another program writes."""
        return self._history.behind()

    def close(self) -> None:
        """Let go of the journal; nothing is left to be written."""
        self._history.close()

    def rename(self, name: str, kept: Path) -> None:
        """Go on under another name, with the state in another file."""
        self.name = name
        self._history.keep_in(kept)

    def adopt(self, file: Deck, stamp: tuple[int, int, int]) -> bool:
        """Go on with a deck file that differs in its head only; False, and nothing done, where its tree differs."""
        if file.outline != self.file.outline:
            return False
        self.file, self.outline, self.stamp = file, _shown(file), stamp
        return True

    def read_anew(self, file: Deck, stamp: tuple[int, int, int]) -> "StudyDeck":
        """The deck with another text, which goes on with the same history: two would write past each other."""
        return StudyDeck(self.name, file, self._history, stamp)

    def told(self) -> Matching:
        """What was found to be changed in the file when it was opened, told once; nothing of a deck that is new."""
        found, self.matching = self.matching, Matching(self.keys)
        return Matching(self.keys) if len(found.new) == len(found.keys) else found

    def note_outline(self) -> None:
        """Note the keys and texts of the nodes, where the deck file is not what was last seen.

        Raises:
            StudyError: It could not be written.
        """
        if self.matching.changed:
            outline = self.file.outline
            rows = [
                {"key": key, "text": node.text, "place": place}
                for key, node, place in zip(self.keys, outline.nodes, places(outline), strict=True)
            ]
            self._history.note([events.outline(rows)])

    def note_match(self, written: Sequence[Event]) -> str:
        """Write which nodes go on with whose history, as one unit; gives its id.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        return self._history.append(written)

    def save(self) -> None:
        """Bring the state file up to date, so that the next start need not read the journals again.

        Raises:
            StudyError: It could not be written; nothing is lost.
        """
        found = queue(self.cards, self.progress.memories, self.today)
        self._history.save(
            {card.id: card.kind.value for card in self.cards},
            {
                "title": self.outline.title,
                "nodes": len(self.outline.nodes),
                "cards": len(self.cards),
                "said": sum(card.kind in SAID for card in self.cards),
                "speech": self.day.isoformat() if self.day else "",
                "groups": [len(meeting.fresh) for meeting in found.meetings],
                "follow": len(found.follow),
                "still": list(still(self.progress.memories.values(), self.today)),
                "stamp": list(self.stamp[:STAYS]),
            },
        )


def _shown(file: Deck) -> Outline:
    """The outline in the script that the person wants to see, its punctuation as it is printed."""
    script = VIEWS.get(file.show)
    return punctuated(converted(file.outline, script) if script else file.outline)
