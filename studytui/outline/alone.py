"""Lines that are whole by themselves, though they end without a stop: dates, names with an office, addresses."""

import re

from studytui.language.either import either

_DATE = re.compile(
    r"[（(]?\s*(?:[12]\d{3}|[二〇○零一三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月"
    + either(r"(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?(?:\s*(?:印发|发布|施行|于.{1,8}))?\s*[）)]?")
)
_ENGLISH_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?,? \d{4}(?:,? [^.?!]{1,40})?",
    re.IGNORECASE,
)
# What is told of a meeting, a paper or its author, a line each; a long line of these may go on below.
_LABELLED = re.compile(
    either(
        "(?:抄送|抄报|分送|主送|出席|列席|缺席|请假|[参參]加|主持|[记記]录|主讲|汇报|[报報]告|发言|[联聯][系絡])(?:人员?|单位)?[:：]"
        r"|(?:会议)?(?:时间|日期|地[点址])[:：]|(?:[联聯][系絡])?(?:[电電]话|方式|地址)[:：]|(?:通[讯信])?地址[:：]"
        "|(?:电子)?邮(?:箱|编|政编码)[:：]|传真[:：]|网址[:：]|作者[:：]|来源[:：]"
    )
)
_COLUMNS = re.compile(r"\S(?:[\u3000\t]{2,}| {4,})\S")
_SENTENCE = re.compile("[。！？；]")
_SHORT = 60


def is_date(text: str) -> bool:
    """Whether a line is a date, perhaps with the place."""
    return (_DATE.fullmatch(text) or _ENGLISH_DATE.fullmatch(text)) is not None


def begins_and_ends(text: str) -> bool:
    """Whether a line neither goes on with the one above it nor is gone on with: a date, or columns set far apart."""
    if len(text) > _SHORT:
        return False
    return is_date(text) or (_COLUMNS.search(text) is not None and _SENTENCE.search(text) is None)


def is_labelled(text: str) -> bool:
    """Whether a line tells one fact behind its label, 抄送：…, and so ends with it as far as its words show."""
    return len(text) <= _SHORT and _LABELLED.match(text) is not None
