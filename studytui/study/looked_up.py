"""Looks up spellings and terms, as a program of its own: ``python -P -m studytui.study.looked_up FOLDER``.

jieba and pypinyin are slow to load and hold the interpreter while they do, so nothing in a session loads them: this
program is started, takes ``{"texts": [...], "around": [...]}`` on its standard input, gives a list of
``{"spelling", "spans"}`` on its standard output, one for each text, and ends.
"""

import sys

import orjson

from studytui.language.pinyin import spelling
from studytui.language.terms import terms


def looked_up(request: bytes, folder: str) -> bytes:
    """The answer to a request."""
    asked = orjson.loads(request)
    texts = asked["texts"]
    spans = terms(texts, asked["around"], folder)
    return orjson.dumps([{"spelling": spelling(text), "spans": s} for text, s in zip(texts, spans, strict=True)])


if __name__ == "__main__":
    sys.stdout.buffer.write(looked_up(sys.stdin.buffer.read(), sys.argv[1]))
