"""Text fields as markup: every form of a page says the same."""

import html
import re
from collections.abc import Callable
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.forms import (
    Form,
    HtmlForm,
    MarkdownForm,
    without_paragraph,
)
from termwise.markup.writer import Writer
from termwise.render import EXTENSIONS
from termwise.text.escape import inert

PAGE = "terms/x.md"
HTML = HtmlForm(PAGE, True)
MARKDOWN = MarkdownForm(PAGE, True)

WORDS = (
    "word", "Two words", "a.", "b,", "3", "1.", "2)", "3.5", "-", "--", "–", "+", "*", "_",
    "'", '"', "“q”", "it's", "R&D", "&", "&amp;", "&#39;", "&copy;", "<", ">", "a < b", "(x)",
    "[", "]", "#", "#1", "=", "~", "|", "!", "?", ":", ";", "/", "\\", "%", "$5", "`", "{",
    "}", "é", "中", "…", "\xa0", "[[rag]]", "[[rag|retrieval]]", "[[token]].",
    "{{fine-tuning-run-cost}}", "[a](https://x.example/)", "*soft*", "**loud**", "snake_case",
    "http://x.example", "a@b.example",
)  # fmt: skip
JOINTS = (" ", " ", " ", "  ", "\n", "\n", "\n\n", "\n\n\n", "\n- ", "\n\n- ", "\n  ", "\n    ",
          "\n1. ", "\n* ", "  \n", "\n \n", "\t", "\n\t",
          "\n\n    ", "\n\n\t", "\n\n  - ")  # fmt: skip

fields = st.builds(
    lambda first, rest: first + "".join(joint + word for joint, word in rest),
    st.sampled_from((*WORDS, "- word")),
    st.lists(st.tuples(st.sampled_from(JOINTS), st.sampled_from(WORDS)), max_size=9),
)


BLOCKS = {
    "", "p", "ul", "ol", "li", "blockquote", "pre", "hr", "br", "table", "thead", "tbody", "tr",
    "th", "td",
}  # fmt: skip
"""Elements beside which white space means nothing."""


def seen(markup: str) -> list[object]:
    """Elements, attributes and words, whatever references they are written with."""
    found: list[object] = []

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, sorted(attrs)))

        def handle_endtag(self, tag: str) -> None:
            found.append(f"/{tag}")

        def handle_data(self, data: str) -> None:
            if found and isinstance(found[-1], list):
                found[-1][0] += data
            else:
                found.append([data])

    parser = Parser(convert_charrefs=True)
    parser.feed(markup)
    parser.close()
    names = ["", *(part[0] if isinstance(part, tuple) else str(part) for part in found), ""]
    kept: list[object] = []
    for index, part in enumerate(found):
        if not isinstance(part, list):
            kept.append(part)
            continue
        words = part[0]
        if names[: index + 1].count("pre") == names[: index + 1].count("/pre"):
            words = re.sub(r"\s+", " ", words)
            words = words.lstrip() if names[index].strip("/") in BLOCKS else words
            words = words.rstrip() if names[index + 2].strip("/") in BLOCKS else words
        if words:
            kept.append([words])
    return kept


@pytest.fixture(scope="module")
def writer(reference: Library) -> Callable[[Form], Writer]:
    """A page's view of the reference glossary, in a form."""
    return lambda form: Writer(Lookup(reference), form)


def test_indented_code_shows_what_was_typed(writer: Callable[[Form], Writer]) -> None:
    """Signs, code and links are not made there."""
    made = writer(HTML).text("Look:\n\n    if a < b & c: `x` [[rag]] {y}\n    \\* &\n")
    assert html.unescape(made) == (
        "<p>Look:</p>\n<pre><code>if a < b & c: `x` [[rag]] {y}\n\\* &\n</code></pre>"
    )


@settings(max_examples=300, deadline=None)
@given(text=fields)
def test_both_forms_show_the_same(text: str, writer: Callable[[Form], Writer]) -> None:
    """A field as Markdown, converted by a builder, is the field as HTML."""
    builder = markdown.Markdown(extensions=list(EXTENSIONS))
    source = writer(MARKDOWN)
    page = writer(HTML)
    there, here = builder.convert(source.text(text)), page.text(text)
    assert _without_targets(there) == _without_targets(here)
    line = without_paragraph(builder.reset().convert(source.line(text)))
    assert _without_targets(line) == _without_targets(page.line(text))


def _without_targets(markup: str) -> list[object]:
    return [
        (part[0], [pair for pair in part[1] if pair[0] != "href"])
        if isinstance(part, tuple)
        else part
        for part in seen(markup)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Words.", "<p>Words.</p>"),
        ("One.\n\nTwo\nlines.", "<p>One.</p>\n<p>Two\nlines.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("`obj.__init__(<x>)`", "<p><code>obj.__init__(&lt;x&gt;)</code></p>"),
        ("`a_b` and `_c <d>_`", "<p><code>a_b</code> and <code>_c &lt;d&gt;_</code></p>"),
        ("a | b\n--- | ---\n1 | 2", "<table>"),
        ("```python\nif a < b:\n    *c*\n```", '<pre><code class="language-python">if a &lt; b:'),
        ("`a b\n<c>` d", "<p><code>a b\n&lt;c&gt;</code> d</p>"),
        ("- a ` b\n- c ` d", "<ul>\n<li>a ` b</li>\n<li>c ` d</li>\n</ul>"),
        ("#1 of many\n#tag", "<p>#1 of many\n#tag</p>"),
        ("AT&T &amp; &copy; &#x", "<p>AT&amp;T &amp; © &amp;#x</p>"),
        ("list[int]: a type", "<p>list[int]: a type</p>"),
        ("Careful![[token]]", '<p>Careful!<a href="../token/"'),
        ("See [[rag]]. [[rag]] helps.", "</a>. <a"),
    ],
)
def test_a_field_means_what_an_author_expects(
    text: str, wanted: str, writer: Callable[[Form], Writer]
) -> None:
    """Markdown that fields may hold, in HTML and by way of a builder."""
    there = markdown.markdown(writer(MARKDOWN).text(text), extensions=[*EXTENSIONS])
    for made in (writer(HTML).text(text), there.replace("token.md", "../token/")):
        assert html.unescape(wanted) in html.unescape(made)


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "* a",
        "+ a",
        "1. a",
        "> a",
        "# a",
        "---",
        "* * *",
        ": a",
        "| a |",
        "- - a",
        "-",
        "_ _ _",
    ],
)
def test_a_line_is_only_words(text: str, writer: Callable[[Form], Writer]) -> None:
    """Where one line is shown, a sign that would begin a list, quote or rule is that sign."""
    for form in (HTML, MARKDOWN):
        made = writer(form).line(text)
        if form is MARKDOWN:
            made = without_paragraph(markdown.markdown(made, extensions=list(EXTENSIONS)))
        assert "<" not in made
        assert html.unescape(made) == text


@pytest.mark.parametrize(
    "name",
    ["R&D <b>", "*a* `b` _c_", "1. a", "- a", "[x](y)", "a | b", "C#", "# a", "a\\b", '"q"', "x!"],
)
def test_a_name_is_shown_to_the_letter(name: str) -> None:
    """Plain text is never read as markup."""
    assert html.unescape(HTML.name(name)) == inert(name)
    converted = markdown.markdown(MARKDOWN.name(name), extensions=list(EXTENSIONS))
    assert html.unescape(converted) == f"<p>{inert(name)}</p>"
    linked = markdown.markdown(MARKDOWN.link(MARKDOWN.name(name), "x.md", name))
    assert seen(linked) == seen(f"<p>{HTML.link(HTML.name(name), 'x.md', name)}</p>")


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/a_(b)", "https://x.example/?a=1&b=2&copy=3", "https://x.example/it's",
        "https://x.example/a[b]{c}|d`e\\f", "https://x.example/)(", "https://x.example/&lt;",
        "https://x.example/a_b_c*d*~e~",
    ],
)  # fmt: skip
def test_an_address_leads_where_it_says(url: str) -> None:
    """Whatever signs a web address holds, both forms link to it and to nothing else."""
    converted = markdown.markdown(MARKDOWN.link("words", url), extensions=list(EXTENSIONS))
    assert seen(converted) == [("p", []), ("a", [("href", url)]), ["words"], "/a", "/p"]
    assert seen(HTML.link("words", url)) == [("a", [("href", url)]), ["words"], "/a"]


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<p>a</p>", "a"),
        ("<p>a</p>\n<p>b</p>", "<p>a</p>\n<p>b</p>"),
        ("<ul>\n<li>a</li>\n</ul>", "<ul>\n<li>a</li>\n</ul>"),
        ("<p></p>", ""),
        ("", ""),
    ],
)
def test_only_a_paragraph_alone_is_unwrapped(markup: str, wanted: str) -> None:
    """More than one paragraph stays as it is."""
    assert without_paragraph(markup) == wanted
