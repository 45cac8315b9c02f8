"""What a session came to."""

from collections import Counter
from dataclasses import dataclass

from studytui.cards.card import Card
from studytui.memory.fsrs import AGAIN
from studytui.memory.weak import Reason, reason
from studytui.study.deck import StudyDeck
from studytui.study.session import Answer, Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a session came to.

    Attributes:
        answers: How many answers were given.
        right: Cards whose first answer was right, without a cue.
        cued: Cards whose first answer was right with a cue.
        failed: Cards whose first answer was wrong.
        seconds: How long the answers took.
        before, after: Readiness of the decks it was about, at its beginning and now.
        weak: The cards asked in it that are weak now, with the reason.
        next_in: In how many days something of these decks is due again; None where nothing is.
        next_due: How many cards are due then.
    """

    answers: int
    right: int
    cued: int
    failed: int
    seconds: float
    before: float
    after: float
    weak: tuple[tuple[StudyDeck, Card, Reason], ...]
    next_in: int | None
    next_due: int


def outcome(session: Session) -> Outcome:
    """What a session has come to so far."""
    first: dict[tuple[str, str], Answer] = {}
    for answer in session.answers:
        first.setdefault((answer.deck.id, answer.card.id), answer)
    failed = sum(answer.mark.rating == AGAIN for answer in first.values())
    cued = sum(answer.mark.rating > AGAIN and answer.mark.cues > 0 for answer in first.values())
    found = [
        (answer.deck, answer.card, why)
        for answer in first.values()
        if (why := reason(answer.deck.memory(answer.card), answer.deck.today)) is not None
    ]
    days = _due_days(session)
    soonest = min(days, default=None)
    return Outcome(
        len(session.answers),
        len(first) - failed - cued,
        cued,
        failed,
        sum({answer.unit: answer.ms for answer in session.answers}.values()) / 1000,
        _mean(list(session.readiness_before.values())),
        _mean([deck.readiness() for deck in session.decks]),
        tuple(found),
        soonest,
        days[soonest] if soonest is not None else 0,
    )


def _due_days(session: Session) -> Counter[int]:
    """In how many days how many cards come back; what is left over from today counts as tomorrow's."""
    return Counter(
        max(1, memory.due - deck.today, memory.buried - deck.today)
        for deck in session.decks
        for card in deck.cards
        if not (memory := deck.memory(card)).new and not memory.suspended
    )


def _mean(shares: list[float]) -> float:
    return sum(shares) / len(shares) if shares else 0.0
