"""Lines that belong to a web site or to a printed page, not to the document."""

import re
from collections import Counter
from itertools import pairwise

from studytui.language.either import any_of, either
from studytui.outline.lines import Line, Lines, Warnings, hits, warnings_of_runs
from studytui.outline.numbering import starts_with_marker

# What sites put around a text, each kind on a line of its own; ^ and $ are a line's ends.
_SITE = re.compile(
    "|".join(
        (
            either(r"^[您你]?(?:现在|当前|目前|所在)的?位置\s*[:：]"),
            either(r"首页\s*(?:[>»›＞→]|-{1,2}>)"),
            either(r"[【\[](?:关闭|打印|列印|返回|收藏|复制|分享|下载|推荐|字体|大\s*中\s*小).{0,8}[】\]]"),
            either(r"^[上下]一[篇页]\s*[:：]?"),
            either(r"^(?:相关|推荐|热门|最新)(?:文章|阅读|推荐|链接|资讯|新闻)|^猜你喜欢"),
            either(r"版权所有|版权归.{1,12}所有|转载.{0,4}注明|免责声明"),
            either(r"本(?:站|网站?|文).{0,16}(?:上传|收集|转载|版权|来自互?网)|网友上传"),
            either(r"微信.{0,8}(?:扫|公众号)|扫(?:一扫|描|码).{0,8}(?:关注|二维码|下载)"),
            either(r"(?:点击|阅读|浏览)(?:次数|量|数|率)?\s*[:：(（]\s*\d+"),
            r"^(?:https?://|www\.)\S+$|copyright|all rights reserved",
            either(r"更多.{0,14}(?:请|欢迎)(?:关注|访问|点击|登录|浏览)"),
            either(r"^收藏《|设为首页|加入收藏|字[体号]\s*[:：]\s*[\[【大]|ICP[备证]"),
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)
# One of these stands in each of them: what a whole text is searched for.
_LIKELY = (
    re.compile(
        any_of(
            "位置|首页|【|[|上一篇|上一页|下一篇|下一页|相关|推荐|热门|最新|猜你|版权|转载|免责|本站|本网|本文|网友|微信|扫"
            "|点击|阅读|浏览|更多|收藏|字体|字号"
        )
    ),
    re.compile(either(r"[wWhHcCaAiI](?i:ww\.|ttps?://|opyright|ll rights|cp[备证])")),
)
_LONGEST = 120

# A page number as a foot line writes it.
_PAGE = re.compile(
    either(r"第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?") + r"|[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}"
    r"|page\s+\d+(?:\s+of\s+\d+)?|\d{1,3}\s*/\s*\d{1,3}",
    re.IGNORECASE,
)
_PAGE_ENDS = "页頁-—–－"  # or a digit
_REPEATED = 3  # a short line that stands so often is a page's head or foot
_LEAST, _SHORT = 8, 40
_DIGITS = 4  # of a page number


def without_adverts(lines: Lines) -> tuple[Lines, Warnings]:
    """Leave out what is the site's or the page's, and tell where it stood."""
    pages = {at for at, line in enumerate(lines) if _is_page(line.text)}
    pages.update(_counted_pages(lines))
    if len(pages) > 1:
        heads = _page_heads(lines)
        pages.update(at for at, line in enumerate(lines) if at and line.text in heads)  # the first line is the title
    sites = {at for likely in _LIKELY for at in hits(likely, lines) if _is_site(lines[at].text)}
    if not pages and not sites:
        return lines, ()
    kept: list[Line] = []
    found: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        if at in pages or at in sites:
            found.append((line.number, line.text[:80]))
        else:  # a paragraph may go on beyond the page's foot
            kept.append(line._replace(blank_before=False) if at - 1 in pages else line)
    return tuple(kept), warnings_of_runs("advert", found)


def _is_page(text: str) -> bool:
    last = text[-1:]
    return (last in _PAGE_ENDS or last.isdecimal()) and _PAGE.fullmatch(text) is not None


def _counted_pages(lines: Lines) -> list[int]:
    """Lines that are nothing but a number, where these count on through the whole text: numbers of slides."""
    alone = [at for at, line in enumerate(lines) if line.text.isdecimal() and len(line.text) <= _DIGITS]
    numbers = [int(lines[at].text) for at in alone]
    counts = len(alone) >= _REPEATED and all(one + 1 == other for one, other in pairwise(numbers))
    return alone if counts else []


def _is_site(text: str) -> bool:
    return len(text) <= _LONGEST and _SITE.search(text) is not None and not starts_with_marker(text)


def _page_heads(lines: Lines) -> frozenset[str]:
    """Short lines that come again and again and do not begin with a marker or end like a sentence."""
    short = (line.text for line in lines if _LEAST <= len(line.text) <= _SHORT)
    often = Counter(text for text in short if text[-1] not in "。！？；：:;!?")
    return frozenset(text for text, times in often.items() if times >= _REPEATED and not starts_with_marker(text))
