"""The content that is built: the same as YAML for Termwise and as Markdown for plain MkDocs.

N terms of about 350 words, each with a table, an FAQ and six links. Some of them, 200 where there
are as many, show one fact.
"""

import random
from dataclasses import dataclass
from pathlib import Path

SHOWING = 200
"""How many pages show the fact that all of them share."""

VOCABULARY = """
model data answer question prompt token weight example training text value cost test label
case rule number source result method task style format error change person reader time
language sentence page table list step part word small large clear exact common useful
"""
WORDS = tuple(VOCABULARY.split())
TAXONOMY = """categories:
  - {id: things, title: Things, description: All there is.}
levels:
  - {id: basic, title: Basic, description: Nothing needed.}
relations:
  - {id: see-also, title: See also}
"""
SOURCES = """sources:
  - {id: almanac, title: The almanac, kind: dataset, retrieved: 2026-11, url: "https://example.org/"}
"""
FACTS = """title: Costs
facts:
  - id: price
    statement: What it costs.
    observations:
      - {value: 120, unit: USD, source: almanac, as_of: 2026-11}
"""
CONFIG = """site_name: Benchmark
site_url: https://example.org/
theme: {name: material, font: false}
plugins: [PLUGINS]
markdown_extensions: [attr_list, md_in_html, sane_lists, {toc: {permalink: true}}]
nav: [index.md]
not_in_nav: /terms/
docs_dir: content
"""


@dataclass(frozen=True)
class Content:
    """One generated term, before it is written in either form."""

    name: str
    title: str
    definition: str
    points: list[str]
    sections: list[tuple[str, str]]
    rows: list[tuple[str, str, str]]
    faq: list[tuple[str, str]]
    links: list[str]
    priced: bool


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count))


def _sentence(chance: random.Random, count: int) -> str:
    return _words(chance, count).capitalize() + "."


def _prose(chance: random.Random) -> str:
    """Two sentences and a list of two."""
    sentences = f"{_sentence(chance, 25)} {_sentence(chance, 22)}"
    return f"{sentences}\n\n- {_words(chance, 7)}\n- {_words(chance, 7)}"


def content(number: int, total: int) -> Content:
    """The term with this number; the same at every call."""
    chance = random.Random(number)
    step = max(1, total // SHOWING)
    links = [f"term-{(number + far) % total}" for far in chance.sample(range(1, total), 6)]
    sections = [
        (title, _prose(chance))
        for title in ("Why it matters", "How it works", "Use cases", "Limits")
    ]
    return Content(
        name=f"term-{number}",
        title=f"Term {number} {chance.choice(WORDS)}",
        definition=_sentence(chance, 20),
        points=[_sentence(chance, 8) for _ in range(3)],
        sections=sections,
        rows=[(_words(chance, 2), _words(chance, 7), _words(chance, 7)) for _ in range(4)],
        faq=[(_words(chance, 5).capitalize() + "?", _sentence(chance, 14)) for _ in range(3)],
        links=links,
        priced=number % step == 0 and number < step * SHOWING,
    )


def _table(entry: Content) -> str:
    rows = "\n".join(f"| {name} | {left} | {right} |" for name, left, right in entry.rows)
    return f"| Part | This | That |\n|---|---|---|\n{rows}"


def as_yaml(entry: Content) -> str:
    """The term as an editor of Termwise writes it."""
    keys = ("why_it_matters", "how_it_works", "use_cases", "limits")
    lines = [
        f"term: {entry.title}", "category: things", "level: basic",
        f"definition: {entry.definition}", "key_points:", *(f"  - {p}" for p in entry.points),
    ]  # fmt: skip
    for index, (key, (_title, text)) in enumerate(zip(keys, entry.sections, strict=True)):
        linked = f"{text}\n\nSee [[{entry.links[index]}]]."
        lines += [f"{key}: |", *(f"  {line}".rstrip() for line in linked.split("\n"))]
    lines += ["sections:"]
    if entry.priced:
        lines += ["  - title: Price", "    text: It costs {{price}}."]
    lines += ["  - title: Compared", "    text: |"]
    lines += [f"      {line}" for line in _table(entry).split("\n")]
    lines += ["faq:"]
    for question, answer in entry.faq:
        lines += [f"  - question: {question}", f"    answer: {answer}"]
    lines += ["related:"]
    for link in entry.links[4:]:
        lines += [f"  - {{term: {link}, kind: see-also, why: It is near.}}"]
    return "\n".join(lines) + "\n"


def as_markdown(entry: Content) -> str:
    """The term as somebody writes it for plain MkDocs."""

    def link(name: str) -> str:
        return f"[{name}]({name}.md)"

    parts = [f"# {entry.title}", entry.definition, "\n".join(f"- {p}" for p in entry.points)]
    for index, (title, text) in enumerate(entry.sections):
        parts += [f"## {title}", text, f"See {link(entry.links[index])}."]
    if entry.priced:
        parts += ["## Price", "It costs 120 USD ([The almanac](https://example.org/), 2026)."]
    parts += ["## Compared", _table(entry), "## Frequently asked questions"]
    for question, answer in entry.faq:
        parts += [f"### {question}", answer]
    parts += ["## Related terms", "\n".join(f"- {link(n)}. It is near." for n in entry.links[4:])]
    return "\n\n".join(parts) + "\n"


def write_termwise(project: Path, total: int) -> None:
    """Write a project of Termwise."""
    _write(project, "search, termwise")
    glossary = project / "glossary"
    (glossary / "terms").mkdir(parents=True)
    (glossary / "facts").mkdir()
    (glossary / "taxonomy.yml").write_text(TAXONOMY)
    (glossary / "sources.yml").write_text(SOURCES)
    (glossary / "facts" / "costs.yml").write_text(FACTS)
    for number in range(total):
        entry = content(number, total)
        (glossary / "terms" / f"{entry.name}.yml").write_text(as_yaml(entry))


def write_plain(project: Path, total: int) -> None:
    """Write a project of plain MkDocs with the same content."""
    _write(project, "search")
    terms = project / "content" / "terms"
    terms.mkdir()
    for number in range(total):
        entry = content(number, total)
        (terms / f"{entry.name}.md").write_text(as_markdown(entry))


def _write(project: Path, plugins: str) -> None:
    (project / "content").mkdir(parents=True)
    (project / "content" / "index.md").write_text("# Benchmark\n")
    (project / "mkdocs.yml").write_text(CONFIG.replace("PLUGINS", plugins))
