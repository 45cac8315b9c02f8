"""The window of the terminal is closed: the program ends in order, whatever it is at."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from studytui.catalogue import Catalogue
from studytui.cli.context import Context
from studytui.cli.main import commands

pytest.importorskip("pty", reason="pseudo-terminals are there on POSIX only")
from tests.cli.terminal import Terminal, program

LONG = "讲话\n" + "".join(f"{i % 9 + 1}、第{i}点工作进展\n这里是一段正文。\n" for i in range(12_000))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with a deck that takes a second or two to be opened."""
    (tmp_path / "long.txt").write_text(LONG, "utf-8")
    folder = tmp_path / "library"
    arguments = ["--library", str(folder), "import", str(tmp_path / "long.txt")]
    ran = CliRunner().invoke(commands, arguments, obj=Context(Catalogue("en")))
    assert ran.exit_code == 0, ran.output
    return folder


@pytest.mark.parametrize("keys", ["", "\rjjjjj"], ids=["idle", "busy"])
def test_a_closed_window_ends_the_program(library: Path, keys: str) -> None:
    """Or it would hold the library, and no other could write."""
    terminal = Terminal(program(library))
    terminal.see("空格 开始")
    if keys:
        terminal.press(keys)
        terminal.see("练这里")

    assert terminal.hang_up() == 129
