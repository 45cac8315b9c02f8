"""A drill that the person chose for a part: what it asks there, and how each question is made."""

from collections.abc import Callable, Iterable, Sequence
from random import Random
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
from studytui.drills.drill import Drill
from studytui.drills.match import MATCH, boards
from studytui.study.deck import StudyDeck
from studytui.study.steps import Ask, Drilled, Match, Step
from studytui.study.words import Words

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


def drilled(deck: StudyDeck, cards: Sequence[Card], drill: Drill, words: Words) -> list[Step]:
    """What a drill asks in a part: only its cards, in document order, none that sleeps or cannot be asked."""
    return [step for step in askable(deck, cards, drill, words) if can_be_asked(step)]


def askable(deck: StudyDeck, cards: Sequence[Card], drill: Drill, words: Words) -> list[Step]:
    """What a drill would ask in a part; whether each question can be made is not looked at, which takes its time."""
    awake = [card for card in cards if not deck.memory(card).asleep(deck.today)]
    if drill is recall.RECALL:
        return [Ask(deck, card) for card in awake]
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


def asked(step: Drilled, rng: Chance) -> Asked | None:
    """The question of a step; None where it cannot be asked, such as a choice without another place."""
    return _MAKE[step.drill.name](step, rng)


def _alike(deck: StudyDeck, cards: Sequence[Card], words: Words) -> list[Step]:
    """The places that look like another one of the deck, those that were mixed up first; each is asked once."""
    places = {card.node: card for card in cards if card.kind is Kind.PLACE and card.node is not None}
    every = {card.node: card for card in deck.cards if card.kind is Kind.PLACE and card.node is not None}
    taken = ((node, other) for node, card in every.items() for other in mixed(deck, card))
    made: list[Step] = []
    for pair in lookalike.pairs(deck.outline, taken):
        for own, other in ((pair.one, pair.other), (pair.other, pair.one)):
            if own in places and other in every:
                made.append(Drilled(deck, (places.pop(own), every[other]), lookalike.LOOKALIKE, words))
    return made


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


def mixed(deck: StudyDeck, card: Card) -> tuple[int, ...]:
    """The nodes that a card was taken for, the latest first, and those whose place was taken for this one's."""
    taken = [deck.node(key) for key in reversed(deck.memory(card).taken) if key]
    return tuple(dict.fromkeys(node for node in taken if node is not None))


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
        memory.count,
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


def _initials(step: Drilled, rng: Chance) -> Asked | None:
    del rng
    return initials.ask(step.card, step.deck.outline, step.words.strokes(step.deck, target(step.card)))


def _order(step: Drilled, rng: Chance) -> Asked | None:
    return order.ask(step.cards, step.deck.outline, rng)


def _type(step: Drilled, rng: Chance) -> Asked | None:
    del rng
    return typed.ask(step.card, step.deck.outline)


def _next(step: Drilled, rng: Chance) -> Asked | None:
    del rng
    return neighbours.ask_next(step.card, step.deck.outline)


def _before(step: Drilled, rng: Chance) -> Asked | None:
    del rng
    return neighbours.ask_before(step.card, step.deck.outline)


def _count(step: Drilled, rng: Chance) -> Asked | None:
    del rng
    return count.ask(step.card, step.deck.outline)


def _recite(step: Drilled, rng: Chance) -> Asked | None:
    del rng
    return recite.ask(step.card, step.deck.outline, step.deck.cards)


def _mask(step: Drilled, rng: Chance) -> Asked | None:
    del rng
    return passage.ask(step.card, step.deck.outline)


def _snowball(step: Drilled, rng: Chance) -> Asked | None:
    del rng
    return chain.ask(step.card, step.deck.outline)


def _lookalike(step: Drilled, rng: Chance) -> Asked | None:
    own, other = target(step.cards[0]), target(step.cards[1])
    pair = lookalike.Pair(min(own, other), max(own, other), 0, 0.0)
    return lookalike.ask(step.card, step.deck.outline, pair, rng)


_MAKE: dict[str, Callable[[Drilled, Chance], Asked | None]] = {
    choose.CHOOSE.name: _choose,
    find.FIND.name: _find,
    cloze.CLOZE.name: _cloze,
    first.FIRST.name: _first,
    initials.INITIALS.name: _initials,
    order.ORDER.name: _order,
    typed.TYPE.name: _type,
    neighbours.NEXT.name: _next,
    neighbours.BEFORE.name: _before,
    count.COUNT.name: _count,
    recite.RECITE.name: _recite,
    mask.MASK.name: _mask,
    snowball.SNOWBALL.name: _snowball,
    lookalike.LOOKALIKE.name: _lookalike,
    blank_outline.OUTLINE.name: _recite,
}
