"""What a text costs by its length: `make bench`, or `python build_tools/benchmark_text.py`.

Takes texts that are one fragment over and over, such as authors mistype and attackers write, and
does with each all that Termwise does with a field and with a hand-written page. Prints for each
step the costliest fragments, in microseconds of processor time a character at each length, and
marks what costs more a character where a text is longer. A field that is refused is counted with
what it costs to refuse it; `tests/test_hostile_length.py` says which are.
"""

import argparse
import datetime
import itertools
import json
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from termwise.embeds.field_nodes import cell_nodes
from termwise.embeds.nodes import html_of, length
from termwise.loader.yaml_reader import read_yaml
from termwise.lookup.backlinks import keys_in, names_in_text
from termwise.lookup.lookup import Lookup
from termwise.markup.forms import Form, HtmlForm, MarkdownForm
from termwise.markup.plain_form import PlainForm
from termwise.markup.writer import Writer
from termwise.model.glossary import Glossary
from termwise.model.names import did_you_mean
from termwise.model.site import Site
from termwise.pages.plain_guide import plain_guide
from termwise.project.checked import Checked, read_and_check, with_pages
from termwise.project.library import library_of
from termwise.project.own_pages import OwnPages, own_pages
from termwise.project.settings import Folders
from termwise.render.search import passages
from termwise.text import plain_markdown
from termwise.text.parse import parse

FRAGMENTS = (
    "[", "]", "[[", "[[a", "[[a|", "[[a]]", "[[a|b]] ", "![", "](", "[](", "[a](", "[a][", "[^",
    "[a](https://a.example)", "[a]: ", "*[a]: ", "{{", "{{a", "{{a}}", "{:", "`", "``", "```", "` ",
    "`a", "``a`", "```\n", "```a\n", "~~~\n", "<", "<a", "<a ", "<a href=\"", "</", "<b>", "<!--",
    "<?", "<![CDATA[", "<https://a.example>", "<mailto:a@b.", "&", "&#", "&#x", "&a;", "\\", "\\`",
    "\\[", "\\\n", "*", "**", "*a", "*a ", "*a* ", "**a*", "*_", "_", "a_", "_*a", "***a**", "- ",
    "- a\n", "- \n", "  - a\n", "    a\n", "1. ", "1. a\n", "> ", ">", "> - ", "# ", "#", "|", "a|",
    "a|b\n-|-\n", "a\n-", "a\n=", "!", "~", ":", "'", '"', "\n", "\n\n", "a\n\n", "  \n", " ", "\t",
    "a ", "a", "é", "\x01", "http://", "www.a.", "a@b.", "(", "()", "{", "}",
)  # fmt: skip
"""What texts are made of, one each."""

LENGTHS = (2_000, 20_000, 200_000)
TODAY = datetime.date(2026, 11, 20)
GROWTH = 2.0
"""How many times as much a character may cost where a text is ten times as long."""

NOTHING = 3.0
"""Microseconds a character that are not looked at for growth."""

TAXONOMY = """categories:
  - {id: things, title: Things, description: All there is.}
levels:
  - {id: basic, title: Basic, description: Nothing needed.}
"""
FACTS = """title: Facts
facts:
  - id: a
    statement: A number.
    observations: [{value: 1, unit: USD, source: a, as_of: 2026}]
"""
SOURCES = "sources: [{id: a, title: A, kind: article, publisher: A, retrieved: 2026-03}]\n"


def term(text: str) -> str:
    """A term with this text."""
    head = "term: a\ncategory: things\nlevel: basic\ndefinition: One.\n"
    return f"{head}how_it_works: {json.dumps(text)}\n"


@dataclass(frozen=True)
class Project:
    """A small glossary in a folder, whose one term and one page can be written anew."""

    root: Path

    def write(self, field: str, page: str) -> None:
        """Write all files, with a text in a field and one as a page."""
        files = {
            "glossary/taxonomy.yml": TAXONOMY, "glossary/facts/facts.yml": FACTS,
            "glossary/sources.yml": SOURCES, "glossary/terms/a.yml": term(field),
            "content/page.md": page,
        }  # fmt: skip
        for name, text in files.items():
            (self.root / name).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).write_text(text, "utf-8")

    def read(self) -> Checked:
        """Read and check all. What a page mentions is for a builder's parser to say."""
        folders = Folders(self.root, self.root / "glossary", self.root / "content")
        pages = own_pages(OwnPages(folders.content), self.root)
        return with_pages(read_and_check(folders, TODAY), pages, lambda _page: (), self.root)

    def writer(self, form: Form) -> Writer:
        """A page's view of the glossary."""
        library = library_of(self.read().glossary, Site("A", "https://a.example/"), TODAY)
        return Writer(Lookup(library), form)


Step = Callable[[str], object]


def scanners() -> Mapping[str, Step]:
    """What is done with a text before anything has refused it."""
    known = [f"term-{number}" for number in range(100)]
    return {
        "read_yaml, plain": lambda text: read_yaml(f"a: {text}", "a.yml"),
        "read_yaml, list": lambda text: read_yaml(f"[{text}", "a.yml"),
        "parse": parse.__wrapped__,
        "names_in_text": lambda text: list(names_in_text(text, keys_in(Glossary()))),
        "did_you_mean": lambda text: did_you_mean(text, known),
    }


def writers(project: Project) -> Mapping[str, Step]:
    """What is done with the tree of a field that nothing has refused."""
    page = project.writer(HtmlForm("terms/a.md", True))
    markdown = project.writer(MarkdownForm("terms/a.md", True))
    plain = project.writer(PlainForm("terms/a.md", True, "https://a.example/"))
    return {
        "to_plain": page.plain,
        "Markdown": markdown.text,
        "HTML, blocks": page.text,
        "HTML, line": page.line,
        "HTML, cell": page.cell,
        "plain, blocks": plain.text,
        "plain, line": plain.line,
        "plain, cell": plain.cell,
        "plain, name": plain_markdown.escaped,
        "embeds' nodes": lambda text: _embedded(text, page),
        "search": lambda text: list(passages(f'<h1 id="a">A</h1>{page.text(text)}')),
    }


def _embedded(text: str, writer: Writer) -> tuple[str, int]:
    nodes = cell_nodes(text, writer)
    return html_of(nodes), length(nodes)


def of_pages(project: Project) -> Mapping[str, Step]:
    """What is done with a hand-written page."""
    writer = project.writer(PlainForm("page.md", True, "https://a.example/"))
    return {"plain_guide": lambda text: plain_guide(text, "A", writer)}


def texts(fragment: str, size: int) -> tuple[str, str]:
    """The fragment over and over: alone, and between words, where nothing strips it."""
    run = (fragment * (size // len(fragment) + 1))[: size - 2]
    return f"{run}x.", f"x{run}x"


def measure(
    fragments: Iterable[str], lengths: tuple[int, ...]
) -> dict[str, dict[str, list[float]]]:
    """For each step and fragment, what a character costs at each length."""
    table: dict[str, dict[str, list[float]]] = {}

    def note(name: str, shown: str, step: Step, text: str) -> object:
        start = time.process_time()
        made = step(text)
        spent = (time.process_time() - start) / len(text) * 1e6
        table.setdefault(name, {}).setdefault(shown, []).append(spent)
        return made

    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder))
        project.write("One.", "# One")
        always = {**scanners(), **of_pages(project)}
        written = writers(project)
        for fragment, size in itertools.product(fragments, lengths):
            for place, text in zip(("", " in words"), texts(fragment, size), strict=True):
                shown = f"{fragment!r}{place}"
                for name, step in always.items():
                    note(name, shown, step, text)
                project.write("One.", text)
                note("check of a page", shown, lambda _: project.read().errors, text)
                project.write(text, "# One")
                refused = note("check of a field", shown, lambda _: project.read().errors, text)
                for name, step in () if refused else written.items():
                    note(name, shown, step, text)
    return table


def rows(name: str, costs: Mapping[str, list[float]], most: int) -> Iterable[str]:
    """The costliest fragments of a step, and all whose cost a character grows."""
    worst = sorted(costs, key=lambda shown: -max(costs[shown]))
    for index, shown in enumerate(worst):
        figures = costs[shown]
        grows = figures[-1] > max(GROWTH * figures[0], NOTHING)
        if index < most or grows:
            listed = "".join(f"{figure:10.3f}" for figure in figures)
            yield f"{name:<18}{shown:<32}{listed}{'  grows' if grows else ''}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("lengths", nargs="*", type=int, default=LENGTHS)
    parser.add_argument("--most", type=int, default=2, help="fragments shown of each step")
    options = parser.parse_args()
    table = measure(FRAGMENTS, tuple(options.lengths))
    print(f"{'':<50}{''.join(f'{size:>10,}' for size in options.lengths)}")
    for name, costs in table.items():
        print("\n".join(rows(name, costs, options.most)), flush=True)


if __name__ == "__main__":
    main()
