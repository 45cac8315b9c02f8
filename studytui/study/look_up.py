"""Has the words of a deck looked up by a process of its own."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import orjson

from studytui.errors import StudyError
from studytui.outline.tree import Outline
from studytui.study.words import Words, digest, from_rows

PROGRAM = ("-P", "-m", "studytui.study.looked_up")
SECONDS = 120
"""How long it may take; a deck of a hundred points takes two seconds, most of them to load the dictionary."""


def look_up(outline: Outline, folder: Path, program: Sequence[str] = PROGRAM, seconds: float = SECONDS) -> Words:
    """Look up how each text of an outline is spelled and what in it is worth hiding; waits until that is done.

    Args:
        outline: The outline, as it stands in the deck file.
        folder: Where the dictionary is kept in the form that loads fastest.
        program: What Python runs.
        seconds: How long it may take.

    Raises:
        StudyError: It failed or took too long.
    """
    texts = list(dict.fromkeys(_writable(node.text) for node in outline.nodes))
    request = orjson.dumps({"texts": texts, "around": [_writable(text) for text in _around(outline)]})
    answer = _answer(request, folder, program, seconds)
    try:
        found = orjson.loads(answer)
        rows = [
            {"text": digest(text), "spelling": one["spelling"], "spans": one["spans"]}
            for text, one in zip(texts, found, strict=True)
        ]
    except (orjson.JSONDecodeError, LookupError, TypeError, ValueError) as error:
        raise _failed("what it gave cannot be read") from error
    return from_rows(rows)


def _answer(request: bytes, folder: Path, program: Sequence[str], seconds: float) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - this Python, a module of ours
            [sys.executable, *program, str(folder)], input=request, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _failed(f"it took longer than {seconds:g} s") from error
    except OSError as error:
        raise _failed(error.strerror or str(error)) from error
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _failed(last[-1] if last else f"exit code {done.returncode}")
    return done.stdout


def _failed(reason: str) -> StudyError:
    return StudyError(
        "The words of this deck could not be looked up ({reason}). "
        "Initials and cloze need that; everything else works. Try again.",
        reason=reason,
    )


def _around(outline: Outline) -> list[str]:
    """What else the deck says: there it shows which words stand together again and again."""
    bodies = (text for node in outline.nodes for text in (*node.body, *node.tail))
    groups = (text for group in outline.groups for text in (group.name, group.lead, *group.tail))
    return [outline.title, *outline.opening, *bodies, *groups, *outline.closing]


def _writable(text: str) -> str:
    """Without halves of characters, which JSON does not take."""
    return text.encode("utf-8", "replace").decode("utf-8")
