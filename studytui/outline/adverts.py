"""Lines that belong to a web site or to a printed page, not to the document."""

import re
from collections import Counter
from dataclasses import replace

from studytui.outline.lines import Line, Lines, Warnings, warnings_of_runs
from studytui.outline.numbering import starts_with_marker

# What sites put around a text, in either script, each kind on a line of its own.
_SITE = re.compile(
    "|".join(
        (
            r"^[您你]?(?:[现現]在|[当當]前|目前|所在)的?位置\s*[:：]",
            r"首[页頁]\s*(?:[>»›＞→]|-{1,2}>)",
            r"[【\[](?:[关關][闭閉]|打印|列印|返回|收藏|[复複][制製]|分享|下[载載]|推[荐薦]|字[体體]|大\s*中\s*小).{0,8}[】\]]",
            r"^[上下]一[篇页頁]\s*[:：]?",
            r"^(?:相[关關]|推[荐薦]|[热熱][门門]|最新)(?:文章|[阅閱][读讀]|推[荐薦]|[链鏈]接|[新资資]?[闻聞讯訊])",
            r"^猜你喜[欢歡]",
            r"版[权權]所有|版[权權][归歸].{1,12}所有|[转轉][载載].{0,4}注明|[免责責]{2}[声聲]明",
            r"本(?:站|[网網]站?|文).{0,16}(?:上[传傳]|收集|[转轉][载載]|版[权權]|[来來]自[互网網])",
            r"[网網]友上[传傳]|微信.{0,8}(?:[扫掃]|公[众眾][号號])|[扫掃](?:一[扫掃]|描|[码碼]).{0,8}(?:[关關]注|二[维維][码碼]|下[载載])",
            r"(?:[点點][击擊]|[阅閱][读讀]|[浏瀏][览覽])(?:次[数數]|量|[数數]|率)?\s*[:：(（]\s*\d+",
            r"^(?:https?://|www\.)\S+$",
            r"更多.{0,14}(?:[请請]|[欢歡]迎)(?:[关關]注|[访訪][问問]|[点點][击擊]|登[录錄陆陸]|[浏瀏][览覽])",
            r"^收藏《|(?:设为|設為)首[页頁]|加入收藏|字[体體號号]\s*[:：]\s*[\[【大]|ICP[备備证證]|Copyright|All rights reserved",
        )
    ),
    re.IGNORECASE,
)
_LONGEST = 120

# A page number as a foot line writes it.
_PAGE = re.compile(
    r"第\s*\d+\s*[页頁](?:\s*[,，/]?\s*共\s*\d+\s*[页頁])?|[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}"
    r"|page\s+\d+(?:\s+of\s+\d+)?|\d{1,3}\s*/\s*\d{1,3}",
    re.IGNORECASE,
)
_REPEATED = 3  # a short line that stands so often is a page's head or foot
_SHORT = 40


def without_adverts(lines: Lines) -> tuple[Lines, Warnings]:
    """Leave out what is the site's or the page's, and tell where it stood."""
    heads = _page_heads(lines)
    kept: list[Line] = []
    found: list[tuple[int, str]] = []
    bridged = False
    for line in lines:
        if _is_page(line.text, heads):
            found.append((line.number, line.text[:80]))
            bridged = True  # a paragraph may go on beyond the page's foot
        elif _is_site(line.text):
            found.append((line.number, line.text[:80]))
        else:
            kept.append(replace(line, blank_before=False) if bridged else line)
            bridged = False
    return tuple(kept), warnings_of_runs("advert", found)


def _is_page(text: str, heads: frozenset[str]) -> bool:
    return text in heads or bool(_PAGE.fullmatch(text))


def _is_site(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_SITE.search(text)) and not starts_with_marker(text)


def _page_heads(lines: Lines) -> frozenset[str]:
    """Short lines that come again and again and do not begin with a marker or end like a sentence."""
    often = Counter(
        line.text for line in lines if 3 < len(line.text) <= _SHORT and line.text[-1] not in "。！？；：:;!?"
    )
    return frozenset(text for text, times in often.items() if times >= _REPEATED and not starts_with_marker(text))
