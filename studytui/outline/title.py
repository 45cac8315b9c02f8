"""The title of a document, among the lines that stand before its first point."""

import re
from collections.abc import Sequence

from studytui.language.either import either
from studytui.language.script import letters

_RULE = re.compile("-{3,}")
_FIELD = re.compile(r"title\s*:\s*[\"']?(.+?)[\"']?")  # among the fields above a text in Markdown
_LONGEST = 60
_LEAST = 2
_NO_TITLE = re.compile(
    r".*[。：:；;，,！!]$|[（(].*[）)]$|[-—–]{1,2}|\d{1,2}[:：]\d\d.*|[\d〇○一二三四五六七八九十零年月日./\- ]+$|"
    + either(r"同志们|各位|尊敬|(?:主讲|作者|来源|发布|时间|日期|地点|发言人|报告人)\s*[：:]")
)
# Words that titles of speeches, papers and laws end with, and lines that stand above such titles.
_TITLE = re.compile(
    either(
        "(?:讲[话稿义]稿?|发言稿?|报告|提纲|方案|意见|条例|规定|办法|教案|总结|计划|要点|致辞|致词|演讲|通知|决定|体会|心得"
        "|材料|汇报|党课)(?:[（(《].*)?$"
    )
)
_ABOVE_TITLE = re.compile(either(r"第\s*\d+\s*号$|[〔\[【]\d{4}[〕\]】]|文件$|机密|秘密|附件"))


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
    return len(letters(text)) >= _LEAST and len(text) <= _LONGEST and not _NO_TITLE.match(text)


def _likelihood(text: str) -> int:
    return 2 * bool(_TITLE.search(text)) - 3 * bool(_ABOVE_TITLE.search(text))
