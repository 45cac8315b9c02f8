"""Outlines of outliners and mind maps (.opml): each point is a heading as deep as it is nested."""

from typing import Final

from studytui.exchange.foreign import head
from studytui.exchange.readers.reader import Reader, Source
from studytui.exchange.reading import Reading


def _takes(source: Source) -> bool:
    beginning = head(source.data).lower()
    return beginning.startswith(b"<") and b"<opml" in beginning


def _read(source: Source) -> Reading:
    from studytui.exchange.points import read_opml  # only where such a document is read

    return read_opml(source.data, source.name)


OPML: Final = Reader("opml", (".opml",), _takes, _read, guarded=True)
