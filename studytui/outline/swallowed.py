"""Sections whose headings a gap swallowed: what stands behind it goes where the contents list has it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from studytui.language.script import letters
from studytui.outline.drafts import Draft, families, walk

Sides = tuple[list[Draft], list[Draft]]  # entries of a contents list, and the nodes of the body that stand there


def put_back(listed: list[Draft], body: list[Draft], twins: Mapping[int, Draft]) -> list[Sides]:
    """Hang points under the entries that announce their lost heading; returned are both sides of each such place.

    Args:
        listed: The contents list.
        body: The body; points that stand in the wrong section are taken away from there.
        twins: For each entry (by its identity) the node of the body that it announces.
    """
    lost = _lost(listed, body, twins)
    if not lost:
        return []
    moved = _moved(body, lost, {id(twin) for twin in twins.values()})
    sides: list[Sides] = []
    for _, entry in [*walk(listed)]:
        if nodes := moved.get(id(entry)):
            sides.append((entry.children, nodes))
            entry.children = nodes
    return sides


def _lost(listed: list[Draft], body: list[Draft], twins: Mapping[int, Draft]) -> dict[int, Draft]:
    """For each node (by its identity) that stands in the section of another heading the entry that is its own.

    Only a heading that stands once on either side tells where it belongs.
    """
    above = [(entry, child) for _, entry in walk(listed) if id(entry) not in twins for child in entry.children]
    likely = [(entry, twin) for entry, child in above if (twin := twins.get(id(child)))]
    if not likely:
        return {}
    times = [Counter(letters(draft.text) for _, draft in walk(side)) for side in (listed, body)]
    announced = {id(twin) for twin in twins.values()}
    own = {id(child) for _, draft in walk(body) if id(draft) not in announced for child in draft.children}
    once = (pair for pair in likely if all(count[letters(pair[1].text)] == 1 for count in times))
    return {id(node): entry for entry, node in once if id(node) not in own}


def _moved(body: list[Draft], lost: Mapping[int, Draft], announced: set[int]) -> dict[int, list[Draft]]:
    """By entry the nodes that are taken away for it: those that are lost, and what counts on behind them."""
    moved: dict[int, list[Draft]] = defaultdict(list)
    for siblings in families(body, [*walk(body)]):
        if any(id(draft) in lost for draft in siblings):
            siblings[:] = _stay(siblings, lost, announced, moved)
    return moved


def _stay(
    siblings: Sequence[Draft], lost: Mapping[int, Draft], announced: set[int], moved: dict[int, list[Draft]]
) -> list[Draft]:
    """Those of some siblings that stand where they belong; the others are added to ``moved``."""
    stay: list[Draft] = []
    owner: Draft | None = None
    key = ""
    for draft in siblings:
        if id(draft) in lost:
            owner, key = lost[id(draft)], draft.mark.key
        elif id(draft) in announced or draft.mark.key != key:
            owner = None
        (moved[id(owner)] if owner else stay).append(draft)
    return stay
