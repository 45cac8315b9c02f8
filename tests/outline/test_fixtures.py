"""Documents of every shape, each with the outline that a careful person sees in it."""

from pathlib import Path

import pytest

from studytui.outline.parse import parse
from tests.outline.listing import listing

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.txt"))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_document_is_read_as_a_careful_person_reads_it(path: Path) -> None:
    """A fixture is the document, a line of equals signs, and the listing of its outline."""
    document, _, wanted = path.read_text("utf-8").partition("\n==========\n")
    assert listing(parse(document)) == wanted.rstrip("\n")
