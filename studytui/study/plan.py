"""What a session consists of: what is due, what follows, and whole groups of new points, within a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from studytui.cards.card import Card, Kind
from studytui.drills import spacing
from studytui.drills.drill import Drill
from studytui.drills.fitting import fitting, named
from studytui.drills.match import boards
from studytui.drills.recall import RECALL
from studytui.drills.spacing import Sides
from studytui.memory.queue import Meeting, Queue, queue
from studytui.memory.weak import Reason, weak
from studytui.settings import Settings
from studytui.study.deck import StudyDeck
from studytui.study.drilling import askable, can_be_asked
from studytui.study.groups import groups_today
from studytui.study.ladder import asked_by
from studytui.study.steps import Ask, Match, Read, Step, cards_in
from studytui.study.summary import NEAR
from studytui.study.words import Words

_Run: TypeAlias = tuple[int | None, int]
"""A run of siblings: the index of their parent and the number of the run."""

WordsOf: TypeAlias = Callable[[StudyDeck], Words]
"""What is known about the words of a deck."""


def for_today(decks: Sequence[StudyDeck], settings: Settings, words: WordsOf | None = None) -> list[Step]:
    """The day's session: what is due in all decks, then what follows, then new groups up to the day's number.

    In each of the three a deck whose speech is near goes first.

    Args:
        decks: The decks.
        settings: How long it is, and how many points are new in it.
        words: Tells the words of a deck; without it every card is recalled, with it asked by the drill that fits.
    """
    decks = sorted(decks, key=days_left)
    queues = [(deck, queue(deck.cards, deck.progress.memories, deck.today)) for deck in decks]
    due = [(deck, card) for deck, found in queues for card in found.due]
    due.sort(key=lambda pair: (days_left(pair[0]), pair[0].memory(pair[1]).urgency(pair[0].today)))
    seconds = settings.minutes * 60
    steps = _within(_questions(due, words), seconds)
    follow = [(deck, card) for deck, found in queues for card in found.follow]
    steps += _within(_questions(follow, words), seconds - _length(steps))
    steps = spaced(steps)
    for block in new_today(queues, settings):
        if not steps or _length(steps) + _length(block) <= seconds:
            steps += block
    return steps


def days_left(deck: StudyDeck) -> int:
    """In how many days the speech is, where it is near; else one day more than is near."""
    return days_until(deck.day, deck.today)


def days_until(speech: date | None, day: int) -> int:
    """In how many days a speech is, seen from a study day, where that is near; else one day more than is near."""
    left = speech.toordinal() - day if speech else NEAR + 1
    return left if 0 <= left <= NEAR else NEAR + 1


def for_part(deck: StudyDeck, cards: Sequence[Card], settings: Settings, words: WordsOf | None = None) -> list[Step]:
    """A session for a part that the person chose: what is due and new in it; all of it when nothing is."""
    found = queue(cards, deck.progress.memories, deck.today)
    asked = [(deck, card) for card in (*found.due, *found.follow)]
    steps = spaced(_within(_questions(asked, words), settings.minutes * 60))
    left, places = settings.minutes * 60 - _length(steps), _places(deck, cards)
    for meeting in found.meetings:
        block = met(deck, meeting, places)
        if not steps or _length(block) <= left:
            steps += block
            left -= _length(block)
    if not steps:
        awake = [(deck, card) for card in cards if not deck.memory(card).asleep(deck.today)]
        steps = spaced(_within(_questions(awake, words), settings.minutes * 60))
    return steps


def for_cards(cards: Iterable[tuple[StudyDeck, Card]]) -> list[Step]:
    """A session for chosen cards, such as the weak ones, in this order; those that sleep are left out."""
    return spaced(list(_questions([(deck, card) for deck, card in cards if not deck.memory(card).asleep(deck.today)])))


def weak_in(deck: StudyDeck) -> tuple[tuple[Card, Reason], ...]:
    """The weak cards of a deck with their reasons."""
    return weak(deck.cards, deck.progress.memories, deck.today)


def new_today(queues: Iterable[tuple[StudyDeck, Queue]], settings: Settings) -> list[list[Step]]:
    """The groups to be met today: whole groups, up to the day's number of new points, at least one group a day."""
    queues = list(queues)
    used = sum(deck.learnt_today for deck, _ in queues)
    meetings = [(deck, meeting) for deck, found in queues for meeting in found.meetings]
    count = groups_today([len(meeting.fresh) for _, meeting in meetings], used, settings.new_points)
    places = {deck.id: _places(deck, deck.cards) for deck, _ in meetings[:count]}
    return [met(deck, meeting, places[deck.id]) for deck, meeting in meetings[:count]]


def met(deck: StudyDeck, meeting: Meeting, all_places: Mapping[_Run, Sequence[Card]]) -> list[Step]:
    """The first meeting with a group, or with that part of it that the places are of: read it, match it, recall it."""
    run = (meeting.home, meeting.group)
    places = all_places.get(run, ())
    asked = {card.node for card in (*places, *meeting.fresh)}
    members = deck.members(*run)
    if meeting.fresh[0].kind is Kind.POINT:
        members = tuple(i for i in members if i in asked)
    steps: list[Step] = [Read(deck, *run, members)]
    if len(places) > 1:
        steps += [Match(deck, board) for board in boards(places)]
    return steps + [Ask(deck, card) for card in meeting.fresh]


def _places(deck: StudyDeck, cards: Iterable[Card]) -> dict[_Run, list[Card]]:
    """The place cards of each run of siblings that may be asked today."""
    runs: dict[_Run, list[Card]] = {}
    for card in cards:
        if card.kind is Kind.PLACE and not deck.memory(card).asleep(deck.today):
            runs.setdefault((card.home, card.group), []).append(card)
    return runs


def for_drill(deck: StudyDeck, cards: Sequence[Card], drill: Drill, words: Words, settings: Settings) -> list[Step]:
    """A session of one drill for a part: all that it asks there, or as much as there is time for.

    Where that is not all, what was answered longest ago goes before; it is asked in the order of the document.
    """
    asked = list(enumerate(askable(deck, cards, drill, words)))
    asked.sort(key=lambda one: min(deck.memory(card).day for card in cards_in(one[1])))
    left, taken = settings.minutes * 60, list[tuple[int, Step]]()
    for at, step in asked:
        if left <= 0:
            break
        if can_be_asked(step):
            taken.append((at, step))
            left -= step.seconds
    return [step for _, step in sorted(taken, key=lambda one: one[0])]


def _question(deck: StudyDeck, card: Card, words: WordsOf | None) -> Step:
    """Ask a card by the drill that the person fixed for it, else by the one that fits its memory, where that can be."""
    drill = named(card.kind, deck.fixed_format(card)) or fitting(card.kind, deck.memory(card))
    if words is None or drill is RECALL:
        return Ask(deck, card)
    return asked_by(deck, card, drill, words(deck)) or Ask(deck, card)


def _questions(asked: Sequence[tuple[StudyDeck, Card]], words: WordsOf | None = None) -> Iterator[Step]:
    """Ask each card by itself, but match the places of one run together where there are several.

    A question is made when it is wanted: of a thousand cards that are due a session takes fifty.
    """
    runs: dict[tuple[str, int | None, int], list[Card]] = {}
    for deck, card in asked:
        if card.kind is Kind.PLACE:
            runs.setdefault((deck.id, card.home, card.group), []).append(card)
    for deck, card in asked:
        run = runs.get((deck.id, card.home, card.group), [])
        if card.kind is not Kind.PLACE or len(run) == 1:
            yield _question(deck, card, words)
        elif run and card == run[0]:
            yield from (Match(deck, board) for board in boards(sorted(run, key=lambda c: c.node or 0)))


def _length(steps: Iterable[Step]) -> int:
    return sum(step.seconds for step in steps)


def _within(steps: Iterator[Step], seconds: int) -> list[Step]:
    taken: list[Step] = []
    while seconds > 0 and (step := next(steps, None)) is not None:
        taken.append(step)
        seconds -= step.seconds
    return taken


def spaced(steps: Sequence[Step]) -> list[Step]:
    """The same steps in nearly the same order, what one tells not asked soon after it where that can be."""
    asks = {id(step): _sides(step).asks for step in steps}
    # The answer is shown as well, once it is given.
    tells = {id(step): _sides(step).shows | asks[id(step)] for step in steps}

    def clash(earlier: Step, later: Step) -> bool:
        return earlier.deck.id == later.deck.id and not tells[id(earlier)].isdisjoint(asks[id(later)])

    return spacing.spaced(steps, clash)


def _sides(step: Step) -> Sides:
    """What a step shows and what it asks; what is read before it is asked is not kept apart from it."""
    found = [spacing.sides(card, step.deck.outline) for card in cards_in(step)]
    return Sides(frozenset().union(*(one.shows for one in found)), frozenset().union(*(one.asks for one in found)))
