"""What a site sets above and below a text: rows of short words that lead to its parts, and who made the page."""

import re
from collections.abc import Collection, Iterator

from studytui.language.either import either
from studytui.outline.lines import Lines

_TOP, _FOOT = 12, 12  # lines at the ends of a text that are looked at
_HOME = re.compile(either("(?:网站)?首页|Home"))
# Words of which a menu has two at the least, unless it begins with the first page.
_PART = re.compile(
    either(
        "走进.{2,4}|(?:政务|政府)(?:公开|服务|信息|动态|信息公开|要闻)|信息公开|政民互动|互动交流|(?:办事|网上|在线)(?:服务|大厅|指南|办事)"
        "|新闻(?:中心|动态|资讯)|通知公告|专题专栏|(?:联系|关于)我们|无障碍.{0,4}|手机版|登录|注册|站内搜索|网站地图|数据(?:发布|开放)"
        "|繁[體体](?:版|中文)?|English"
    )
)
_BETWEEN = re.compile(r"[\s\u3000]*[|｜·/][\s\u3000]*|[\u3000\t]+| {2,}")
_FEWEST = 3
_ENTRY = re.compile(r"[^\s。，、；：:,;！？“”《》（）()]{2,8}|[A-Za-z ]{2,12}")

_ROLES = "责任编辑|责编|编辑|美编|编审|审核|审校|校对|初审|复审|终审|[一二三]审|监制|排版|制作|摄影|通讯员|供稿|撰稿"
_CREDIT = rf"(?:{_ROLES})(?:人员?)?\s*[:：]\s*[^\s。，；]{{1,10}}"
_CREDITS = re.compile(either(rf"{_CREDIT}(?:[\s\u3000|｜/]+{_CREDIT})+"))
_ONE_CREDIT = re.compile(either(_CREDIT))


def menus(lines: Lines) -> Iterator[int]:
    """Indices of the menus above a text."""
    for at, line in enumerate(lines[:_TOP]):
        if line.mark and line.mark.ordinal is not None:
            return
        if _is_menu(line.text):
            yield at


def credits_below(lines: Lines, sites: Collection[int]) -> Iterator[int]:
    """Indices of the lines below the last point that name who made the page.

    One who has a line of his own is the site's where the line above or below is, as given in ``sites``.
    """
    for at in range(len(lines) - 1, max(len(lines) - 1 - _FOOT, -1), -1):
        text = lines[at].text
        if lines[at].mark:
            return
        alone = at - 1 in sites or at + 1 in sites
        if _CREDITS.fullmatch(text) or (alone and _ONE_CREDIT.fullmatch(text)):
            yield at


def _is_menu(text: str) -> bool:
    home = _HOME.match(text)
    entries = text.split() if home else _BETWEEN.split(text)
    if len(entries) < _FEWEST or not all(_ENTRY.fullmatch(entry) for entry in entries):
        return False
    return home is not None or sum(_PART.fullmatch(entry) is not None for entry in entries) > 1
