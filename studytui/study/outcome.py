"""What a session came to."""

from collections import Counter
from dataclasses import dataclass

from studytui.cards.card import Card
from studytui.memory.fsrs import AGAIN
from studytui.memory.weak import Reason, reason
from studytui.study.deck import StudyDeck
from studytui.study.session import Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a session came to.

    Attributes:
        right: Questions whose first answer was right, without a cue.
        cued: Questions whose first answer was right with a cue.
        failed: Questions whose first answer was wrong, or wrong in some part.
        again: How many more answers were given, to questions that came back.
        seconds: How long the answers took.
        before, after: Readiness of the decks it was about, at its beginning and now.
        weak: The cards asked in it that are weak now, with the reason.
        next_in: In how many days something of these decks is due again; None where nothing is.
        next_due: How many cards are due then.
    """

    right: int
    cued: int
    failed: int
    again: int
    seconds: float
    before: float
    after: float
    weak: tuple[tuple[StudyDeck, Card, Reason], ...]
    next_in: int | None
    next_due: int

    @property
    def questions(self) -> int:
        """How many questions were answered, each counted once however many cards it asked."""
        return self.right + self.cued + self.failed


def outcome(session: Session) -> Outcome:
    """What a session has come to so far."""
    answered = session.answered
    marks = list({done.about: done.marks for done in reversed(answered)}.values())  # of each the first ones
    failed = sum(any(mark.rating == AGAIN for mark in one) for one in marks)
    cued = sum(all(mark.rating > AGAIN for mark in one) and any(mark.cues for mark in one) for one in marks)
    cards = {(answer.deck.id, answer.card.id): (answer.deck, answer.card) for answer in session.answers}
    found = [
        (deck, card, why) for deck, card in cards.values() if (why := reason(deck.memory(card), deck.today)) is not None
    ]
    days = _due_days(session)
    soonest = min(days, default=None)
    return Outcome(
        len(marks) - failed - cued,
        cued,
        failed,
        len(answered) - len(marks),
        sum(done.ms for done in answered) / 1000,
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
