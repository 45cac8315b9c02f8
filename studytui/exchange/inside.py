"""The process that reads a document: bytes come in by standard input, its lines go out as JSON, or what is wrong.

The first line of the input is a list: the reader's name, what the document is called, suffix, encoding, and the limits
of memory and seconds. All else is the document.
"""

import sys

import orjson

from studytui.errors import StudyError
from studytui.exchange.limits import confine
from studytui.exchange.lines import with_plain_lines
from studytui.exchange.readers.all import READERS
from studytui.exchange.readers.reader import Source
from studytui.exchange.reading import Reading
from studytui.messages import Message


def main() -> None:
    """Read one document and leave."""
    head = sys.stdin.buffer.readline()
    data = sys.stdin.buffer.read()
    name, called, suffix, encoding, memory, seconds = orjson.loads(head)
    confine(memory, seconds)
    reader = next(each for each in READERS if each.name == name)
    answer: object
    try:
        answer = {"read": _plain(reader.read(Source(data, called, suffix, encoding)))}
    except StudyError as error:
        answer = {"error": _message(error.message)}
    except (MemoryError, RecursionError):
        answer = {"error": ["", {}, ""]}
    sys.stdout.buffer.write(orjson.dumps(answer))


def _plain(reading: Reading) -> list[object]:
    notes = [_message(note) for note in reading.notes]
    return [[[_one_line(line.text), *line[1:]] for line in reading.lines], *reading[1:-1], notes]


def _one_line(text: str) -> str:
    """A line's text without the odder ends of lines and halves of characters, which a library may leave in it."""
    if not text.isprintable():
        text = " ".join(with_plain_lines(text).split("\n"))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _message(said: Message) -> list[object]:
    return [said.id, dict(said.arguments), said.plural]


if __name__ == "__main__":
    main()
