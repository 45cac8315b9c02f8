"""What the promises in figures cost here, beside a peer in the same run: ``python -m tests.bench [subject|all]``."""
