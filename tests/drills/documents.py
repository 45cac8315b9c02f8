"""Documents for the drills: random ones, and the shapes that break things."""

import re
from collections.abc import Sequence
from random import Random

from studytui.cards.card import Card, Kind, cards
from studytui.language.pinyin import spelling
from studytui.language.strokes import Stroke, strokes
from studytui.language.terms import Span
from studytui.outline.tree import Node, Outline

_TERM = re.compile("([\u4e00-\u9fff]{2})[\u4e00-\u9fff]|([A-Za-z']{3,})")
HAN = "加强领导创建态势日趋良好健全组织运行机制更完善以人为本队伍整体素质提高内涵丰富重在过程考评检查坚持成效凸显"


def outline(sections: Sequence[Sequence[str]], title: str = "讲话") -> Outline:
    """Sections with their points, all numbered."""
    nodes: list[Node] = []
    for n, points in enumerate(sections, 1):
        nodes.append(Node(f"第{n}部分", n, f"标题{n}号"))
        nodes += [Node(f"{m}.", m, text, 2) for m, text in enumerate(points, 1)]
    return Outline(title, nodes=tuple(nodes))


def random_outline(rng: Random, sections: int = 3, points: int = 4) -> Outline:
    """Sections and points of random texts and widths, none of them equal."""
    nodes: list[Node] = []
    for n in range(1, sections + 1):
        nodes.append(Node("第" * rng.randint(1, 3) + f"{n}部分", n, words(rng)))
        nodes += [Node(f"{m}.", m, words(rng), 2) for m in range(1, points + 1)]
    return Outline("讲话", nodes=tuple(nodes))


def words(rng: Random) -> str:
    """A text of some clauses."""
    return "，".join("".join(rng.choices(HAN, k=rng.randint(4, 9))) for _ in range(rng.randint(1, 2)))


SHAPES = {
    "one point": outline([["加强领导，创建态势日趋良好"]]),
    "two points": outline([["加强领导，创建态势日趋良好", "健全组织，创建运行机制更加完善"]]),
    "forty points": outline([[f"{HAN[n : n + 6]}，{HAN[n + 3 : n + 9]}" for n in range(40)]]),
    "equal points": outline([["加强领导", "健全组织", "加强领导"], ["加强领导", "以人为本"]]),
    "points in points": outline([["创建", "创建活动", "文明创建活动"], ["创建文明", "活动"]]),
    "long texts": outline([[HAN * 60, "短", HAN[::-1] * 60], ["中等长度的一点", "再一点"]]),
    "English": outline([["Look back with open eyes", "Keep three promises"], ["Begin on time", "Don't stop"]]),
    "mixed": outline([["推进 5G 建设，增长5%", "做好 ESG 报告"], ["2026年的任务", "O2O 模式"]]),
    "traditional": outline([["加強領導，創建態勢日趨良好", "健全組織"], ["以人為本", "重在過程"]]),
    "signs only": outline([["……", "！", ""], ["", "—"]]),
    "unnumbered": Outline(nodes=(Node("-", None, "甲乙丙"), Node("-", None, "丁戊己"), Node("", None, "庚"))),
}


def keys(of: Outline) -> list[str]:
    """A key for each node."""
    return [f"k{i}" for i in range(len(of.nodes))]


def all_cards(of: Outline, *kinds: Kind) -> list[Card]:
    """The cards of some kinds, of all where none is given."""
    return [card for card in cards(of, keys(of)) if not kinds or card.kind in kinds]


def spelled(text: str) -> tuple[Stroke, ...]:
    """The keys of a text."""
    return strokes(text, spelling(text))


def spans(text: str) -> tuple[Span, ...]:
    """Two characters of every three, and every longer word, as terms: drills do not ask where terms come from."""
    return tuple(match.span(match.lastindex or 0) for match in _TERM.finditer(text) if match.span() != (0, len(text)))
