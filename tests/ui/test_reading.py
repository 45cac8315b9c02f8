"""A document is read beside the screen: it is shown when it is there, and Esc stops it."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from studytui.exchange import read
from studytui.exchange.apart import StoppedError
from studytui.exchange.document import Document
from studytui.study.library import Library
from tests.exchange.word import abstract, docx, level, num, paragraph
from tests.ui.driver import app_over, press, settled, text_of


async def test_a_word_document_is_shown_with_its_numbers_and_kept(
    empty: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the path that is typed to the deck."""
    numbering = (abstract(1, level(0, "chineseCounting", "%1、")), num(1, 1))
    (tmp_path / "x").write_bytes(
        docx(paragraph("工作讲话"), paragraph("抓教育", num="1", level=0), numbering=numbering)
    )
    monkeypatch.chdir(tmp_path)
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i", "x", "enter")
        await settled(pilot)

        assert "一、 抓教育" in text_of(app) or "一、抓教育" in text_of(app)

        await press(pilot, "y")
        assert empty.names() == ("工作讲话",)


async def test_esc_stops_the_reading_and_stores_nothing(empty: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that reads is not left to go on by itself."""
    begun, ended = threading.Event(), threading.Event()

    def endless(path: str, encoding: str | None, stopped: Callable[[], bool]) -> Document:
        begun.set()
        while not stopped():
            ended.wait(0.01)
        ended.set()
        raise StoppedError("Reading {name} was stopped.", name=path)

    monkeypatch.setattr(read, "read_file", endless)
    app = app_over(empty)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "i", "x")
        await pilot.press("enter")
        while not begun.is_set():
            await pilot.pause()
        await pilot.press("escape")
        while not ended.is_set():
            await pilot.pause()

        assert empty.names() == ()
