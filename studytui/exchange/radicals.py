"""Radicals that stand for the characters they look like, as text copied from a PDF often has them: \u2f00 for 一."""

import unicodedata
from typing import Final

# Those of the first block (Kangxi) say themselves which character is meant, most of the second (CJK supplement) do not.
_OTHERS: Final = (
    *(["⺁厂", "⺃乚", "⺄乙", "⺅亻", "⺆冂", "⺈刀", "⺉刂", "⺊卜", "⺋卩", "⺌小", "⺎兀", "⺏尣", "⺐尢"]),
    *(["⺒巳", "⺓幺", "⺔彑", "⺕彐", "⺖忄", "⺗心", "⺘扌", "⺙攵", "⺛旡", "⺜日", "⺝月", "⺞歺", "⺠民"]),
    *(["⺡氵", "⺢氺", "⺣灬", "⺤爪", "⺥爫", "⺦丬", "⺧牛", "⺨犭", "⺩王", "⺪疋", "⺫目", "⺬示", "⺭礻"]),
    *(["⺯糹", "⺰纟", "⺳罒", "⺶羊", "⺷羊", "⺹耂", "⺼月", "⺾艹", "⺿艹", "⻀艹", "⻁虎", "⻂衤", "⻃覀"]),
    *(["⻄西", "⻅见", "⻆角", "⻇角", "⻈讠", "⻉贝", "⻊足", "⻋车", "⻌辶", "⻍辶", "⻎辶", "⻏邑", "⻐钅"]),
    *(["⻑長", "⻒镸", "⻓长", "⻔门", "⻖阝", "⻗雨", "⻘青", "⻙韦", "⻚页", "⻛风", "⻜飞", "⻝食", "⻟飠"]),
    *(["⻠饣", "⻢马", "⻣骨", "⻤鬼", "⻥鱼", "⻦鸟", "⻧卤", "⻨麦", "⻩黄", "⻪黾", "⻫斉", "⻬齐", "⻭歯"]),
    *(["⻮齿", "⻯竜", "⻰龙", "⻱龜", "⻲亀"]),
)
_TABLE: Final = {ord(pair[0]): pair[1] for pair in _OTHERS} | {
    code: unicodedata.normalize("NFKC", chr(code)) for code in (*range(0x2F00, 0x2FD6), 0x2E9F, 0x2EF3)
}
_FIRST, _LAST = "\u2e80", "\u2fdf"


def with_characters(text: str) -> str:
    """The text with the characters that its radicals stand for."""
    if text.isascii() or not any(_FIRST <= sign <= _LAST for sign in set(text)):
        return text
    return text.translate(_TABLE)
