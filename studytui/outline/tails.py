"""Which paragraphs behind a point are its own, and which belong to what it is a part of."""

import re
from collections.abc import Sequence

from studytui.outline.drafts import Draft, walk

# With these words a speaker takes leave of the points and of the audience; with the last ones a paper is signed.
_CLOSING = re.compile(
    r"同志[们們]|各位|朋友[们們]|女士[们們]|老[师師][们們]|同[学學][们們]|[乡鄉][亲親][们們]|[战戰]友[们們]"
    r"|最[后後][，,]|[谢謝]{2}|我的?(?:[发發]言|[讲講][话話]|[汇匯][报報]|[报報]告|演[讲講])|以上(?:是|就是|[发發]言|[汇匯][报報])"
    r"|[总總]之[，,]|[让讓]我[们們]|附\s*[：:件录錄表]|[（(]?此件|抄送|主[题題][词詞]|(?:thank|ladies|附则)",
    re.IGNORECASE,
)


def closing_from(texts: Sequence[str]) -> int:
    """Index of the first paragraph behind the last point that belongs to the whole document."""
    return next((index for index, text in enumerate(texts) if _CLOSING.match(text)), len(texts))


def settle(roots: list[Draft]) -> list[str]:
    """Give each paragraph behind a point its owner; what no point owns is returned.

    Bottom up: what a point does not keep goes behind it, and so to its parent, which may pass it on in turn.
    """
    for _, draft in reversed([*walk(roots)]):
        _settle_run(draft.children)
    _settle_run(roots)
    return [text for draft in roots[-1:] for text in draft.after]


def _settle_run(siblings: list[Draft]) -> None:
    """Settle the text behind each of the siblings, whose own children are settled already."""
    alone = True  # whether none of the run so far has paragraphs behind it
    for index, draft in enumerate(siblings):
        starts = index == 0 or draft.group != siblings[index - 1].group
        ends = index + 1 == len(siblings) or siblings[index + 1].group != draft.group
        behind = draft.children[-1].after if draft.children else draft.more
        passes = (
            behind and ends and (draft.mark.inline or (not starts and alone and _is_whole(draft, siblings[index - 1])))
        )
        if passes:
            draft.after = list(behind)
            behind.clear()
        alone = (alone or starts) and not behind
        if not draft.children:
            draft.keep()


def _is_whole(draft: Draft, before: Draft) -> bool:
    """Whether a point says all it has to say in its own paragraph, as the one before it does."""
    if draft.children:
        return draft.sentence and draft.children[-1].mark.inline
    return draft.sentence or not (before.children or before.body)
