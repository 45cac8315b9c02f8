"""Arbitrary values: texts that could be taken for signs, outlines of every shape, decks."""

from hypothesis import strategies as st

from studytui.outline.deck import SCRIPTS, SHOWS, Deck
from studytui.outline.tree import Gap, Group, Node, Outline

SIGN_LIKE = ("#", "## 一是 a", "|", "||> a", "||< a", "/0", "/1 a", "~", "~ 7", "---", "- a", "key: value", "%", "[/]")
ESCAPE_LIKE = ("\\", "\\n", "\\e", "\\#", "\\\\s", "{3}", "a{-} b", "\\{")
NUMBER_LIKE = (
    "一是加强领导",
    "一、二线城市",
    "1.5倍",
    "I have",
    "A. b",
    "第一要务 是",
    "- a",
    "（一）a",
    "最后，{5} a",
)
BREAKS = (" ", "\t", "\u3000", "\n", "\r", "\r\n", "\x0b", "\x85", "\u2028", "\ufeff", "\xa0", "\0")
MARKERS = ("一、", "一是", "（二）", "第三章", "1.", "1.2.3", "①", "-", "##", "", "最后，", "A.", "iv.", "第 一 部分")
BASE32 = "abcdefghijklmnopqrstuvwxyz234567"

_pieces = st.sampled_from([*SIGN_LIKE, *ESCAPE_LIKE, *NUMBER_LIKE, *BREAKS, *MARKERS, "加强领导，", "A"])
texts = st.one_of(
    _pieces, st.text(st.characters(codec="utf-8"), max_size=12), st.lists(_pieces, max_size=4).map("".join)
)
markers = st.one_of(st.sampled_from(MARKERS), texts)
ordinals = st.one_of(st.none(), st.integers(0, 20), st.integers(-(10**18) + 1, 10**18 - 1))
paragraphs = st.lists(texts, max_size=3).map(tuple)


@st.composite
def nodes(draw: st.DrawFn, depth: int, group: int) -> Node:
    """A node of a depth and a group."""
    body = draw(paragraphs)
    places = st.builds(Gap, st.integers(0, len(body)), st.none() | st.integers(0, 10**6))
    gaps = sorted(draw(st.lists(places, max_size=2)), key=lambda gap: gap.after)
    return Node(draw(markers), draw(ordinals), draw(texts), depth, group, 0, body, draw(paragraphs), tuple(gaps))


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """An outline: depths that make a tree, groups of siblings numbered from one."""
    found: list[Node] = []
    runs: list[int] = []
    for _ in range(draw(st.integers(0, 9))):
        depth = draw(st.integers(1, len(runs) + 1))
        group = runs[depth - 1] + draw(st.integers(0, 1)) if depth <= len(runs) else 1
        runs[depth - 1 :] = [group]
        found.append(draw(nodes(depth, group)))
    return Outline(
        draw(texts),
        draw(st.sampled_from(SCRIPTS)),
        draw(paragraphs),
        tuple(found),
        draw(groups_of(Outline(nodes=tuple(found)))),
        draw(paragraphs),
    )


@st.composite
def groups_of(draw: st.DrawFn, bare: Outline) -> tuple[Group, ...]:
    """What is known about the runs of an outline: an entry for each of several, for a single one if it is not empty."""
    order = sorted((-1 if parent is None else parent, group) for parent, group, _ in bare.runs())
    parents = [parent for parent, _ in order]
    words = st.just("") | texts
    known = [
        Group(None if parent < 0 else parent, group, draw(words), draw(words), draw(paragraphs))
        for parent, group in order
    ]
    return tuple(
        group
        for group, parent in zip(known, parents, strict=True)
        if parents.count(parent) > 1 or group.name or group.lead or group.tail
    )


extras = st.lists(
    st.tuples(st.sampled_from(["note", "作者", "x-y_z"]), texts), max_size=2, unique_by=lambda pair: pair[0]
)
decks = st.builds(
    Deck,
    id=st.text(BASE32, min_size=12, max_size=12),
    outline=outlines(),
    source=texts,
    show=st.sampled_from(SHOWS),
    day=st.none() | st.dates(),
    extra=extras.map(tuple),
)
