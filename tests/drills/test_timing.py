"""How long a rehearsal shall take, as a person writes it."""

import pytest

from studytui.drills import timing
from studytui.drills.rehearse import PACE, begin
from studytui.drills.timing import Timing
from tests.drills.documents import SHAPES


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", Timing()),
        (" 180 ", Timing(180.0)),
        ("12m", Timing(PACE, (12.0,))),
        ("12 分钟", Timing(PACE, (12.0,))),
        ("5m 4.5m，3分", Timing(PACE, (5.0, 4.5, 3.0))),
        ("12", None),
        ("0m", None),
        ("9999", None),
        ("soon", None),
    ],
)
def test_a_pace_or_minutes_are_read(text: str, wanted: Timing | None) -> None:
    """A bare number is a pace; a small one could be either, and is asked for again."""
    assert timing.read(text) == wanted


@pytest.mark.parametrize("shape", SHAPES)
def test_minutes_for_all_of_it_are_shared_by_how_much_there_is_to_be_said(shape: str) -> None:
    """However the sections lie, the sum is what was wanted, and each keeps its share."""
    outline = SHAPES[shape]
    nodes = range(len(outline.nodes))
    run = timing.planned(outline, nodes, Timing(PACE, (7.0,)))

    assert run is not None
    assert run.planned == pytest.approx(7 * 60)
    plain = begin(outline, nodes)
    for one, other in zip(run.stops, plain.stops, strict=True):
        assert one.planned / run.planned == pytest.approx(other.planned / plain.planned)


@pytest.mark.parametrize("shape", SHAPES)
def test_minutes_for_each_section_need_as_many_as_there_are(shape: str) -> None:
    """Each section takes its own; one figure too many is no plan."""
    outline = SHAPES[shape]
    nodes = range(len(outline.nodes))
    tops = timing.outermost(outline, nodes)
    run = timing.planned(outline, nodes, Timing(PACE, tuple(float(n + 1) for n in range(len(tops)))))

    assert run is not None
    if len(tops) > 1:
        for n, top in enumerate(tops):
            own = [stop.planned for stop in run.stops if top in outline.path(stop.node)]
            assert sum(own) == pytest.approx(60 * (n + 1))
    assert timing.planned(outline, nodes, Timing(PACE, (1.0,) * (len(tops) + 2))) is None
