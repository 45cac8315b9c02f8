"""How parts and points are numbered in English, as pieces of regular expressions."""

# Part I: Background, Chapter 3, PART ONE - THE CLUB; but Section 3 says, Article 5 of the Act are sentences.
_NUMBER = r"(?:\d{1,3}|[IVXLC]{1,7}|[A-Z]|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
_END = r"(?:\s?[.:：—–-](?=\s|$|[^\x00-\x7f])|(?=\s*$|\s+[^\sa-z(\d.,][^.。]{0,60}(?:\.{3}.*)?$))"
_ORDINALS = "First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
_CARDINALS = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
# What a speaker counts: The first reason is; but The first thing I did was, The first branch is are sentences.
_COUNTED = (
    "reason|point|thing|lesson|thought|request|promise|question|problem|challenge|task|step|rule|reminder|idea|goal"
    "|aim|priority|message|habit|duty|answer|wish|change|suggestion|danger|risk|concern|measure|principle"
)

FIRST = rf"(?:{_ORDINALS}|Final|Last)(?:ly)?[,，:](?=\s)"
ONE = rf"(?:{_CARDINALS})[,，:.](?=\s)"
# Words that count on without a number: see ``sequels``.
SEQUEL = (
    r"(?:First\sof\sall|To\s(?:begin|start)\swith|In\sthe\sfirst\splace|Next|Then|After\sth(?:at|is))[,，:](?=\s)"
    r"|First\sof\sall(?=\s)"
)
SPOKEN = rf"(?:The|My|Our)\s(?i:{_ORDINALS}|Final|Last)(?:\s(?:{_COUNTED}))?\s(?:is|are)[,:]?(?=\s)"


def unit(names: str) -> str:
    """The expression for units that are named in English."""
    return rf"(?i:{names})\s{_NUMBER}{_END}"
