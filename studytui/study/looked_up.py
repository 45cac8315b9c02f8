"""Looks up spellings and terms, as a program of its own: ``python -P -m studytui.study.looked_up FOLDER``.

jieba and pypinyin are slow to load and hold the interpreter while they do, so nothing in a session loads them: this
program is started, takes ``{"texts": [...], "around": [...]}`` on its standard input, says on its standard output now
and then how many texts are done, a number a line, gives a list of ``{"spelling", "spans"}``, one for each text, on the
last line, and ends.
"""

import os
import sys
from collections.abc import Callable

import orjson

from studytui.language.pinyin import spelling
from studytui.language.terms import terms

STEPS = 50
"""It says about so many times how far it is."""
GENTLE = 10
"""It steps back so far behind the program that a person looks at."""


def looked_up(request: bytes, folder: str, told: Callable[[int], None] = lambda _: None) -> bytes:
    """The answer to a request."""
    asked = orjson.loads(request)
    texts = asked["texts"]
    spans = terms(texts, asked["around"], folder, told)
    return orjson.dumps([{"spelling": spelling(text), "spans": s} for text, s in zip(texts, spans, strict=True)])


def main() -> None:
    """Answer the request that stands on the standard input."""
    if hasattr(os, "nice"):
        os.nice(GENTLE)
    request = sys.stdin.buffer.read()
    every = max(1, len(orjson.loads(request)["texts"]) // STEPS)

    def told(done: int) -> None:
        if done % every == 0:
            sys.stdout.write(f"{done}\n")
            sys.stdout.flush()

    answer = looked_up(request, sys.argv[1], told)
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
