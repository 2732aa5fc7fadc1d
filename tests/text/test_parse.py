"""Text fields as trees: what they hold, and what is refused in them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.text.builder import MOST_LEVELS
from termwise.text.parse import parse, parse_line
from termwise.text.patterns import begins_sentence
from termwise.text.tree import (
    Break,
    Code,
    CodeBlock,
    Emphasis,
    FactValue,
    Inline,
    List,
    Paragraph,
    Quote,
    Rule,
    Table,
    TermLink,
    WebLink,
    Words,
    links,
)


def term(name: str, label: str | None = None, *, starts: bool = False, typed: str = "") -> TermLink:
    """A link to a term."""
    return TermLink(name, label, starts, typed or f"[[{name}|{label}]]" if label else f"[[{name}]]")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("a [[b]] c", (Words("a "), term("b"), Words(" c"))),
        ("[[a|b c]]", (term("a", "b c", starts=True),)),
        ("[[ a | b ]]", (TermLink("a", "b", True, "[[ a | b ]]"),)),
        ("x {{a}}{{ b }}",
         (Words("x "), FactValue("a", False, "{{a}}"), FactValue("b", False, "{{ b }}"))),
        ("`[[a]]`", (Code("[[a]]"),)),
        ("`` a`b ``", (Code("a`b"),)),
        ("`a\nb`", (Code("a\nb"),)),
        ("`a ` b` `` c", (Code("a"), Words(" b` `` c"))),
        ("\\`a [[b]]\\`", (Words("`a "), term("b"), Words("`"))),
        ("[[a\nb]]", (Words("[[a\nb]]"),)),
        ("[[]] {{}}", (Words("[[]] {{}}"),)),
        ("*a* **b _c_**",
         (Emphasis((Words("a"),), False), Words(" "),
          Emphasis((Words("b "), Emphasis((Words("c"),), False)), True))),
        ("[a *b*](https://c.example)",
         (WebLink((Words("a "), Emphasis((Words("b"),), False)), "https://c.example"),)),
        ("<mailto:a@b.example>", (WebLink((Words("a@b.example"),), "mailto:a@b.example"),)),
        ("[a [b](https://c.example) d](https://e.example)",
         (WebLink((Words("a [b](https://c.example) d"),), "https://e.example"),)),
        ("a  \nb\\\nc\nd", (Words("a"), Break(), Words("b"), Break(), Words("c\nd"))),
        ("&lt;b&gt; &copy; &#10;", (Words("<b> © &#10;"),)),
        ("<b>[x](javascript:y)![z](https://a.example)",
         (Words("<b>[x](javascript:y)!"), WebLink((Words("z"),), "https://a.example"))),
        ("# a\n==", (Words("# a\n=="),)),
        ("\x00a\x02b\x03", (Words("ab"),)),
    ],
)  # fmt: skip
def test_words_are_taken_apart(text: str, inside: tuple[Inline, ...]) -> None:
    """Into words, code, links and facts; what is refused is words."""
    assert parse(text).blocks == (Paragraph(inside),)


def said(text: str) -> Paragraph:
    """A paragraph of words."""
    return Paragraph((Words(text),))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", ()),
        ("a\n\nb", (said("a"), said("b"))),
        ("a:\n- b\n- c", (said("a:"), List(((said("b"),), (said("c"),)), False, None))),
        ("3. a\n4. b\n\n5. c",
         (List(((said("a"),), (said("b"),), (said("c"),)), True, 3),)),
        ("- a\n  - b", (List(((said("a"), List(((said("b"),),), False, None)),), False, None),)),
        ("- a\n    - b", (List(((said("a"), List(((said("b"),),), False, None)),), False, None),)),
        ("> a\n\n---", (Quote((said("a"),)), Rule())),
        ("```py\n[[a]]\n```", (CodeBlock("[[a]]\n", "py"),)),
        ("~~~\n```\n~~~", (CodeBlock("```\n", ""),)),
        ("- ```\n  a\n  ```", (List(((CodeBlock("a\n", ""),),), False, None),)),
        ("a\n\n    [[b|c]]", (said("a"), CodeBlock("[[b|c]]\n", ""))),
        ("a | [[b|c]]\n--|-:\n[[d\\|e]] | f",
         (Table((((Words("a"),), (term("b", "c"),)),
                 ((TermLink("d", "e", False, "[[d|e]]"),), (Words("f"),))), ("", "right")),)),
    ],
)  # fmt: skip
def test_blocks_are_those_of_commonmark(text: str, blocks: tuple[Any, ...]) -> None:
    """A list may follow a line, and be within another by two spaces or by four."""
    assert parse(text).blocks == blocks


@given(st.text(st.sampled_from("a`~[]{}|\n\\! -*_>#<&;1."), max_size=60))
def test_links_are_what_was_typed(text: str) -> None:
    """Each is there to the letter, in the order in which it is read."""
    found = [link.typed for link in links(parse(text).blocks)]
    at = 0
    bare = text.replace("\\|", "|").replace("\n", "")
    for typed in found:
        at = bare.index(typed.replace("\\|", "|"), at) + len(typed.replace("\\|", "|"))


@pytest.mark.parametrize("text", ["- a", "1. a", "> a", "---", "a\n- b", "| a |", "    a"])
def test_a_line_is_words(text: str) -> None:
    """Whatever its first sign is."""
    assert parse_line(text) == (Words(" ".join(text.split())),)


def test_what_is_too_deep_is_cut_and_told() -> None:
    """However deep it is, so that whatever goes through the tree comes to an end."""
    for text in ("> " * 5_000 + "a", "- " * 5_000 + "a", "*a **b " * 5_000 + "** *" * 5_000):
        field = parse(text)
        assert [refused.code for refused in field.refused] == ["too-deep"]
        assert depth(field.blocks) < 4 * MOST_LEVELS


def depth(node: Any) -> int:
    """How many nodes stand within each other."""
    match node:
        case tuple():
            return max(map(depth, node), default=0)
        case Paragraph(inside) | Emphasis(inside) | Quote(inside) | List(inside):
            return 1 + depth(inside)
        case _:
            return 0


@pytest.mark.parametrize(
    ("before", "begins"),
    [
        ("", True), ("See. ", True), ("Really?\n", True), ("a\n\n", True), ("- ", True),
        ("a\n- ", True), ("1. ", True), ("**", True), ("See ", False), ("e.g. x, ", False),
        ("a\n", False), ("(", False),
    ],
)  # fmt: skip
def test_a_sentence_begins_where_a_reader_sees_it_begin(before: str, begins: bool) -> None:
    """There a term has its capital letter."""
    assert begins_sentence(f"{before}[[a]]", len(before)) is begins


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a <b>x</b>", "raw-html"), ("<!-- x -->", "raw-html"), ("</p>", "raw-html"),
        ("<mailto:a>", "raw-html"), ("![a](https://b.example)", "image"),
        ("[a](javascript:x)", "bad-link"), ("[a](data:x)", "bad-link"), ("[a](b.md)", "bad-link"),
        ("[a](https://b.example 'c')", "bad-link"), ("[a]: https://b.example", "link-definition"),
        ("> [a\nb]: x", "link-definition"), ("- [^1]: x", "link-definition"), ("# a", "heading"),
        ("- ## a", "heading"), ("a\n===", "heading"), ("a\n---", "heading"), ("`a`\n--", "heading"),
        ("a {: .b }", "attribute-list"), ("a {#b}", "attribute-list"),
        ("a { b=c }", "attribute-list"),
        ("```\na", "unclosed-code"), ("a\n~~~ x\nb", "unclosed-code"),
    ],
)  # fmt: skip
def test_what_a_field_must_not_hold_is_a_fault(text: str, code: str) -> None:
    """Each with a remedy, and with words by which its place is found."""
    found = {refused.code: refused for refused in parse(text).refused}
    assert code in found
    assert found[code].fault
    assert found[code].remedy
    assert found[code].needle
    assert found[code].needle in text


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("![a](b.png)", ["image"]), ("![a](b 'c') ![d](e)", ["image"]), ("\\![a](b)", ["image"]),
        ("![a](b) and [c](d)", ["image", "bad-link"]), ("[![a](b)](c)", ["image", "bad-link"]),
    ],
)  # fmt: skip
def test_an_image_is_one_fault(text: str, codes: list[str]) -> None:
    """Its address is no link's, and its remedy would mislead; that of a link beside it is."""
    assert [refused.code for refused in parse(text).refused] == codes


@pytest.mark.parametrize(
    "text",
    [
        "a < b and b > c", "x<5", "<https://a.example/b>", "<mailto:a@b.example>",
        "[a](https://b.example/c?d=e&f=g#h)", "[a](mailto:b@c.example)", "`<b>` ``{: x }``",
        "```html\n<b>\n```", "a\n\n---\n\nb", "#1 is first", "list[int]: a type", "{a} and {}",
        "Wow! [[a]]", "- a\n- b", "1. a\n\n   b", "a | b\n--- | ---\n1 | 2", "**a** *b* _c_",
        "!!! really", "a: b", "~5 and ~~6~~", "- ```\n  <b>\n  ```", "a\n\n    <b> # x",
    ],
)  # fmt: skip
def test_what_a_field_may_hold_is_none(text: str) -> None:
    """Plain Markdown, and signs that only look like more."""
    assert parse(text).refused == ()
