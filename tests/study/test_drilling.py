"""A drill that the person chose: what it asks, what its answers move, and how they are taken back."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from studytui.cards.card import Card, Kind
from studytui.drills import choose, initials, recall, recite, typed
from studytui.drills.all import DRILLS
from studytui.drills.choose import CHOOSE
from studytui.drills.drill import Drill, Mark
from studytui.drills.lookalike import LOOKALIKE
from studytui.drills.mask import MASK
from studytui.drills.order import ORDER
from studytui.language.pinyin import spelling
from studytui.memory.unit import Event
from studytui.study.deck import StudyDeck
from studytui.study.drilling import drilled
from studytui.study.outcome import outcome
from studytui.study.plan import for_drill, for_today
from studytui.study.session import Session
from studytui.study.steps import Ask, Drilled, Match, Read, cards_in
from studytui.study.words import Wording, Words, digest
from tests.study.desk import Desk

NAMES = [drill.name for drill in DRILLS]
NEED_MORE = (LOOKALIKE, MASK)  # points that look alike, and texts that are wanted word for word: this part has none


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A library."""
    return Desk(tmp_path)


def _words(deck: StudyDeck) -> Words:
    """Every second pair of characters a term: which they are is not asked here."""
    texts = [node.text for node in deck.file.outline.nodes]
    return Words({digest(t): Wording(spelling(t), tuple((n, n + 2) for n in range(0, len(t) - 2, 4))) for t in texts})


def _session(desk: Desk, deck: StudyDeck, drill: Drill, cards: Sequence[Card] | None = None) -> Session:
    return desk.session(drilled(deck, deck.cards if cards is None else cards, drill, _words(deck)))


def _reviews(deck: StudyDeck) -> list[Event]:
    return [event for unit in deck.units() for event in unit.events if event["kind"] == "review"]


def _list(deck: StudyDeck) -> Card:
    return next(card for card in deck.cards if card.kind is Kind.LIST and card.home is not None)


@pytest.mark.parametrize("drill", [drill for drill in DRILLS if drill.name not in ("mask", "lookalike")])
def test_a_drill_asks_in_the_chosen_part_only(desk: Desk, drill: Drill) -> None:
    """No card of another section, none that sleeps."""
    deck = desk.speech()
    part = deck.part(0)
    inside = {card.id for card in part}

    steps = drilled(deck, part, drill, _words(deck))

    asked = {card.id for step in steps for card in getattr(step, "cards", getattr(step, "places", ()))}
    asked |= {step.card.id for step in steps if hasattr(step, "card")}
    assert steps or drill in NEED_MORE
    assert asked <= inside


def test_an_answer_counts_as_proposed_unless_the_person_says_otherwise(desk: Desk) -> None:
    """Both are kept, and how much of what was typed was right."""
    deck = desk.speech()
    session = _session(desk, deck, typed.TYPE)
    for override in (None, 4):
        asked = session.asked
        assert isinstance(asked, recall.Question)
        mark = typed.mark(asked, typed.answer(asked, asked.answer[0].text[:5], typed.How()))
        session.answer((mark,), 900, {mark.card: override} if override else None)

    one, two = _reviews(deck)
    assert (one["rating"], one["proposed"], one["drill"]) == (1, 1, "type")
    assert (two["rating"], two["proposed"]) == (4, 1)
    assert 0 < float(str(one["score"])) < 1
    assert [answer.mark.rating for answer in session.answers] == [1, 4]


def test_a_recited_list_is_one_unit_and_is_taken_back_as_one(desk: Desk) -> None:
    """Every point, every link and the list have moved, and then have not."""
    deck = desk.speech()
    card = _list(deck)
    session = _session(desk, deck, recite.RECITE, [card])
    before = dict(deck.progress.memories)
    recital = session.asked
    assert isinstance(recital, recite.Recital)
    for n in range(len(recital.points)):
        recital = recite.tick(recital, n)
    session.answer(recite.marks(recital, deck.keys), 60_000)

    reviews = [unit for unit in deck.units() if unit.events[0]["kind"] == "review"]
    assert len(reviews) == 1
    assert len(reviews[0].events) == 2 * len(recital.points)
    assert all(not deck.memory(deck.card(point.card)).new for point in recital.points)
    assert session.step is None
    assert session.undo()
    assert {id_: memory for id_, memory in deck.progress.memories.items() if not memory.new} == before
    assert isinstance(session.asked, recite.Recital)


def test_what_was_failed_comes_back_and_a_later_answer_of_the_day_is_practice(desk: Desk) -> None:
    """As with every card."""
    deck = desk.speech()
    cards = [card for card in deck.cards if card.kind is Kind.POINT][1:7]
    session = _session(desk, deck, initials.INITIALS, cards)
    first = session.step
    assert isinstance(first, Drilled)
    session.answer((Mark(first.card.id, 1),), 900)
    order: list[str] = []
    while isinstance(step := session.step, Drilled):
        order.append(step.card.id)
        session.answer((Mark(step.card.id, 3),), 900)

    assert order.index(first.card.id) == 3
    assert order.count(first.card.id) == 2
    practice = [event["practice"] for event in _reviews(deck) if event["card"] == first.card.id]
    assert practice == [False, False, True]


def test_each_drill_moves_what_the_table_says(desk: Desk) -> None:
    """Choosing moves places, putting in order moves links, typing moves points."""
    deck = desk.speech()
    kinds = {
        drill.name: {card.kind for step in drilled(deck, deck.cards, drill, _words(deck)) for card in _cards(step)}
        for drill in DRILLS
    }

    assert kinds["choose"] == kinds["match"] == kinds["find"] == {Kind.PLACE}
    assert kinds["order"] == kinds["next"] == {Kind.LINK}
    assert kinds["cloze"] == kinds["first"] == kinds["initials"] == kinds["type"] == {Kind.POINT}
    assert kinds["recite"] == kinds["count"] == {Kind.LIST}
    assert {drill.name for drill in DRILLS if not drill.moves} == {"count", "before", "lookalike"}


def _cards(step: object) -> tuple[Card, ...]:
    if isinstance(step, Drilled):
        return step.cards
    places = getattr(step, "places", ())
    return tuple(places) or (step.card,)  # type: ignore[attr-defined]


def test_what_cannot_be_asked_is_passed_over(desk: Desk) -> None:
    """Initials that nobody looked up: the session ends at once and nothing is asked."""
    deck = desk.speech()
    session = desk.session(drilled(deck, deck.cards, initials.INITIALS, Words()))

    assert session.step is None
    assert session.asked is None


def test_links_that_sleep_cut_a_run_where_they_lie(desk: Desk) -> None:
    """What is put in order is always a stretch of the document."""
    deck = desk.speech()
    links = [card for card in deck.cards if card.kind is Kind.LINK and card.home == 0 and card.group == 1]

    steps = drilled(deck, [*links[:2], *links[3:]], ORDER, Words())

    assert [list(_cards(step)) for step in steps] == [links[:2], links[3:]]


def test_pins_bars_and_synonyms_are_kept_from_one_start_to_the_next(desk: Desk) -> None:
    """As events, and in the state; taking one back is one more event."""
    deck = desk.speech()
    deck.decide_term("创建", "bar")
    deck.decide_term("领导", "pin")
    deck.decide_term("内涵", "pin")
    deck.decide_term("内涵", "")
    deck.accept(1, "加强", "强化")
    deck.accept(1, "健全", "完善")
    deck.accept(1, "健全", "完善", on=False)
    deck.save()
    for kept in (True, False):
        if not kept:
            desk.state_files()[0].unlink()
        again = desk.speech()
        choices = again.progress.choices
        assert (set(choices.pinned), set(choices.barred)) == ({"领导"}, {"创建"})
        assert again.synonyms(1) == (("加强", "强化"),)
    assert [event["kind"] for unit in deck.units() for event in unit.events][-7:] == ["term"] * 4 + ["synonym"] * 3


def test_a_card_that_is_asked_can_be_answered_by_another_drill(desk: Desk) -> None:
    """As recall by initials; a drill that does not move such a card, or cannot ask it, changes nothing."""
    deck = desk.speech()
    card = next(card for card in deck.cards if card.kind is Kind.POINT)
    session = desk.session([Ask(deck, card)])

    assert not session.answer_by(CHOOSE, _words(deck))
    assert not session.answer_by(initials.INITIALS, Words())
    assert isinstance(session.step, Ask)
    assert session.answer_by(initials.INITIALS, _words(deck))
    assert isinstance(session.asked, initials.Question)
    session.answer((Mark(card.id, 3),), 900)
    assert session.step is None
    assert session.undo()
    assert isinstance(session.step, Drilled)


def test_a_session_of_a_drill_is_no_longer_than_a_session(desk: Desk) -> None:
    """What was answered longest ago goes before, and is asked in the order of the document."""
    deck = desk.speech()
    settings = replace(desk.settings, minutes=1)
    points = [card for card in deck.cards if card.kind is Kind.POINT]
    deck.answer([Mark(card.id, 3) for card in points[1:4]], "recall", 900)

    steps = for_drill(deck, deck.cards, typed.TYPE, _words(deck), settings)

    assert [_cards(step)[0] for step in steps] == [points[0], *points[4:6]]
    assert len(for_drill(deck, deck.cards, typed.TYPE, _words(deck), desk.settings)) == len(points)


def test_the_days_session_asks_by_the_drill_that_fits_where_words_are_known(desk: Desk) -> None:
    """New groups are met as ever: read, match, recall; what is due is asked with as much help as it needs."""
    deck = desk.speech()
    points = [card for card in deck.cards if card.kind is Kind.POINT and card.home == 0 and card.group == 1]
    deck.answer([Mark(card.id, 1 if n == 0 else 3) for n, card in enumerate(points)], "recall", 900)
    desk.clock.pass_days(4)

    steps = for_today([deck], desk.settings, lambda _: _words(deck))
    plain = for_today([deck], desk.settings)

    due = {step.card: step.drill.name for step in steps if isinstance(step, Drilled)}
    assert {due[points[0]], due[points[1]]} == {"cloze", "first"}
    assert [step for step in plain if isinstance(step, Drilled)] == []
    new = [step for step in steps if not isinstance(step, Drilled) and not set(cards_in(step)) & set(points)]
    assert {type(step) for step in new} >= {Read, Match, Ask}
    assert not any(deck.memory(card).new for card in due)


def test_a_drill_that_fits_but_cannot_be_asked_gives_way_to_recall(desk: Desk) -> None:
    """Such as one that needs words which nobody has looked up."""
    deck = desk.speech()
    point = next(card for card in deck.cards if card.kind is Kind.POINT)
    deck.answer([Mark(point.id, 1)], "recall", 900)
    desk.clock.pass_days(1)

    steps = for_today([deck], desk.settings, lambda _: Words())

    assert Ask(deck, point) in steps


ALIKE = """队伍建设讲话

一、过去的做法
一是围绕中心工作开展创建活动。
二是健全组织。
二、今后的要求
一是围绕中心工作开展创建活动了。
二是抓好落实。
三、别的方面
一是围绕创先争优开展创建活动。
二是用好制度。
"""


def _alike(desk: Desk) -> tuple[StudyDeck, dict[str, Card]]:
    """A deck with points that look alike, and the place card of each text."""
    library = desk.library()
    deck = library.deck(library.keep(library.draft_of_text(ALIKE)))
    places = [card for card in deck.cards if card.kind is Kind.PLACE]
    return deck, {deck.outline.nodes[card.node or 0].text.rstrip("。"): card for card in places}


def test_a_point_whose_nearest_look_alike_gives_no_question_is_asked_with_another_one(desk: Desk) -> None:
    """Where one only has a word more than the other, there is no word that could be put in its place."""
    deck, places = _alike(desk)
    asked = {step.card.id for step in drilled(deck, deck.cards, LOOKALIKE, Words()) if isinstance(step, Drilled)}

    assert asked == {places[text].id for text in places if text.startswith("围绕")}


def test_what_was_mixed_up_more_often_is_asked_first(desk: Desk) -> None:
    """As often as the last answers tell, in either direction."""
    deck, places = _alike(desk)
    once, often = places["健全组织"], places["抓好落实"]
    for card, other, times in ((once, places["用好制度"], 2), (often, places["用好制度"], 3)):
        for _ in range(times):
            deck.answer([Mark(card.id, 1, taken_for=other.id.partition(":")[2])], "match", 1000)
    first = drilled(deck, deck.cards, LOOKALIKE, Words())[0]

    assert isinstance(first, Drilled)
    assert first.card == often


def test_a_question_counts_once_however_many_cards_it_asks(desk: Desk) -> None:
    """A recited list moves a card for each point and each link, and is one question of those that were to be asked."""
    deck = desk.speech()
    session = _session(desk, deck, recite.RECITE)
    whole = session.questions_left
    recital = session.asked
    assert isinstance(recital, recite.Recital)
    for n in range(len(recital.points)):
        recital = recite.tick(recital, n)
    session.answer(recite.marks(recital, deck.keys), 60_000)

    assert (session.questions_done, session.questions_left) == (1, whole - 1)
    found = outcome(session)
    assert (found.questions, found.right, found.cued, found.failed, found.again) == (1, 1, 0, 0, 0)
    assert found.seconds == 60
    assert deck.progress.days[deck.today].ms == 60_000


def test_a_recital_is_right_where_all_of_it_is(desk: Desk) -> None:
    """One point that was left out makes it a wrong one, until it is said again."""
    deck = desk.speech()
    session = _session(desk, deck, recite.RECITE)
    recital = session.asked
    assert isinstance(recital, recite.Recital)
    session.answer(recite.marks(recite.tick(recital, 0, 1), deck.keys), 60_000)

    found = outcome(session)
    assert (found.questions, found.right, found.cued, found.failed, found.again) == (1, 0, 0, 1, 0)


def test_a_place_that_was_picked_wrong_is_a_question_that_is_behind(desk: Desk) -> None:
    """Unlike a text on a board, it is gone on from."""
    deck = desk.speech()
    session = _session(desk, deck, CHOOSE)
    question = session.asked
    assert isinstance(question, choose.Question)
    wrong = next(n for n in range(len(question.options)) if n != question.right)
    session.answer((choose.mark(question, wrong, deck.keys),), 900)

    assert session.questions_done == 1
