"""Text from YAML is untrusted: wherever it lands, it stays text, in both forms of a page.

Every field of a small glossary that holds text is filled with what an attacker would write, past
the checks, which would stop most of it. No page may then hold an element or an attribute that
the templates and plain Markdown do not make.
"""

import html
import itertools
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import markdown
import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from termwise.embeds.calculator_data import calculator_data
from termwise.lookup.backlinks import keys_in, names_in_text
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.markup.forms import HtmlForm, MarkdownForm
from termwise.markup.writer import Writer
from termwise.model.glossary import Glossary
from termwise.model.site import Site
from termwise.project.library import library_of
from termwise.render import EXTENSIONS
from termwise.site.make import Page, make_file, make_html, make_markdown
from termwise.site.plain import plan_plain
from termwise.site.plan import plan
from termwise.text.parse import parse

pytestmark = pytest.mark.slow

GOLDENS = Path(__file__).parent / "goldens" / "pages"
TYPICAL = (*EXTENSIONS, "pymdownx.superfences", "admonition", "footnotes", "abbr", "def_list")
"""What a site of Material's usually has besides what Termwise needs."""

BUILDERS = [
    markdown.Markdown(extensions=list(EXTENSIONS)),
    markdown.Markdown(extensions=[name for name in TYPICAL if name != "fenced_code"]),
]

ALLOWED: Mapping[str, frozenset[str]] = {
    name: frozenset(attributes.split())
    for name, attributes in {
        # what plain Markdown without raw HTML makes
        "p": "class id data-search-exclude", "br": "", "hr": "", "strong": "", "em": "",
        "blockquote": "", "ul": "", "ol": "start", "li": "", "a": "href title class rel aria-label",
        "pre": "tabindex", "code": "class", "table": "class", "thead": "", "tbody": "", "tr": "",
        "th": "scope class", "td": "data-subject class",
        "h1": "id", "h2": "id", "h3": "id",
        # what the templates make besides
        "span": "class data-search-exclude aria-hidden", "small": "class",
        "div": "class tabindex role aria-label data-search-exclude",
        "details": "class open", "summary": "",
        "nav": "class aria-label data-search-exclude", "caption": "class",
        "termwise-embed-this": "",
        "time": "datetime", "dl": "class", "dt": "", "dd": "lang",
        "script": "type data-search-exclude",
    }.items()
}  # fmt: skip
"""Every element that may occur, and its attributes."""

ON_DECISIONS: Mapping[str, frozenset[str]] = {
    **ALLOWED,
    **{
        name: frozenset(attributes.split()) | ALLOWED.get(name, frozenset())
        for name, attributes in {
            "termwise-calculator": "data-search-exclude", "template": "class",
            "form": "class novalidate", "fieldset": "class id aria-describedby", "legend": "",
            "label": "for class hidden", "button": "type value", "textarea": "rows readonly",
            "input": "type name value checked id min max step placeholder autocomplete "
            "aria-describedby",
            "div": "id data-part data-replaced", "details": "id", "p": "hidden role",
        }.items()
    },
}  # fmt: skip
"""The same for the page of a decision, which holds the form of a calculator and its data."""

LINKED_DATA = "application/ld+json"
"""The type of the only script: data, which no browser runs."""

CLASSES = re.compile(r"tw-[a-z-]+|md-button(--primary)?|headerlink|highlight")
LANGUAGE = re.compile(r"language-[\w#.+-]+|[\w#.+-]+")
ANCHOR = re.compile(r"[a-z0-9_-]+")

OURS = (
    "h1", "h2", "h3", "nav", "details", "summary", "time", "dl", "dt", "caption", "script",
    "template", "form", "fieldset", "legend", "label", "input", "button", "textarea",
    "termwise-calculator", "termwise-embed-this",
)  # fmt: skip
"""Elements that text never makes: there are as many of each as with harmless text."""

ATTACKS = (
    # raw HTML, whole and in pieces
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "x <b onmouseover=alert(1)>y</b>",
    "<svg/onload=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<style>*{display:none}</style>",
    "</p></div></article><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea></pre></code><script>alert(1)</script>",
    "<!-- comment --><script>alert(1)</script><!-- -->",
    "<!DOCTYPE html><?php echo 1 ?><![CDATA[ <b> ]]>",
    "<a href=javascript:alert(1)>x</a>",
    '<div markdown="1">\n\n<script>alert(1)</script>\n\n</div>',
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<\nscript>alert(1)</script>",
    "\\<script>alert(1)\\</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "&amp;lt;script&amp;gt;",
    "<mailto:x/onmouseover=alert&#40;1&#41;>",
    "<mailto:onclick=alert&#40;1&#41;/x>",
    "<https://x.example/onmouseover=alert&#40;1&#41;>",
    "<http:x>",
    # out of an attribute
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    '"><script>alert(1)</script>',
    '`" onmouseover=alert(1) `',
    'x" onclick="alert(1)" y=\'',
    # links
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](//evil.example)",
    '[x](https://a.example "t" onclick="y")',
    "[x](https://a.example/)[y](javascript:alert(1))",
    "[x](https://a.example)(javascript:alert(1))",
    "[x\\](javascript:alert(1))",
    "\\[x](javascript:alert(1))",
    "[[fry]](javascript:alert(1))",
    "[[fry|x](javascript:alert(1))]]",
    "[[fry|<script>alert(1)</script>]]",
    "[[fry\\|x]] [[fry|`x`]] [[fry|**x**]]",
    "![[fry]]",
    "![x](javascript:alert(1))",
    "![x](https://evil.example/pixel.png)",
    "![{{oil-smokes}}](javascript:alert(1))",
    "[x {{oil-smokes}}](javascript:alert(1))",
    "[`a](javascript:alert(1))`",
    "[x]: javascript:alert(1)\n\n[x]",
    "[x\ny]: javascript:alert(1)\n\n[click][x y]",
    "> [x]: javascript:alert(1)\n\n[click][x]",
    "- [x]: javascript:alert(1)\n\n[click][x]",
    "1. [x]: javascript:alert(1)\n\n[x]",
    "- a\n\n    [x]: javascript:alert(1)\n\n[click][x]",
    "[x]:\n  javascript:alert(1)\n\n[x][]",
    # addresses, and titles of links
    ")[x](javascript:alert(1))",
    ")![x](javascript:alert(1))",
    ")",
    "\\",
    "('onclick=alert(1))",
    "&quot;onclick=alert(1)",
    "[](",
    "`",
    # attribute lists
    "x {: onclick=alert(1) }",
    "x\n{: onclick=alert(1) style=color:red #id .class }",
    "x\n{ onclick=alert(1) }",
    "- x { onclick=alert(1) }",
    "[x](https://a.example){ onclick=alert(1) }",
    "**x**{onclick=alert(1)}",
    "`x`{ onclick=alert(1) }",
    "[[fry]]{ onclick=alert(1) }",
    "{{oil-smokes}}{ onclick=alert(1) }",
    "x | y\n--- | ---\n1 | 2 { onclick=alert(1) }",
    # code
    "``` { .x onclick=alert(1) }\n<script>alert(1)</script>\n```",
    "~~~{ onclick=alert(1) }\nx\n~~~",
    "```html onclick=alert(1)\n<script>alert(1)</script>\n```",
    "```\n<script>alert(1)</script>",
    "```\na\n~~~ { onclick=alert(1) }\nb\n~~~\nc\n```",
    "a\n~~~ { onclick=alert(1) }\n<script>alert(1)</script>\n~~~\nb",
    "> ```\n> <script>alert(1)</script>\n> ```",
    "- ```\n  <script>alert(1)</script>\n  ```",
    "    <script>alert(1)</script>",
    "\t<script>alert(1)</script>",
    "`<script>alert(1)</script>`",
    "`` `<script>alert(1)</script> ``",
    "`a\n<script>alert(1)</script>` b`",
    "\\`<script>alert(1)</script>`",
    "`x` `<b>``<script>alert(1)</script>`",
    "`a [[fry]] <b>\n`",
    "`` [[fry|`]] <script>alert(1)</script> ``",
    # blocks of Markdown and of its usual extensions
    "# x",
    "#x",
    "- # x",
    "> # x",
    "x\n===",
    "x\n---",
    "- x\n  ---",
    "> x\n> ===",
    "[TOC]",
    '*[oil]: x" onclick="alert(1)\n\noil',
    "- *[oil] : x\n\noil",
    '!!! note "x"\n    <script>alert(1)</script>',
    "- !!! danger\n        x",
    "oil\n:   x",
    "> oil\n>\n> :   x",
    "x[^1]\n\n[^1]: <script>alert(1)</script>",
    "> [^1]: x\n\nx[^1]",
    # what builders hold places with
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03 \x02amp\x03",
    "&#2;klzzwxh:0000&#3;",
    "\x000\x00 \x001\x00",
    # templates
    "{% raw %}{# y #}{{oil-smokes}}{%- include 'x' -%}",
    # an end that joins what the page says next
    "x\\",
    "x[",
    "x](",
    "x!",
    "x<",
    "x&",
    "x*",
    "x&#x",
    "` `# x",
    "[[fry]]# x",
    "{{oil-smokes}}\n===",
)


@dataclass(frozen=True)
class Element:
    """One start tag."""

    name: str
    attributes: tuple[tuple[str, str | None], ...]


class Elements(HTMLParser):
    """Every start tag of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        self.found.append(Element(tag, tuple(attrs)))

    def handle_comment(self, data: str) -> None:
        """No page has a comment."""
        self.found.append(Element(f"<!--{data}", ()))

    def handle_decl(self, decl: str) -> None:
        """No page has a declaration."""
        self.found.append(Element(f"<!{decl}", ()))

    def handle_pi(self, data: str) -> None:
        """No page has an instruction."""
        self.found.append(Element(f"<?{data}", ()))


def leads_somewhere_good(href: str) -> bool:
    """Whether a link leads into the site, to the web or to mail."""
    return urlsplit(href).scheme in {"", "https", "http", "mailto"} and not href.startswith("//")


SHOWN = ("title", "aria-label", "data-subject")
"""Attributes that hold text, which themes and plugins read as HTML."""


def would_be_markup(text: str) -> bool:
    """Whether a program that takes the text for HTML makes more of it than text."""
    parser = Elements()
    parser.feed(text)
    parser.close()
    return bool(parser.found) or html.unescape(text) != text


def intruders(markup: str, allowed: Mapping[str, frozenset[str]] = ALLOWED) -> Iterator[str]:
    """What does not belong into a page."""
    parser = Elements()
    parser.feed(markup)
    parser.close()
    for element in parser.found:
        if element.name not in allowed:
            yield f"<{element.name}>"
            continue
        if element.name == "script" and "type" not in dict(element.attributes):
            yield "<script>"
        for name, value in element.attributes:
            if name not in allowed[element.name]:
                yield f"<{element.name} {name}>"
            elif name in SHOWN and would_be_markup(value or ""):
                yield f"<{element.name} {name}={value}>"
            elif name == "href" and not leads_somewhere_good(value or ""):
                yield f"<{element.name} href={value}>"
            elif name == "class" and not all(
                (LANGUAGE if element.name == "code" else CLASSES).fullmatch(word)
                for word in (value or "").split()
            ):
                yield f"<{element.name} class={value}>"
            elif element.name == "script" and name == "type" and value != LINKED_DATA:
                yield f"<script type={value}>"
            elif name == "id" and not ANCHOR.fullmatch(value or ""):
                yield f"<{element.name} id={value}>"


def count_of_ours(markup: str) -> dict[str, int]:
    """How often each element occurs that only templates make."""
    parser = Elements()
    parser.feed(markup)
    parser.close()
    names = [element.name for element in parser.found]
    return {name: names.count(name) for name in OURS}


PIECES = (
    "<", ">", "</", "<!--", "<mailto:", "<https://x.example/", "script", "b",
    " onclick=alert(1)", "javascript:alert(1)", "https://x.example/", "[", "]", "](", ")",
    "]:", "[x]", "[[fry]]", "[[fry|", "]]", "{{oil-smokes}}", "{", "}", "{: ", "`", "``",
    "```", "~~~", "\n", "\n\n", "    ", "  ", " ", "\t", "- ", "* ", "1. ", "> ", "#", "===",
    "---", "|", "!", "!!!", ":", ":   ", "\\", "&", "#60;", "lt;", '"', "'", "*", "**", "_",
    "__", "=", "x", "y", "\x00", "\x02", "[TOC]", "*[", "[^1]",
)  # fmt: skip
"""What texts with a meaning are made of."""

hostile = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)


Spoil = Callable[[Glossary, str], Glossary]
"""Puts a text into every field of a glossary that can hold text."""


class MakePages(Protocol):
    """Makes every page of a glossary whose every text is this one."""

    def __call__(self, text: str) -> Iterator[tuple[str, Page, Page]]:
        """Each page's path, and the page as HTML and as Markdown."""


@pytest.fixture(scope="module")
def library(make_library: Any) -> Library:
    """A small glossary in which every field that can hold text holds some."""
    golden = yaml.safe_load((GOLDENS / "full-term.yml").read_text("utf-8"))
    decision = (GOLDENS.parent / "plain" / "cook.yml").read_text("utf-8")
    made: Library = make_library({**golden["files"], "glossary/decisions/cook.yml": decision})
    return made


@pytest.fixture(scope="module")
def make_pages(library: Library, site: Site, spoil: Spoil) -> MakePages:
    """Spoils the small glossary and makes its pages."""

    def make(text: str) -> Iterator[tuple[str, Page, Page]]:
        glossary = spoil(library.glossary, text)
        spoilt_library = library_of(glossary, site, library.today, library.examiner)
        for planned in plan(spoilt_library):
            page = make_html(planned, spoilt_library)
            yield planned.path, page, make_markdown(planned, spoilt_library)

    return make


@pytest.fixture(scope="module")
def harmless(make_pages: MakePages) -> dict[str, dict[str, int]]:
    """How often each page has the elements of the templates when nothing is wrong with it."""
    return {path: count_of_ours(page.body) for path, page, _markdown in make_pages("word")}


def check_pages(
    text: str, make_pages: MakePages, harmless: Mapping[str, Mapping[str, int]]
) -> None:
    """No page of the glossary spoilt by the text holds what the templates do not make."""
    for path, page, source in make_pages(text):
        allowed = ON_DECISIONS if path.startswith("decide/") else ALLOWED
        converted = [builder.reset().convert(source.body) for builder in BUILDERS]
        written = path.startswith("guides/") or path == "index.md"
        # Names decide under how many letters terms are listed, so that headings may differ.
        listed = path == "terms/index.md"
        for markup in converted if written else [page.body, *converted]:
            assert list(intruders(markup, allowed)) == [], path
            assert written or listed or count_of_ours(markup) == harmless[path], path
        for name in names_of(page):
            assert not would_be_markup(html.unescape(name)), path


def names_of(page: Page) -> Iterator[str]:
    """What themes show of a page beside it, as HTML: its title, and its table of contents."""
    yield from (value for value in page.meta.values() if isinstance(value, str))
    headings = [*page.contents]
    while headings:
        heading = headings.pop()
        yield heading["name"]
        headings.extend(heading["children"])


@pytest.mark.parametrize(
    ("kind", "name", "ids"),
    [("term", "fry", {"term: pan"}), ("decision", "cook", {"term: pan", "term: fry"})],
)
def test_every_field_is_spoilt(
    library: Library, spoil: Spoil, kind: str, name: str, ids: set[str]
) -> None:
    """The test attacks what it says: each text of each entry, whatever fields there are."""
    spoilt_one = spoil(library.glossary, "ATTACK").of_kind(kind)[name]
    left = json.loads(spoilt_one.model_dump_json())  # type: ignore[union-attr]
    kept = {
        "category", "level", "tags", "status", "reviewed", "review_by", "region", "sources", "kind",
        "replaced_by", "added", "on", "id", "fact", "option", "break_even_over", "rules_out",
        "outcome",
        # tests of rules and answers of examples are read, and shown as numbers and labels
        "hot", "taste", "many",
    }  # fmt: skip

    def untouched(value: object, name: str) -> Iterator[str]:
        if isinstance(value, dict):
            for key, item in value.items():
                yield from untouched(item, key)
        elif isinstance(value, list):
            for item in value:
                yield from untouched(item, name)
        elif isinstance(value, str) and "ATTACK" not in value and name not in kept:
            yield f"{name}: {value}"

    assert set(untouched(left, "")) == ids, "ids of related terms alone may stay"


@pytest.mark.parametrize("text", ATTACKS)
def test_attacks_stay_text_on_every_page(
    text: str, make_pages: MakePages, harmless: Mapping[str, Mapping[str, int]]
) -> None:
    """Known attacks, in every field at once, in both forms and with more extensions."""
    check_pages(text, make_pages, harmless)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=hostile)
def test_any_text_stays_text_on_every_page(
    text: str, make_pages: MakePages, harmless: Mapping[str, Mapping[str, int]]
) -> None:
    """The same for what nobody has thought of."""
    assume(links_nothing(text))
    check_pages(text or "x", make_pages, harmless)


READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
"""A reader of CommonMark with GitHub's additions, in which HTML would be HTML."""


def parsed(text: str) -> Iterator[Token]:
    """Every token of a page in plain Markdown, those within lines included."""
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def headings(text: str) -> int:
    """How many headings a page in plain Markdown has, which text never makes."""
    return sum(token.type == "heading_open" for token in parsed(text))


@pytest.fixture(scope="module")
def make_plain_pages(library: Library, site: Site, spoil: Spoil) -> Callable[[str], dict[str, str]]:
    """Spoils the small glossary and makes its pages as plain Markdown."""

    def make(text: str) -> dict[str, str]:
        glossary = spoil(library.glossary, text)
        spoilt = library_of(glossary, site, library.today, library.examiner)
        return {
            file.path: b"".join(make_file(file, Lookup(spoilt))).decode()
            for file in plan_plain(spoilt)
        }

    return make


def check_plain_pages(text: str, make_plain_pages: Callable[[str], dict[str, str]]) -> None:
    """No page in plain Markdown holds HTML, a picture, a heading or a link of the text's making."""
    harmless = make_plain_pages("word")
    for path, page in make_plain_pages(text).items():
        # Names decide under how many letters terms are listed.
        assert path == "terms/index.md" or headings(page) == headings(harmless[path]), path
        for token in parsed(page):
            assert not token.type.startswith(("html", "image")), (path, token.content)
            if token.type == "link_open":
                assert re.match("https?://|mailto:", str(token.attrs["href"])), path


@pytest.mark.parametrize("text", ATTACKS)
def test_attacks_stay_text_in_plain_markdown(
    text: str, make_plain_pages: Callable[[str], dict[str, str]]
) -> None:
    """Known attacks, in every field at once, as a reader of Markdown takes them."""
    check_plain_pages(text, make_plain_pages)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=hostile)
def test_any_text_stays_text_in_plain_markdown(
    text: str, make_plain_pages: Callable[[str], dict[str, str]]
) -> None:
    """The same for what nobody has thought of."""
    assume(text.strip() and links_nothing(text))
    check_plain_pages(text, make_plain_pages)


class Scripts(HTMLParser):
    """The texts of elements that hold data, as a browser would hand them over."""

    def __init__(self, attribute: tuple[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.attribute = attribute
        self.inside = False
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One begins."""
        del tag
        self.inside = self.attribute in attrs
        if self.inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        """One ends."""
        del tag
        self.inside = False

    def handle_data(self, data: str) -> None:
        """Note it."""
        if self.inside:
            self.found[-1] += data


def data_in(markup: str, attribute: tuple[str, str]) -> list[str]:
    """The data in elements with this attribute."""
    parser = Scripts(attribute)
    parser.feed(markup)
    parser.close()
    return parser.found


END_OF_SCRIPT = pytest.mark.parametrize(
    "text",
    [
        *ATTACKS,
        "</script><script>alert(1)</script>",
        "</ScRiPt >",
        "<!--<script>",
        "<!-- <script> </script> -->",
        "\\u003c/script\\u003e \\\\u003c \\",
        "\u2028 \u2029 \u0085 \ufeff \U0001f375",
        "&quot;,\"version\":\"x\"}",
    ],
)  # fmt: skip


@END_OF_SCRIPT
def test_the_data_of_a_calculator_comes_back_as_it_was(
    text: str, library: Library, site: Site, spoil: Spoil
) -> None:
    """The JSON in the page neither ends its element nor loses a sign on its way to the browser."""
    spoilt_library = library_of(
        spoil(library.glossary, text), site, library.today, library.examiner
    )
    planned = next(page for page in plan(spoilt_library) if page.path == "decide/cook.md")
    page, source = make_html(planned, spoilt_library), make_markdown(planned, spoilt_library)
    expected = calculator_data("cook", Writer(Lookup(spoilt_library), HtmlForm(planned.path, True)))
    wanted = json.loads(json.dumps(expected))
    for markup in (page.body, *(builder.reset().convert(source.body) for builder in BUILDERS)):
        [script] = data_in(markup, ("class", "tw-decision-data"))
        assert json.loads(script) == wanted
        assert not re.search("[<>&\u2028\u2029]", script)


@END_OF_SCRIPT
def test_what_a_page_is_about_comes_back_as_it_was(
    text: str, library: Library, site: Site, spoil: Spoil
) -> None:
    """The same for the structured data of every page, which Markdown must not look into."""
    spoilt_library = library_of(
        spoil(library.glossary, text), site, library.today, library.examiner
    )
    for planned in plan(spoilt_library):
        page, source = make_html(planned, spoilt_library), make_markdown(planned, spoilt_library)
        writer = Writer(Lookup(spoilt_library), HtmlForm(planned.path, True))
        wanted = json.loads(json.dumps(planned.make(writer).linked_data))
        for markup in (page.body, *(builder.reset().convert(source.body) for builder in BUILDERS)):
            [script] = data_in(markup, ("type", LINKED_DATA))
            [data] = json.loads(script)
            assert data == {"@context": "https://schema.org", "@graph": wanted}, planned.path
            assert not re.search("[<>&\u2028\u2029]", script)


def links_nothing(text: str) -> bool:
    """Whether a text is without links, since a page is made only where all links lead somewhere."""
    return not any(names_in_text(text, keys_in(Glossary())))


@settings(max_examples=250, deadline=None)
@given(text=hostile)
def test_any_text_stays_text_in_a_field(text: str, library: Library) -> None:
    """A field alone, in each of its uses: blocks, a line, a cell."""
    assume(
        all(
            name in library.glossary.of_kind(kind)
            for kind, name in names_in_text(text, keys_in(library.glossary))
        )
    )
    for form in (HtmlForm("terms/fry.md", True), MarkdownForm("terms/fry.md", True)):
        writer = Writer(Lookup(library), form)
        cell = f'<div class="tw-scroll">{writer.cell(text)}</div>'
        for made in (writer.text(text), writer.line(text), cell):
            converted = [made] if isinstance(form, HtmlForm) else []
            if isinstance(form, MarkdownForm):
                converted = [builder.reset().convert(made) for builder in BUILDERS]
            for markup in converted:
                assert list(intruders(markup)) == []
                assert not any(count_of_ours(markup).values())


@pytest.mark.parametrize(
    "text",
    [
        "<script>", "<b>x</b>", "[x](javascript:a)", "[x](data:a)", "![x](https://a.example/i.png)",
        "<mailto:x/onclick=a>", "[x]: https://a.example", "> [x]: https://a.example", "# x",
        "- # x", "x { onclick=a }", "{: #id }", "```\nx",
    ],
)  # fmt: skip
def test_what_is_made_harmless_is_also_a_fault(text: str) -> None:
    """The author is told, too: what would not come out as meant stops the build."""
    assert parse(text).refused


@pytest.mark.parametrize(
    "text",
    ["</title><script>alert(1)</script>", '" onload="alert(1)', "R&D <b>", "{{ config }}"],
)
def test_titles_and_descriptions_are_html_already(text: str, make_pages: MakePages) -> None:
    """Themes put a page's title and description into its head as they are."""
    for path, page, source in make_pages(text if "{{" not in text else "{ config }"):
        if path.startswith("guides/") or path == "index.md":
            continue
        for value in page.meta.values():
            if isinstance(value, str):
                assert value == html.escape(html.unescape(value))
        assert yaml.safe_load(source.head.strip().strip("-")) == page.meta


def test_the_allow_list_is_needed(make_pages: MakePages) -> None:
    """No element stands in the list that no page has, so that the list stays short."""
    found: set[str] = set()
    texts = ("word", "1. x\n\n> y\n\n---\n\na | b\n--|--\n1 | 2", "**x** *y*  \n`z`\n\n- w")
    for _path, page, source in itertools.chain.from_iterable(map(make_pages, texts)):
        for markup in (page.body, BUILDERS[0].reset().convert(source.body)):
            parser = Elements()
            parser.feed(markup)
            found.update(element.name for element in parser.found)
    assert set(ON_DECISIONS) - found == set()
