"""What home says to do next."""

from collections.abc import Sequence

from studytui.messages import Message, message
from studytui.study.advice import advice
from studytui.study.entrance import Entrance
from studytui.study.summary import Summary, Today


def what_next(entrance: Entrance, decks: Sequence[Summary], found: Today, waiting: int) -> Message:
    """Why nothing can be done, else the session that was left with so many questions, else what is best done first."""
    if entrance.read_only is not None:
        return entrance.read_only
    if waiting:
        return message(
            "Space goes on where you stopped: {n} question is left.",
            plural="Space goes on where you stopped: {n} questions are left.",
            n=waiting,
        )
    return advice(decks, found, entrance.today().toordinal())
