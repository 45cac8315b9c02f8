"""Arbitrary values: texts that could be taken for signs, outlines of every shape, decks."""

from hypothesis import strategies as st

from studytui.outline.deck import SHOWS, Deck
from studytui.outline.tree import Gap, Group, Node, Outline

NASTY = ("#", "##", "|", "||>", "/0", "/1 a", "~", "~ 7", "---", "\\", "\\n", "{3}", "{-}", "[/]", "key: value", "　", "")
BASE32 = "abcdefghijklmnopqrstuvwxyz234567"

texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(codec="utf-8"), max_size=12),
    st.lists(st.sampled_from([*NASTY, " ", "\n", "\r", "\t", "一是", "加强领导，", "A"]), max_size=4).map("".join),
)
markers = st.one_of(st.sampled_from(["一、", "一是", "（二）", "1.", "-", "##", "", "最后，", "A.", "iv."]), texts)
paragraphs = st.lists(texts, max_size=3).map(tuple)


@st.composite
def nodes(draw: st.DrawFn, depth: int, group: int) -> Node:
    """A node of a depth and a group."""
    body = draw(paragraphs)
    places = st.builds(Gap, st.integers(0, len(body)), st.none() | st.integers(0, 10**6))
    gaps = sorted(draw(st.lists(places, max_size=2)), key=lambda gap: gap.after)
    ordinal = draw(st.none() | st.integers(0, 999))
    return Node(draw(markers), ordinal, draw(texts), depth, group, 0, body, draw(paragraphs), tuple(gaps))


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
    bare = Outline(nodes=tuple(found))
    order = sorted({(-1 if home is None else home, group): home for home, group, _ in bare.runs()}.items())
    about = [Group(home, group, draw(texts), draw(texts), draw(paragraphs)) for (_, group), home in order]
    return Outline(
        draw(texts),
        draw(st.sampled_from(["hans", "hant", "latin", "mixed"])),
        draw(paragraphs),
        tuple(found),
        tuple(group for group in about if group.name or group.lead or group.tail),
        draw(paragraphs),
    )


decks = st.builds(
    Deck,
    st.text(BASE32, min_size=12, max_size=12),
    outlines(),
    texts,
    st.sampled_from(SHOWS),
    st.none() | st.dates(),
    st.lists(st.tuples(st.sampled_from(["note", "colour"]), texts), max_size=2, unique_by=lambda pair: pair[0]).map(tuple),
)
