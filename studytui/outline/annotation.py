"""Pinyin that a converter left in brackets after the characters it changed: 來(lái). True glosses stay: 行(háng)."""

import re
from collections import Counter

from studytui.language.script import HAN, converted_characters, script_of
from studytui.outline.lines import Line, Lines, Warnings, hits
from studytui.outline.tree import OutlineWarning

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_SYLLABLE = rf"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aoeiuüvê{_TONED}\u0300-\u036f]{{1,5}}(?:ng?|r)?"

# A character and its reading in brackets; a toned reading also where one of the brackets was lost.
_ANNOTATED = re.compile(
    rf"(?<=([{HAN}]))(?:"
    rf"[(（] ?{_SYLLABLE} ?[)）]"
    rf"|(?=[^()（）]{{0,7}}[{_TONED}])(?:[(（]{_SYLLABLE}(?=[{HAN}，。、；：])|{_SYLLABLE}[)）]))"
)
# Quick to look for, since hardly any text in Chinese has letters.
_LIKELY = re.compile(
    rf"[a-züê{_TONED}\u0300-\u036f](?:(?<=[(（].)|(?<=[(（] .)|(?<=[{_TONED}\u0300-\u036f])[a-z]{{0,3}}[)）])"
)
_EVERYWHERE = 0.02  # share of characters annotated from which a simplified text counts as annotated throughout
_MANY = 10
_MOSTLY = 0.5  # share of its places in which a character that was changed has its reading at the least


def without_annotation(lines: Lines) -> tuple[Lines, Warnings]:
    """Take the annotation out of all lines; one warning tells how many readings went and where they begin."""
    characters = "".join(found[1] for at in hits(lines, _LIKELY) for found in _ANNOTATED.finditer(lines[at].text))
    annotated = _annotated(Counter(characters), "\n".join(line.text for line in lines)) if characters else frozenset()
    if not annotated:
        return lines, ()
    cleaned: list[Line] = []
    count, first, detail = 0, 0, ""
    for line in lines:
        text = _ANNOTATED.sub(lambda found: "" if found[1] in annotated else found[0], line.text)
        if text != line.text:
            count += sum(found[1] in annotated for found in _ANNOTATED.finditer(line.text))
            first, detail = first or line.number, detail or line.text[:40]
        cleaned.append(line.with_text(text))
    return tuple(cleaned), (OutlineWarning("annotation", first, lines[-1].number, detail=detail, count=count),)


def _annotated(read: Counter[str], text: str) -> frozenset[str]:
    """Characters whose brackets are annotation, given how often each has one.

    A converter annotates the characters that it changes, wherever they stand; an author tells a reading once, and
    also in a simplified text (乾(qián)隆). A simplified text is annotated throughout or not at all.
    """
    if script_of(text) == "hans":
        return frozenset(read) if read.total() >= max(_MANY, _EVERYWHERE * len(text)) else frozenset()
    changed = converted_characters("".join(read))
    if sum(read[one] for one in changed) >= _MANY:
        return changed
    stands = Counter(text)
    return frozenset(one for one in changed if read[one] >= _MOSTLY * stands[one])
