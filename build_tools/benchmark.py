"""What a build costs, beside plain MkDocs: `make bench`, or `python build_tools/benchmark.py`.

Writes N terms of about 350 words with a table, an FAQ and six links, once as YAML for
Termwise and once as the Markdown that a person would write for the same content, and builds
both with MkDocs and Material in turn, pair by pair, each in a process of its own. Prints for
each size the median wall and processor time (seconds), the peak memory (the operating
system's figure for the finished process, MB) and the median of the pairs' ratios.
"""

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

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


@dataclass(frozen=True)
class Cost:
    """One finished build: seconds of wall and processor time, and the peak of memory in MB."""

    wall: float
    cpu: float
    memory: float


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
    links = [f"term-{(number + step) % total}" for step in chance.sample(range(1, total), 6)]
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
    lines += ["sections:", "  - title: Compared", "    text: |"]
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
    parts += ["## Compared", _table(entry), "## Frequently asked questions"]
    for question, answer in entry.faq:
        parts += [f"### {question}", answer]
    parts += ["## Related terms", "\n".join(f"- {link(n)}. It is near." for n in entry.links[4:])]
    return "\n\n".join(parts) + "\n"


def generate(folder: Path, total: int) -> tuple[Path, Path]:
    """Write both projects; returns their folders, Termwise's first."""
    ours, plain = folder / "termwise", folder / "plain"
    for project, plugins, terms in (
        (ours, "search, termwise", ours / "glossary" / "terms"),
        (plain, "search", plain / "content" / "terms"),
    ):
        terms.mkdir(parents=True)
        (project / "content").mkdir(exist_ok=True)
        (project / "content" / "index.md").write_text("# Benchmark\n")
        (project / "mkdocs.yml").write_text(CONFIG.replace("PLUGINS", plugins))
    (ours / "glossary" / "taxonomy.yml").write_text(TAXONOMY)
    for number in range(total):
        entry = content(number, total)
        (ours / "glossary" / "terms" / f"{entry.name}.yml").write_text(as_yaml(entry))
        (plain / "content" / "terms" / f"{entry.name}.md").write_text(as_markdown(entry))
    return ours, plain


def build(project: Path) -> Cost:
    """Build one project from nothing, in a process of its own."""
    shutil.rmtree(project / "site", ignore_errors=True)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=project, env=environment)
    _pid, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the build in {project} failed")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(total: int, pairs: int) -> str:
    """One row of the table for `total` terms."""
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = generate(Path(folder), total)
        costs = [(build(ours), build(plain)) for _ in range(pairs)]
    ratio = statistics.median(a.wall / b.wall for a, b in costs)
    cells = [f"{total:>7,}"]
    for side in zip(*costs, strict=True):
        for part in ("wall", "cpu", "memory"):
            cells.append(f"{statistics.median(getattr(cost, part) for cost in side):8.2f}")
    return "  ".join([*cells, f"{ratio:6.2f}"])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[100, 1000, 10000])
    parser.add_argument("--pairs", type=int, default=3, help="builds of each kind a size")
    options = parser.parse_args()
    print("           termwise                      plain mkdocs")
    print("  terms      wall       cpu    memory      wall       cpu    memory   ratio")
    for total in options.sizes:
        print(compare(total, options.pairs), flush=True)


if __name__ == "__main__":
    main()
