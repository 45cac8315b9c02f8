"""No question gives its answer away: not by what it shows, nor by where it stands or how wide it is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

import pytest

from studytui.cards.card import Card, Kind
from studytui.drills import (
    chain,
    choose,
    cloze,
    count,
    find,
    first,
    initials,
    lookalike,
    mask,
    match,
    neighbours,
    order,
    passage,
    recite,
    typed,
)
from studytui.drills.lines import Line
from studytui.outline.tree import Node, Outline
from tests.drills.documents import SHAPES, all_cards, outline, random_outline, spans, spelled, words
from tests.drills.oracle import leaks, lucky, shows

SEEDS = 2000
FAR = 4.5
"""Standard deviations that chance does not reach in so many guesses."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a screen would show before the answer.

    Attributes:
        shown: All texts.
        answer: What is asked for.
        excused: Headings above and other candidates.
        terms: Answers that must not stand there whole, however short.
    """

    shown: tuple[str, ...]
    answer: str
    excused: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def _texts(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(text for line in lines for text in (line.marker, line.text))


def _cloze(of: Outline, rng: Random) -> Iterator[Seen]:
    for card in all_cards(of, Kind.POINT, Kind.LINK):
        node = of.nodes[(card.node if card.kind is Kind.POINT else card.to) or 0]
        others = [n.text[a:b] for n in of.nodes for a, b in spans(n.text)]
        for turn in range(3):
            question = cloze.ask(card, of, spans(node.text), rng, turn, 0, spelled(node.text), others)
            if question is not None:
                yield _seen_cloze(question)


def _seen_cloze(question: cloze.Question) -> Seen:
    pieces = tuple(piece for piece in question.pieces if isinstance(piece, str))
    hidden = tuple(blank.term for blank in question.blanks)
    return Seen(pieces, "", (), hidden)


def _first(of: Outline, rng: Random) -> Iterator[Seen]:
    for card in all_cards(of, Kind.POINT):
        for grown in range(4):
            question = first.ask(card, of, spans(of.nodes[card.node or 0].text), grown)
            yield _seen_first(question)


def _seen_first(question: first.Question) -> Seen:
    asked = question.asked
    above = (*_texts(asked.above), asked.group)
    return Seen((*above, *_texts((asked.cue,)), question.skeleton), asked.answer[0].text, above)


def _texts_in_full(of: Outline, rng: Random) -> Iterator[Seen]:
    for card in all_cards(of, Kind.POINT, Kind.LINK):
        asked = typed.ask(card, of)
        above = (*_texts(asked.above), asked.group)
        # A point that holds the next one is shown when its link is asked; that is the question.
        excused = (*above, *(asked.cue.text for _ in range(card.kind is Kind.LINK)))
        yield Seen((*above, *_texts((asked.cue,))), asked.answer[0].text, excused)


def _initials(of: Outline, rng: Random) -> Iterator[Seen]:
    for card in all_cards(of, Kind.POINT):
        question = initials.ask(card, of, spelled(of.nodes[card.node or 0].text))
        if question is not None:
            above = (*_texts(question.asked.above), question.asked.group)
            shown = initials.begin(question.strokes).text
            yield Seen((*above, *_texts((question.asked.cue,)), shown), question.asked.answer[0].text, above)


def _recite(of: Outline, rng: Random) -> Iterator[Seen]:
    for card in all_cards(of, Kind.LIST):
        asked = recite.ask(card, of, all_cards(of))
        above = (*_texts(asked.above), asked.group)
        markers = tuple(point.line.marker for point in asked.points)
        yield from (Seen((*above, *markers), point.line.text, above) for point in asked.points)


def _count(of: Outline, rng: Random) -> Iterator[Seen]:
    for card in all_cards(of, Kind.LIST):
        asked = count.ask(card, of)
        shown = (*_texts(asked.above), asked.group)
        members = [of.nodes[i].text for i in of.children(card.home)]
        yield from (Seen(shown, text, shown) for text in members)


def _choose(of: Outline, rng: Random) -> Iterator[Seen]:
    """The answer is a number: what must not be seen is the asked text beside it."""
    for card in all_cards(of, Kind.PLACE):
        question = choose.ask(card, of, rng)
        if question is not None:
            own = question.options[question.right]
            shown = tuple(text for option in question.options for text in (*_texts(option.above), option.marker))
            yield Seen(shown, question.text, _texts(own.above))


def _neighbours(of: Outline, rng: Random) -> Iterator[Seen]:
    for card in all_cards(of, Kind.LINK):
        for asked in (neighbours.ask_next(card, of), neighbours.ask_before(card, of)):
            above = (*_texts(asked.above), asked.group)
            excused = (*above, asked.cue.text)
            yield Seen((*above, *_texts((asked.cue,))), asked.answer[0].text, excused)


def _find(of: Outline, rng: Random) -> Iterator[Seen]:
    """The answer stands among the candidates; the headings must not say it again."""
    for card in all_cards(of, Kind.PLACE):
        for odd in find.Odd:
            asked = find.ask(card, of, rng, odd)
            if asked is not None and odd is find.Odd.STRANGER:
                others = [line.text for n, line in enumerate(asked.lines) if n != asked.right]
                yield Seen((*_texts(asked.above), asked.group), asked.lines[asked.right].text, tuple(others))


def _order(of: Outline, rng: Random) -> Iterator[Seen]:
    """Shown are the texts alone; the numbers, which are the answer, are not."""
    for run in {(card.home, card.group) for card in all_cards(of, Kind.LINK)}:
        links = [card for card in all_cards(of, Kind.LINK) if (card.home, card.group) == run]
        asked = order.ask(links[: order.MOST - 1], of, rng)
        markers = tuple(of.nodes[card.node or 0].marker for card in asked.links)
        yield from (Seen(_texts(asked.above), text, _texts(asked.above), ()) for text in asked.texts)
        yield Seen(tuple(t for t in asked.texts if t not in markers), "", (), tuple(m for m in markers if len(m) > 1))


def _chained(of: Outline, rng: Random) -> Iterator[Seen]:
    """Of a chain only the number of what is to be said is seen, and what was said before it in this round."""
    for card in all_cards(of, Kind.LIST):
        asked = chain.ask(card, of)
        if asked is not None:
            above = (*_texts(asked.above), asked.group)
            yield from (Seen((*above, item.marker), item.text, above) for item in asked.items)


def _alike(of: Outline, rng: Random) -> Iterator[Seen]:
    """The true wording stands among the two; the headings must not say it."""
    for pair in lookalike.pairs(of):
        for card in all_cards(of, Kind.PLACE):
            asked = lookalike.ask(card, of, pair, rng) if card.node in (pair.one, pair.other) else None
            if asked is not None:
                other = asked.wordings[1 - asked.right]
                yield Seen((*_texts(asked.above), asked.marker), asked.wordings[asked.right], (other,))


def _masked(of: Outline, rng: Random) -> Iterator[Seen]:
    """The points of the shape as one text below a point: of what is to be said neither terms nor clauses are seen."""
    text = "。".join(node.text for node in of.nodes if node.text)
    told = Outline(nodes=(Node("一", 1, "甲", body=(text,)),))
    asked = passage.ask(Card("passage:a", Kind.PASSAGE, 0, None, 0, None), told)
    if asked is not None:
        for how in (mask.Stage.FIRST, mask.Stage.BLANK):
            yield from _seen_mask(asked, how)


def _seen_mask(asked: passage.Passage, how: mask.Stage) -> Iterator[Seen]:
    hidden = [spans(one.text) for one in asked.sentences]
    shown = mask.shown(asked, hidden, how, 0, 0)
    yield from (Seen(shown, one.text, _texts((asked.line,))) for one in asked.sentences)


ASKED: dict[str, Callable[[Outline, Random], Iterator[Seen]]] = {
    "choose": _choose,
    "count": _count,
    "find": _find,
    "order": _order,
    "cloze": _cloze,
    "first": _first,
    "neighbours": _neighbours,
    "initials": _initials,
    "type": _texts_in_full,
    "recite": _recite,
    "mask": _masked,
    "snowball": _chained,
    "lookalike": _alike,
}


def _found(seen: Seen) -> list[str]:
    shorter = [term for term in seen.terms if shows(seen.shown, term)]
    return [*leaks(seen.shown, seen.answer, seen.excused), *shorter]


@pytest.mark.parametrize("drill", ASKED)
@pytest.mark.parametrize("shape", [name for name in SHAPES if name != "signs only"])
def test_nothing_of_the_answer_is_shown(drill: str, shape: str) -> None:
    """No four characters on end, no two words, that do not stand above or in another candidate as well."""
    assert [found for seen in ASKED[drill](SHAPES[shape], Random(1)) if (found := _found(seen))] == []


def test_a_leaking_question_of_each_kind_is_found() -> None:
    """One mutant a drill, each leaking as a slip in its code would make it leak."""
    of = SHAPES["two points"]
    text = of.nodes[1].text
    point, link, whole = all_cards(of, Kind.POINT)[1], all_cards(of, Kind.LINK)[0], all_cards(of, Kind.LIST)[0]
    hidden = cloze.ask(point, of, spans(text), Random(1))
    assert hidden is not None
    skeleton = first.ask(point, of, spans(text))
    asked = typed.ask(point, of)
    following = neighbours.ask_next(link, of)
    before = _texts(asked.above)
    recital = recite.ask(whole, of, all_cards(of))
    spoken = passage.Passage(point, (), Line("", ""), (passage.Sentence(0, text),))
    mutants = {
        "cloze": _seen_cloze(replace(hidden, pieces=(*hidden.pieces, hidden.blanks[0].term))),
        "first": _seen_first(replace(skeleton, skeleton=text[:6] + "…")),
        "type": Seen((*before, asked.hints[0] + text), text, before),
        "initials": Seen((*before, initials.Typing(spelled(text), at=5).text), text, before),
        "recite": Seen((recital.points[0].line.text,), recital.points[0].line.text, before),
        "count": Seen((*before, text), text, before),
        "next": Seen((following.answer[0].text,), following.answer[0].text, (following.cue.text,)),
        "choose": Seen((text,), text, before),
        "find": Seen((text,), text, (of.nodes[2].text,)),
        "order": Seen((f"1. {text}",), "", (), ("1.",)),
        "lookalike": Seen((text,), text, (of.nodes[2].text,)),
        "snowball": Seen((text,), text, before),
        "mask": next(_seen_mask(spoken, mask.Stage.SHOWN)),
    }

    assert [drill for drill, seen in mutants.items() if not _found(seen)] == []


Rounds = list[tuple[list[int], int]]


def _choices(seed: int) -> Iterator[tuple[list[int], int]]:
    rng = Random(seed)
    of = random_outline(rng, rng.randint(2, 4), rng.randint(2, 5))
    card = rng.choice([card for card in all_cards(of, Kind.PLACE) if of.nodes[card.node or 0].depth == 2])
    question = choose.ask(card, of, rng)
    if question is not None:
        places = [" > ".join([*_texts(o.above), o.marker]) for o in question.options]
        yield [len(place) for place in places], question.right


def _finds(odd: find.Odd) -> Callable[[int], Iterator[tuple[list[int], int]]]:
    def rounds(seed: int) -> Iterator[tuple[list[int], int]]:
        rng = Random(seed)
        of = random_outline(rng, 2, rng.randint(3, 7))
        card = rng.choice([card for card in all_cards(of, Kind.PLACE) if of.nodes[card.node or 0].depth == 2])
        question = find.ask(card, of, rng, odd)
        if question is not None:
            yield [len(line.marker + line.text) for line in question.lines], question.right

    return rounds


def _picks(seed: int) -> Iterator[tuple[list[int], int]]:
    rng = Random(seed)
    of = random_outline(rng)
    card = rng.choice(all_cards(of, Kind.POINT))
    text = of.nodes[card.node or 0].text
    others = [n.text[a : b + rng.randint(0, 1)] for n in of.nodes for a, b in spans(n.text)]
    question = cloze.ask(card, of, spans(text), rng, rng.randint(0, 5), 0, (), others)
    for blank in question.blanks if question is not None else ():
        if blank.options:
            yield [len(option) for option in blank.options], blank.options.index(blank.term)


def _orders(seed: int) -> Iterator[tuple[list[int], int]]:
    """Which of the shuffled points is the first one?"""
    rng = Random(seed)
    of = random_outline(rng, 1, rng.randint(2, 6))
    question = order.ask([card for card in all_cards(of, Kind.LINK) if card.home is not None], of, rng)
    yield [len(question.texts[point]) for point in question.arranged], question.arranged.index(0)


def _pairs(seed: int) -> Iterator[tuple[list[int], int]]:
    """Which of the texts of a board belongs to its last number?"""
    rng = Random(seed)
    of = random_outline(rng, 1, rng.randint(2, 5))
    places = [card for card in all_cards(of, Kind.PLACE) if card.home is not None]
    board = match.ask(places, of, rng.shuffle)
    last = len(board.slots) - 1
    yield [len(board.slots[text].text) for text in board.texts], board.texts.index(last)


def _wordings(seed: int) -> Iterator[tuple[list[int], int]]:
    """Which of the two wordings is the true one?"""
    rng = Random(seed)
    texts = [words(rng) for _ in range(3)]
    of = outline([texts, [text[:2] + words(rng)[:2] + text[3:] for text in texts]])
    for pair in lookalike.pairs(of)[:1]:
        # Asked from both sides, as the drill does.
        for card in all_cards(of, Kind.PLACE):
            question = lookalike.ask(card, of, pair, rng) if card.node in (pair.one, pair.other) else None
            if question is not None:
                yield [len(wording) for wording in question.wordings], question.right


GUESSED = {
    "lookalike": _wordings,
    "match": _pairs,
    "choose": _choices,
    "find a stranger": _finds(find.Odd.STRANGER),
    "find a number": _finds(find.Odd.NUMBER),
    "pick for a blank": _picks,
    "order": _orders,
}


@pytest.mark.parametrize("drill", GUESSED)
def test_who_sees_only_places_and_widths_does_no_better_than_chance(drill: str) -> None:
    """Over two thousand questions, however the guess is made."""
    rounds = [one for seed in range(SEEDS) for one in GUESSED[drill](seed)]

    assert len(rounds) > SEEDS / 2
    assert {name: far for name, far in lucky(rounds).items() if far > FAR} == {}


@pytest.mark.parametrize("drill", GUESSED)
def test_an_answer_that_always_stands_first_would_be_found(drill: str) -> None:
    """The mutant that forgets to shuffle."""
    rounds = [one for seed in range(300) for one in GUESSED[drill](seed)]
    sorted_ = [([widths[right], *widths[:right], *widths[right + 1 :]], 0) for widths, right in rounds]

    assert lucky(sorted_)["first"] > FAR


def test_an_answer_with_two_siblings_against_one_stranger_would_be_found() -> None:
    """The mutant whose right answer is always of the commoner width."""
    rng = Random(1)
    rounds: Rounds = []
    for _ in range(SEEDS):
        widths = [5, 5, 5, 9]
        rng.shuffle(widths)
        rounds.append((widths, rng.choice([i for i, width in enumerate(widths) if width == 5])))

    assert lucky(rounds)["commonest"] > FAR
