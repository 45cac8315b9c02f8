"""How each question of a drill is made: from what is known of the card, its words, and who was taken for whom."""

from collections.abc import Callable
from typing import TypeAlias

from studytui.cards.card import Card, Kind
from studytui.drills import (
    blank_outline,
    chain,
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
    passage,
    recall,
    recite,
    snowball,
    typed,
)
from studytui.drills.chance import Chance
from studytui.study.deck import StudyDeck
from studytui.study.steps import Drilled

Asked: TypeAlias = (
    choose.Question
    | chain.Chain
    | cloze.Question
    | count.Question
    | find.Question
    | first.Question
    | initials.Question
    | lookalike.Question
    | order.Question
    | passage.Passage
    | recall.Question
    | recite.Recital
)
"""A question of any drill that a `Drilled` step can be of."""


def asked(step: Drilled, rng: Chance) -> Asked | None:
    """The question of a step; None where it cannot be asked, such as a choice without another place."""
    return _MAKE[step.drill.name](step, rng)


def mixed(deck: StudyDeck, card: Card) -> tuple[int, ...]:
    """The nodes that a card was taken for, the latest first, and those whose place was taken for this one's."""
    return tuple(dict.fromkeys(reversed(taken_for(deck, card))))


def taken_for(deck: StudyDeck, card: Card) -> tuple[int, ...]:
    """The nodes that a card was taken for in its last answers, each as often as it was, the latest last."""
    taken = (deck.node(key) for key in deck.memory(card).taken if key)
    return tuple(node for node in taken if node is not None)


def target(card: Card) -> int:
    """The node whose text a point or a link asks for."""
    node = card.to if card.kind is Kind.LINK else card.node
    return 0 if node is None else node


def how(step: Drilled, node: int, *, key_points: bool = False) -> typed.How:
    """How a typed answer for a node is taken: with its terms, its spelling, and what the person accepts."""
    return typed.How(
        step.words.terms(step.deck, node),
        key_points,
        step.deck.synonyms(node),
        step.words.strokes(step.deck, node),
        folded=step.words.folded,
    )


def _choose(step: Drilled, rng: Chance) -> Asked | None:
    return choose.ask(step.card, step.deck.outline, rng, mixed(step.deck, step.card))


def _find(step: Drilled, rng: Chance) -> Asked | None:
    ways = [find.Odd.STRANGER, find.Odd.NUMBER]
    if rng.random() < 1 / 2:
        ways.reverse()
    known = mixed(step.deck, step.card)
    made = (find.ask(step.card, step.deck.outline, rng, odd, known) for odd in ways)
    return next((question for question in made if question is not None), None)


def _cloze(step: Drilled, rng: Chance) -> Asked | None:
    deck, card, node = step.deck, step.card, target(step.card)
    memory = deck.memory(card)
    # Of a deck of thousands of points only some are looked at for words to pick from.
    nodes = rng.sample(range(len(deck.outline.nodes)), min(_OTHERS, len(deck.outline.nodes)))
    others = [term for other in nodes if other != node for term in step.words.terms(deck, other)]
    return cloze.ask(
        card,
        deck.outline,
        step.words.spans(deck, node),
        rng,
        memory.answers,
        first.stage(memory.stability),
        step.words.strokes(deck, node),
        others,
    )


_OTHERS = 60


def _first(step: Drilled, rng: Chance) -> Asked | None:
    del rng
    deck, node = step.deck, target(step.card)
    grown = first.stage(deck.memory(step.card).stability)
    return first.ask(step.card, deck.outline, step.words.spans(deck, node), grown)


def _lookalike(step: Drilled, rng: Chance) -> Asked | None:
    """With the first of its look-alikes that gives a question."""
    own, *others = map(target, step.cards)
    pairs = (lookalike.Pair(min(own, other), max(own, other), 0, 0.0) for other in others)
    made = (lookalike.ask(step.card, step.deck.outline, pair, rng) for pair in pairs)
    return next((question for question in made if question is not None), None)


_MAKE: dict[str, Callable[[Drilled, Chance], Asked | None]] = {
    choose.CHOOSE.name: _choose,
    find.FIND.name: _find,
    cloze.CLOZE.name: _cloze,
    first.FIRST.name: _first,
    initials.INITIALS.name: lambda step, _: initials.ask(
        step.card, step.deck.outline, step.words.strokes(step.deck, target(step.card))
    ),
    order.ORDER.name: lambda step, rng: order.ask(step.cards, step.deck.outline, rng),
    typed.TYPE.name: lambda step, _: typed.ask(step.card, step.deck.outline),
    neighbours.NEXT.name: lambda step, _: neighbours.ask_next(step.card, step.deck.outline),
    neighbours.BEFORE.name: lambda step, _: neighbours.ask_before(step.card, step.deck.outline),
    count.COUNT.name: lambda step, _: count.ask(step.card, step.deck.outline),
    recite.RECITE.name: lambda step, _: recite.ask(step.card, step.deck.outline, step.deck.cards),
    mask.MASK.name: lambda step, _: passage.ask(step.card, step.deck.outline),
    snowball.SNOWBALL.name: lambda step, _: chain.ask(step.card, step.deck.outline),
    lookalike.LOOKALIKE.name: _lookalike,
    blank_outline.OUTLINE.name: lambda step, _: recite.ask(step.card, step.deck.outline, step.deck.cards),
}
