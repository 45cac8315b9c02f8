"""Line ends: however a document writes them, inside the program there is one."""

import re
from typing import Final

_LINE_END: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def with_plain_lines(text: str) -> str:
    """Write every end of a line, a page or a paragraph as a line feed."""
    return _LINE_END.sub("\n", text)
