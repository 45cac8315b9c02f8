"""Anki's own backend with as many cards, made once and kept for the next run."""

import os
import shutil
import tempfile
from pathlib import Path

from anki.buildinfo import version
from anki.collection import AddNoteRequest, Collection
from anki.decks import DeckId
from anki.scheduler.v3 import CardAnswer

from tests.bench.made import CARDS, Size

NAME = f"anki {version}"
_FORM = 1


class AnkiPeer:
    """A collection, with the cards of one deck to be answered one after the other."""

    def __init__(self, folder: Path, size: Size) -> None:
        self._collection = Collection(str(Path(shutil.copytree(_made(size), folder / "anki")) / "collection.anki2"))
        self._decks = iter(range(1, size.decks + 1))
        self._next_deck()
        self._answer: CardAnswer | None = None

    def show(self) -> None:
        """Get the next card: what a person does before an answer, and is not measured."""
        scheduler = self._collection.sched
        while not (waiting := scheduler.get_queued_cards().cards):
            self._next_deck()
        queued = waiting[0]
        card = self._collection.get_card(queued.card.id)
        card.start_timer()
        self._answer = scheduler.build_answer(card=card, states=queued.states, rating=CardAnswer.GOOD)

    def answer(self) -> None:
        """Answer it."""
        self._collection.sched.answer_card(self._answer)

    def _next_deck(self) -> None:
        decks = self._collection.decks
        decks.set_current(decks.id_for_name(f"deck {next(self._decks)}") or DeckId(1))

    def close(self) -> None:
        """Let go of the collection."""
        self._collection.close()


def _made(size: Size) -> Path:
    place = Path(tempfile.gettempdir()) / f"studytui-bench-anki-{_FORM}-{os.getuid()}-{size.decks}"
    if not place.exists():
        half = place.with_name(f"{place.name}.{os.getpid()}")
        half.mkdir()
        _fill(Collection(str(half / "collection.anki2")), size)
        half.rename(place)
    return place


def _fill(collection: Collection, size: Size) -> None:
    """As many decks and cards, with FSRS, all new cards allowed today."""
    kind = collection.models.by_name("Basic")
    for number in range(1, size.decks + 1):
        deck = DeckId(collection.decks.add_normal_deck_with_name(f"deck {number}").id)
        requests = []
        for card in range(CARDS):
            note = collection.new_note(kind)
            note.fields = [f"第{number}份第{card}点讲什么", f"加强第{card}项工作，落实到第{number}个社区"]
            requests.append(AddNoteRequest(note, deck))
        collection.add_notes(requests)
    settings = collection.decks.config_dict_for_deck_id(DeckId(1))
    settings["new"]["perDay"] = settings["rev"]["perDay"] = 9999
    collection.decks.update_config(settings)
    collection.set_config("fsrs", True)
    collection.close()
