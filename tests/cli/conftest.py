"""A library of its own for each test, a document to bring in, and a shell over both."""

from pathlib import Path

import pytest

from tests.cli.shell import SPEECH, Shell, shell_over


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The folder of the library; it is not there yet."""
    return tmp_path / "library"


@pytest.fixture
def document(tmp_path: Path) -> str:
    """The path of a small speech."""
    path = tmp_path / "speech.txt"
    path.write_text(SPEECH, "utf-8")
    return str(path)


@pytest.fixture
def shell(library: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Commands on the library, which is empty."""
    return shell_over(library, capsys)


@pytest.fixture
def stocked(shell: Shell, document: str) -> Shell:
    """Commands on the library, which holds the small speech."""
    assert shell("import", document).code == 0
    return shell
