"""A text cut into its sentences, the closing signs with the sentence that they close."""

import re

_END = re.compile(
    r"[。！？!?…]+[”’」』）)】》\"]*"
    r"|(?<=[a-z\d)\]\"”])\.[”\"')\]]*(?=\s+[A-Z“\"'(]|\s*$)"
)
LONGEST = 120
"""A longer sentence is cut behind a semicolon or a colon, for nobody says so much in one breath."""
_PAUSE = re.compile("[；;：:]")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text in order; joined they are the text, but for white space between them."""
    made: list[str] = []
    start = 0
    for found in _END.finditer(text):
        made += _breaths(text[start : found.end()])
        start = found.end()
    made += _breaths(text[start:])
    return tuple(made)


def _breaths(sentence: str) -> list[str]:
    """A sentence as it is, or a long one in pieces."""
    sentence = sentence.strip()
    if len(sentence) <= LONGEST:
        return [sentence] if sentence else []
    pieces: list[str] = []
    start = 0
    for found in _PAUSE.finditer(sentence):
        if found.end() - start >= LONGEST // 4 and len(sentence) - found.end() >= LONGEST // 4:
            pieces.append(sentence[start : found.end()].strip())
            start = found.end()
    return [*pieces, sentence[start:].strip()]
