"""Expressions for words in either script."""

import re

from hypothesis import given
from hypothesis import strategies as st

from studytui.language.either import any_of

WORDS = "略|未完|会员|还有|还剩|回复后|...|> |***"
SPELT = ("略", "未完", "会员", "會員", "还有", "還有", "还剩", "還剩", "回复后", "回復後", "回複後", "...", "> ", "***")


def test_each_word_is_found_in_both_scripts_and_where_it_begins() -> None:
    """It is the word itself that is matched, not the sign that was looked for first."""
    for word in SPELT:
        found = re.search(any_of(WORDS), f"未还回{word}后")
        assert found is not None
        assert found.start() == 3, word


@given(st.text("略未完会會员員还還有剩回复復複后後.> *，", max_size=12))
def test_nothing_but_the_words_is_found(text: str) -> None:
    """Characters of two words beside each other are no word."""
    spelt = {"".join(form) for form in (*SPELT, "会員", "會员", "回复後", "回復后", "回複后")}
    assert (re.search(any_of(WORDS), text) is not None) == any(word in text for word in spelt)
