"""Text that was damaged on its way: told with its place, kept as it stands."""

import re

from studytui.outline.lines import Lines, Warnings, hits
from studytui.outline.tree import OutlineWarning

_READING = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6}"

# What is left where a reading in brackets was put between the two bytes of a character: 們?cè) or 要?jiǎng)?wù).
_CUT = rf"[?？](?<=[^\x00-\x7f].){_READING}[)）](?:[?？]{_READING}[)）])*.{{0,3}}"
# UTF-8 or GBK read as something else; each of these sequences has no sense in any language.
_MISREAD = (
    r"锟斤拷(?:锟斤拷)*|(?:烫烫|屯屯)+|(?:[锛銆鈥][^，。\s]?){2,}"
    r"|(?:[ÃÂåæçèé][\x80-¿Œœ‚„…†‡ˆ‰Š‹‘’“”•–—˜™š›Žžƒ€]{1,2}){2,}"
)

_GARBLED = re.compile(f"(?P<cut>{_CUT})|(?P<misread>{_MISREAD})")


def garbled(lines: Lines) -> tuple[Lines, Warnings]:
    """The lines as they are, and a warning for each damaged place."""
    return lines, tuple(
        OutlineWarning("garbled", lines[at].number, lines[at].number, detail=_excerpt(found))
        for at in hits(_GARBLED, lines)
        for found in _GARBLED.finditer(lines[at].text)
    )


def _excerpt(found: re.Match[str]) -> str:
    """The damaged place with the character before it."""
    return found.string[max(found.start() - 1, 0) : found.end()]
