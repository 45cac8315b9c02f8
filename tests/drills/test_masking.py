"""A passage under its cover: what each key makes of it, and what each sentence is worth."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.cards.card import Card, Kind
from studytui.drills import masking, passage
from studytui.drills.mask import Stage
from studytui.drills.masking import Masking
from studytui.outline.tree import Node, Outline
from tests.drills.documents import spelled

TEXT = "网格要划细。人员要派下去。大家一起商量。"
BODIES = {
    "three sentences": (TEXT,),
    "one character": ("好",),
    "signs only": ("……", "！"),
    "signs between": ("好。", "——", "再好。"),
    "English": ("Keep three promises. Don't stop.",),
    "mixed": ("增长5%，推进 5G 建设。做好 ESG 报告。",),
    "traditional": ("健全組織。以人為本。",),
    "long": (TEXT * 150,),
}


def _begun(body: tuple[str, ...] = (TEXT,), stage: Stage = Stage.BLANK) -> Masking:
    of = Outline(nodes=(Node("一", 1, "加强领导", body=body),))
    asked = passage.ask(Card("passage:a", Kind.PASSAGE, 0, None, 0, None), of)
    assert asked is not None
    return masking.begin(asked, [spelled(one.text) for one in asked.sentences], stage)


def _typed(now: Masking) -> Masking:
    """Type all of it, each key right."""
    while not now.done:
        before = now
        now = masking.press(now, now.typing.strokes[now.typing.at].letters[0])
        assert now != before
    return now


@pytest.mark.parametrize("shape", [shape for shape in BODIES if shape != "signs only"])
def test_typed_right_it_is_right_at_any_length_and_in_any_script(shape: str) -> None:
    """Signs alone are said with the sentence before."""
    done = _typed(_begun(BODIES[shape]))

    assert set(passage.ratings(done.passage)) == {3}


def test_a_text_of_signs_alone_can_be_ticked() -> None:
    """There is nothing to type."""
    now = _begun(BODIES["signs only"])

    assert not now.by_letters
    assert masking.press(now, "a") == now
    assert masking.tick(masking.tick(now, right=True), right=True).done


def test_a_character_that_was_shown_stays_a_cue_where_the_sentence_is_ticked() -> None:
    """The way to answer was changed after it."""
    now = masking.cue(masking.step(_begun(stage=Stage.BLANK), -4), by_letters=True)
    shown = masking.cue(_begun(stage=Stage.SHOWN), by_letters=True)

    assert masking.tick(masking.look(shown), right=True).passage.said[0].cues == 1
    assert masking.tick(masking.look(now), right=True).passage.said[0].cues == 2


def test_a_sentence_that_cannot_be_typed_is_said_aloud_and_only_one_of_signs_is_passed() -> None:
    """Nobody has looked up how it is read, or nobody knows: that does not make it right."""
    now = _begun(("好。", "\U00030000\U00030010。", "——", "再好。"))
    unknown = replace(now, strokes=(now.strokes[0], (), *now.strokes[2:]))
    for asked in (now, unknown):
        here = masking.press(asked, "h")
        assert (here.passage.at, here.can_be_typed) == (1, False)
        assert masking.press(here, "h") == here
        assert masking.cue(masking.cue(here, by_letters=True), by_letters=True).passage.at == 1

        done = _typed(masking.tick(masking.look(here), right=False))
        assert passage.ratings(done.passage) == (3, 1, 3, 3)


def test_a_cue_takes_one_cover_off_then_shows_characters_and_costs() -> None:
    """From nothing shown to all shown, then one character at a time."""
    now = _begun(stage=Stage.TERMS)
    now = masking.cue(now, by_letters=True)
    assert (now.here, now.typing.at) == (Stage.SHOWN, 0)
    now = masking.cue(now, by_letters=True)
    assert now.typing.at == 1

    assert passage.ratings(_typed(now).passage) == (2, 3, 3)


def test_what_was_read_while_all_was_shown_counts_as_with_a_cue() -> None:
    """A text that is copied is not yet known."""
    assert set(passage.ratings(_typed(_begun(stage=Stage.SHOWN)).passage)) == {2}


def test_less_cover_costs_for_the_sentence_at_hand_and_more_costs_nothing() -> None:
    """Else the step would be a cue for nothing."""
    less = masking.step(_begun(stage=Stage.HALF), -1)
    assert less.stage is Stage.TERMS
    assert passage.ratings(_typed(less).passage) == (2, 3, 3)
    more = masking.step(_begun(stage=Stage.HALF), 1)
    assert passage.ratings(_typed(more).passage) == (3, 3, 3)
    assert masking.step(masking.step(more, 1), 1).stage is Stage.BLANK


def test_said_aloud_each_sentence_is_ticked_by_itself() -> None:
    """The weak one is known."""
    now = masking.tick(masking.look(_begun()), right=True)
    now = masking.tick(masking.look(now), right=False)
    now = masking.tick(masking.look(now), right=True)

    assert passage.ratings(now.passage) == (3, 1, 3)
    assert passage.mark(now.passage).rating == 1
    assert passage.weakest(passage.mark(now.passage).parts) == (1,)


DOES: dict[str, Callable[[Masking], Masking]] = {
    "cue": lambda now: masking.cue(now, by_letters=True),
    "say": lambda now: masking.cue(now, by_letters=False),
    "look": masking.look,
    "right": lambda now: masking.tick(now, right=True),
    "wrong": lambda now: masking.tick(now, right=False),
    "more": lambda now: masking.step(now, 1),
    "less": lambda now: masking.step(now, -1),
}


@given(st.lists(st.sampled_from(["a", "w", *DOES]), max_size=60))
def test_whatever_is_pressed_it_goes_forward_only_and_ends(keys: list[str]) -> None:
    """No key breaks it, and what was said is never lost by another key."""
    now = _begun()
    for key in keys:
        before = len(now.passage.said)
        now = DOES[key](now) if key in DOES else masking.press(now, key)
        assert before <= len(now.passage.said) <= before + 1
    assert masking.press(replace(now, passage=_typed(_begun()).passage), "a").done
