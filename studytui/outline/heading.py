"""The title of a document, among the lines that stand before its first point."""

import re
from collections.abc import Sequence

from studytui.language.script import letters

_LONGEST = 60
_LEAST = 2
_NO_TITLE = re.compile(
    r".*[。：:；;，,！!]$|[（(].*[）)]$|[-—–]{1,2}|同志[们們]|各位|尊敬|(?:主[讲講]|作者|[来來]源|[发發]布|[时時][间間]|日期|地[点點]|[发發]言人|[报報]告人)\s*[：:]"
    r"|[\d〇○一二三四五六七八九十零年月日./\- ]+$"
)
# Words that titles of speeches, papers and laws end with, and lines that stand above such titles.
_TITLE = re.compile(
    r"(?:[讲講][话話稿]?|[发發]言稿?|[报報]告|提[纲綱]|方案|意[见見]|[条條]例|[规規]定|[办辦]法|教案|[讲講][义義稿]|[总總][结結]|[计計][划劃]"
    r"|要[点點]|[致][辞辭][词詞]?|[演][讲講]|通知|[决決]定|体[会會]|心得|材料|[汇匯][报報]|[党黨][课課])(?:[（(《].*)?$"
)
_ABOVE_TITLE = re.compile(r"第\s*\d+\s*[号號]$|[〔\[【]\d{4}[〕\]】]|文件$|机密|秘密|附件")


def take_title(texts: Sequence[str]) -> tuple[str, list[str]]:
    """The title and the other paragraphs; an empty title where no line reads like one."""
    likely = [(-_likelihood(text), index) for index, text in enumerate(texts) if _may_be_title(text)]
    if not likely:
        return "", list(texts)
    _, at = min(likely)
    return texts[at], [text for index, text in enumerate(texts) if index != at]


def _may_be_title(text: str) -> bool:
    return _LEAST <= len(letters(text)) and len(text) <= _LONGEST and not _NO_TITLE.match(text)


def _likelihood(text: str) -> int:
    return 2 * bool(_TITLE.search(text)) - 3 * bool(_ABOVE_TITLE.search(text))
