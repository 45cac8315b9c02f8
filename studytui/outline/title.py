"""The title of a document, among the lines that stand before its first point."""

import re
from collections.abc import Sequence

from studytui.language.either import either
from studytui.language.script import letters
from studytui.outline.alone import is_date

_RULE = re.compile("-{3,}")
_FIELD = re.compile(r"title\s*:\s*[\"']?(.+?)[\"']?")  # among the fields above a text in Markdown
_LONGEST, _LONGEST_IN_LATIN = 60, 140
_LEAST = 2
_NO_TITLE = re.compile(
    r".*[。：:；;，,！!]$|[（(].*[）)]$|[-—–]{1,2}|\d{1,2}[:：]\d\d.*|[\d〇○一二三四五六七八九十零年月日./\- ]+$|"
    + either(r"同志们|各位|尊敬|(?:主讲|作者|来源|发布|时间|日期|地点|发言人|报告人)\s*[：:]")
)
# Words that titles of speeches, papers and laws end with, and lines that stand around such titles.
_TITLE = re.compile(
    either(
        "(?:讲[话稿义]稿?|发言稿?|报告|提纲|方案|意见|条例|规定|办法|教案|总结|计划|要点|致辞|致词|演讲|通知|决定|体会|心得"
        "|材料|汇报|党课)(?:[（(《].*)?$"
    )
)
_AROUND_TITLE = re.compile(
    either(r"第\s*\d+\s*号$|[〔\[【]\d{4}[〕\]】]|文件$|机密|秘密|附件")
    + r"|^[A-Z]{2,5}[ -]?\d{2,4}[A-Z]?(?=\s*(?:[-–—:|]|$))"  # HIS 210 - , the course that a handout belongs to
    r"|^(?:Dr|Prof|Professor|Mr|Mrs|Ms)\b\.? [A-Z]|\b(?:Term|Semester)\b"
    r"|^(?:Department|Faculty|School|University|College|Institute) of\b|^[A-Z][\w ]{2,30} (?:University|College)$"
)


def take_title(texts: Sequence[str]) -> tuple[str, list[str]]:
    """The title and the other paragraphs; an empty title where no line reads like one."""
    field = next((found for text in texts if (found := _FIELD.fullmatch(text))), None)
    if field and _RULE.fullmatch(texts[0]):
        return field[1], [text for text in texts if text != field[0]]
    likely = [(-_likelihood(text), index) for index, text in enumerate(texts) if _may_be_title(text)]
    if not likely:
        return "", list(texts)
    _, at = min(likely)
    return texts[at], [text for index, text in enumerate(texts) if index != at]


def _may_be_title(text: str) -> bool:
    longest = _LONGEST_IN_LATIN if text.isascii() and text[-1] not in ".?" else _LONGEST
    return len(letters(text)) >= _LEAST and len(text) <= longest and not _NO_TITLE.match(text) and not is_date(text)


def _likelihood(text: str) -> int:
    return 2 * bool(_TITLE.search(text)) - 3 * bool(_AROUND_TITLE.search(text))
