"""How much a text looks like Chinese that somebody wrote: what tells the right encoding from the wrong ones."""

import unicodedata
from collections import Counter
from functools import cache
from itertools import chain, product
from typing import Final

_EVERYDAY: Final = frozenset(
    "的了和是在有不也都就而但又还与及或把被让使向对从到于以为用由比给跟同因所其之这那此哪每各某本该"
    "我你他她它们咱自己谁什么怎样多少几个人大家好小高低长短新老上下左右前后内外里中间东西南北"
    "一二三四五六七八九十百千万亿零两第次年月日天时分点今明早晚号章节条款项页册名位件种类部份"
    "来去进出回过起开关走看听说讲谈问答写读学教做作干办管建立成变化发生得到知道想要会能可应须必"
    "国家中央省市县区乡镇村社会人民群众干部职工党员委政府机关单位企业行学校公司组织领导班子代表"
    "工作任务目标问题意见总体具体主重要求关于加强推进落实完善提高坚持深入全面统筹贯彻执行"
    "制度改革发展服务学习会议报告讲话存在薄弱环节措施建设管理检查监督考核宣传教育培训责任安全"
    "经济文化生态环境科技创新质量标准规划项目资金市场农业产品生活水平保障健康医疗就业法律依据权利"
    "努力认真积极主动切实有效明确严格基本方面情况原因结果意义方法思想精神信心力量历史时代世界"
    "同志们各尊敬先后结束谢谢最更很非常再只则即若如果虽然所以并且"
    "這個們為來時說過還後會對從與給開關問題點應該樣麼幾間東兩號節條項頁種類學習讀寫聽講談話辦"
    "國區縣鄉鎮黨員機單業務組織領導標體總強實進執環監傳報議責經濟態術質劃資場農產現發變動認識積極"
    "結規則據權療歷義氣書長見面門風馬車電網視觀覺親選達遠運連邊邁當將專屬層歸帶師幫廣張萬億無"
)
"""Characters of everyday speeches, simplified and traditional: they stand in nearly every line of one."""

_PUNCTUATION: Final = frozenset("，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕—…·－～％　①②③④⑤⑥⑦⑧⑨⑩")
_PINYIN: Final = frozenset("āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü")

_ASCII_COST, _PUNCTUATION_COST, _EVERYDAY_COST, _COMMON_COST, _RARE_COST, _BROKEN_COST = 4.0, 5.0, 6.5, 8.2, 13.0, 22.0
"""About minus the logarithm of a character's chance: one of 60, of 150, of 700, of 4000, of 400 000; hardly ever."""

_BROKEN: Final = frozenset({"Cc", "Cn", "Co", "Cs"})
_CONTROLS_OF_TEXT: Final = "\t\n\v\f\r"


def surprise(text: str) -> float:
    """Tell how unlikely this text is as Chinese; of several readings of the same bytes the least surprising is right.

    The sum over all characters is compared, not the mean: each reading has to account for all of the bytes.
    """
    return sum(count * _cost(sign) for sign, count in Counter(text).items())


def usual_share(text: str) -> float:
    """Tell the share of characters that a Chinese text is made of, among all that are not plain ASCII; 1 for none."""
    counts = Counter(text)
    usual = sum(count for sign, count in counts.items() if _ASCII_COST < _cost(sign) <= _COMMON_COST)
    plain = sum(count for sign, count in counts.items() if _cost(sign) == _ASCII_COST)
    return usual / (len(text) - plain) if plain < len(text) else 1.0


def broken_share(text: str) -> float:
    """Tell the share of control, private, unassigned and replaced characters, which no text has many of."""
    broken = sum(count for sign, count in Counter(text).items() if _cost(sign) == _BROKEN_COST)
    return broken / len(text) if text else 0.0


@cache
def _cost(sign: str) -> float:
    if " " <= sign <= "~" or sign in _CONTROLS_OF_TEXT:
        return _ASCII_COST
    if sign in _PUNCTUATION:
        return _PUNCTUATION_COST
    if sign in _EVERYDAY:
        return _EVERYDAY_COST
    if sign in _PINYIN or sign in _common():
        return _COMMON_COST
    return _BROKEN_COST if sign == "\ufffd" or unicodedata.category(sign) in _BROKEN else _RARE_COST


@cache
def _common() -> frozenset[str]:
    """Collect the characters that the two national standards put on their first level."""
    gb2312 = product(range(0xB0, 0xD8), range(0xA1, 0xFF))
    big5 = product(range(0xA4, 0xC6), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    last_row_of_big5 = product((0xC6,), range(0x40, 0x7F))
    simplified = (bytes(pair).decode("gb2312", "ignore") for pair in gb2312)
    traditional = (bytes(pair).decode("big5", "ignore") for pair in chain(big5, last_row_of_big5))
    return frozenset(chain(simplified, traditional)) - {""}
