"""A document may be large, but not without end."""

import pytest

from studytui.errors import StudyError
from studytui.exchange import limits, markup
from studytui.exchange.limits import limited
from studytui.exchange.markup import children_of, mended, root_of
from studytui.exchange.reading import Line


def test_lines_are_counted_while_they_are_gathered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not only when all of them are there."""
    monkeypatch.setattr(limits, "MAX_LINES", 3)
    assert len(limited((Line("x") for _ in range(3)), "x")) == 3
    endless = iter(lambda: Line("x"), None)
    with pytest.raises(StudyError, match="too many paragraphs: the limit is 3"):
        limited(endless, "x")


def test_elements_are_counted_and_depth_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few bytes of markup take many times their size in memory."""
    monkeypatch.setattr(markup, "MAX_ELEMENTS", 4)
    assert len([*children_of(b"<r><b><p/><p/></b></r>", "b", "x")]) == 2
    with pytest.raises(StudyError, match="more than 4 parts"):
        list(children_of(b"<r><b><p/><p/><p/><p/></b></r>", "b", "x"))
    with pytest.raises(StudyError, match="nested too deeply"):
        mended(b"<a>" * 5000, "x")
    with pytest.raises(StudyError, match="is damaged"):
        root_of(b"<a>" * 5000, "x")
