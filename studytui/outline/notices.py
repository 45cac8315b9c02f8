"""Notices by which a site says that it left text out: 省略701字, 未完, 以下内容会员可见, or dots on a line of their own."""

import re
from dataclasses import replace

from studytui.outline.lines import Line, Lines, Warnings
from studytui.outline.numbering import starts_with_marker
from studytui.outline.tree import OutlineWarning

_COUNT = r"[0-9０-９一二三四五六七八九十百千万]+"

# What such notices say, in either script, each on a line of its own.
_WORDS = "|".join(
    (
        rf"省略了?[约約]?\s*{_COUNT}\s*[余多餘]?字",
        r"(?:此[处處]|以下|下文|中[间間]|[后後]文|部分|[内內]容)(?:[内內]容|部分)?已?(?:省略|[从從]略|略去)",
        r"未完(?![成善工结結全备備整毕畢])",
        r"(?<!不)待[续續](?=[^\w]|$)",
        rf"全文共?[约約计計]?\s*{_COUNT}\s*字",
        rf"(?:[仅僅只]能?|目前|[当當]前)(?:[显顯]示|[预預][览覽]|[阅閱][读讀]|提供)了?前?\s*{_COUNT}",
        r"[会會][员員].{0,8}(?:可[见見读讀]|完整|[阅閱][读讀]|查看|[浏瀏][览覽]|下[载載])",
        r"(?:登[录錄陆陸]|[注註][册冊]|付[费費]|[购購][买買]|[开開]通|[扫掃][码碼]).{0,12}"
        r"(?:[阅閱][读讀]|查看|全文|完整|[余餘]下|剩[余餘])",
        rf"(?:[余餘]下|剩[余餘]|其[余餘]|[还還][有剩]).{{0,4}}?{_COUNT}\s*(?:字|%|[页頁])",
        r"(?:[阅閱][读讀]|查看|[展点點][开開击擊])(?:更多|全文|原文|剩[余餘]|[余餘]下)",
        r"以[下上][内內]容.{0,10}(?:可[见見]|[隐隱]藏|[会會][员員])|[内內]容(?:已|被)[隐隱]藏",
        r"(?:[试試][读讀]|[预預][览覽])已?[结結]束",
    )
)
_DOTS = r"(?:…|\.{3}|。{3}|⋯)"

# A notice stands in brackets (the closing one may be lost), between dots, or is a short line by itself.
_BRACKETED = re.compile(
    rf"[\s….⋯]*[（(【\[〔][^（()）【】\[\]]{{0,80}}?(?:{_WORDS})[^）)】\]〕]*(?P<close>[）)】\]〕]|$)[\s….⋯]*"
)
_DOTTED = re.compile(rf"{_DOTS}[^…。]{{0,60}}?(?:{_WORDS})(?:[^…。]{{0,60}}?(?:{_DOTS}+[\s….⋯]*|[。]?$))")
_SHORT = re.compile(rf".{{0,40}}?(?:{_WORDS}).{{0,40}}")
_ONLY_DOTS = re.compile(rf"{_DOTS}[….。⋯\s]*")
_CLOSING = re.compile(r"[）)】\]〕]")

_OMITTED = re.compile(rf"省略了?[约約]?\s*({_COUNT})")
_TOTAL = re.compile(r"全文共?[约約计計]?\s*(\d+)\s*字")
_SHOWN = re.compile(r"(?:[显顯]示|[预預][览覽]|[阅閱][读讀]|提供)了?前?\s*(\d+)\s*字")
_ENDING = re.compile(r"未完|待[续續]|剩[余餘]|[余餘]下|[试試][读讀]|[预預][览覽]|[阅閱][读讀]全文|[仅僅只]能?[显顯]示")
_SELLING = re.compile(r"https?:|www\.|收藏|[会會][员員]|下[载載]|[扫掃][码碼]")
_MOST_LINES = 3  # how far down the end of a notice is looked for


def without_notices(lines: Lines) -> tuple[Lines, Warnings]:
    """Put a gap in the place of each notice; warn of what is missing, and of what a notice advertises."""
    kept: list[Line] = []
    told: list[OutlineWarning] = []
    skip = 0
    for index, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        span = _notice(line.text)
        if span is None:
            kept.append(line)
            continue
        start, end, closed = span
        skip = 0 if closed else _rest(lines, index)
        notice = line.text[start:end] + "".join(more.text for more in lines[index + 1 : index + 1 + skip])
        last = index + 1 + skip == len(lines)
        warning = _warning(notice, line.number, lines[index + skip].number, last=last)
        told.append(warning)
        if _SELLING.search(notice):
            told.append(
                replace(warning, kind="advert", to=lines[index + skip].number, chars=None, total=None, shown=None)
            )
        kept += _around(line, start, end, warning.chars)
    return tuple(kept), tuple(told)


def _notice(text: str) -> tuple[int, int, bool] | None:
    """Where a notice stands in a line, and whether it ends there."""
    found = _BRACKETED.search(text)
    if found:
        return found.start(), found.end(), bool(found["close"])
    found = _DOTTED.search(text)
    if found:
        return found.start(), found.end(), True
    if _ONLY_DOTS.fullmatch(text) or (_SHORT.fullmatch(text) and not starts_with_marker(text)):
        return 0, len(text), True
    return None


def _rest(lines: Lines, index: int) -> int:
    """How many further lines an open bracket takes until it is closed; none where it never is."""
    for further, line in enumerate(lines[index + 1 : index + 1 + _MOST_LINES], 1):
        if _CLOSING.search(line.text):
            return further
    return 0


def _around(line: Line, start: int, end: int, chars: int | None) -> list[Line]:
    """What a notice leaves of its line: text before, the gap, text after."""
    before, after = line.text[:start].rstrip(), line.text[end:].lstrip()
    made = [line.with_text(before)] if before else []
    made.append(replace(line, text="", gap=True, chars=chars))
    if after:
        made.append(line.with_text(after))
    return made


def _warning(notice: str, line: int, to: int, *, last: bool) -> OutlineWarning:
    total, shown, omitted = _TOTAL.search(notice), _SHOWN.search(notice), _OMITTED.search(notice)
    cut_off = bool(total or shown or _ENDING.search(notice)) or (last and not omitted)
    chars = int(omitted[1]) if omitted and omitted[1].isdecimal() else None
    return OutlineWarning(
        "truncated" if cut_off and not omitted else "gap",
        line,
        to,
        detail=notice.strip()[:80],
        chars=chars,
        total=int(total[1]) if total else None,
        shown=int(shown[1]) if shown else None,
    )
