"""Half-width signs behind Chinese are shown as they are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.language.punctuation import printed
from studytui.language.script import comparable


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("加强领导,创建态势", "加强领导，创建态势"),
        ("怎么办?要实干!", "怎么办？要实干！"),
        ("要点:一;二", "要点：一；二"),
        ("说完了.", "说完了。"),
        ("“热爱祖国”,建设家园", "“热爱祖国”，建设家园"),
        ("(试行)办法", "（试行）办法"),
        ("银行(háng)", "银行(háng)"),
        ("((加强))", "（（加强））"),
        ("(加强(a)领导)", "（加强(a)领导）"),
        (")加强(\n领导)", ")加强(\n领导)"),
        ("增长1,500万,占3.5%", "增长1,500万，占3.5%"),
        ("时间:9:30", "时间:9:30"),
        ("见http://a.cn/?b=1", "见http://a.cn/?b=1"),
        ("Dear all, good morning.", "Dear all, good morning."),
    ],
)
def test_signs_behind_chinese_are_full_width(written: str, shown: str) -> None:
    """Figures, addresses and other languages keep theirs."""
    assert printed(written) == shown


@given(st.text("加强领导 ab12,.:;?!()“”，。", max_size=40))
def test_nothing_but_signs_changes(text: str) -> None:
    """Letters and digits, the length and the number of lines are the same, and doing it twice does no more."""
    assert comparable(printed(text)) == comparable(text)
    assert len(printed(text)) == len(text)
    assert printed(printed(text)) == printed(text)
