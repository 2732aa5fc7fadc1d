"""The markup of text fields: how it is taken apart, what is a fault, how it is put together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termwise.text.dangers import faults
from termwise.text.escape import (
    address_in_markdown,
    attribute_in_markdown,
    escape_markdown,
    one_line,
)
from termwise.text.markup import to_markdown, to_plain
from termwise.text.tokens import begins_sentence, tokens


def term(name: str, label: str | None, starts: bool) -> str:
    """A term's link, made visible."""
    return f"<{name}|{label}|{'start' if starts else 'middle'}>"


def fact(name: str, _starts: bool) -> str:
    """A fact's value, made visible."""
    return f"<{name}>"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a [[b]] c", [("text", "a ", None), ("term", "b", None), ("text", " c", None)]),
        ("[[a|b c]]", [("term", "a", "b c")]),
        ("[[ a | b ]]", [("term", "a", "b")]),
        ("| [[a\\|b]] |", [("text", "| ", None), ("term", "a", "b"), ("text", " |", None)]),
        ("{{a}}{{ b }}", [("fact", "a", None), ("fact", "b", None)]),
        ("`[[a]]`", [("code", "[[a]]", None)]),
        ("`` a`b ``", [("code", " a`b ", None)]),
        ("```py\n[[a]]\n```", [("fence", "[[a]]\n", "py")]),
        ("~~~\n```\n~~~", [("fence", "```\n", "")]),
        ("`a\nb`", [("code", "a\nb", None)]),
        ("`a\n\nb`", [("text", "`a\n\nb`", None)]),
        ("\\`a [[b]]\\`", [("text", "\\`a ", None), ("term", "b", None), ("text", "\\`", None)]),
        ("[[a\nb]]", [("text", "[[a\nb]]", None)]),
        ("[[]] {{}}", [("text", "[[]] {{}}", None)]),
        ("", []),
    ],
)
def test_a_text_is_taken_apart(text: str, kinds: list[tuple[str, str, str | None]]) -> None:
    """Into code, links, facts and the text between them."""
    assert [(token.kind, token.value, token.label) for token in tokens(text)] == kinds


@given(st.text(st.sampled_from("a`~[]{}|\n\\! -"), max_size=40))
def test_the_stretches_cover_the_text(text: str) -> None:
    """In order and without overlap: what is no link or code is there to the letter."""
    end = 0
    for token in tokens(text):
        assert token.start >= end
        assert token.value in text[token.start :]
        if token.kind == "text":
            assert text.startswith(token.value, token.start)
        end = token.start + len(token.value)
    assert end <= len(text)


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
    found = {fault[0]: fault for fault in faults(text)}
    assert code in found
    _code, fault, remedy, needle = found[code]
    assert fault
    assert remedy
    assert needle
    assert needle in text


@pytest.mark.parametrize(
    "text",
    [
        "a < b and b > c", "x<5", "<https://a.example/b>", "<mailto:a@b.example>",
        "[a](https://b.example/c?d=e&f=g#h)", "[a](mailto:b@c.example)", "`<b>` ``{: x }``",
        "```html\n<b>\n```", "a\n\n---\n\nb", "#1 is first", "list[int]: a type", "{a} and {}",
        "Wow! [[a]]", "- a\n- b", "1. a\n\n   b", "a | b\n--- | ---\n1 | 2", "**a** *b* _c_",
        "!!! really", "a: b", "~5 and ~~6~~",
    ],
)  # fmt: skip
def test_what_a_field_may_hold_is_none(text: str) -> None:
    """Plain Markdown, and signs that only look like more."""
    assert list(faults(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("See [[a]]. [[b|c]] {{d}}", "See <a|None|middle>. <b|c|start> <d>"),
        ("Wow![[a]]", "Wow&#33;<a|None|middle>"),
        ("a <b> {c}", "a &lt;b> &#123;c}"),
        ("[x](javascript:y)", "&#91;x&#93;(javascript:y)"),
        ("[x](https://a.example)", "[x](https://a.example)"),
        ("`a` `<b>` ` `", "`a` <code>&#60;b&#62;</code> <code>&#32;</code>"),
        ("`a_b*`", "<code>a&#95;b&#42;</code>"),
        ("~~~py\n```\n~~~", "```py\n`\u200b`\u200b`\n```"),
        ("#a\n> #b", "&#35;a\n> &#35;b"),
        ("[a]: b", "&#91;a&#93;: b"),
        ("a & b &amp; &#x", "a &amp; b &amp; &amp;#x"),
        ("\x00a\x02b\x03", "ab"),
    ],
)
def test_a_text_becomes_harmless_markdown(text: str, wanted: str) -> None:
    """Links and values put in; whatever else would be more than text is the signs themselves."""
    assert to_markdown(text, term, fact) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("**a** *b* `c` [d](https://e.example)\n\n- f", "a b c d - f"),
        ("2 * 3 and snake_case_name", "2 * 3 and snake_case_name"),
        ("See [[a]] {{b}}", "See <a|None|middle> <b>"),
    ],
)
def test_a_text_becomes_plain(text: str, wanted: str) -> None:
    """One line without markup, for titles and descriptions."""
    assert to_plain(text, term, fact) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a-b c.d (e)", "a-b c.d (e)"),
        ("1. a", "1&#46; a"),
        ("- a", "&#45; a"),
        ("a\n b", "a b"),
        ("C# *x* [y]", "C&#35; &#42;x&#42; &#91;y&#93;"),
        ("<b> & |", "&#60;b&#62; &#38; &#124;"),
    ],
)
def test_a_name_is_escaped_where_it_must_be(text: str, wanted: str) -> None:
    """And stays readable in the Markdown file where it need not."""
    assert escape_markdown(text) == wanted


def test_attributes_and_addresses_end_where_they_end() -> None:
    """No sign in them is left for Markdown or HTML to read."""
    assert attribute_in_markdown('a"b`[c]') == "a&quot;b&#96;&#91;c&#93;"
    assert (
        address_in_markdown("https://a.example/(b)?c&d") == "https://a.example/&#40;b&#41;?c&#38;d"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("- a", "&#45; a"), ("1. a", "1&#46; a"), ("a\n- b", "a - b"), ("-5 and 3.5", "-5 and 3.5")],
)
def test_a_line_begins_with_no_list(text: str, wanted: str) -> None:
    """Only what begins like a list is changed."""
    assert one_line(text) == wanted
