"""Print the figures of one subject or of all, each as a line of JSON."""

import argparse
import json
from importlib import import_module

SUBJECTS = ("parse", "library", "interface")
"""Each has a file; it is imported only when it is measured, as each has peers of its own."""


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("subject", nargs="?", choices=[*SUBJECTS, "all"], default="all")
    subject = parser.parse_args().subject
    for name in SUBJECTS if subject == "all" else (subject,):
        for figure in import_module(f"tests.bench.{name}").figures():
            print(json.dumps(figure.as_json(), ensure_ascii=False), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
