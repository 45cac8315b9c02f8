"""Which paragraphs behind a point are its own, and which belong to what it is a part of."""

import re
from collections.abc import Container, Sequence

from studytui.language.either import either
from studytui.outline.captions import CAPTIONS
from studytui.outline.drafts import Draft
from studytui.outline.lines import Lines, have
from studytui.outline.numerals import ordinal_of

# Stands over a list that is none of points, or gives hours, below a text.
_SOURCES = (
    either(r"参考(?:书目?|文献|资料)\s*[:：]?$")
    + r"|(?:sources|references?|bibliography|works cited|(?:further|suggested|recommended) reading)\s*:?$"
    r"|office hours?\b"
)
# With these words a speaker takes leave of the points and of the audience; with the last ones a paper is signed.
_CLOSING = re.compile(
    either(
        "(?:同志|朋友|女士|先生|老师|同学|乡亲|战友)们|各位|谢谢|最后[，,]|总之[，,]|让我们"
        "|我的?(?:发言|讲话|汇报|报告|演讲)|以上(?:就?是|发言|汇报|报告)|特此(?:报告|通知|说明|汇报|函)|[妥当]否"
        r"|(?:述职|汇报|报告|发言|联系|记录)人\s*[:：]|(?:出席|列席|缺席|请假|分送|抄报|主送|参考书)\s*[:：]"
        "|本(?:方案|意见|办法|通知|规定|细则|制度|规约|公约)[^。]{0,6}自[^。]{1,16}起|散会"
        r"|参考(?:书|文献|资料)|附\s*[：:件录表註注]|再次感?谢|祝(?:大家|各位|愿)|[（(]?此件|抄送|主题词"
    )
    + r"|thank|ladies|(?:in (?:the end|closing|conclusion|summary)|to (?:sum up|conclude))\b|to (?:close|finish),"
    r"|(?:let me|i(?:'ll| will| want to| would like to)) (?:close|conclude|end|finish)\b"
    rf"|{_SOURCES}",
    re.IGNORECASE,
)
_THANKS = re.compile(either("(?:谢谢(?:大家|各位)?|请予审议|批评指正)[！!。.]?$"))
_TAKES_LEAVE = re.compile(either("(?:^|[。！？])最后[，,]?我(?:还|也)?[想要](?:[用引以借].{1,12})?[说讲送]"))
_FAREWELL = re.compile(
    either("谢谢|附录|附件|抄送|主题词|我的?(?:发言|讲话|汇报|报告|演讲)") + f"|thank|{_SOURCES}", re.IGNORECASE
)
_DATE = re.compile(
    r"[（(]?[\d〇○零一二三四五六七八九十]{4}\s*年[\d〇○零一二三四五六七八九十]{1,3}\s*月.{0,4}[日号)）]?"
)
_SIGNATURE = 20
_OWNERS = frozenset(("article", "decimal2", "decimal3", "decimal4"))
"""Families whose points are headings: what stands below one is its own, however little the others say."""
# Where only so many points can be meant, exactly so many must stand there: 四个“到”, 这三种毛病.
_COMES_BACK = re.compile(
    either(
        "(?:会议(?:要求|强调|指出|决定)[，,])?(?:回头来?看|总的来?[看说])?[，,]?[对针面]{0,2}(?:以上|上述|这)(?P<count>[一二三四五六七八九十两]{1,2})(?:[个点条项案步类件]|方面)"
        '|这?(?P<exactly>[二三四五六七八九十两]{1,2})(?:个[“「『"][^”」』"]{1,4}[”」』"]|(?<=这.)[种大关招])'
    )
    + either(
        "|(?:会议(?:要求|强调|指出|决定)[，,])?(?:以上|上述)|总之|综上|总而言之|总的来[说看]|(?:这些)?成绩(?:的取得|来之不易)"
    )
    + r"|(?:All|None|Each|Any|Both) of (?:these|them|this)\b|Taken together|In short,|In sum,"
)
_WHOLE_SENTENCE = re.compile(r"。|[a-z\d)\"'][.?!] +[A-Z\"'].*[.?!][)\"']?$")
_APPENDED = re.compile(r"附\s*件?\s*[：:]")
_SENT = re.compile(either("抄送|抄报|分送|主送|印发"))  # stands below all that an official paper says
_ENTRY = 60


def closing_from(texts: Sequence[str], *, under_heading: bool) -> int:
    """Index of the first paragraph behind the last point that belongs to the whole document.

    Right under a heading stands that heading's text, unless it is plainly a farewell.
    """
    for index, text in enumerate(texts):
        first = under_heading and index == 0
        if (_FAREWELL if first else _CLOSING).match(text):
            return index
        if not first and (_THANKS.search(text) or _TAKES_LEAVE.search(text)):
            return index
    return _signature(texts)


def has_sentence(text: str) -> bool:
    """Whether a point says a whole sentence, so that it is no heading that waits for its text."""
    return _WHOLE_SENTENCE.search(text) is not None


def appended_from(lines: Lines) -> int:
    """Index of the list of papers that are appended, at the end of a document: its numbers are no points."""
    if not have(lines, "附"):
        return len(lines)
    start = next((at for at in range(len(lines) - 1, 0, -1) if _APPENDED.match(lines[at].text)), len(lines))
    end = next((at for at in range(start, len(lines)) if _SENT.match(lines[at].text)), len(lines))
    short = all(len(line.text) <= _ENTRY and "。" not in line.text for line in lines[start:end])
    return start if short else len(lines)


def _signature(texts: Sequence[str]) -> int:
    """Index of the signature: a date as the last line, and the short line above it."""
    if not texts or not _DATE.fullmatch(texts[-1]):
        return len(texts)
    signed = len(texts) > 1 and len(texts[-2]) <= _SIGNATURE and "。" not in texts[-2]
    return len(texts) - 1 - signed


def settle(families: Sequence[list[Draft]], bare: Container[int] = ()) -> list[str]:
    """Give each paragraph behind a point its owner; what no point owns is returned.

    Bottom up: what a point does not keep goes behind it, and so to its parent, which may pass it on in turn. Those
    points whose identities are ``bare`` have no text because it was cut: they do not show how others are written.
    """
    _come_back(families)
    for siblings in reversed(families):
        _settle_run(siblings, bare)
    return [text for draft in families[0][-1:] for text in draft.after]


def _come_back(families: Sequence[list[Draft]]) -> None:
    """Put each paragraph that comes back to all points of a list, and what follows it, behind that list.

    上述措施 comes back to the innermost list that ends there, 以上四点 to the one that has four points.
    """
    ending = [(siblings, draft) for siblings in families for draft in siblings[-1:] if draft.more]
    back = [(siblings, draft) for siblings, draft in ending if any(map(_COMES_BACK.match, draft.more))]
    if not back:
        return
    parents = {id(child): (siblings, draft) for siblings in families for draft in siblings for child in draft.children}
    for siblings, draft in back:
        ends = [(siblings, draft)]  # all lists that end here, the innermost first
        while (above := parents.get(id(ends[-1][1]))) and above[0][-1] is above[1]:
            ends.append(above)
        meant = ((at, last) for at, text in enumerate(draft.more) if (last := _meant(ends, text)))
        at, last = next(meant, (len(draft.more), draft))
        last.after += draft.more[at:]
        del draft.more[at:]


def _meant(ends: Sequence[tuple[list[Draft], Draft]], text: str) -> Draft | None:
    """The last point of the list that a paragraph comes back to: one of so many, rather not one inside a paragraph."""
    found = _COMES_BACK.match(text)
    if found is None:
        return None
    count = _number(found["count"] or found["exactly"])
    fitting = [(siblings, last) for siblings, last in ends if count is None or _length(siblings) == count]
    if found["exactly"]:
        return fitting[0][1] if fitting else None
    own = [last for _, last in fitting if not last.mark.inline]
    return own[0] if own else (fitting or ends)[0][1]


def _number(count: str | None) -> int | None:
    return ordinal_of(count.replace("两", "二").replace("兩", "二")) if count else None


def _length(siblings: Sequence[Draft]) -> int:
    """How many points the last run of some siblings has."""
    return sum(draft.group == siblings[-1].group for draft in siblings)


def _settle_run(siblings: list[Draft], bare: Container[int]) -> None:
    """Settle the text behind each of the siblings, whose own children are settled already."""
    alone = True  # whether none of the run so far has paragraphs behind it
    for index, draft in enumerate(siblings):
        behind = draft.children[-1].after if draft.children else draft.more
        if alone and not behind:
            continue
        starts = index == 0 or not _one_run(siblings[index - 1], draft)
        ends = index + 1 == len(siblings) or not _one_run(draft, siblings[index + 1])
        shown = alone and not starts and (draft.sentence or id(siblings[index - 1]) not in bare)
        whole = shown and _is_whole(draft, siblings[index - 1], last=index + 1 == len(siblings))
        if behind and ends and (draft.mark.inline or whole):
            draft.after = [*behind, *draft.after]
            behind.clear()
        alone = (alone or starts) and not behind
        if not draft.children:
            draft.keep()


def _one_run(one: Draft, next_: Draft) -> bool:
    """Whether two neighbours count on from each other."""
    return one.group == next_.group and (one.mark.key == next_.mark.key or next_.mark.ordinal != 1)


def _is_whole(draft: Draft, before: Draft, *, last: bool) -> bool:
    """Whether a point says all it has to say in its own paragraph, as the one before it does."""
    if draft.mark.family.name in _OWNERS or draft.mark.key[0] == "#" or draft.mark.key in CAPTIONS:
        return False
    if draft.children:
        return draft.sentence and draft.children[-1].mark.inline
    if last and draft.sentence and not draft.body and before.sentence and before.body:
        return False  # the one before says something behind its heading, and so will this one
    return draft.sentence or not (before.children or before.body)
