"""Of a saved web page the text is read, with the numbers of its lists, and nothing of what stands around it."""

import pytest

from studytui.errors import StudyError
from studytui.exchange.page.document import read_page
from studytui.exchange.readers.html import HTML
from studytui.exchange.readers.reader import Source
from studytui.exchange.written import as_written
from studytui.outline.parse import parse

BODY = (
    "<p>　　过去一年，全市上下团结一心，各项工作取得了新的成效。</p><h2>一、总体要求</h2>"
    "<p>坚持稳中求进，把各项任务落到实处，见到成效。</p><h2>二、主要任务</h2><p>突出重点，补齐短板。</p>"
)
NAVIGATION = "".join(
    f"<li><a href='/{n}'>{name}</a></li>" for n, name in enumerate(("首页", "要闻", "一、专题", "二、服务"))
)


def texts(page: str) -> list[str]:
    """The lines of a page, numbers put before them."""
    return [line.marker + line.text for line in read_page(page.encode(), "x").lines]


AROUND = {
    "a list of links": f"<div><ul>{NAVIGATION}</ul></div>",
    "what is called navigation": "<div class='main-nav'>导航栏目<b>一、专题</b></div>",
    "a sidebar": "<div class='sidebar'><h3>热点</h3><ol><li>三、排行</li></ol></div>",
    "a footer": "<footer>版权所有，未经许可不得转载。</footer>",
    "comments": "<div id='comments'><p>1楼：一、写得真好</p><p>2楼：二、收藏了</p></div>",
    "a script": "<script>document.write('<p>一、脚本</p>')</script><style>p{content:'二、样式'}</style>",
    "what is hidden": "<p style='display: none'>三、看不见</p><p hidden>四、也看不见</p>",
    "a form": "<form><input value='一、搜索'><button>搜索</button></form>",
    "a template, a frame, a comment": "<template>一、模板</template><iframe>二、框架</iframe><!-- 三、注释 -->",
}


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
def test_what_stands_around_the_text_is_left_out(around: str) -> None:
    """Before it and behind it."""
    page = f"<html><body>{around}<div><h1>工作报告</h1><div>{BODY}</div></div>{around}</body></html>"
    found = [
        node.text for node in parse("\n".join(line.text for line in as_written(read_page(page.encode(), "x")))).nodes
    ]
    assert found == ["总体要求", "主要任务"]


def test_a_heading_that_is_a_link_is_still_one() -> None:
    """Some pages link each heading to itself."""
    linked = BODY.replace("一、总体要求", "<a href='#1'>一、总体要求</a>") + "<p><a href='#3'>三、保障措施</a></p>"
    found = texts(f"<html><body><div><ul>{NAVIGATION}</ul></div><div>{linked}</div></body></html>")
    assert [text for text in found if text[1] == "、"] == ["一、总体要求", "二、主要任务", "三、保障措施"]


def test_text_that_is_made_visible_by_a_script_is_read() -> None:
    """Saved pages of one much used kind are invisible until a script has run."""
    assert "一、甲" in texts(f"<div id=js_content style='visibility: hidden; opacity: 0'><p>一、甲</p>{BODY}</div>")


@pytest.mark.parametrize(
    ("list_", "numbers"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=3><li>甲<li>乙</ol>", ["3. 甲", "4. 乙"]),
        ("<ol><li>甲<li value=7>乙<li>丙</ol>", ["1. 甲", "7. 乙", "8. 丙"]),
        ("<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
        ("<ol start=-1><li>甲<li value=' +5 '>乙</ol>", ["-1. 甲", "5. 乙"]),
        ("<ol start=--3><li>甲<li value=--3>乙</ol>", ["1. 甲", "2. 乙"]),
        (f"<ol start={'9' * 5000}><li>甲<li value={'9' * 5000}>乙</ol>", ["1. 甲", "2. 乙"]),
        ("<ol type=A><li>甲<li>乙</ol>", ["A. 甲", "B. 乙"]),
        ("<ol type=i><li>甲<li>乙</ol>", ["i. 甲", "ii. 乙"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
        ("<ol style='list-style:none'><li>甲<li>乙</ol>", ["甲", "乙"]),
        ("<ul><li>甲<li>乙</ul>", ["• 甲", "• 乙"]),
        ("<ul><li>（一）甲<li>（二）乙</ul>", ["（一）甲", "（二）乙"]),
        ("<ol><li>甲<ol type=a><li>乙</ol><li>丙</ol>", ["1. 甲", "a. 乙", "2. 丙"]),
        ("<ol><li><p>甲</p><p>乙</p></ol>", ["1. 甲", "乙"]),
    ],
)
def test_lists_are_numbered_as_a_browser_numbers_them(list_: str, numbers: list[str]) -> None:
    """The numbers are not in the text of the page; a point that has its own needs none."""
    assert texts(f"<body><p>开头。</p>{list_}</body>")[1:] == numbers


def test_lines_end_where_the_page_shows_an_end() -> None:
    """At blocks and at breaks; a line end in the source is none, least of all between two Chinese characters."""
    page = "<p>一、总\n  体要求<br>第二行</p>text\nin  two<div>下一段</div>"
    lines = read_page(page.encode(), "x").lines
    assert [(line.text, line.continued) for line in lines] == [
        ("一、总体要求", False),
        ("第二行", True),
        ("text in two", False),
        ("下一段", False),
    ]


def test_text_that_is_laid_out_already_keeps_its_lines() -> None:
    """A browser shows a plain text like this."""
    assert texts("<pre>一、甲\n  （一）乙\n二、丙</pre>") == ["一、甲", "（一）乙", "二、丙"]


def test_a_table_of_data_stays_one_and_one_of_layout_does_not() -> None:
    """Old sites put the whole page into tables."""
    data = "<table><tr><td>项目</td><td>金额</td></tr><tr><td>道路</td><td>3</td></tr></table>"
    assert texts(f"<div>{BODY}{data}</div>")[-2:] == ["| 项目 | 金额 |", "| 道路 | 3 |"]
    layout = f"<table><tr><td>{BODY}</td><td><ul>{NAVIGATION}</ul></td></tr></table>"
    assert texts(layout)[1] == "一、总体要求"


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>报告_某某网</title><div><h1>工作报告</h1>" + BODY + "</div>", "工作报告"),
        ("<title>工作报告 - 某某网</title><div>" + BODY + "</div>", "工作报告"),
        ("<title>x</title><h1>工作报告</h1><div class=c>" + BODY + "</div>", "工作报告"),
        ("<title>工作报告_某某网</title><h1>某某网</h1><div>" + BODY + "</div>", "工作报告"),
        ("<title>甲&amp;乙工作报告</title><div>" + BODY + "</div>", "甲&乙工作报告"),
        ("<title>工作报告_某某网</title><div><p>工作报告</p>" + BODY + "</div>", "工作报告"),
    ],
)
def test_the_title_is_the_first_heading_or_that_of_the_page(page: str, title: str) -> None:
    """The name of the site is no part of it, and it stands there once."""
    lines = read_page(page.encode(), "x").lines
    assert [line.text for line in lines if line.title] == [title]
    assert sum(line.text == title for line in lines) == 1


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("gb18030", "gb2312"),
        ("utf-8", "gb2312"),
        ("big5", "big5"),
        ("utf-8", ""),
        ("gb18030", ""),
        ("gb18030", "no-such"),
    ],
)
def test_the_encoding_is_what_the_page_says_unless_its_bytes_say_otherwise(encoding: str, said: str) -> None:
    """Browsers save pages as UTF-8 and leave what they said before."""
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={said}">' if said else ""
    page = f"<html><head>{meta}</head><body><p>一、要把工作做好。</p></body></html>".encode(encoding)
    assert read_page(page, "x").lines[0].text == "一、要把工作做好。"


def source(data: bytes, suffix: str = "", encoding: str | None = None) -> Source:
    """A document of these bytes."""
    return Source(data, "x", suffix, encoding)


def test_a_given_encoding_is_taken() -> None:
    """Whatever the page says."""
    page = "<html><meta charset=big5><p>一、总体要求</p>".encode("gb18030")
    assert HTML.read(source(page, encoding="gbk")).lines[0].text == "一、总体要求"


ARCHIVE = b"""From: <Saved by Blink>
Subject: x
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html";
\tboundary="b"

--b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable

<html><meta charset=3D"utf-8"><p>%s</p></html>
--b
Content-Type: image/png

x
--b--
"""


def test_a_page_saved_as_one_file_is_unpacked() -> None:
    """As a browser saves a page with its pictures, and as some sites call what they give a Word document."""
    words = b"".join(b"=%02X" % byte for byte in "一、总体要求".encode())
    archive = source(ARCHIVE % words, ".doc")
    assert HTML.takes(archive)
    assert HTML.read(archive).lines[0].text == "一、总体要求"
    with pytest.raises(StudyError, match="without any text"):
        HTML.read(source(ARCHIVE.replace(b"text/html\n", b"text/css\n")))


@pytest.mark.parametrize(
    ("data", "suffix", "taken"),
    [
        (b"<!DOCTYPE html><p>x", ".txt", True),
        ("\ufeff<!-- saved --><HTML>".encode(), "", True),
        ("<html>".encode("utf-16"), ".doc", True),
        (b"<div>x</div>", ".html", True),
        (b"<div>x</div>", ".md", False),
        (b"just text", ".html", False),
        (b"A letter.\nMIME-Version: 1.0 is a header.", ".txt", False),
    ],
)
def test_a_page_is_known_by_its_bytes(data: bytes, suffix: str, taken: bool) -> None:
    """The suffix only decides of a piece of a page."""
    assert HTML.takes(source(data, suffix)) is taken


def test_a_page_nested_without_end_is_refused_and_an_empty_one_is_empty() -> None:
    """No page needs thousands of levels."""
    with pytest.raises(StudyError, match="nested too deeply"):
        read_page(b"<div>" * 5000 + b"x", "x")
    assert read_page(b"<html></html>", "x").lines == ()
    assert read_page(b"<!-- -->", "x").lines == ()


def test_signs_that_are_none_are_dropped_before_the_page_is_read() -> None:
    """A parser of pages would make replacement signs of them."""
    reading = read_page("<p>一、检\0查\u200b管\x1b[31m道</p>".encode(), "x")
    assert (reading.lines[0].text, reading.dropped) == ("一、检查管道", 7)


def test_what_is_listed_in_the_numbers_of_word_is_text() -> None:
    """Word writes the numbers of lists into a page that it saves, between comments for other programs."""
    item = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>"
    )
    item += "一、<span>&nbsp;&nbsp;</span></span><![endif]><span>总体要求<o:p></o:p></span></p>"
    assert texts(f"<html><body>{item}</body></html>")[0].replace("\xa0", "") == "一、总体要求"
