"""Words that a person accepts for those of the text."""

from collections.abc import Sequence
from typing import TypeAlias

from studytui.language.tokens import LENIENT, Counts, Token, tokens

Synonyms: TypeAlias = Sequence[tuple[str, str]]
"""Words of the text, and other words that are accepted for them."""


def with_synonyms(said: Sequence[Token], synonyms: Synonyms, counts: Counts = LENIENT) -> tuple[Token, ...]:
    """The tokens with each accepted synonym changed into the words that it stands for."""
    pairs = [([t.same for t in tokens(w, counts)], [t.same for t in tokens(a, counts)]) for w, a in synonyms]
    pairs = sorted((pair for pair in pairs if pair[1]), key=lambda pair: -len(pair[1]))
    made: list[Token] = []
    at = 0
    same = [token.same for token in said]
    while at < len(said):
        pair = next(((w, a) for w, a in pairs if same[at : at + len(a)] == a), None)
        if pair is None:
            made.append(said[at])
            at += 1
            continue
        words, accepted = pair
        start, end = said[at].start, said[at + len(accepted) - 1].end
        # The first stands for all that was typed, so that nothing of it is shown twice.
        made += [Token(word, start if not n else end, end) for n, word in enumerate(words)]
        at += len(accepted)
    return tuple(made)
