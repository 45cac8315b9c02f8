"""Why a card is weak, or why it is asked now, in a sentence."""

from studytui.cards.card import Card, Kind
from studytui.cards.label import place
from studytui.memory.weak import Reason, Why
from studytui.messages import Message, message
from studytui.study.deck import StudyDeck


def because(deck: StudyDeck, card: Card, reason: Reason) -> Message:
    """The reason for which a card is weak."""
    other = _other(deck, card, reason.taken_for)
    if reason.why is Why.FAILED:
        when = _when(deck.today - reason.day)
        if card.kind is not Kind.PLACE:
            return message("{when} not said", when=when)
        if other:
            return message("{when} put under {other}", when=when, other=other)
        return message("{when} not placed", when=when)
    if reason.why is Why.MIXED_UP:
        return message("mixed up with {other}", other=other)
    if reason.why is Why.PROMPTED:
        return message("needed a prompt in the last rehearsal")
    if reason.why is Why.LAPSES:
        return message("forgotten {n} time", plural="forgotten {n} times", n=reason.lapses)
    if reason.why is Why.FAINT:
        return message("R {chance}", chance=f"{reason.retrievability:.2f}")
    return message("its number or section has changed")


def why_now(deck: StudyDeck, card: Card) -> Message:
    """Why a card is asked now."""
    memory = deck.memory(card)
    if memory.prompted:
        return message("The last rehearsal needed a prompt here.")
    if memory.new:
        return message("It is new.")
    chance = f"{memory.retrievability(deck.today):.2f}"
    late = deck.today - memory.due
    if late > 0:
        return message("R {chance}, due {n} day ago", plural="R {chance}, due {n} days ago", chance=chance, n=late)
    if late == 0:
        return message("R {chance}, due today", chance=chance)
    return message("R {chance}, due in {n} day", plural="R {chance}, due in {n} days", chance=chance, n=-late)


def _other(deck: StudyDeck, card: Card, key: str) -> str:
    """The node that a card was taken for: by its number alone where it stands beside the card's own."""
    node = deck.node(key)
    if node is not None:
        one = deck.outline.nodes[node]
        beside = (deck.outline.parents[node], one.group) == (card.home, card.group)
        return one.marker if beside else place(deck.outline, node)
    known = deck.progress.known.get(key)
    return known.text if known else key


def _when(days: int) -> Message:
    if days <= 0:
        return message("today")
    if days == 1:
        return message("yesterday")
    return message("{n} day ago", plural="{n} days ago", n=days)
