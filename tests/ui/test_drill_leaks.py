"""What the real screens of the drills show before the answer, judged by the oracle that knows nothing of them."""

from collections.abc import Sequence
from dataclasses import dataclass
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
    order,
    passage,
    recall,
    recite,
)
from studytui.drills.all import DRILLS
from studytui.drills.blank_outline import OUTLINE, so_far
from studytui.drills.drill import Drill
from studytui.drills.lines import Line
from studytui.drills.mask import MASK
from studytui.drills.match import MATCH
from studytui.drills.recall import RECALL
from studytui.outline.tree import Node, Outline
from studytui.study.drilling import drilled
from studytui.study.library import Library
from studytui.study.session import Session
from studytui.study.steps import Drilled
from studytui.ui.app import StudyApp
from studytui.ui.flow import Flow
from studytui.ui.screens.studying import StudyFrame
from tests.drills.documents import HAN, SHAPES
from tests.drills.oracle import leaks, shows
from tests.ui.drilling import begin, kept
from tests.ui.driver import app_over, press, shown

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
        return Secret(())  # both are shown at first, to be looked at
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
                session._go_on(step, failed=False)

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
