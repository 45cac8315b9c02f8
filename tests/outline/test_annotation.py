"""Readings that a converter left go, readings that an author gives stay."""

import pytest

from studytui.outline.parse import parse


def _first(text: str) -> str:
    return parse(text).nodes[0].text


def test_readings_of_characters_that_a_converter_changed_go() -> None:
    """Each has one wherever it stands; 行 is the same in both scripts, so its reading is the author's."""
    outline = parse("一、來(lái)到銀行(háng)\n二、後來(lái)的發(fā)展(zhǎn)")
    assert [node.text for node in outline.nodes] == ["來到銀行(háng)", "後來的發展(zhǎn)"]
    assert [(warning.kind, warning.count) for warning in outline.warnings if warning.kind == "annotation"] == [
        ("annotation", 3)
    ]


@pytest.mark.parametrize("text", ["去银行(háng)办事", "乾(qián)隆年间的事", "单(shàn)县的经验", "称(chèn)职的干部"])
def test_a_reading_in_a_simplified_text_stays(text: str) -> None:
    """Also behind a character that a converter to simplified ones would change."""
    outline = parse(f"一、{text}\n二、我们这里的发展")
    assert outline.nodes[0].text == text
    assert "annotation" not in {warning.kind for warning in outline.warnings}


def test_a_reading_given_once_in_a_traditional_text_stays() -> None:
    """單 stands without one elsewhere, which no converter does."""
    text = "一、單(shàn)縣的經驗\n二、各單位的辦法\n三、單項的結果"
    assert _first(text) == "單(shàn)縣的經驗"


def test_a_simplified_text_that_is_annotated_throughout_loses_all_of_it() -> None:
    """A reader for learners has them everywhere."""
    assert _first("一、加(jiā)强(qiáng)领(lǐng)导(dǎo)\n二、提(tí)高(gāo)认(rèn)识(shi)发(fā)展(zhǎn)") == "加强领导"
