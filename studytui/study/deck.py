"""One deck in use: its outline, its cards, what is remembered of them, and where its answers are written."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from studytui.cards.card import Card, Kind, cards
from studytui.cards.keys import Matching, match, places
from studytui.drills.drill import Mark
from studytui.memory import unit as events
from studytui.memory.fsrs import RATINGS
from studytui.memory.memory import Memory
from studytui.memory.queue import queue, still
from studytui.memory.readiness import SAID, readiness
from studytui.memory.replay import Progress
from studytui.memory.unit import Unit
from studytui.messages import Message
from studytui.outline.convert import converted, punctuated
from studytui.outline.deck import Deck
from studytui.outline.tree import Outline
from studytui.storage.journal import Journal
from studytui.study.decision import Decision, written
from studytui.study.history import History

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
    """

    def __init__(self, name: str, file: Deck, history: History, stamp: tuple[int, int, int] = (0, 0, 0)) -> None:
        self.name = name
        self.file = file
        self.stamp = stamp
        self._history = history
        self.matching: Matching = match(file.outline, self.progress.known)
        self.keys: tuple[str, ...] = self.matching.keys
        self._nodes = {key: i for i, key in enumerate(self.keys)}
        self._members = {(home, group): members for home, group, members in file.outline.runs()}
        self.outline: Outline = _shown(file)
        self._deal()

    def _deal(self) -> None:
        """Make the cards, those of the passages that are wanted among them."""
        self._wanted = frozenset(self.progress.choices.passages)
        self.cards: tuple[Card, ...] = cards(self.file.outline, self.keys, self._wanted)
        self._of: dict[int, list[Card]] = {}
        for card in self.cards:
            if card.node is not None and card.kind is not Kind.LIST:
                self._of.setdefault(card.node, []).append(card)
        self._by_id: dict[str, Card] = {}
        self._begins = [self._members[card.home, card.group][0] for card in self.cards]

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
        return self._history.today().toordinal()

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

    def members(self, home: int | None, group: int) -> tuple[int, ...]:
        """The nodes of a run of siblings."""
        return self._members[home, group]

    def node(self, key: str) -> int | None:
        """The node that carries a key; None where it is gone."""
        return self._nodes.get(key)

    def card(self, id_: str) -> Card:
        """The card with an id, which must be one of the deck's."""
        if not self._by_id:
            self._by_id = {card.id: card for card in self.cards}
        return self._by_id[id_]

    def cards_of(self, node: int) -> Sequence[Card]:
        """The point, place and link cards that begin at a node."""
        return self._of.get(node, ())

    def part(self, node: int | None) -> tuple[Card, ...]:
        """The cards of all that is under a node, of the node itself where nothing is; of everything for None."""
        if node is None:
            return self.cards
        below = self.file.outline.subtree(node)
        if not below:
            return tuple(self.cards_of(node))
        # Runs stand in the order of their first nodes, so those under one node stand together.
        first, end = (bisect_left(self._begins, place) for place in (below.start, below.stop))
        return self.cards[first:end]

    def run(self, home: int | None, group: int) -> tuple[Card, ...]:
        """The cards of a run of siblings and all that is under them."""
        inside = set(self._members[home, group])
        for node in self._members[home, group]:
            inside.update(self.file.outline.subtree(node))
        return tuple(
            card
            for card in self.cards
            if (card.home, card.group) == (home, group)
            or (card.home if card.kind is Kind.LIST else card.node) in inside
        )

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

    def answer(self, marks: Sequence[Mark], drill: str, ms: int, ratings: Mapping[str, int] | None = None) -> str:
        """Write what was marked at once as one unit; on disk when this returns. Gives the unit's id.

        Args:
            marks: What the drill proposes.
            drill: Its name.
            ms: How long the answer took.
            ratings: By card what the person says instead.

        Raises:
            StudyError: It could not be written; nothing has changed.
        """
        return self._history.append(
            [
                events.review(
                    card=mark.card,
                    rating=ratings.get(mark.card, mark.rating) if ratings else mark.rating,
                    proposed=mark.rating,
                    drill=drill,
                    ms=ms,
                    practice=mark.practice,
                    taken_for=mark.taken_for or None,
                    cues=mark.cues,
                    score=mark.score,
                    parts=mark.parts,
                )
                for mark in marks
            ]
        )

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
        found: object = ()
        units = self.units()
        gone = {event.get("of") for unit in units for event in unit.events if event.get("kind") == "undo"}
        for unit in units:
            for event in unit.events if unit.id not in gone else ():
                if event.get("card") == card.id and event.get("parts"):
                    found = event["parts"]
        return tuple(part for part in found if isinstance(part, int)) if isinstance(found, list) else ()

    def siblings(self, card: Card) -> tuple[Card, ...]:
        """The cards of the node that a card begins at, itself among them; a list stands alone."""
        if card.node is None or card.kind is Kind.LIST:
            return (card,)
        return tuple(self.cards_of(card.node))

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
