"""Steps of correction: each can be taken back, and each is made again where the source is read anew."""

from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.exchange.document import Document
from studytui.outline.edit.flow import PARAGRAPHS, Part, Spot, pieces
from studytui.outline.parse import parse
from studytui.outline.tree import Outline
from studytui.study.bring import Draft, drafted
from studytui.study.correcting import SIMPLE, Correcting, Correction
from tests.strategies import outlines

TEXT = """一、成绩和问题
一是责任更实。层层签了责任书。
二是排查更细。
三是演练更勤。
此处省略300字
二、打算
一是抓教育。
二是抓整改。
"""


def draft(outline: Outline) -> Draft:
    """A document that was understood so."""
    return Draft(outline, "x", Document("", "", "", ""))


@st.composite
def corrections(draw: st.DrawFn, outline: Outline) -> Correction:
    """Any correction of anything."""
    spots = [piece.spot for piece in pieces(outline) if piece.spot and piece.part in {Part.HEAD, *PARAGRAPHS}]
    kind = draw(st.sampled_from((*SIMPLE, "rename", "split", "heading")))
    return Correction(kind, draw(st.sampled_from(spots)), draw(st.text(max_size=3)), draw(st.integers(0, 5)))


@given(outlines().filter(lambda outline: bool(outline.nodes)), st.data())
@settings(deadline=None)
def test_undo_restores_exactly_what_was_there_before_each_step(outline: Outline, data: st.DataObject) -> None:
    """However many steps were done, and whatever numbers they kept."""
    work = Correcting(draft(outline))
    seen = [work.draft]
    for _ in range(data.draw(st.integers(0, 5))):
        if work.outline.nodes and work.correct(data.draw(corrections(work.outline))):
            if data.draw(st.booleans()):
                work.swap_numbers()
            seen.append(work.draft)
    while work.corrected:
        assert work.draft is seen.pop()
        assert work.undo()

    assert work.draft is seen[0]
    assert not work.undo()


def test_corrections_are_made_again_where_the_source_is_read_anew() -> None:
    """A repair that is left out moves what stands behind it, and the corrections find their places."""
    work = Correcting(drafted(Document(TEXT, "", "", "-")))
    places = {node.text: i for i, node in enumerate(work.outline.nodes)}
    work.correct(Correction("demote", Spot(Part.HEAD, places["排查更细"])))
    work.correct(Correction("rename", Spot(Part.HEAD, places["抓整改"]), "抓好整改"))
    work.correct(Correction("heading", Spot(Part.BODY, places["责任更实"], 0)))
    corrected = [(node.marker, node.text, node.depth) for node in work.outline.nodes]
    gap = next(warning for warning in work.outline.warnings if warning.kind == "gap")

    step = work.reread(work.draft.keeping(((gap.kind, gap.line),)))
    work.take(step)

    assert step.dropped == 0
    assert [(node.marker, node.text, node.depth) for node in work.outline.nodes] == corrected
    assert any("省略300字" in piece.text for piece in pieces(work.outline))

    work.undo()
    assert [(node.marker, node.text, node.depth) for node in work.outline.nodes] == corrected


def test_a_correction_without_its_place_is_dropped_and_counted() -> None:
    """It was about words that the other reading does not have."""
    work = Correcting(drafted(Document(TEXT, "", "", "-")))
    work.correct(Correction("rename", Spot(Part.HEAD, 1), "责任"))

    step = work.reread(draft(parse("一、别的\n二、另外的")))

    assert step.dropped == 1
