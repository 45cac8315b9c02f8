"""Where a point's heading ends and its text begins."""

import re

from studytui.language.either import either

_END = re.compile(r"[。！？；;!?“”‘’「」『』《》()（）【】〔〕]")
_ANY_END = re.compile(rf"{_END.pattern[:-1]}.]")  # or a full stop
_OPENING, _CLOSING = "“‘「『《(（【〔", "”’」』》)）】〕"
_STOPS = "。！？；;!?"
_TRAILING = "。；：;:，,、 \u3000"

# In English a full stop ends a heading, where a sentence follows it and it is no sign of an abbreviation.
_FULL_STOP = re.compile(r"(?<=[a-z\d)\]])[.] +(?=[A-Z“\"'])")
_ABBREVIATED = re.compile(
    r"\b(?:\d{1,2}|[a-zA-Z]|[ap][.]m|e[.]g|i[.]e|no|vs|etc|esp|approx|ca|cf|pp|eds?|vol|ch|sec|fig|inc|ltd"
    r"|[md]rs?|ms|st|prof|jan|feb|mar|apr|aug|sept?|oct|nov|dec)$",
    re.IGNORECASE,
)
# A colon ends a heading of 4 to 30 characters when a whole sentence follows: 设施不足：老旧小区缺少用房，…
_COLON = re.compile(r"([^：:，,。；;！!？?]{4,30})(?:：|:(?!//|(?<=\d:)\d))(?=.*\S)")
_LEADS_ON = re.compile(either("(?:[是说到即指为问]|指出|要求|强调|认为|包括|如下|以下|分别)$"))
_LEAST_AFTER_COLON = 12


def head_and_rest(text: str) -> tuple[str, str, bool]:
    """The heading, the text that runs on after it in the same paragraph, and whether it ended like a sentence."""
    text = text.strip()
    if _ANY_END.search(text) is None:
        return text.rstrip(_TRAILING), "", False
    end = _sentence_end(text)
    if (stop := _full_stop(text, end)) is not None:
        return text[:stop].rstrip(_TRAILING), text[stop + 1 :].strip(), True
    if end is None:
        return text.rstrip(_TRAILING), "", False
    colon = _COLON.match(text, 0, end)
    ends = text[end] in "。！？!?" or end + 1 < len(text)
    if (
        colon
        and ends
        and not _LEADS_ON.search(colon[1])
        and end - colon.end() >= _LEAST_AFTER_COLON
        and not colon[1].isascii()
    ):
        return colon[1].strip(), text[colon.end() :].strip(), True
    rest = end + 1
    while rest < len(text) and text[rest] in _STOPS + _CLOSING:
        rest += 1
    return text[:end].rstrip(_TRAILING), text[rest:].strip(), True


def _sentence_end(text: str) -> int | None:
    """Index of the first sign that ends the heading; signs inside brackets and quotations do not."""
    inside = 0
    first = None
    for sign in _END.finditer(text):
        if sign[0] in _OPENING:
            inside += 1
        elif sign[0] in _CLOSING:
            inside = max(inside - 1, 0)
        elif not inside:
            return sign.start()
        elif first is None:
            first = sign.start()
    return first if inside else None


def _full_stop(text: str, end: int | None) -> int | None:
    """Index of the first full stop before ``end`` that ends a sentence of English with another behind it."""
    if ". " not in text:
        return None
    stops = (found.start() for found in _FULL_STOP.finditer(text, 0, len(text) if end is None else end))
    return next((stop for stop in stops if not _ABBREVIATED.search(text, max(stop - 8, 0), stop)), None)
