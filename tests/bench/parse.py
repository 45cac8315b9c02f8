"""How fast a text is read into an outline, cleaning and warnings included, beside markdown-it-py."""

from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from itertools import count, islice
from time import process_time

from markdown_it import MarkdownIt

from studytui.outline.numerals import numeral
from studytui.outline.parse import parse
from tests.bench.figure import Figure, seconds, side_by_side

KB, MB = 1_000, 1_000_000
RUNS = {2 * KB: 101, 10 * KB: 51, 100 * KB: 15, 1 * MB: 5, 10 * MB: 1}
"""Sizes in characters, and how often each is measured."""

OUTLINE_GOAL = 1 / 3
PROSE_GOAL = 4.0
LINEAR_GOAL = 1.5  # time for a character of the largest text against one of 100 KB
SECONDS_GOAL = 10.0

_WORDS = (
    "加强社区治理",
    "完善服务网络",
    "健全工作制度",
    "解决群众难题",
    "提升队伍素质",
    "改进考核办法",
    "整合资源",
)
_SENTENCE = "社区是城市的细胞，居民的事情大多在这里办，办得好不好，大家看得最清楚，也说得最明白。"
_LINES = "今年以来，街道把网格划细，把人员派下去，请居民一起商量，三百多件小事有了着落。"


def figures() -> Iterator[Figure]:
    """Each kind of text in each size, then what a character costs in long texts, then strange texts."""
    for kind, texts, goal in (("outline", outline, OUTLINE_GOAL), ("prose", prose, PROSE_GOAL)):
        costs: dict[int, float] = {}
        for size, runs in RUNS.items():
            made = _beside_peer(kind, texts(size), goal, runs)
            costs[size] = made.ours / size
            yield made
        yield _linearity(kind, costs)
    for kind, text in _strange().items():
        taken = seconds(partial(parse, text), process_time)
        yield Figure(f"parse {kind}", taken, "s", "", None, SECONDS_GOAL, f"{len(text):,} characters")


def outline(size: int) -> tuple[str, str]:
    """A text of short numbered lines on three levels, and the same points as a Markdown list."""
    numbered: list[str] = []
    listed: list[str] = []
    for depth, number, words in _points():
        marker = (f"{numeral(number)}、", f"（{numeral(number)}）", f"{number}. ")[depth]
        numbered.append(marker + words)
        listed.append(f"{'  ' * depth}- {words}")
        size -= len(numbered[-1]) + 1
        if size <= 0:
            break
    return "\n".join(numbered), "\n".join(listed)


def prose(size: int) -> tuple[str, str]:
    """Paragraphs of Chinese prose with a heading now and then, the same for both."""
    section = f"{_SENTENCE * 4}\n\n{_LINES * 5}\n\n{_SENTENCE}{_LINES}\n\n"
    made: list[str] = []
    for number in count(1):
        made.append(f"{numeral(number % 90 + 1)}、{_WORDS[number % len(_WORDS)]}\n\n{section}")
        size -= len(made[-1])
        if size <= 0:
            break
    text = "".join(made)
    return text, text


def _points() -> Iterator[tuple[int, int, str]]:
    """Points without end: depth from 0, number among siblings, words."""
    words = (one + other for _ in count() for one in _WORDS for other in _WORDS)
    for first in count():
        yield 0, first % 90 + 1, next(words)
        for second in range(1, 6):
            yield 1, second, next(words)
            yield from ((2, third, next(words)) for third in range(1, 5))


def _beside_peer(kind: str, texts: tuple[str, str], goal: float, runs: int) -> Figure:
    ours, theirs = texts
    markdown = MarkdownIt()
    costs = side_by_side(lambda: parse(ours), lambda: markdown.parse(theirs), runs, process_time)
    conditions = f"{len(ours):,} and {len(theirs):,} characters, processor time, median of {runs}"
    peer = f"markdown-it-py {version('markdown-it-py')}"
    return Figure(f"parse {kind}", costs[0] * 1000, "ms", peer, costs[1] * 1000, goal, conditions)


def _linearity(kind: str, costs: dict[int, float]) -> Figure:
    long, short = costs[10 * MB] * 1e6, costs[100 * KB] * 1e6
    return Figure(f"parse {kind}, linear", long, "ns a character", "itself at 100 KB", short, LINEAR_GOAL, "10 MB")


def _strange() -> dict[str, str]:
    """Texts whose shape, not their size, is hard."""
    return {
        "100 000 headings": "\n".join(f"{number}. {words}" for number, (_, _, words) in _numbered(100_000)),
        "nesting of 5 000": "\n".join(f"{'  ' * depth}- {_WORDS[depth % len(_WORDS)]}" for depth in range(5_000)),
        "one line of 1 MB": _SENTENCE * (MB // len(_SENTENCE)),
        "one line of 1 MB, numbered": "".join(f"{n % 9 + 1}.{_SENTENCE}" for n in range(MB // (len(_SENTENCE) + 2))),
    }


def _numbered(many: int) -> Iterator[tuple[int, tuple[int, int, str]]]:
    return enumerate(islice(_points(), many), 1)
