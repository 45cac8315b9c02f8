"""What the real screens of the drills show before the answer, judged by the oracle that knows nothing of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import pytest

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
    order,
    passage,
    recall,
    recite,
)
from studytui.drills.all import DRILLS
from studytui.drills.blank_outline import OUTLINE, so_far
from studytui.drills.drill import Drill
from studytui.drills.lines import Line
from studytui.drills.lookalike import LOOKALIKE
from studytui.drills.mask import MASK, Stage
from studytui.drills.match import MATCH
from studytui.drills.recall import RECALL
from studytui.language.terms import Span
from studytui.outline.tree import Node, Outline
from studytui.study.asking import target
from studytui.study.drilling import drilled
from studytui.study.library import Library
from studytui.study.session import Session
from studytui.study.steps import Drilled
from studytui.ui.app import StudyApp
from studytui.ui.flow import Flow
from studytui.ui.screens.studying import StudyFrame
from studytui.ui.widgets.sides import SidesView
from tests.drills.documents import HAN, SHAPES
from tests.drills.oracle import leaks, shows
from tests.ui.drilling import begin, kept
from tests.ui.driver import app_over, press, settled, shown

ASKED = [drill for drill in DRILLS if drill not in (MATCH, RECALL)]
ROUNDS = 2
"""So many questions of each drill are looked at in each document."""
LEAST = {"signs only": 1, "unnumbered": 5, "one point": 4, "two points": 8}
"""So many drills have something to ask in such a document; in others more."""
GIVEN_UP: dict[str, tuple[str, ...]] = {
    "cloze": ("enter",) * 2,
    "first": ("enter",),
    "next": ("space",),
    "before": ("space",),
    "initials": ("enter",),
    "type": ("enter",),
    "recite": ("enter",) * 2,
    "outline": ("enter",) * 2,
    "snowball": ("space",) * 3,
}
"""The keys that show an answer."""
LONG = Outline(
    "长文",
    nodes=(
        Node("第一", 1, "长的部分" + HAN),
        Node("1.", 1, HAN * 8, 2, body=(HAN * 100,)),
        Node("2.", 2, HAN[::-1] * 8, 2, body=(HAN[::-1] * 100,)),
        Node("3.", 3, "短的一点", 2),
    ),
)
DOCUMENTS = {**{name: of for name, of in SHAPES.items() if name != "long texts"}, "bodies of 3000 characters": LONG}
pytestmark = pytest.mark.usefixtures("worded")


@dataclass(frozen=True, slots=True)
class Secret:
    """What a screen must not show.

    Attributes:
        answers: Texts that are asked for.
        excused: Headings above and other candidates.
        terms: Words that must not stand there at all, however short.
    """

    answers: tuple[str, ...]
    excused: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def _texts(lines: Sequence[Line]) -> tuple[str, ...]:
    return tuple(text for line in lines for text in (line.marker, line.text))


def _secret(session: Session) -> Secret:
    """What the question that is asked now must not give away."""
    asked, step = session.asked, session.step
    assert isinstance(step, Drilled)
    nodes = step.deck.outline.nodes
    if isinstance(asked, choose.Question):
        # Which place is right shows nowhere but among the candidates: not in the head line.
        return Secret(tuple(line.text for line in asked.options[asked.right].above), _options(asked))
    if isinstance(asked, find.Question):
        return Secret((), tuple(line.text for line in asked.lines))
    if isinstance(asked, count.Question):
        members = step.deck.members(step.card.home, step.card.group)
        return Secret(tuple(nodes[i].text for i in members), _texts(asked.above))
    if isinstance(asked, order.Question):
        markers = [nodes[card.node or 0].marker for card in asked.links]
        return Secret((), (), tuple(f"{marker} {text}" for marker, text in zip(markers, asked.texts, strict=False)))
    if isinstance(asked, chain.Chain):
        # The first one is shown, to be read.
        return Secret(tuple(item.text for item in asked.items[1:]), (*_texts(asked.above), asked.items[0].text))
    if isinstance(asked, lookalike.Question | passage.Passage):
        return Secret(())  # both are shown at first, to be looked at; `_later` judges them after that
    if isinstance(asked, recite.Recital) and step.drill is OUTLINE:
        tree = tuple(nodes[i].text for i in so_far(step.card, step.deck.outline))
        return Secret(tuple(point.line.text for point in asked.points), (*_texts(asked.above), *tree))
    if isinstance(asked, recite.Recital):
        return Secret(tuple(point.line.text for point in asked.points), _texts(asked.above))
    one = asked.asked if isinstance(asked, cloze.Question | first.Question | initials.Question) else asked
    assert isinstance(one, recall.Question)
    above = (*_texts(one.above), one.group, one.cue.text)
    if isinstance(asked, cloze.Question):
        pieces = [piece for piece in asked.pieces if isinstance(piece, str)]
        terms = tuple(blank.term for blank in asked.blanks if not shows(above, blank.term))
        return Secret((), (*above, *pieces), terms)
    return Secret((one.answer[0].text,), above)


def _later(session: Session) -> list[tuple[str, Secret]]:
    """What is shown at first and hidden by a key: the key, and what must not be seen any more."""
    asked, step = session.asked, session.step
    if isinstance(asked, lookalike.Question):
        return [("space", _which(asked, session))]
    if isinstance(asked, passage.Passage) and step is not None:
        assert isinstance(step, Drilled)
        spans = step.words.spoken_spans(step.deck, target(step.card))
        return [("down", _covered(asked, spans, how)) for how in Stage if how > Stage.SHOWN]
    return []


def _which(asked: lookalike.Question, session: Session) -> Secret:
    """Which wording is true: neither where the look-alike stands, nor the marks of what differs."""
    assert session.step is not None
    outline = session.step.deck.outline
    own = (*_texts(asked.above), *asked.wordings)
    over = tuple(outline.nodes[i].text for i in outline.path(asked.twin)[:-1])
    return Secret(over, own, tuple(sign for sign in "[]" if not shows(own, sign)))


def _covered(asked: passage.Passage, spans: Sequence[Sequence[Span]], how: Stage) -> Secret:
    """All of a text, half of each sentence, or its terms."""
    texts = [sentence.text for sentence in asked.sentences]
    above = _texts((*asked.above, asked.line))
    if how >= Stage.FIRST:
        return Secret(tuple(texts), above)
    seen, hidden = list(above), list[str]()
    for text, terms in zip(texts, spans, strict=True):
        if how is Stage.TERMS and terms:
            ends = [0, *(at for term in terms for at in term), len(text)]
            seen += [text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]
            hidden += [text[start:end] for start, end in terms]
        else:
            clauses = CLAUSE.findall(text)
            half = [text[len(text) // 2 :].rstrip("。")]
            hidden += [one + other for one, other in pairwise(clauses)] or half
    return Secret((), (), tuple(term for term in hidden if len(term) > 1 and not shows(seen, term)))


CLAUSE = re.compile("[^，、；：。！？,;:!?]+[，、；：。！？,;:!?]*")


def _options(asked: choose.Question) -> tuple[str, ...]:
    return tuple(text for option in asked.options for text in _texts(option.above))


def _found(app: StudyApp, session: Session) -> list[str]:
    """What of the secret the screen shows."""
    assert isinstance(app.screen, StudyFrame)
    return _told(app, _secret(session))


def _told(app: StudyApp, secret: Secret) -> list[str]:
    """What of a secret the screen shows, also where a line breaks within it."""
    lines = [line.strip() for line in shown(app)]
    texts = [*lines, "".join(lines), " ".join(lines)]
    told = [part for answer in secret.answers for part in leaks(texts, answer, secret.excused)]
    return [*told, *(term for term in secret.terms if shows(texts, term))]


@pytest.mark.parametrize("document", DOCUMENTS)
async def test_no_screen_shows_its_answer_and_every_document_can_be_asked(empty: Library, document: str) -> None:
    """Every drill that has something to ask there, question after question."""
    name = kept(empty, DOCUMENTS[document], "讲话")
    deck, rng = empty.deck(name), Random(len(document))
    deck.want([i for i, node in enumerate(deck.outline.nodes) if node.body])
    sessions = [
        Session(steps, rng, empty.now)
        for drill in ASKED
        if (steps := drilled(deck, deck.cards, drill, empty.words(deck))[:ROUNDS])
    ]
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        flow = app.flow()
        assert isinstance(flow, Flow)
        for session in sessions:
            while isinstance(step := session.step, Drilled):
                flow._sessions._session = session
                if isinstance(app.screen, StudyFrame):
                    app.screen.session = session
                flow._sessions.show_step()
                await pilot.pause()
                assert (step.drill.name, _found(app, session)) == (step.drill.name, [])
                for key, secret in _later(session):
                    await press(pilot, key)
                    assert (step.drill.name, key, _told(app, secret)) == (step.drill.name, key, [])
                session._go(session._now.after())

    assert len(sessions) >= LEAST.get(document, 9)


@pytest.mark.parametrize("drill", [drill for drill in ASKED if drill.name in GIVEN_UP], ids=lambda drill: drill.name)
async def test_the_oracle_sees_an_answer_that_is_shown(empty: Library, drill: Drill) -> None:
    """Once it is given up: the mutant that shows its answer too early is found."""
    name = kept(empty, SHAPES["two points"], "讲话")
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        cards = [card for card in empty.deck(name).cards if card.home == 0]
        session = await begin(pilot, empty, drill, cards, name)
        secret = _secret(session)
        assert _told(app, secret) == []
        await press(pilot, *GIVEN_UP[drill.name])

        assert _told(app, secret) != []


async def test_a_text_that_is_all_covered_shows_none_of_its_sentences(empty: Library) -> None:
    """Neither the one that is said nor those to come; the mutant that covers nothing is found."""
    texts = "。".join(node.text for node in SHAPES["forty points"].nodes)
    outline = Outline("讲话", nodes=(Node("一", 1, "甲乙", body=(texts,)), Node("二", 2, "丙丁")))
    name = kept(empty, outline, "讲话")
    deck = empty.deck(name)
    deck.want([0])
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, empty, MASK, deck.cards, name)
        assert isinstance(session.asked, passage.Passage)
        secret = Secret(tuple(sentence.text for sentence in session.asked.sentences), ("甲乙",))
        assert _told(app, secret) != []
        await press(pilot, "down", "down", "down", "down")
        assert _told(app, secret) == []


TEXT = "网格要划细，人员要派下去。大家一起商量；有事当天办，难事集中办。要求一条一条落实。"


@pytest.mark.parametrize("how", [how for how in Stage if how > Stage.SHOWN])
async def test_the_oracle_sees_a_text_that_is_not_covered(
    empty: Library, monkeypatch: pytest.MonkeyPatch, how: Stage
) -> None:
    """At each stage the mutant that forgets its cover is found."""
    name = kept(empty, Outline("讲话", nodes=(Node("一", 1, "甲乙", body=(TEXT,)), Node("二", 2, "丙丁"))), "讲话")
    deck = empty.deck(name)
    deck.want([0])
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, empty, MASK, deck.cards, name)
        secret = _later(session)[how - 1][1]
        await press(pilot, *["down"] * how)
        assert _told(app, secret) == []
        covered = mask.covered
        monkeypatch.setattr(
            mask, "covered", lambda text, spans, at, turn: text if at is how else covered(text, spans, at)
        )
        await press(pilot, "up", "down")
        assert _told(app, secret) != []


async def test_the_oracle_sees_look_alikes_that_stay_beside_the_question(empty: Library) -> None:
    """The mutant that does not hide the two is found."""
    texts = ("围绕学习型机关建设开展文明创建活动", "围绕服务型机关建设开展文明创建活动")
    nodes = [Node(f"{n}、", n, f"{words}的部分", 1) for n, words in enumerate(("过去做法", "今后打算"), 1)]
    points = [(Node("一是", 1, text, 2), Node("二是", 2, f"{text[:1]}别的", 2)) for text in texts]
    outline = Outline("讲话", nodes=(nodes[0], *points[0], nodes[1], *points[1]))
    name = kept(empty, outline, "讲话")
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        session = await begin(pilot, empty, LOOKALIKE, None, name)
        ((key, secret),) = _later(session)
        assert _told(app, secret) != []
        await press(pilot, key)
        assert _told(app, secret) == []
        app.screen.query_one(SidesView).display = True
        await settled(pilot)
        assert _told(app, secret) != []
