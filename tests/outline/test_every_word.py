"""Every letter and digit of a source stands somewhere in the outline, or in a line that a warning names."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.language.script import letters
from studytui.outline.parse import parse
from studytui.outline.tree import Outline

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
DOCUMENTS = sorted(path for folder in ("own", "real") for path in (CORPUS / folder).glob("??.txt"))

MARKERS = ["一、", "二、", "（一）", "（二）", "1.", "2.", "一是", "二是", "首先，", "其次，", "最后，", "①", "②", "a)"]
SPACED = ["第一章 ", "第一条\u3000", "- ", "# ", "A. ", "I. ", "2.1 ", "**", "-----"]
WORDS = ["加强领导", "同志们", "目录", "(lái)", "來", "3.5公里", "2009年", "谢谢大家", "此处省略10字"]
SIGNS = ["。", "，", "；", "：", "……", "“", "”", "\n", "\n\n", "\u3000\u3000", " "]
TEXTS = st.lists(st.sampled_from([*MARKERS, *SPACED, *WORDS, *SIGNS]), max_size=60).map("".join)


@given(TEXTS | st.text(max_size=300))
@settings(max_examples=400, deadline=None)
def test_no_text_makes_the_reader_fail(text: str) -> None:
    """Whatever is pasted, an outline comes back, with parents before children."""
    outline = parse(text)
    assert all(parent is None or parent < index for index, parent in enumerate(outline.parents))


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_bytes_read_in_a_wrong_encoding_do_no_harm(data: bytes) -> None:
    """Control characters and lone surrogates do not come through."""
    outline = parse(data.decode("gb18030", "surrogateescape"))
    shown = "".join(said(outline))
    assert not any(ord(character) < 32 or 0xD800 <= ord(character) < 0xE000 for character in shown.replace("\t", ""))


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_no_letter_is_lost_or_said_twice(text: str) -> None:
    """Outside of lines that warnings name, and of contents entries, each letter and digit is there exactly once."""
    outline = parse(text)
    lost, twice = compared(text, outline)
    assert not lost
    assert not twice


@pytest.mark.parametrize("path", DOCUMENTS or [None], ids=str)
def test_every_letter_of_a_real_document_has_a_place(path: Path | None) -> None:
    """The documents of the corpus lose nothing but what warnings name and the contents list's twins."""
    if path is None:
        pytest.skip("the shared corpus is not beside the repository")
    text = path.read_text("utf-8")
    lost, twice = compared(text, parse(text))
    assert not lost
    assert not twice


def compared(text: str, outline: Outline) -> tuple[Counter[str], Counter[str]]:
    """Letters of the source that the outline does not have, and those that it has too often."""
    have = Counter(letters("".join(said(outline))))
    naming = [warning for warning in outline.warnings if warning.kind in NAMING or warning.restored]
    named = {line for warning in naming for line in _range(warning.line, warning.to)}
    lines = text.split("\n")
    kept = (line for number, line in enumerate(lines, 1) if number not in named and not announces(line, lines[number:]))
    restored = "".join(warning.restored for warning in outline.warnings)
    return Counter(letters("".join(kept))) - have, have - Counter(letters(text + restored))


def announces(line: str, below: list[str]) -> bool:
    """Whether a line is the heading of a contents list, or an entry of it that comes again below."""
    entry = letters(line).rstrip("0123456789")
    return entry in ("目录", "目錄提綱") or any(letters(other).startswith(entry) for other in below)


NAMING = ("annotation", "advert", "gap", "truncated", "duplicate")


def _range(first: int, last: int) -> range:
    return range(first, max(first, last) + 1)


def said(outline: Outline) -> list[str]:
    """All texts of an outline."""
    texts = [outline.title, *outline.opening, *outline.closing]
    for node in outline.nodes:
        texts += [node.marker, node.text, *node.body, *node.tail]
    for group in outline.groups:
        texts += [group.lead, *group.tail]
    return texts
