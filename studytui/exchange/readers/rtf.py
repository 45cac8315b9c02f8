"""Rich text (.rtf), also where it calls itself a Word document (.doc)."""

from typing import Final

from studytui.exchange.foreign import head
from studytui.exchange.readers.reader import Reader, Source
from studytui.exchange.reading import Reading


def _takes(source: Source) -> bool:
    return head(source.data).startswith(b"{\\rtf")


def _read(source: Source) -> Reading:
    from studytui.exchange.rich import read_rtf  # only where such a document is read

    return read_rtf(source.data, source.name)


RTF: Final = Reader("rtf", (".rtf",), _takes, _read, guarded=True)
