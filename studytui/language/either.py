"""Regular expressions that match simplified and traditional Chinese alike, written in simplified characters."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import product

# A simplified character and its traditional forms, for the words that the expressions of the outline use.
_PAIRS = """
万萬 亿億 与與 两兩 严嚴 个個 为為爲 义義 乡鄉 买買 于於 亩畝 亲親 仅僅 从從 们們 众眾衆 优優
会會 传傳 体體 余餘 党黨 关關 内內 册冊 决決 几幾 击擊 划劃 别別 制製 办辦 务務 势勢 单單
发發髮 只衹祇 号號 后後 吨噸 员員 块塊 声聲 处處 备備 复複復 学學 对對 层層 师師 带帶 开開
强強彊 归歸 当當 录錄録 总總 愿願 战戰 户戶 扫掃 报報 教敎 数數 时時 显顯 机機 权權 条條 来來
标標 欢歡 毕畢 汇匯彙 浏瀏 点點 热熱 环環 现現 码碼 种種 秘祕 类類 约約 纲綱 经經 结結 绩績
续續 维維 综綜 编編 网網 节節 荐薦 补補 见見 规規 览覽 计計 认認 让讓 训訓 议議 讯訊 讲講
设設 访訪 证證 词詞 试試 话話 说說説 请請 读讀 课課 调調 谢謝 责責 购購 费費 资資 转轉 载載
辞辭 还還 这這 里裡裏 针針 链鏈 门門 闭閉 问問 间間 闻聞 阅閱 阶階 陆陸 隐隱 难難 页頁 顷頃
项項 预預 题題 验驗 骤驟
"""
_VARIANTS = {pair[0]: pair for pair in _PAIRS.split()}


def either(pattern: str) -> str:
    """The expression with each character that has traditional forms made to match those too."""
    made: list[str] = []
    inside = escaped = False  # of a class in brackets; by a backslash
    for character in pattern:
        forms = _forms(character)
        made.append(forms if inside or len(forms) == 1 else f"[{forms}]")
        if not escaped and character in "[]":
            inside = character == "["
        escaped = character == "\\" and not escaped
    return "".join(made)


def any_of(words: str) -> str:
    """An expression for any of the words, which ``|`` separates, in either script.

    It is made for the search through a whole text that has none of them: a character that begins none of the words is
    passed at once, one that does is passed when no word goes on with the next. Only then are the words tried.
    """
    forms = ("".join(form) for word in words.split("|") for form in product(*map(_forms, word)))
    rests: defaultdict[str, list[str]] = defaultdict(list)  # by the first character of a word
    for form in forms:
        rests[form[0]].append(form[1:])
    alone = [first for first, found in rests.items() if "" in found]
    longer = {first: found for first, found in rests.items() if "" not in found}
    ends = [f"(?<={_one_of(alone)})"] if alone else []
    if longer:
        seconds = _one_of(rest[0] for found in longer.values() for rest in found)
        whole = (f"(?<={re.escape(first)})(?:{'|'.join(map(re.escape, found))})" for first, found in longer.items())
        ends.append(f"(?={seconds})(?:{'|'.join(whole)})")
    return f"{_one_of(rests)}(?:{'|'.join(ends)})"


def _one_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(dict.fromkeys(characters)))}]"


def _forms(character: str) -> str:
    return _VARIANTS.get(character, character)
