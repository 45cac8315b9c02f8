"""A device keeps its id in its own library, and never shares it with a copy."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from studytui.storage.device import DECK_ID, DEVICE_ID, UNIT_ID, device_id, machine_id, new_id, unit_id
from studytui.storage.files import Files
from studytui.storage.folders import Folders, prepare
from tests.storage.faults import recording


def _library(folder: Path) -> Folders:
    folders = Folders(folder)
    prepare(folders, Files())
    return folders


def _id(folders: Folders, machine: str = "this machine") -> str:
    return device_id(folders.root, folders.device, Files(), machine)


def test_the_id_stays_and_is_written_once(tmp_path: Path) -> None:
    """A second start reads it and writes nothing."""
    folders = _library(tmp_path / "library")
    device = _id(folders)
    disk = recording()
    assert device_id(folders.root, folders.device, Files(disk), "this machine") == device
    assert "write" not in disk.trace


def test_another_machine_gets_another_id(tmp_path: Path) -> None:
    """The folder of a library on a network drive may be used from two machines."""
    folders = _library(tmp_path / "library")
    assert _id(folders) != _id(folders, "another machine")


def test_a_copied_or_moved_library_gets_another_id(tmp_path: Path) -> None:
    """Two copies never write a journal of one name."""
    folders = _library(tmp_path / "library")
    device = _id(folders)
    shutil.copytree(folders.root, tmp_path / "copy")
    folders.root.rename(tmp_path / "moved")
    assert len({device, _id(Folders(tmp_path / "copy")), _id(Folders(tmp_path / "moved"))}) == 3


@pytest.mark.parametrize("kept", [b"", b"{", b"[]", b'{"device":"../../evil"}', b'{"device":7}'])
def test_a_damaged_file_gives_a_new_id(tmp_path: Path, kept: bytes) -> None:
    """It becomes the name of a file, so only what can be one is taken."""
    folders = _library(tmp_path / "library")
    folders.device.write_bytes(kept)
    assert _id(folders) == _id(folders)


@pytest.mark.parametrize("length", [DEVICE_ID, DECK_ID, UNIT_ID])
def test_an_id_is_lower_case_base32_of_its_length(length: int) -> None:
    """All bits count, and none beyond."""
    assert new_id(length, lambda bits: 0) == "a" * length
    assert new_id(length, lambda bits: 2**bits - 1) == "7" * length
    assert len({new_id(length) for _ in range(1000)}) == 1000


def test_this_machine_has_an_id_that_stays() -> None:
    """From the system, the network card or the name."""
    assert machine_id()
    assert machine_id() == machine_id()


def test_units_have_ids_of_their_own() -> None:
    """However many are asked for."""
    ids = {unit_id() for _ in range(1000)}

    assert len(ids) == 1000
    assert {len(id_) for id_ in ids} == {UNIT_ID}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be forked here")
def test_a_forked_process_gives_other_ids_of_units() -> None:
    """What was made at once before the fork is not given twice."""
    program = (
        "import os\n"
        "from studytui.storage.device import unit_id\n"
        "unit_id()\n"
        "child = os.fork()\n"
        "ids = [unit_id() for _ in range(100)]\n"
        "child and os.waitpid(child, 0)\n"
        "print(*ids, flush=True)\n"
    )
    made = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert len(set(made.stdout.split())) == 200
