"""Print the figures of one subject or of all, each as a line of JSON."""

import argparse
import json
from collections.abc import Callable, Iterator

from tests.bench import parse
from tests.bench.figure import Figure

SUBJECTS: dict[str, Callable[[], Iterator[Figure]]] = {"parse": parse.figures}


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("subject", nargs="?", choices=[*SUBJECTS, "all"], default="all")
    subject = parser.parse_args().subject
    for measured in SUBJECTS.values() if subject == "all" else (SUBJECTS[subject],):
        for figure in measured():
            print(json.dumps(figure.as_json(), ensure_ascii=False), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
