"""What a drill that the person chose asks in a part."""

from collections.abc import Iterable, Sequence
from random import Random

from studytui.cards.card import Card, Kind
from studytui.drills import (
    blank_outline,
    choose,
    cloze,
    count,
    find,
    first,
    initials,
    lookalike,
    mask,
    neighbours,
    order,
    recall,
    recite,
    snowball,
    typed,
)
from studytui.drills.drill import Drill
from studytui.drills.match import MATCH, boards
from studytui.study.asking import asked, taken_for, target
from studytui.study.deck import StudyDeck
from studytui.study.steps import Ask, Drilled, Match, Step
from studytui.study.words import Words


def drilled(deck: StudyDeck, cards: Sequence[Card], drill: Drill, words: Words) -> list[Step]:
    """What a drill asks in a part: only its cards, in document order, none that sleeps or cannot be asked."""
    return [step for step in askable(deck, cards, drill, words) if can_be_asked(step)]


def askable(deck: StudyDeck, cards: Sequence[Card], drill: Drill, words: Words) -> list[Step]:
    """What a drill would ask in a part; whether each question can be made is not looked at, which takes its time."""
    awake = [card for card in cards if not deck.memory(card).asleep(deck.today)]
    if drill is recall.RECALL:
        return [Ask(deck, card, chosen=True) for card in awake]
    if drill is MATCH:
        runs = _runs(card for card in awake if card.kind is Kind.PLACE)
        return [Match(deck, board) for run in runs if len(run) > 1 for board in boards(run)]
    if drill is order.ORDER:
        runs = _runs(card for card in awake if card.kind is Kind.LINK)
        return [
            Drilled(deck, w, drill, words) for run in runs for piece in _unbroken(run) for w in order.windows(piece)
        ]
    if drill is lookalike.LOOKALIKE:
        return _alike(deck, awake, words)
    if drill is blank_outline.OUTLINE:
        lists = [card for card in awake if card.kind is Kind.LIST]
        return [Drilled(deck, (card,), drill, words) for card in blank_outline.by_level(lists, deck.outline)]
    return [Drilled(deck, (card,), drill, words) for card in awake if card.kind in _ASKS[drill.name]]


def can_be_asked(step: Step) -> bool:
    """Whether there is a question: enough other places, terms, a spelling."""
    if not isinstance(step, Drilled):
        return True
    node, words = target(step.card), step.words
    if step.drill is cloze.CLOZE:
        return bool(words.spans(step.deck, node))
    if step.drill is initials.INITIALS:
        return bool(words.strokes(step.deck, node))
    if step.drill in (choose.CHOOSE, find.FIND, mask.MASK, snowball.SNOWBALL, lookalike.LOOKALIKE):
        return asked(step, Random(0)) is not None  # noqa: S311 - whether, not which
    return True


_TEXTS = (Kind.POINT,)
_ASKS = {
    choose.CHOOSE.name: (Kind.PLACE,),
    find.FIND.name: (Kind.PLACE,),
    cloze.CLOZE.name: _TEXTS,
    first.FIRST.name: _TEXTS,
    initials.INITIALS.name: _TEXTS,
    typed.TYPE.name: _TEXTS,
    neighbours.NEXT.name: (Kind.LINK,),
    neighbours.BEFORE.name: (Kind.LINK,),
    count.COUNT.name: (Kind.LIST,),
    recite.RECITE.name: (Kind.LIST,),
    mask.MASK.name: (Kind.PASSAGE,),
    snowball.SNOWBALL.name: (Kind.LIST, Kind.PASSAGE),
}
"""The kinds of card that each drill asks one by one."""


def _alike(deck: StudyDeck, cards: Sequence[Card], words: Words) -> list[Step]:
    """The places that look like others of the deck, those that were mixed up first; each is asked once.

    With which of its look-alikes shows when the question is made: not each of them gives one.
    """
    places = {card.node: card for card in cards if card.kind is Kind.PLACE and card.node is not None}
    every = {card.node: card for card in deck.cards if card.kind is Kind.PLACE and card.node is not None}
    taken = ((node, other) for node, card in every.items() for other in taken_for(deck, card))
    twins: dict[int, list[Card]] = {}
    for pair in lookalike.pairs(deck.outline, taken, frozenset(places)):
        for own, other in ((pair.one, pair.other), (pair.other, pair.one)):
            if own in places and other in every:
                twins.setdefault(own, []).append(every[other])
    return [Drilled(deck, (places[own], *others), lookalike.LOOKALIKE, words) for own, others in twins.items()]


def _runs(cards: Iterable[Card]) -> list[list[Card]]:
    """Cards of one kind by their run."""
    found: dict[tuple[int | None, int], list[Card]] = {}
    for card in cards:
        found.setdefault((card.home, card.group), []).append(card)
    return list(found.values())


def _unbroken(links: Sequence[Card]) -> list[list[Card]]:
    """Links cut where one is left out, so that each begins where the one before it ends."""
    pieces: list[list[Card]] = []
    for link in links:
        if pieces and pieces[-1][-1].to == link.node:
            pieces[-1].append(link)
        else:
            pieces.append([link])
    return pieces
