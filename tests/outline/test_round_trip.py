"""A random tree, written in a random style of numbering, reads back as the same tree."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.outline.numerals import numeral
from studytui.outline.parse import parse
from studytui.outline.tree import Node

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

STYLES: dict[str, Sequence[str]] = {
    "official": ("{cn}、", "（{cn}）", "{n}.", "（{n}）"),
    "half-width": ("{cn}、", "({cn})", "{n}、", "({n})"),
    "lecture": ("第{cn}讲 ", "{cn}、", "{n}．", "{circled}"),
    "book": ("第{cn}章　", "第{cn}节　", "{cn}、", "（{cn}）"),
    "law": ("第{cn}编　", "第{cn}章　", "第{cn}条　", "（{cn}）"),
    "english": ("{roman}. ", "{capital}. ", "{n}. ", "{small}) "),
    "technical": ("{n} ", "{path} ", "{path} ", "{path} "),
    "markdown": ("## {cn}、", "### （{cn}）", "#### {n}. ", "##### "),
    "speech": ("{cn}、", "（{cn}）", "{cn}是", "{n}."),
    "formal": ("壹贰叁肆伍陆柒捌玖拾", "{cn}、", "（{cn}）", "{n}."),
}
SHAPES = st.lists(st.integers(1, 4), min_size=1, max_size=5).map(lambda wanted: levels(wanted))
STYLE = st.sampled_from(sorted(STYLES))
WORDS = st.text("加强领导提高认识狠抓落实改进作风振兴乡村", min_size=2, max_size=12)
# Shorter than what counts as a block that stands twice.
SENTENCES = st.text("加强领导提高认识狠抓落实改进作风振兴乡村", min_size=3, max_size=38).map("{}。".format)


def levels(wanted: list[int]) -> list[int]:
    """The nearest depths that make a tree in which every run has at least two points: each is said twice."""
    depths: list[int] = []
    for depth in wanted:
        depths += [min(depth, depths[-1] + 1 if depths else 1)] * 2
    return depths


@given(SHAPES, STYLE, st.data())
@settings(max_examples=250, deadline=None)
def test_a_tree_in_any_style_reads_back(depths: list[int], style: str, data: st.DataObject) -> None:
    """Markers, numbers, texts, depths and bodies come back as they were written."""
    nodes = [Node(*marked, "", depth) for marked, depth in zip(markers(depths, style), depths, strict=True)]
    texts = [f"{data.draw(WORDS)}{index}号" for index in range(len(nodes))]
    bodies = [data.draw(SENTENCES) for _ in nodes]
    with_bodies = data.draw(st.booleans())
    lines = ["在大会上的讲话", ""]
    for node, text, body in zip(nodes, texts, bodies, strict=True):
        lines += [f"{node.marker}{text}", body] if with_bodies else [f"{node.marker}{text}"]
    read = parse("\n".join(lines))
    assert read.title == "在大会上的讲话"
    shown = [(node.marker, node.ordinal, node.text, node.depth, node.body) for node in read.nodes]
    wanted = [
        (node.marker.strip().removeprefix("#" * node.depth + "# ") or "#####", node.ordinal, text, node.depth, body)
        for node, text, body in zip(nodes, texts, ((body,) if with_bodies else () for body in bodies), strict=True)
    ]
    assert shown == wanted


def markers(depths: list[int], style: str) -> list[tuple[str, int | None]]:
    """Marker and number of each node."""
    counts: list[int] = []
    articles = 0
    made: list[tuple[str, int | None]] = []
    for depth in depths:
        del counts[depth:]
        if len(counts) < depth:
            counts.append(0)
        counts[-1] += 1
        form = STYLES[style][depth - 1]
        n = counts[-1]
        if "条" in form:  # articles are counted through the whole law
            articles += 1
            n = articles
        made.append((marker(form, n, counts), None if form.startswith("#####") else n))
    return made


def marker(form: str, n: int, path: list[int]) -> str:
    """A marker with its number in the form of a style."""
    if "{" not in form:
        return form if form.startswith("#") else f"{form[(n - 1) % len(form)]}、"
    return form.format(
        cn=numeral(n),
        n=n,
        circled=CIRCLED[(n - 1) % 12],
        roman=ROMAN[(n - 1) % 12],
        capital=chr(64 + n),
        small=chr(96 + n),
        path=".".join(map(str, path)),
    )
