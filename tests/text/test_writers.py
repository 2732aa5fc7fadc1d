"""Trees as HTML, as Markdown for builders of sites, and as words."""

import pytest

from termwise.text.as_html import HtmlElements
from termwise.text.as_markdown import MarkdownWriter
from termwise.text.as_words import as_words
from termwise.text.elements import blocks, inlines
from termwise.text.parse import parse, parse_line
from termwise.text.tree import FactValue, TermLink


def term(link: TermLink) -> str:
    """A term's link, made visible."""
    return f"<{link.name}|{link.label}|{'start' if link.starts else 'middle'}>"


def fact(value: FactValue) -> str:
    """A fact's value, made visible."""
    return f"<{value.name}>"


HTML = HtmlElements(term, fact)
MARKDOWN = MarkdownWriter(term, fact, HtmlElements(term, fact, one_line=True))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\n\nb\nc", "<p>a</p>\n<p>b\nc</p>"),
        ("- a\n  - b", "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
        ("3. a\n\n4. b",
         '<ol start="3">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>'),
        ("- - a", "<ul>\n<li>\n<ul>\n<li>a</li>\n</ul>\n</li>\n</ul>"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr />\n<p>b</p>"),
        ("a  \nb", "<p>a<br />\nb</p>"),
        ("```py\n\"<\t\n```", '<pre><code class="language-py">&quot;&lt;  \n</code></pre>'),
        ("a|b\n-|-:\n1|2",
         "<table>\n<thead>\n<tr>\n<th>a</th>\n<th style=\"text-align: right;\">b</th>\n</tr>\n"
         "</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td style=\"text-align: right;\">2</td>\n</tr>\n"
         "</tbody>\n</table>"),
        ("*a* **b** `c` `<`",
         "<p><em>a</em> <strong>b</strong> <code>c</code> <code>&#60;</code></p>"),
        ("[x](https://a.example?b&c)", '<p><a href="https://a.example?b&amp;c">x</a></p>'),
        ("a <b> {c} [d] &amp; `",
         "<p>a &lt;b&gt; &#123;c} &#91;d&#93; &amp; &#96;</p>"),
    ],
)  # fmt: skip
def test_html_is_laid_out_as_python_markdown_does(text: str, wanted: str) -> None:
    """Signs with which templates of others begin are references."""
    assert blocks(parse(text).blocks, HTML) == wanted


def test_html_on_one_line_has_one() -> None:
    """Code keeps its ends of lines, as references."""
    shown = blocks(parse("- a\n  b\n\n      c\n      d").blocks, MARKDOWN.html)
    assert "\n" not in shown
    assert "<pre><code>c&#10;d&#10;</code></pre>" in shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("See [[a]]. [[b|c]] {{d}}", "See <a|None|middle>. <b|c|start> <d>"),
        ("Wow![[a]]", "Wow&#33;<a|None|middle>"),
        ("a <b> {c}", "a &lt;b> &#123;c}"),
        ("[x](javascript:y)", "&#91;x&#93;(javascript:y)"),
        ("[x](https://a.example)", "[x](https://a.example)"),
        ("[*x* y](https://a.example)", "[*x* y](https://a.example)"),
        ("<https://a.example>", "<https://a.example>"),
        ("`a` `<b>` ` `", "`a` <code>&#60;b&#62;</code> <code>&#32;</code>"),
        ("`a_b*`", "<code>a&#95;b&#42;</code>"),
        ("~~~py\n```\n~~~", "````py\n```\n````"),
        ("#a\n> #b", "&#35;a\n\n> &#35;b"),
        ("[a]: b", "&#91;a&#93;: b"),
        ("a & b &amp; &#x", "a &amp; b &amp; &amp;#x"),
        ("\x00a\x02b\x03", "ab"),
        ("*a* **b** *c **d***", "*a* **b** <em>c **d**</em>"),
        ("a_b 2 * 3 \\*", "a_b 2 * 3 &#42;"),
        ("such:\n- a\n  b\n- c", "such:\n\n- a\n  b\n- c"),
        ("1) a\n   - b", "1. a\n    - b"),
        ("- a\n\n- b", "- a\n\n- b"),
        ("- a\n\n  b", "<ul> <li> <p>a</p> <p>b</p> </li> </ul>"),
        ("- a\n\n* b", "- a\n\n<ul> <li>b</li> </ul>"),
        ("a|b\n-|:-\n1|2\\|3", "| a | b |\n|---|:---|\n| 1 | 2&#124;3 |"),
        ("!!! a\n:b\n1\\. c\n\\- d", "&#33;!! a\n&#58;b\n1&#46; c\n&#45; d"),
    ],
)  # fmt: skip
def test_markdown_is_what_builders_read_alike(text: str, wanted: str) -> None:
    """Whatever they would not is HTML; a sign that stands for itself is a reference."""
    assert MARKDOWN.blocks(parse(text).blocks) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("- a", "&#45; a"), ("1. a", "1&#46; a"), ("a\n- b", "a - b"), ("-5 and 3.5", "-5 and 3.5")],
)
def test_a_line_begins_with_no_list(text: str, wanted: str) -> None:
    """Only what begins like a list is changed."""
    assert MARKDOWN.line(parse_line(text)) == wanted
    assert "&" not in inlines(parse_line(text), HTML)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("**a** *b* `c` [d](https://e.example)\n\n- f", "a b c d - f"),
        ("- one\n- two\n\n  three\n\n1. four\n\nfive", "- one - two three 1. four five"),
        ("2 * 3 and snake_case_name", "2 * 3 and snake_case_name"),
        ("See [[a]] {{b}}", "See A b"),
        ("1. x\n2. y\n\n> z &lt; `w`", "1. x 2. y z < w"),
        ("a | b\n-|-\n1 | 2\n\n---\n\n    c", "| a | b | |---|---| | 1 | 2 | c"),
    ],
)
def test_a_text_becomes_plain(text: str, wanted: str) -> None:
    """One line without markup, for titles and descriptions."""

    def words(name: str, label: str | None, _starts: bool) -> str:
        return label or name.upper()

    assert as_words(parse(text).blocks, words, lambda name, _starts: name) == wanted
