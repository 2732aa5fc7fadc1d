"""Plain Markdown: what is typed is what is read, with no more escapes than that needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from termwise.text import plain_markdown

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def term(name: str, label: str | None, starts: bool) -> str:
    """A link to a term."""
    del starts
    return f"[{label or name}](https://x.example/{name})"


def fact(name: str, starts: bool) -> str:
    """A fact's value."""
    del starts
    return f"[{name}](https://x.example/f) (Who, 2020)"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("fine-tuning", "fine-tuning"),
        ("C# and snake_case, 5 < 6 & 7 (or 8)", "C# and snake_case, 5 < 6 & 7 (or 8)"),
        ("500+ examples", "500+ examples"),
        ("$10,000–$50,000+ per run!", "$10,000–$50,000+ per run\\!"),
        ("-5%", "-5%"),
        ("- x", "\\- x"),
        ("1. x", "1\\. x"),
        ("#1", "\\#1"),
        ("> x", "\\> x"),
        ("__init__", "\\_\\_init\\_\\_"),
        ("a * b", "a \\* b"),
        ("`x`", "\\`x\\`"),
        ("[x](y)", "\\[x\\](y)"),
        ("<b>", "&lt;b>"),
        ("R&D &amp;", "R&D &amp;amp;"),
        ("x\\", "x\\\\"),
        ("two\nlines", "two lines"),
    ],
)
def test_plain_text_is_escaped_only_where_it_would_mean_something(text: str, wanted: str) -> None:
    """A name reads as it was typed, by eye and by a reader of Markdown."""
    assert plain_markdown.escaped(text) == wanted


@given(text=st.text(st.sampled_from("ab1 -+*_`~[]()<>!#&;:=.|\\\"'/"), max_size=20))
def test_any_name_is_shown_to_the_letter(text: str) -> None:
    """As a paragraph, as a heading and as the words of a link."""
    name = " ".join(text.split())
    written = plain_markdown.escaped(text)
    for source in (written, f"# {written}", f"[{written}](https://x.example/)"):
        if name:
            shown = "".join(
                child.content
                for token in READER.parse(source)
                for child in token.children or ()
                if child.type in {"text", "text_special"}
            )
            assert shown == name


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("*a* **b** `c`", "*a* **b** `c`"),
        ("[[rag|it]]", "[it](https://x.example/rag)"),
        ("{{cost}}", "[cost](https://x.example/f) (Who, 2020)"),
        ("[a](https://b.example/)", "[a](https://b.example/)"),
        ("<https://b.example/>", "[https://b.example/](https://b.example/)"),
        ("[a](javascript:b)", "[a\\](javascript:b)"),
        ("![a](https://b.example/)", "\\![a](https://b.example/)"),
        ("![[rag]]", "\\![rag](https://x.example/rag)"),
        ("<b>x</b> 1 < 2", "&lt;b>x&lt;/b> 1 < 2"),
        ("[x]: https://b.example/", "[x\\]: https://b.example/"),
        ("# x\n\n- # y", "\\# x\n\n- \\# y"),
        ("x\n---\ny\n===", "x\n\\---\ny\n\\==="),
        ("`a `` b`", "```a `` b```"),
        ("~~~\n```\n~~~", "````\n```\n````"),
        ("~~x~~ and a `", "\\~\\~x\\~\\~ and a \\`"),
        ("x\\", "x\\\\"),
        ("a | b\n--- | ---\n1 | 2", "a | b\n--- | ---\n1 | 2"),
    ],
)  # fmt: skip
def test_a_field_keeps_what_its_author_may_write(text: str, wanted: str) -> None:
    """Emphasis, links, lists, tables and code; all else is text."""
    assert plain_markdown.blocks(text, term, fact) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("One.\n\nTwo.", "One. · Two."),
        ("Such as:\n\n- a\n- b", "Such as: a; b"),
        ("- a\n- b", "a; b"),
        ("a\nb", "a b"),
        ("```\nx\ny\n```", "`x y`"),
        ("---", "\\---"),
        ("# x", "\\# x"),
    ],
)
def test_a_cell_is_one_line(text: str, wanted: str) -> None:
    """Its paragraphs and the items of its lists are told apart by signs."""
    assert plain_markdown.cell(text, term, fact) == wanted


def test_a_line_is_no_list() -> None:
    """Its first sign means nothing."""
    assert plain_markdown.line("- a\n- b", term, fact) == "\\- a - b"
