"""Lines that belong to a web site or to a printed page, not to the document."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from studytui.language.either import any_of, either
from studytui.outline.lines import Line, Lines, Warnings, have, hits, warnings_of_runs, whole
from studytui.outline.menus import credits_below, menus
from studytui.outline.numbering import marker_at, starts_with_marker

# What sites put around a text, each kind on a line of its own; ^ and $ are a line's ends.
_SITE = re.compile(
    "|".join(
        (
            either(r"^(?:[您你]的?(?:现在|当前|目前|所在)?|现在|当前|目前|所在)的?位置\s*[:：]"),
            either(r"首页\s*(?:[>»›＞→]|-{1,2}>)"),
            r"^[^\s。，>]{2,12}(?:[\s\u3000]*[>›»＞|｜][\s\u3000]*[^\s。，>]{2,16}){2,}$",
            either(r"^立即(?:开通|登录|注册|购买|充值)|点此(?:登录|注册|下载)"),
            either(r"^[【\[]\s*本(?:资料|文档|材料|讲义|题库|笔记|试题)由.{1,30}(?:整理|收集|制作|发布|分享|原创)"),
            either(
                "(?:更多|全套|完整版?|电子版).{0,16}(?:加|关注|搜索?|私信|回复|进).{0,6}(?:微信|公众号|QQ|小程序|V信|VX)"
            ),
            either(r"^(?:点击|立即)(?:下载|领取)\s*[:：《“]|^[>*<=\-]{3,}[^。]{4,60}[>*<=\-]{3,}$"),
            either(r"(?:微信|QQ|微博).{0,12}(?:复制链接|朋友圈)|限时免费|免费领取"),
            either(r"[【\[](?:关闭|打印|列印|返回|收藏|复制|分享|下载|推荐|字体|大\s*中\s*小).{0,8}[】\]]"),
            either(r"^[上下]一[篇页]\s*[:：]?|^[\d\s首上页一]*[上下]一页|[末尾]页(?:\s*共\d+页)?$"),
            r"^(?:\[\d{1,3}\]\s*){2,}",
            either(
                r"^[-•·]?\s*(?:文档编号|上传时间|文[档件]格式|格式|页数|文?[件档]?大小|下载积分|文档热度|所属分类)\s*[:：]"
            ),
            either(r"由会员.{0,8}(?:分享|上传|提供)|可在线阅读|珍藏版|文档下载推荐"),
            either(
                r"^分享[到至]|^\W*广告(?:\W|$)|^(?:关于|联系)我们|网站地图|阅读排行|立即下载|下载(?:Word|本文|文档|全文)"
            ),
            either(
                r"^(?:责任编辑|责编|热门标签|标签|长按|点击上方|评论[(（]|打赏|赞赏)|如有侵权|文库独家|公网安备|返回首页"
            ),
            either(
                r"^(?:为[您你]推荐|[您你]可能(?:还|也)?喜欢|登[录陆]\s*\|)|[>»›]{1,2}\s*正文|(?:>>|»|›).{1,20}(?:>>|»|›)"
            ),
            either(r"(?:开通|成为|购买).{0,6}(?:VIP|会员)|会员(?:专享|特权)|终身会员"),
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
_LIKELY = re.compile(
    any_of(
        "> |›|＞|>>|***|｜|领取|点击|复制链接|朋友圈|位置|首页|末页|尾页|下一页|上传时间|文档|格式|页数|大小|积分|会员"
        "|分享|广告|我们|地图|下载|责编|编辑|标签|长按|评论|打赏|赞赏|侵权|独家|公网|喜欢|登录|»|【|[|上一篇|上一页|下一篇"
        "|相关|推荐|热门|最新|猜你|版权|转载|免责|本站|本网|本文|网友|微信|扫|点击|阅读|浏览|更多|收藏|字体|字号"
        "|精彩|延伸|排行|可能|立即|点此"
    )
)
_INITIALS = "wWhHcCaAiI"
_LIKELY_IN_LATIN = re.compile(either(rf"[{_INITIALS}](?i:ww\.|ttps?://|opyright|ll rights|cp[备证])"))
_LONGEST = 120

# A page number as a foot line writes it.
_PAGE = re.compile(
    either(r"第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?") + r"|[-—–－]{1,2}\s*\d{1,4}\s*[-—–－]{1,2}"
    r"|page\s+\d+(?:\s+of\s+\d+)?|\d{1,3}\s*/\s*\d{1,3}",
    re.IGNORECASE,
)
_NUMBERED_HEAD = re.compile(rf"(.{{4,80}}?)\s*(?:{_PAGE.pattern})", re.IGNORECASE)
_ENDS = frozenset("页頁-—–－0123456789０１２３４５６７８９)）")  # of a page number, and of that of a further page
_REPEATED = 3  # a short line that stands so often is a page's head or foot
_LEAST, _SHORT = 8, 80
_FURTHER = re.compile(r"(.{4,80}?)[(（]\d{1,2}[)）]")
_TOP = 3  # lines among which the title is
_RELATED = re.compile(
    either(
        r"\W*(?:(?:相关|推荐|热门|最新|精彩|更多|延伸|猜你喜欢的?)(?:文章|阅读|推荐|链接|范文|资讯|内容|信息|新闻)|阅读排行|猜你喜欢"
        r"|[您你]可能(?:还|也)?(?:喜欢|感兴趣)的?|为[您你]推荐)\W*"
    )
)
_ENTRY = 60
_DIGITS = 4  # of a page number


def without_adverts(lines: Lines) -> tuple[Lines, Warnings]:
    """Leave out what is the site's or the page's, and tell where it stood."""
    ending = [at for at, text in enumerate(whole(lines).texts) if text and text[-1] in _ENDS]
    likely = hits(lines, _LIKELY, *((_LIKELY_IN_LATIN,) if have(lines, *_INITIALS) else ()))
    pages = {at for at in ending if _PAGE.fullmatch(lines[at].text)}
    pages.update(_counted_pages(lines, ending))
    pages.update(_numbered_heads(lines, ending))
    if len(pages) > 1:
        heads = _page_heads(lines)
        first = not _is_title_below(lines)  # else the first line is the title
        pages.update(at for at, line in enumerate(lines) if at >= first and line.text in heads)
    pages.update(_further_titles(lines, ending))
    pages.update(range(_related(lines) if likely else len(lines), len(lines)))
    sites = {at for at in likely if _is_site(lines[at].text)}
    sites.update(menus(lines))
    sites.update([*credits_below(lines, sites)])
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


def _further_titles(lines: Lines, ending: list[int]) -> Iterator[int]:
    """Of the lines that may end in a number those that give the title again above a further page: 标题(2)."""
    for at in ending:
        found = _FURTHER.fullmatch(lines[at].text)
        if found and any(found[1].strip() == above.text for above in lines[: min(at, _TOP)]):
            yield at


def _numbered_heads(lines: Lines, ending: list[int]) -> list[int]:
    """Lines that come again with nothing but their page number changed: 专题调研报告　第 2 页 共 4 页."""
    found = [(at, head[1]) for at in ending if (head := _NUMBERED_HEAD.fullmatch(lines[at].text))]
    often = Counter(head for _, head in found)
    return [at for at, head in found if often[head] > 1]


def _counted_pages(lines: Lines, ending: list[int]) -> list[int]:
    """Lines that are nothing but a number, where these count on through the whole text: numbers of slides."""
    alone = [at for at in ending if lines[at].text.isdecimal() and len(lines[at].text) <= _DIGITS]
    numbers = [int(lines[at].text) for at in alone]
    counts = len(alone) >= _REPEATED and all(one + 1 == other for one, other in pairwise(numbers))
    return alone if counts else []


def _is_title_below(lines: Lines) -> bool:
    """Whether the second line reads like the title, so that the first may be the head of a page."""
    below = lines[1].text if len(lines) > 1 else ""
    return _LEAST <= len(below) <= _SHORT and below[-1] not in "。！？；：:;!?" and not _is_point(below)


def _is_site(text: str) -> bool:
    return len(text) <= _LONGEST and _SITE.search(text) is not None and not _is_point(text)


def _is_point(text: str) -> bool:
    """Whether a line begins with a number: what a site lists has none, or a bullet."""
    found = marker_at(text)
    return found is not None and found.lastgroup != "bullet"


def _related(lines: Lines) -> int:
    """Index from which the other articles are that a site names below a text, with the heading over them."""
    foot = len(lines)
    while foot and _may_be_foot(lines[foot - 1].text):
        foot -= 1
    return next((at for at in range(foot, len(lines)) if _RELATED.fullmatch(lines[at].text)), len(lines))


def _may_be_foot(text: str) -> bool:
    return (len(text) <= _ENTRY and not text.endswith("。")) or _is_site(text)


def _page_heads(lines: Lines) -> frozenset[str]:
    """Short lines that come again and again and do not begin with a marker or end like a sentence."""
    short = (line.text for line in lines if _LEAST <= len(line.text) <= _SHORT)
    often = Counter(text for text in short if text[-1] not in "。！？；：:;!?")
    return frozenset(text for text, times in often.items() if times >= _REPEATED and not starts_with_marker(text))
