"""Chinese texts of our own in both scripts, and the shared corpus where it is at hand."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SIMPLIFIED: Final = """关于做好社区图书室管理工作的意见
一、总体要求
要把图书管好用好，让更多居民走进图书室。去年借出图书三千余册，但也存在一些薄弱环节。
二、主要任务
（一）清点造册。逐本登记，破损的及时修补，丢失的写明原因。
（二）定期更新。每年春季和秋季各更新一次，听取读者的意见。
（三）延长开放。周末开放到晚上九点，安排志愿者值班。
三、保障措施
一是明确责任，专人负责；二是落实经费，专款专用；三是加强宣传，办好读书会。
"""
TRADITIONAL: Final = """關於做好社區圖書室管理工作的意見
一、總體要求
要把圖書管好用好，讓更多居民走進圖書室。去年借出圖書三千餘冊，但也存在一些薄弱環節。
二、主要任務
（一）清點造冊。逐本登記，破損的及時修補，遺失的寫明原因。
（二）定期更新。每年春季和秋季各更新一次，聽取讀者的意見。
（三）延長開放。週末開放到晚上九點，安排志願者值班。
三、保障措施
一是明確責任，專人負責；二是落實經費，專款專用；三是加強宣傳，辦好讀書會。
"""

SHARED: Final = Path(__file__).parents[2].parent / "shared" / "corpus"


def corpus() -> list[str]:
    """Read the plain texts in UTF-8 of the shared corpus; empty where it is not there."""
    paths = [path for part in ("own", "real") for path in sorted(SHARED.glob(f"{part}/*.txt"))]
    return [path.read_text("utf-8") for path in paths if not path.name.endswith(".raw.txt")]


def snippets(text: str, length: int, rng: random.Random, count: int = 100) -> Iterator[str]:
    """Cut random pieces of one length that are Chinese for the most part."""
    for _ in range(count):
        start = rng.randrange(len(text) - length)
        piece = text[start : start + length].replace("\ufffd", "")
        if sum("一" <= sign <= "鿿" for sign in piece) > length // 2:
            yield piece
