"""A library that git or Syncthing carries between devices: each writes its own files, so that nothing conflicts."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from studytui.cards.card import Kind
from studytui.study.looking import all_units
from tests.study.desk import SPEECH, Desk, asks, seen, the_speech

OTHER = "bbbbbbbbbb"
SETTINGS = ("user.name=someone", "user.email=someone@example.org", "init.defaultBranch=main", "pull.rebase=false")


@pytest.fixture
def here(tmp_path: Path) -> Desk:
    """A library with the speech in it."""
    desk = Desk(tmp_path / "here")
    library = desk.library()
    library.take(the_speech())
    library.close()
    return desk


def _study(desk: Desk, device: str, ratings: tuple[int, ...]) -> None:
    library = desk.library(device)
    session = desk.session(asks(library.deck(SPEECH), Kind.POINT, len(ratings)))
    for rating in ratings:
        session.rate(rating, 1000, 0)
    library.close()
    library.care.back_up_daily()


def _ids(desk: Desk) -> list[str]:
    return [unit.id for _, unit in all_units(desk.reader())]


def _git(folder: Path, *arguments: str) -> str:
    options = [option for setting in SETTINGS for option in ("-c", setting)]
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    command = ["git", *options, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=clean)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not at hand")
def test_two_clones_that_were_both_studied_are_pulled_without_a_conflict(here: Desk, tmp_path: Path) -> None:
    """Afterwards both know the same, whoever pulled first; state, backups and the lock never travelled."""
    root = here.folders.root
    _git(root, "init")
    _git(root, "add", "-A")
    _git(root, "commit", "-m", "begun")
    _git(tmp_path, "clone", str(root), "there")
    there = Desk(tmp_path / "there")
    _study(here, "aaaaaaaaaa", (3, 1, 3, 3, 2))
    _study(there, OTHER, (1, 1, 4))
    for desk in (here, there):
        _git(desk.folders.root, "add", "-A")
        _git(desk.folders.root, "commit", "-m", "studied")

    _git(root, "pull", str(there.folders.root), "main")
    _git(there.folders.root, "pull", str(root), "main")

    assert _ids(here) == _ids(there)
    assert len(_ids(here)) == len(set(_ids(here))) == 1 + 5 + 3
    assert seen(here.speech()) == seen(there.speech(OTHER))
    tracked = {path.split("/")[0] for path in _git(root, "ls-files", "-z").split("\0") if path}
    assert tracked == {".gitattributes", ".gitignore", ".stignore", "decks", "reviews"}
    assert not any(one.wrong for desk in (here, there) for one in desk.reader().care.check())


def _carried(source: Path, target: Path) -> Iterator[str]:
    """Copy what Syncthing would: what the other side lacks or has older, but for what .stignore names."""
    ignored = [line.lstrip("/") for line in (source / ".stignore").read_text("utf-8").splitlines()]
    for path in sorted(source.rglob("*")):
        inside = path.relative_to(source)
        if path.is_dir() or inside.parts[0] in ignored or inside.parts[0] == ".stignore":
            continue
        there = target / inside
        if there.exists() and there.read_bytes() == path.read_bytes():
            continue
        yield inside.as_posix()
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, there)


def test_carried_file_by_file_no_device_writes_the_file_of_another(here: Desk, tmp_path: Path) -> None:
    """Each side sends its own journal and nothing else; afterwards both know the same."""
    there = Desk(tmp_path / "there")
    list(_carried(here.folders.root, there.folders.root))
    _study(here, "aaaaaaaaaa", (3, 1, 3))
    _study(there, OTHER, (1, 4))
    for desk in (here, there):
        desk.library()

    sent = list(_carried(here.folders.root, there.folders.root))
    back = list(_carried(there.folders.root, here.folders.root))

    assert [path.rpartition("/")[2] for path in sent] == ["aaaaaaaaaa.jsonl"]
    assert [path.rpartition("/")[2] for path in back] == [f"{OTHER}.jsonl"]
    assert _ids(here) == _ids(there)
    assert seen(here.speech()) == seen(there.speech(OTHER))
