"""Contents list and body as one tree: twins are found by text, then by number; what only one side has is kept."""

from collections import defaultdict
from difflib import SequenceMatcher

from studytui.language.script import letters
from studytui.outline.drafts import Draft, walk
from studytui.outline.swallowed import put_back

_ALIKE = 0.6
_SHORT_ALIKE = 0.75
_AKIN = 0.4
_SHORT = 5
_LONGEST = 80


def merged(listed: list[Draft], body: list[Draft]) -> list[Draft]:
    """One tree of both: the body's nodes, and in their places the nodes that only the list has."""
    twins = _twins(listed, body)
    parents = [(listed, body), *put_back(listed, body, twins)]
    while parents:
        entries, nodes = parents.pop()
        _insert(entries, nodes, twins)
        parents += [(entry.children, twin.children) for entry in entries if (twin := twins.get(id(entry)))]
    return body


def reworded(one: str, other: str) -> bool:
    """Whether two headings, given by their letters, are one in two wordings."""
    if not one or not other:
        return False
    if one.startswith(other) or other.startswith(one):
        return True
    wanted = _ALIKE if min(len(one), len(other)) > _SHORT else _SHORT_ALIKE
    return SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False).ratio() >= wanted


def _twins(listed: list[Draft], body: list[Draft]) -> dict[int, Draft]:
    """For each entry of the list (by its identity) the node of the body that it announces."""
    twins = _to_the_letter(listed, body)
    taken = {id(twin) for twin in twins.values()}
    pairs = [(listed, body, False)]
    while pairs:
        entries, nodes, sure = pairs.pop()
        _match_reworded(entries, nodes, twins, taken)
        if _in_step(entries, nodes, sure=sure) or _is_begun(entries, nodes, twins):
            _match_places(entries, nodes, twins, taken)
        pairs += [(entry.children, twin.children, True) for entry in entries if (twin := twins.get(id(entry)))]
    return twins


def _to_the_letter(listed: list[Draft], body: list[Draft]) -> dict[int, Draft]:
    """The twins of the same words, first of those under a heading of the same words, too."""
    above = {
        id(child): letters(draft.text) for side in (listed, body) for _, draft in walk(side) for child in draft.children
    }
    twins: dict[int, Draft] = {}
    taken: set[int] = set()
    for within in (True, False):
        waiting: dict[tuple[str, str], list[Draft]] = defaultdict(list)
        for _, draft in reversed([*walk(body)]):
            if id(draft) not in taken:
                waiting[above.get(id(draft), "") if within else "", letters(draft.text)].append(draft)
        for _, entry in walk(listed):
            alike = waiting.get((above.get(id(entry), "") if within else "", letters(entry.text)))
            if alike and id(entry) not in twins:
                twins[id(entry)] = alike.pop()
                taken.add(id(twins[id(entry)]))
    return twins


def _in_step(entries: list[Draft], nodes: list[Draft], *, sure: bool) -> bool:
    """Whether both sides have the same numbers in the same order; where nothing else is sure, the same markers."""
    if [entry.mark.ordinal for entry in entries] != [node.mark.ordinal for node in nodes]:
        return False
    return sure or [entry.mark.key for entry in entries] == [node.mark.key for node in nodes]


def _is_begun(entries: list[Draft], nodes: list[Draft], twins: dict[int, Draft]) -> bool:
    """Whether the body has the first of a list's entries, as a text does that was cut: most are known, in place."""
    pairs = [*zip(entries, nodes, strict=False)]
    alike = all(entry.mark.marker == node.mark.marker for entry, node in pairs)
    known = [twins[id(entry)] is node for entry, node in pairs if id(entry) in twins]
    return len(nodes) < len(entries) and alike and all(known) and 2 * len(known) >= len(nodes)


def _match_places(entries: list[Draft], nodes: list[Draft], twins: dict[int, Draft], taken: set[int]) -> None:
    """Match by their place those that are left in two lists that go in step, whatever their words are."""
    for entry, node in zip(entries, nodes, strict=False):
        if id(entry) not in twins and id(node) not in taken:
            twins[id(entry)] = node
            taken.add(id(node))


def _match_reworded(entries: list[Draft], nodes: list[Draft], twins: dict[int, Draft], taken: set[int]) -> None:
    """Under one parent, match what has the same number and nearly the same words, then what has changed places."""
    by_number: dict[int | None, list[Draft]] = defaultdict(list)
    for node in nodes:
        if id(node) not in taken:
            by_number[node.mark.ordinal].append(node)
    for alike, wide in ((reworded, False), (reworded, True), (_akin, False)):
        left = [entry for entry in entries if id(entry) not in twins]
        if alike is _akin and 2 * len(left) > len(entries):
            return  # for this the list must be this body's beyond doubt
        for entry in left:
            for node in nodes if wide else by_number[entry.mark.ordinal]:
                if id(node) not in taken and alike(letters(entry.text), letters(node.text)):
                    twins[id(entry)] = node
                    taken.add(id(node))
                    break


def _akin(one: str, other: str) -> bool:
    """Whether a heading of the same number has some words of the other."""
    return bool(one and other) and SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST]).ratio() >= _AKIN


def _insert(entries: list[Draft], nodes: list[Draft], twins: dict[int, Draft]) -> None:
    """Put the entries that have no twin among the nodes: behind the entry before them, or before the one after."""
    following: dict[int, list[Draft]] = defaultdict(list)  # by the node they stand behind, 0 for the beginning
    anchor = 0
    here = {id(node) for node in nodes}
    for entry in entries:
        twin = twins.get(id(entry))
        if twin is None:
            following[anchor].append(entry)
        elif id(twin) in here:
            anchor = id(twin)
    ordered = following[0]
    for node in nodes:
        ordered += [node, *following[id(node)]]
    nodes[:] = ordered


def unmarked(listed: list[Draft]) -> list[Draft]:
    """The entries without what stood around them: a contents list has no text of its own."""
    for _, entry in walk(listed):
        entry.more, entry.gaps, entry.after = [], (), []
        entry.mark = entry.mark._replace(inline=False)
    return listed
