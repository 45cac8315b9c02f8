"""Pinyin that a converter left in brackets after the characters it changed: 來(lái). True glosses stay: 行(háng)."""

import re

from studytui.language.script import HAN, converted_characters
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
_LIKELY = re.compile(rf"[(（] ?[a-züê{_TONED}]|[{_TONED}\u0300-\u036f][a-z]{{0,3}}[)）]")  # quick to look for
_EVERYWHERE = 0.02  # share of characters annotated from which a simplified text counts as annotated throughout
_MANY = 10


def without_annotation(lines: Lines) -> tuple[Lines, Warnings]:
    """Take the annotation out of all lines; one warning tells how many readings went and where they begin."""
    characters = "".join(found[1] for at in hits(_LIKELY, lines) for found in _ANNOTATED.finditer(lines[at].text))
    annotated = _annotated(characters, sum(len(line.text) for line in lines))
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


def _annotated(characters: str, length: int) -> frozenset[str]:
    """Characters whose brackets are annotation: those a conversion changes, or all where a whole text has them."""
    if not characters:
        return frozenset()
    changed = converted_characters(characters)
    if not changed and len(characters) >= max(_MANY, _EVERYWHERE * length):
        return frozenset(characters)
    return changed
