"""Which node is which: keys that a node gets when it is first seen and keeps for life."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from studytui.language.script import comparable, comparables
from studytui.outline.tree import Outline
from studytui.outline.versions import alike


@dataclass(frozen=True, slots=True)
class Known:
    """A node as it was last seen.

    Attributes:
        key: Its key.
        text: Its text.
        place: Where it stood: for each level the group and the number, outermost first (``1.2/1.3``).
        here: Whether it still stood in the deck when that was last looked at.
    """

    key: str
    text: str
    place: str
    here: bool = True


@dataclass(frozen=True, slots=True)
class Matching:
    """Which nodes of a deck file are known already.

    Attributes:
        keys: The key of each node, in the order of the outline.
        new: Indices of the nodes that were never seen before.
        gone: What was there last time and is no more; its history stays.
        reworded: Indices of nodes that kept their place but not their text.
        moved: Indices of nodes that kept their text but not their place.
    """

    keys: tuple[str, ...]
    new: tuple[int, ...] = ()
    gone: tuple[Known, ...] = ()
    reworded: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the deck file is not the outline that was last seen."""
        return bool(self.new or self.gone or self.reworded or self.moved)


def places(outline: Outline) -> tuple[str, ...]:
    """Where each node stands; an unnumbered one is counted among its siblings (``1.~4``)."""
    own: list[str] = [""] * len(outline.nodes)
    for home, group, members in outline.runs():
        above = "" if home is None else own[home] + "/"
        for count, i in enumerate(members, 1):
            ordinal = outline.nodes[i].ordinal
            own[i] = f"{above}{group}.{f'~{count}' if ordinal is None else ordinal}"
    return tuple(own)


def match(outline: Outline, known: Mapping[str, Known]) -> Matching:
    """Find the known nodes in an outline: those with the same text, then in the same place, then with a similar text.

    Two nodes with one text are told apart by their place, then by their order. A node that was gone and comes
    back with its text has its history again.
    """
    written = list(dict.fromkeys([*(k.text for k in known.values()), *(node.text for node in outline.nodes)]))
    compared = dict(zip(written, comparables(written), strict=True))
    texts = [compared[node.text] for node in outline.nodes]
    where = places(outline)
    found: dict[int, str] = {}
    same: defaultdict[str, list[Known]] = defaultdict(list)
    for k in known.values():
        same[compared[k.text]].append(k)
    _by_text(texts, where, same, found)
    reworded = _by_place(where, known, found)
    reworded += _by_likeness(texts, known, found)
    new = tuple(i for i in range(len(texts)) if i not in found)
    _name(new, texts, known, found)
    keys = tuple(found[i] for i in range(len(texts)))
    taken = set(keys)
    return Matching(
        keys,
        new,
        tuple(k for k in known.values() if k.here and k.key not in taken),
        tuple(reworded),
        tuple(i for i, key in found.items() if key in known and known[key].place != where[i]),
    )


def match_decided(outline: Outline, known: Mapping[str, Known], decided: Mapping[int, str]) -> tuple[str, ...]:
    """The key of each node where it is known which nodes of a version before they were.

    What was in none of them has its history again where it has come back with its text, else a new key.

    Args:
        outline: The outline.
        known: Each node that was ever seen, by its key.
        decided: By node the key that it goes on with.
    """
    texts = comparables([node.text for node in outline.nodes])
    found, taken = dict(decided), set(decided.values())
    gone = {key: k for key, k in known.items() if not k.here and key not in taken}
    returned: defaultdict[str, list[str]] = defaultdict(list)
    for key, k in gone.items():
        returned[comparable(k.text)].append(key)
    for i, text in enumerate(texts):
        if i not in found and (keys := returned.get(text)):
            found[i] = keys.pop(0)
    _name((i for i in range(len(texts)) if i not in found), texts, known, found)
    return tuple(found[i] for i in range(len(texts)))


def _by_text(
    texts: Sequence[str], where: Sequence[str], same: Mapping[str, list[Known]], found: dict[int, str]
) -> None:
    # What stands exactly where it stood goes first, then what is still in the deck, then what comes back.
    for i, text in enumerate(texts):
        for k in same.get(text, ()):
            if k.here and k.place == where[i]:
                found[i] = k.key
                same[text].remove(k)
                break
    for i, text in enumerate(texts):
        if i not in found and (rest := same.get(text)):
            pick = next((k for k in rest if k.here), rest[0])
            found[i] = pick.key
            rest.remove(pick)


def _by_place(where: Sequence[str], known: Mapping[str, Known], found: dict[int, str]) -> list[int]:
    taken = set(found.values())
    free = {k.place: k.key for k in known.values() if k.here and k.key not in taken}
    matched = [i for i, place in enumerate(where) if i not in found and place in free]
    found.update({i: free.pop(where[i]) for i in matched if where[i] in free})
    return [i for i in matched if i in found]


def _by_likeness(texts: Sequence[str], known: Mapping[str, Known], found: dict[int, str]) -> list[int]:
    """What was reworded and moved at once."""
    taken = set(found.values())
    left = [k for k in known.values() if k.here and k.key not in taken]
    new = [i for i in range(len(texts)) if i not in found]
    if not left or not new:
        return []
    pairs = alike([comparable(k.text) for k in left], [texts[i] for i in new])
    found.update({new[j]: left[i].key for i, j in pairs})
    return sorted(new[j] for _, j in pairs)


def _name(new: Iterable[int], texts: Sequence[str], known: Mapping[str, Known], found: dict[int, str]) -> None:
    used = set(known) | set(found.values())
    last: dict[str, int] = {}
    for i in [*new]:
        stem = key = blake2b(texts[i].encode(), digest_size=6).hexdigest()
        n = last.get(stem, 1)
        while key in used:
            n += 1
            key = f"{stem}.{n}"
        last[stem] = n
        used.add(key)
        found[i] = key


def another(key: str, used: Collection[str]) -> str:
    """A key like another that nothing uses."""
    stem = key.partition(".")[0]
    n = 2
    while f"{stem}.{n}" in used:
        n += 1
    return f"{stem}.{n}"
