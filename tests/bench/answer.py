"""What one answer costs until it is durable, beside Anki's own backend, on a disk and on a memory disk."""

import tempfile
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial
from itertools import cycle, permutations
from pathlib import Path
from random import Random
from time import perf_counter

from studytui.cards.card import Kind
from studytui.study.session import Session
from studytui.study.steps import Ask
from tests.bench.anki_peer import NAME, AnkiPeer
from tests.bench.figure import Figure, Work, paired
from tests.bench.made import LARGE, ONE, copied, opened

ANSWERS = 1000
TICK = timedelta(minutes=12)
"""So long after each other are two answers, so that a day is over when a card comes again."""
DISK_GOAL, MEMORY_GOAL, SAME_GOAL = 0.8, 0.5, 1.1
MEMORY_DISK = Path("/dev/shm")


def figures() -> Iterator[Figure]:
    """On the disk, on a memory disk, and in a library of one deck beside one of five hundred."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _on("a disk", Path(folder), DISK_GOAL, same=True)
    if MEMORY_DISK.exists():
        with tempfile.TemporaryDirectory(dir=MEMORY_DISK) as folder:
            yield from _on("a memory disk", Path(folder), MEMORY_GOAL, same=False)


def _on(where: str, folder: Path, goal: float, *, same: bool) -> Iterator[Figure]:
    large, one = _session(folder, large=True), _session(folder, large=False)
    peer = AnkiPeer(folder, LARGE)
    pairs: list[tuple[Work, Work]] = [
        (partial(_show, large), lambda: large.rate(3, 900, 0)),
        (partial(_show, one), lambda: one.rate(3, 900, 0)),
        (peer.show, peer.answer),
    ]
    orders = cycle(permutations(range(len(pairs))))
    rows = [_round(pairs, next(orders)) for _ in range(ANSWERS + 20)][20:]
    peer.close()
    conditions = (
        f"{LARGE.told}, on {where}; both write and fsync once an answer, {ANSWERS} taken in turns, median of the pairs'"
        " ratios"
    )
    ours, theirs = paired([(large, anki) for large, _, anki in rows])
    yield Figure(f"answer on {where}", ours, "ms", NAME, theirs, goal, conditions)
    if same:
        ours, theirs = paired([(large, one) for large, one, _ in rows])
        yield Figure("answer, larger", ours, "ms", "itself with 1 deck", theirs, SAME_GOAL, conditions)


def _session(folder: Path, *, large: bool) -> Session:
    """A session of recall in the first deck, each card asked once a day for some days, so that every answer counts."""
    library = opened(copied(LARGE if large else ONE, folder), tick=TICK)
    deck = library.deck(library.names()[0])
    cards = [card for card in deck.cards if card.kind is not Kind.PLACE]
    steps = [Ask(deck, cards[n % len(cards)]) for n in range(ANSWERS + 20)]
    return Session(steps, Random(1), library.now)


def _show(session: Session) -> None:
    """The question, and the days under the four keys: what a person sees before an answer."""
    card = session.question().card
    if session.step is not None:
        session.step.deck.forecast(card)


def _round(pairs: Sequence[tuple[Work, Work]], order: Sequence[int]) -> list[float]:
    """One answer each, in milliseconds, what leads to it left out; each follows each in its turn, as caches have it."""
    costs = [0.0] * len(pairs)
    for turn in order:
        ask, answer = pairs[turn]
        ask()
        begin = perf_counter()
        answer()
        costs[turn] = (perf_counter() - begin) * 1000
    return costs
