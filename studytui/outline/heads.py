"""Where a point's heading ends and its text begins."""

import re

from studytui.language.either import either

_END = re.compile(r"[。！？；;!?“”‘’「」『』《》()（）【】〔〕]")
_OPENING, _CLOSING = "“‘「『《(（【〔", "”’」』》)）】〕"
_STOPS = "。！？；;!?"
_TRAILING = "。；：;:，,、 \u3000"

# In English a full stop ends a heading, where a sentence follows it and it is no sign of an abbreviation.
_FULL_STOP = re.compile(
    r"(?<=[a-z\d)\]])(?<!\b[a-z])(?<!\bno)(?<!\bvs)(?<!\betc)(?<!\bp[.]m)(?<!\ba[.]m)(?<!\be[.]g)(?<!\bi[.]e)"
    r"(?<!\b[MD]r)(?<!\bMrs)(?<!\bMs)(?<!\bSt)(?<!\b(?:No|pp|cf))(?<!\b(?:Fig|Jan|Feb|Mar|Apr|Aug|Oct|Nov|Dec|Vol|Inc|Ltd))"
    r"[.] +(?=[A-Z“\"'])"
)
# A colon ends a heading of 4 to 30 characters when a whole sentence follows: 设施不足：老旧小区缺少用房，…
_COLON = re.compile(r"([^：:，,。；;！!？?]{4,30})(?:：|:(?!//|(?<=\d:)\d))(?=.*\S)")
_LEADS_ON = re.compile(either("(?:[是说到即指为问]|指出|要求|强调|认为|包括|如下|以下|分别)$"))
_LEAST_AFTER_COLON = 12


def head_and_rest(text: str) -> tuple[str, str, bool]:
    """The heading, the text that runs on after it in the same paragraph, and whether it ended like a sentence."""
    text = text.strip()
    end = _sentence_end(text) if _END.search(text) else None
    full_stop = _FULL_STOP.search(text, 0, end or len(text)) if ". " in text else None
    if full_stop:
        return text[: full_stop.start()].rstrip(_TRAILING), text[full_stop.end() :], True
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
