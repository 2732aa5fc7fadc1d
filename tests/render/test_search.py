"""The text for the search index, held against the parser of Material's own search plugin."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser

from termwise.lookup.library import Library
from termwise.render.search import Passage, passages
from termwise.site.make import make_html
from termwise.site.plan import plan

Found = list[tuple[str, str, str]]


def ours(body: str) -> Found:
    """Anchor, title and text of each section, as this package finds them."""
    return [(s.anchor, _folded(s.title), _folded(s.text)) for s in passages(body)]


def theirs(body: str) -> Found:
    """The same by the plugin, less what it leaves out of its index."""
    parser = Parser()
    parser.feed(body)
    parser.close()
    return [
        (section.id or "", _folded("".join(section.title)), _folded("".join(section.text)))
        for section in parser.data
        if not section.is_excluded()
    ]


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_every_page_is_indexed_as_the_plugin_would(reference: Library) -> None:
    """Location, title and text of every section of the reference glossary."""
    count = 0
    for planned in plan(reference):
        if planned.path == "index.md" or planned.path.startswith("guides/"):
            continue  # hand-written Markdown, which MkDocs renders and indexes itself
        body = make_html(planned, reference).body
        # The breadcrumb stands before the heading. The plugin opens a section for it, without
        # words, and gives the page's own text to a second; we leave that out.
        assert ours(body) == theirs(body[body.index("<h1") :]), planned.path
        count += 1
    assert count > 50


H1 = '<h1 id="page">Page<a class="headerlink" href="#page" title="Permanent link">¶</a></h1>\n'


@pytest.mark.parametrize(
    "body",
    [
        "<p>a</p>",
        "<p>a <em>b</em> <strong>c</strong><br>d</p>",
        "<p>a &amp; b &lt;c&gt; &quot;d&quot; &#x27;e&#x27; &#60;f&#62; &copy; &nbsp;</p>",
        "<ul>\n<li>a</li>\n<li>b\n  c</li>\n</ul>",
        "<pre><code>a  b\n  c &lt;d&gt;\n</code></pre>",
        '<pre><code class="language-x">a\n\n\nb\n</code></pre>\n<p>c</p>',
        '<pre tabindex="0">a\n\n  b</pre>',
        '<p class="x" data-search-exclude>never</p><p>shown</p>',
        '<nav data-search-exclude><a href="x">never</a> / <a href="y">never</a></nav><p>shown</p>',
        '<p>a <span class="tw-cite" data-search-exclude><small>never</small></span>b</p>',
        '<p class="tw-foot" data-search-exclude><span>never <a href="x">y</a></span></p>',
        "<table><thead><tr><th>a</th><th>b</th></tr></thead></table><p>c</p>",
        '<h2 id="s">Two <em>words</em> &amp; <code>code</code></h2>\n<p>below</p>',
        '<h2 id="s">Same</h2><p>a</p><h2 id="s_1">Same</h2><p>b</p><h3 id="t">T</h3><p>c</p>',
        '<h2 id="s">Empty</h2>\n<h2 id="t">After</h2>',
        '<p title="a &gt; b" class="c">d</p>',
        "<p>x<sub>2</sub> y<sup>3</sup></p>",
        "<dl><dt>fr</dt><dd>mot</dd></dl>",
        "",
    ],
)
def test_small_bodies_are_indexed_as_the_plugin_would(body: str) -> None:
    """Everything that a page of ours can hold, one at a time."""
    assert ours(H1 + body) == theirs(H1 + body)


texts = st.text(
    st.sampled_from("ab .,<>&\"'\n é#;") | st.characters(codec="utf-8", categories=["L", "P", "S"]),
    min_size=1,
    max_size=12,
).map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
inline = st.one_of(
    texts,
    texts.map(lambda t: f"<em>{t}</em>"),
    texts.map(lambda t: f"<code>{t}</code>"),
    texts.map(lambda t: f'<a href="x" title="t">{t}</a>'),
    texts.map(lambda t: f'<span class="c" data-search-exclude><small>{t}</small></span>'),
)
blocks = st.one_of(
    st.lists(inline, min_size=1, max_size=4).map(lambda parts: f"<p>x{''.join(parts)}</p>\n"),
    st.lists(inline, min_size=1, max_size=3).map(
        lambda parts: "<ul>\n" + "".join(f"<li>x{part}</li>\n" for part in parts) + "</ul>\n"
    ),
    texts.map(lambda t: f"<pre><code>x{t}</code></pre>\n"),
    texts.map(lambda t: f'<h2 id="s">x{t}<a class="headerlink" href="#s">¶</a></h2>\n'),
)


@settings(max_examples=300, deadline=None)
@given(body=st.lists(blocks, max_size=6).map("".join))
def test_any_body_is_indexed_as_the_plugin_would(body: str) -> None:
    """Paragraphs, lists, code and headings of any words."""
    assert ours(H1 + body) == theirs(H1 + body)


def test_a_page_without_headings_has_no_sections() -> None:
    """Every page of ours has a heading; one that had none is not indexed under a wrong one."""
    assert list(passages("<p>a</p>")) == []
    assert list(passages(H1)) == [Passage("", "Page", "")]
