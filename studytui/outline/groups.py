"""Runs of siblings: their numbers, and the words that tell two runs of one parent apart."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from studytui.language.either import either
from studytui.outline.drafts import Draft
from studytui.outline.tree import Group

_TOPICS = (
    "问题|不足|短板|薄弱环节|环节|差距|困难|原因|教训|经验|做法|成效|成绩|措施|要求|任务|建议|对策|打算|体会|意见|原则|目标"
    "|优势|根源|成因|症结|方案|办法"
)
# What a sentence says when it leads up to a list.
_INTRODUCES = re.compile(either(rf"[:：]$|(?:{_TOPICS}|薄弱|方面|如下|以下|几[点个])[^，,。；]{{0,8}}[。：:]?$"))
# The noun of a lead or title that names its list, with what qualifies it.
_NAMING = re.compile(either(f"(?:(?:存在|主要|突出|下一步|具体|基本|今后)的?)?(?:{_TOPICS})"))
_SEPARATOR = re.compile(either("[、和与及]|以及"))


def number(families: Iterable[list[Draft]]) -> None:
    """Give each node the number of its run: one more each time that its kind of marker begins at 1 again."""
    for siblings in families:
        if [draft.mark.ordinal for draft in siblings].count(1) <= 1:
            continue  # all are of the first run
        counts: dict[str, int] = defaultdict(int)
        before = 1
        for draft in siblings:
            if draft.mark.ordinal == 1:
                counts[draft.mark.key] += 1
            draft.group = before = counts.get(draft.mark.key) or before


def groups(roots: list[Draft], ordered: Iterable[tuple[int, Draft]]) -> Iterator[Group]:
    """What is to be said about runs, in order; ``ordered`` are all nodes with their depths, as the outline has them."""
    if _may_tell(roots):
        yield from _groups_of(None, "", roots)
    for index, (_, draft) in enumerate(ordered):
        if draft.children and _may_tell(draft.children):
            yield from _groups_of(index, draft.text, draft.children)


def _may_tell(siblings: Sequence[Draft]) -> bool:
    """Whether anything but points stands among siblings, or more than one run, as is seldom so."""
    return any(draft.lead or draft.after or draft.group > 1 for draft in siblings)


def _groups_of(parent: int | None, title: str, siblings: Sequence[Draft]) -> Iterator[Group]:
    runs: dict[int, list[Draft]] = {}
    for draft in siblings:
        runs.setdefault(draft.group, []).append(draft)
    told = any(draft.lead or (draft.after and draft is not siblings[-1]) for draft in siblings)
    if len(runs) < 2 and not told:
        return
    leads, tails = _leads_and_tails(list(runs.values()), siblings)
    names = _names(title, leads)
    for at, run in enumerate(runs):
        yield Group(parent, run, names[at], leads[at], tuple(tails[at]))


def _leads_and_tails(runs: list[list[Draft]], siblings: Sequence[Draft]) -> tuple[list[str], list[list[str]]]:
    """Lead and tail of each run; a paragraph between two runs may be the lead of the second."""
    leads = [run[0].lead for run in runs]
    tails = [[text for draft in run for text in _between(draft, run[0], siblings[-1])] for run in runs]
    for at, tail in enumerate(tails[:-1]):
        if tail and not leads[at + 1] and _INTRODUCES.search(tail[-1]):
            leads[at + 1] = tail.pop()
    return leads, tails


def _between(draft: Draft, first: Draft, last: Draft) -> list[str]:
    """Paragraphs around a point that belong to its run: a lead inside the run, and what stands behind it."""
    lead = [draft.lead] if draft.lead and draft is not first else []
    return lead + (draft.after if draft is not last else [])


def _names(title: str, leads: list[str]) -> list[str]:
    """Names for all runs of a parent: the parts of its title where it has that many, else words of the leads."""
    parts = _parts(title)
    if len(parts) >= len(leads) > 1:
        first = len(parts) - len(leads) + 1
        start = title.index(parts[0])
        end = title.index(parts[first - 1], start) + len(parts[first - 1])
        return [title[start:end], *parts[first:]]
    names = [_named(lead) for lead in leads]
    return [names[0] or _named(title, besides=names), *names[1:]]


def _parts(title: str) -> list[str]:
    """The things that a title enumerates: 主要做法、成效及存在的问题."""
    title = re.split("[:：]", title)[-1]
    found = [part for part in _SEPARATOR.split(title) if part]
    if len(found) < 2 or not _NAMING.search(found[-1]):
        return []
    return [found[0].rpartition("的")[2] or found[0], *found[1:]]


def _named(text: str, besides: Sequence[str] = ()) -> str:
    """The last thing that a text names and that has not its own run: 肯定成绩，正视差距 names two."""
    found = [each[0] for each in _NAMING.finditer(text) if each[0] not in besides]
    return found[-1] if found else ""
