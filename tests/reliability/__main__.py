"""Try everything, and print what was tried how often and what was lost; ``--small`` tries a part of it."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator

from tests.reliability import calls, clocks, damage, mutants, processes
from tests.reliability.figure import Tries

KILLS, FLIPS = 500, 5000


def campaigns(*, small: bool) -> dict[str, Callable[[], Iterator[Tries]]]:
    """All campaigns by name."""
    return {
        "calls": lambda: calls.everything(23 if small else 1),
        "damage": lambda: damage.everything(61 if small else 1, 200 if small else FLIPS),
        "clocks": clocks.everything,
        "processes": lambda: processes.everything(25 if small else KILLS),
        "mutants": mutants.everything,
    }


def main() -> int:
    """Run what the command line names; 1 where anything was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    parser.add_argument("--small", action="store_true", help="a part of it, in seconds")
    parser.add_argument("campaign", nargs="?", choices=[*campaigns(small=True), "all"], default="all")
    asked = parser.parse_args()
    known = campaigns(small=asked.small)
    tries = lost = 0
    for name in known if asked.campaign == "all" else (asked.campaign,):
        for figure in known[name]():
            print(json.dumps(figure.as_json(), ensure_ascii=False), flush=True)  # noqa: T201
            tries, lost = tries + figure.tries, lost + len(figure.lost)
    print(json.dumps({"kind": "all", "tries": tries, "lost": lost}))  # noqa: T201
    return bool(lost)


if __name__ == "__main__":
    sys.exit(main())
