"""Plain Markdown: what is typed is what is read, with no more escapes than that needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from termwise.text import plain_markdown
from termwise.text.as_plain_markdown import PlainWriter
from termwise.text.parse import parse, parse_line
from termwise.text.tree import FactValue, TermLink

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def term(link: TermLink) -> str:
    """A link to a term."""
    return f"[{link.label or link.name}](https://x.example/{link.name})"


def fact(value: FactValue) -> str:
    """A fact's value."""
    return f"[{value.name}](https://x.example/f) (Who, 2020)"


WRITER = PlainWriter(term, fact)


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
        ("a | b\n--- | -:\n1 | `x`", "| a | b |\n|---|---:|\n| 1 | `x` |"),
        ("1) a\n1) b\n   - c", "1. a\n2. b\n   - c"),
        ("- a\n\n  b\n- c", "- a\n\n  b\n\n- c"),
        ("> a\n> - b", "> a\n>\n> - b"),
        ("- ***\n- a\n  ***", "- ___\n- a\n  ___"),
        ("- a\n* b\n+ c", "- a\n\n* b\n\n- c"),
        ("- - -\n\n- -\n  - a", "---\n\n- *\n  * a"),
        ("2 * 3, a_b, &copy; &amp;copy;", "2 * 3, a_b, © &amp;copy;"),
        ("a  \n1\\. b", "a  \n1\\. b"),
    ],
)  # fmt: skip
def test_a_field_keeps_what_its_author_may_write(text: str, wanted: str) -> None:
    """Emphasis, links, lists, tables and code; all else is text."""
    assert WRITER.blocks(parse(text).blocks) == wanted


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
    assert WRITER.cell(parse(text).blocks) == wanted


def test_a_line_is_no_list() -> None:
    """Its first sign means nothing."""
    assert WRITER.line(parse_line("- a\n- b")) == "\\- a - b"
