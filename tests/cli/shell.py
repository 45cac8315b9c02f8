"""The command line in this process: what it printed, on which stream, and its exit code."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from studytui.cli import main

SPEECH = """在文明创建推进会上的讲话

同志们：今天讲两个问题。
一、主要做法和存在的问题
一是加强领导，态势日趋良好。去年成立了领导小组。
二是健全组织，机制更加完善。
但是也要看到，仍存在着一些薄弱环节。
一是认识存在偏差。
二是标准还不高。
二、下一阶段的几点要求
一是抓教育。
二是抓整改。
"""
NAME = "在文明创建推进会上的讲话"


@dataclass(frozen=True, slots=True)
class Ran:
    """One command that ran."""

    code: int
    out: str
    err: str

    @property
    def refused(self) -> str:
        """The one sentence of a command that could not do what it should."""
        assert (self.code, self.out) == (1, "")
        assert "Traceback" not in self.err
        assert self.err.startswith("studytui: ")
        assert self.err.count("\n") == 1
        return self.err.removeprefix("studytui: ").rstrip("\n")


Shell = Callable[..., Ran]


def shell_over(library: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell whose commands work on one library, in English unless asked for in Chinese."""

    def run(*arguments: str, language: str = "en") -> Ran:
        capsys.readouterr()
        code = main.run(["--library", str(library), "--language", language, *arguments])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run
