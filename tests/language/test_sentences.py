"""A text is cut where a speaker breathes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.language.sentences import LONGEST, sentences


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("第一句。第二句！第三句？", ["第一句。", "第二句！", "第三句？"]),
        ("他说：“要实干。”大家都赞成。", ["他说：“要实干。”", "大家都赞成。"]),
        ("没有句号", ["没有句号"]),
        ("真的……是吗？！对。", ["真的……", "是吗？！", "对。"]),
        ("Growth was 3.5 percent. We go on. Done", ["Growth was 3.5 percent.", "We go on.", "Done"]),
        ("", []),
    ],
)
def test_a_sentence_ends_with_its_sign_and_what_closes_behind_it(text: str, cut: list[str]) -> None:
    """Decimals and signs inside a quotation end nothing by themselves."""
    assert list(sentences(text)) == cut


def test_a_very_long_sentence_is_cut_at_its_pauses() -> None:
    """Nobody says three hundred characters in one breath."""
    clause = "要把网格划细把人员派下去请居民一起商量办好家门口的每一件小事；"
    cut = sentences(clause * 10 + "完。")

    assert len(cut) > 1
    assert max(map(len, cut)) <= LONGEST
    assert "".join(cut) == clause * 10 + "完。"


@given(st.text("加强，。！？；：“”… ab.A", max_size=300))
def test_nothing_is_lost_and_nothing_said_twice(text: str) -> None:
    """Joined, the sentences are the text without the white space between them."""
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
