"""What could be taken for a point: its siblings, and what looks like it in other sections."""

from collections.abc import Iterable, Sequence

from studytui.drills.chance import Chance
from studytui.language.likeness import pairs_alike
from studytui.language.script import comparable
from studytui.outline.tree import Outline

MOST = 3
"""So many wrong places are offered."""
_LOOKED_AT = 400  # nodes of other sections that are compared with the point


def rivals(outline: Outline, own: int, rng: Chance, mixed: Sequence[int] = ()) -> list[int]:
    """Nodes whose places are offered beside a point's own, each shown as something else.

    As many come from the point's own section as from each other one, so that how many look alike tells nothing.
    """
    mine = _run(outline, own)
    fair = _fair(outline, own)
    siblings = [node for node in fair if _run(outline, node) == mine]
    others = [node for node in fair if _run(outline, node) != mine]
    sibling = _first(siblings, mixed, rng)
    away = _look_alike(outline, own, others, rng, mixed)
    if away is None:
        return _preferred(siblings, mixed, rng)[:MOST]
    beside = [node for node in others if _run(outline, node) == _run(outline, away) and node != away]
    if sibling is not None and beside:
        return [sibling, away, _first(beside, mixed, rng) or beside[0]]
    # One from each section, the point's own included.
    singles, seen = [away], {_run(outline, away)}
    for node in _preferred(others, mixed, rng):
        if _run(outline, node) not in seen:
            singles.append(node)
            seen.add(_run(outline, node))
    return singles[:MOST]


def shown_place(outline: Outline, node: int) -> tuple[object, ...]:
    """The place of a node as it is seen: two that are seen alike cannot both be offered."""
    home = outline.parents[node]
    path = () if home is None else outline.path(home)
    above = tuple((outline.nodes[i].marker, outline.nodes[i].text) for i in path)
    return above, outline.about(home, outline.nodes[node].group).name, outline.nodes[node].marker


def _fair(outline: Outline, own: int) -> list[int]:
    """The numbered nodes whose places are wrong for the text, shown as something else, and do not show the text."""
    text = comparable(outline.nodes[own].text)
    same = {i for i, node in enumerate(outline.nodes) if node.ordinal is not None and comparable(node.text) == text}
    seen = {shown_place(outline, i) for i in same}
    found: list[int] = []
    for i, node in enumerate(outline.nodes):
        # Under a node that has the text the heading would be the answer.
        # A heading among points, or a point among headings, would show by its width that it is none of them.
        if node.ordinal is None or node.depth != outline.nodes[own].depth:
            continue
        if i in same or any(j in same for j in outline.path(i)):
            continue
        place = shown_place(outline, i)
        if place not in seen:
            seen.add(place)
            found.append(i)
    return found


def _look_alike(outline: Outline, own: int, others: Sequence[int], rng: Chance, mixed: Sequence[int]) -> int | None:
    """What looks most like a point in other sections, or was taken for it."""
    known = [node for node in mixed if node in others]
    if known or not others:
        return known[0] if known else None
    some = rng.sample(others, min(len(others), _LOOKED_AT))
    texts = [comparable(outline.nodes[node].text) for node in some]
    alike = list(pairs_alike([comparable(outline.nodes[own].text)], texts, 0.3))
    return some[max(alike)[2]] if alike else some[0]


def _first(nodes: Sequence[int], mixed: Sequence[int], rng: Chance) -> int | None:
    return next(iter(_preferred(nodes, mixed, rng)), None)


def _preferred(nodes: Sequence[int], mixed: Sequence[int], rng: Chance) -> list[int]:
    """Those that were mixed up first, the others in chance order."""
    known = [node for node in mixed if node in nodes]
    return [*known, *rng.sample([node for node in nodes if node not in known], len(nodes) - len(known))]


def _run(outline: Outline, node: int) -> tuple[int | None, int]:
    return outline.parents[node], outline.nodes[node].group


def unlike(texts: Iterable[str], text: str) -> list[str]:
    """Those that neither are a text nor hold it nor are held by it."""
    plain = comparable(text)
    return [one for one in texts if (same := comparable(one)) and same not in plain and plain not in same]
