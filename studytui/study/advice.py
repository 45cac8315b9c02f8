"""What to do first, and why, in a sentence or two."""

from collections.abc import Sequence

from studytui.messages import Message, message
from studytui.study.summary import NEAR, Summary, Today


def advice(decks: Sequence[Summary], today: Today, day: int) -> Message:
    """What to do first: what is due, else what is new, else nothing; a speech that is near goes before all."""
    sound = [deck for deck in decks if deck.problem is None]
    near = [
        deck
        for deck in sound
        if deck.speech is not None
        and 0 <= deck.speech.toordinal() - day <= NEAR
        and (deck.due or deck.new or deck.follow)
    ]
    if near:
        first = min(near, key=lambda deck: deck.speech.toordinal() if deck.speech else 0)
        left = first.speech.toordinal() - day if first.speech else 0
        return message(
            "First: {name}. Its speech is in {n} day, and {ready}% of it would be said now.",
            plural="First: {name}. Its speech is in {n} days, and {ready}% of it would be said now.",
            name=first.name,
            n=left,
            ready=round(first.readiness * 100),
        )
    if today.due:
        first = max(sound, key=lambda deck: deck.due)
        return message(
            "First what is due: {name} has {n} card to say again, {weak} of its cards are weak.",
            plural="First what is due: {name} has {n} cards to say again, {weak} of its cards are weak.",
            name=first.name,
            n=first.due,
            weak=first.weak,
        )
    if today.new:
        first = next(deck for deck in sound if deck.new)
        return message("New: a group of {name}. Read it, match it, recall it.", name=first.name)
    follow = next((deck for deck in sound if deck.follow), None)
    if follow is not None:
        return message("The points of {name} are known; now how they follow each other.", name=follow.name)
    return message("Done for today. Enter opens a deck to study ahead, w shows what is weak.")
