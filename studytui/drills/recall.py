"""Recall: a number (or a text, a point, a heading) is asked, the answer is shown, the person rates."""

import re
from dataclasses import dataclass

from studytui.cards.card import Card, Kind
from studytui.drills.drill import Drill, Mark
from studytui.drills.lines import Line
from studytui.drills.lines import above as headings
from studytui.messages import Message, message
from studytui.outline.tree import Node, Outline

RECALL = Drill("recall", message("Recall"), tuple(Kind), self_rated=True)

_CLAUSE = re.compile(r"[^，、；：。！？,;:!?]+[，、；：。！？,;:!?]*")
_CJK = "\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_CJK}](?<=\w)|[^\W{_CJK}]+(?:['’-][^\W{_CJK}]+)*")
"""One character of Chinese, or a word of a script that writes words; no punctuation."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what the answer is.

    Attributes:
        card: The card.
        above: The headings it stands under, outermost first.
        group: Name of its group, where its parent has more than one.
        cue: What is shown from the start: a number without its text, a text without its number, or a whole point.
        task: What is to be said.
        answer: What should have been said.
        hints: One more cue each.
    """

    card: Card
    above: tuple[Line, ...]
    group: str
    cue: Line
    task: Message
    answer: tuple[Line, ...]
    hints: tuple[str, ...]


def ask(card: Card, outline: Outline) -> Question:
    """Make the question of a card."""
    group = outline.about(card.home, card.group).name
    return _MAKE[card.kind](card, outline, headings(outline, card.home), group)


def mark(card: Card, rating: int, cues: int) -> Mark:
    """The person's own rating of what was asked."""
    return Mark(card.id, rating, cues=cues)


def _line(node: Node) -> Line:
    return Line(node.marker, node.text)


def _own(card: Card, outline: Outline) -> Node:
    return outline.nodes[card.node if card.node is not None else 0]


def _point(card: Card, outline: Outline, above: tuple[Line, ...], group: str) -> Question:
    node = _own(card, outline)
    task = message("What does it say?")
    return Question(card, above, group, Line(node.marker, ""), task, (_line(node),), hints(node.text))


def _place(card: Card, outline: Outline, above: tuple[Line, ...], group: str) -> Question:
    node = _own(card, outline)
    task = message("Which section, which number?")
    answer = (*above, Line("", group), Line(node.marker, "")) if group else (*above, Line(node.marker, ""))
    cues = tuple(line.marker for line in above if line.marker)
    # The headings above are the answer here, so none of them is shown with the question.
    return Question(card, (), "", Line("", node.text), task, answer, cues)


def _link(card: Card, outline: Outline, above: tuple[Line, ...], group: str) -> Question:
    node = _own(card, outline)
    following = outline.nodes[card.to if card.to is not None else 0]
    task = message("What comes next?")
    return Question(card, above, group, _line(node), task, (_line(following),), hints(following.text))


def _list(card: Card, outline: Outline, above: tuple[Line, ...], group: str) -> Question:
    members = [outline.nodes[i] for i in outline.children(card.home) if outline.nodes[i].group == card.group]
    head = above[-1] if above else Line("", outline.title)
    task = message("All {n} of them, in order.", plural="All {n} of them, in order.", n=len(members))
    cues = tuple(f"{node.marker} {hints(node.text)[0] if node.text else ''}" for node in members)
    return Question(card, above[:-1], group, head, task, tuple(map(_line, members)), cues)


def _passage(card: Card, outline: Outline, above: tuple[Line, ...], group: str) -> Question:
    node = _own(card, outline)
    task = message("Say the text below it, word for word.")
    answer = tuple(Line("", paragraph) for paragraph in node.body)
    return Question(card, above, group, _line(node), task, answer, hints(" ".join(node.body)))


_MAKE = {Kind.POINT: _point, Kind.PLACE: _place, Kind.LINK: _link, Kind.LIST: _list, Kind.PASSAGE: _passage}


def hints(text: str) -> tuple[str, ...]:
    """Ever more of a text: its beginning, the beginning of each clause, and two words or characters of each.

    What is left out shows as one sign, whatever its length, so that the width gives nothing away.
    """
    clauses = [clause for clause in _CLAUSE.findall(text) if _WORD.search(clause)]
    if not clauses:
        return ("…",)
    steps = (_begun(clauses[:1], 1), _begun(clauses, 1), _begun(clauses, 2))
    return tuple(dict.fromkeys(steps))


def _begun(clauses: list[str], words: int) -> str:
    parts = [_beginning(clause, words) for clause in clauses]
    return "，".join(parts) if any(ord(c) > 0x2E7F for c in "".join(parts)) else ", ".join(parts)


def _beginning(clause: str, words: int) -> str:
    """The first words of a clause, never all of them; of a single word its first letter."""
    first, *more = _WORD.finditer(clause)
    if more:
        end = (first, *more)[min(words, len(more)) - 1].end()
        return clause[:end].strip() + "…"
    return clause[: first.start() + (len(first[0]) > 1)].strip() + "…"
