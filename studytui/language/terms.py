"""The words worth hiding: fixed phrases (提法) and words with a meaning. The one place that knows jieba.

jieba takes most of a second and a hundred megabytes to load, so this is called in a process of its own.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from studytui.language.function_words import CHINESE, ENGLISH
from studytui.language.numbers import NUMBER
from studytui.language.script import HAN, letters, simplified

Span: TypeAlias = tuple[int, int]
"""Where a term stands in its text."""

LONGEST = 500
"""A run of characters is cut to so many before it is segmented: jieba's time grows with the square of their number."""
OFTEN = 2
"""Words that stand together so many times are a phrase."""
PHRASE = 6
"""A fixed phrase is made of words with at most so many characters together."""

_QUOTED = re.compile(f"[“「『《]([{HAN}]{{2,8}})[”」』》]")
_CLAUSE = re.compile(r"(?:[^\W_]|(?<=\w)[\s'’·\-\u2010\u2011](?=\w))+")
_HAN_RUN = re.compile(f"[{HAN}]+")
_LATIN_WORD = re.compile(rf"[^\W\d_{HAN}]+(?:['’\-\u2010\u2011][^\W\d_{HAN}]+)*")
_MEANS = ("n", "v", "a", "i", "j", "l", "b", "s", "g")
"""What jieba calls nouns, verbs, adjectives, idioms, short forms, sayings and the like."""
_EMPTY = ("vshi", "vyou", "ad", "nrfg")


class Word(NamedTuple):
    """A word of a clause: where it stands in the text, and whether it means something by itself."""

    start: int
    end: int
    means: bool


def terms(
    texts: Sequence[str], around: Sequence[str], cache_folder: str, told: Callable[[int], None] = lambda _: None
) -> list[tuple[Span, ...]]:
    """The terms of each text, in order, none within another.

    Args:
        texts: The texts of which something may be hidden.
        around: What else the deck says, title, leads and bodies: words that stand together again and again, in the
            texts or in here, are a phrase.
        cache_folder: Where jieba keeps what it has made of its dictionary; a folder that nobody else can write to.
        told: Is told how many texts have been cut into words.
    """
    cut = _segmenter(cache_folder)
    plain = [_plain(text) for text in texts]
    clauses: list[list[list[Word]]] = []
    for text in plain:
        clauses.append([list(_words(text, *match.span(), cut)) for match in _CLAUSE.finditer(text)])
        told(len(clauses))
    wanted = {
        text[one.start : two.end]
        for text, all_ in zip(plain, clauses, strict=True)
        for words in all_
        for one, two in _couples(words)
    }
    fixed = _counted(wanted, [*plain, *map(_plain, around)])
    return [
        chosen(text, [span for words in all_ for span in _of_clause(text, words, fixed)], _QUOTED.findall(text), ())
        for text, all_ in zip(plain, clauses, strict=True)
    ]


def chosen(text: str, found: Sequence[Span], pinned: Iterable[str], barred: Iterable[str]) -> tuple[Span, ...]:
    """The terms of a text after what a person pinned or barred; what is pinned goes before what was found.

    A term is barred or pinned wherever it stands, in either script. Needs no jieba.
    """
    plain = _plain(text)
    not_these = {letters(_plain(term)) for term in barred}
    spans: list[Span] = []
    for term in sorted(set(map(_plain, pinned)), key=len, reverse=True):
        for match in re.finditer(re.escape(term), plain) if letters(term) not in not_these and term.strip() else ():
            if match[0].strip() and match[0] != plain and _free(match.span(), spans):
                spans.append(match.span())
    spans += [span for span in found if letters(plain[slice(*span)]) not in not_these and _free(span, spans)]
    return tuple(sorted(spans))


def _free(span: Span, taken: Iterable[Span]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken)


def _plain(text: str) -> str:
    """The text in simplified characters, each in its place."""
    made = simplified(text)
    return made if len(made) == len(text) else "".join(simplified(c)[:1] or c for c in text)


def _words(text: str, start: int, end: int, cut: Callable[[str], Iterable[tuple[str, str]]]) -> Iterator[Word]:
    for match in _LATIN_WORD.finditer(text, start, end):
        word = letters(match[0])
        yield Word(*match.span(), len(word) > 1 and word not in ENGLISH)
    for match in _HAN_RUN.finditer(text, start, end):
        for begin in range(match.start(), match.end(), LONGEST):
            at = begin
            for word, kind in cut(text[begin : min(begin + LONGEST, match.end())]):
                # 进一步提高 is one word to jieba; what is worth hiding in it is 提高.
                empty = next((n for n in (3, 2) if len(word) - n > 1 and word[:n] in CHINESE), 0)
                yield Word(at + empty, at + len(word), _means(word[empty:], kind))
                at += len(word)


def _means(word: str, kind: str) -> bool:
    number = NUMBER.match(word)
    return (
        len(word) > 1
        and word not in CHINESE
        and kind.startswith(_MEANS)
        and kind not in _EMPTY
        and not (number and number.end() == len(word))
    )


def _couples(words: Sequence[Word]) -> Iterator[tuple[Word, Word]]:
    """Two words that stand side by side and may be a phrase together."""
    for one, two in pairwise(sorted(words)):
        if one.means and two.means and one.end == two.start and two.end - one.start <= PHRASE:
            yield one, two


def _counted(phrases: Iterable[str], texts: Sequence[str]) -> Counter[str]:
    """How often each of them stands in all the texts together."""
    wanted = set(phrases)
    sizes = {len(phrase) for phrase in wanted}
    return Counter(
        piece
        for text in texts
        for match in _HAN_RUN.finditer(text)
        for size in sizes
        for at in range(match.start(), match.end() - size + 1)
        if (piece := text[at : at + size]) in wanted
    )


def _of_clause(text: str, words: Sequence[Word], fixed: Counter[str]) -> Iterator[Span]:
    """The terms of one clause, of which one alone is never all of it; the phrases said most often go first."""
    words = sorted(words)
    whole = (words[0].start, words[-1].end) if words else (0, 0)
    couples = [(one.start, two.end) for one, two in _couples(words)]
    couples = [couple for couple in couples if couple != whole and fixed[text[slice(*couple)]] >= OFTEN]
    spans: list[Span] = []
    for couple in sorted(couples, key=lambda c: (-fixed[text[slice(*c)]], c)):
        if _free(couple, spans):
            spans.append(couple)
    spans += [(w.start, w.end) for w in words if w.means and _free((w.start, w.end), spans)]
    return (span for span in sorted(spans) if span != whole)


@cache
def _segmenter(cache_folder: str) -> Callable[[str], Iterable[tuple[str, str]]]:
    """The segmenter, which tells what kind of word each is; made once, since it reads a dictionary of 350 000 words."""
    import jieba
    from jieba import posseg

    jieba.setLogLevel(60)  # it writes to the terminal otherwise
    jieba.dt.tmp_dir = cache_folder
    posseg.dt.initialize()
    kinds = posseg.dt.word_tag_tab
    # jieba's own tagging takes half a millisecond a character where it knows none of the words; a word that its
    # dictionary does not have is most likely a name.
    return lambda text: ((word, kinds.get(word, "n")) for word in jieba.cut(text))
