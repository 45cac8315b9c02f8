"""What is loaded before the first frame: what it shows, and nothing of what comes after it."""

import subprocess
import sys

LATER = {"tinydb", "opencc", "fsrs_rs_python", "pypinyin", "jieba", "rapidfuzz", "filelock", "zipfile"}
LATER_OF_OURS = ("studytui.drills", "studytui.memory", "studytui.cards", "studytui.outline", "studytui.exchange")


def test_the_first_frame_does_not_wait_for_what_it_does_not_show() -> None:
    """The app is there, with home and the entrance of the library; no drill, no memory, no outline is."""
    show = "import sys, studytui.cli.main, studytui.cli.opening, studytui.ui.app; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())

    assert {"studytui.ui.screens.home", "studytui.study.entrance"} <= loaded
    assert not LATER & loaded
    assert not [name for name in loaded if name.startswith(LATER_OF_OURS)]
