"""A small glossary, for producers to read."""

from collections.abc import Callable, Mapping

import pytest

from termwise.producers.markup import Form, HtmlForm
from termwise.producers.reading import Library, Reading

FILES = {
    "glossary/taxonomy.yml": """\
categories:
  - {id: stove, title: Stove & pan, description: Heat.}
  - {id: empty, title: Empty, description: Nothing yet.}
levels:
  - {id: low, title: Low, description: Easy.}
  - {id: high, title: High, description: Hard.}
""",
    "glossary/sources.yml": """\
sources:
  - {id: book, title: The book, author: A. Cook, publisher: Press, kind: book,
     url: "https://books.example/(1)", published: 2020, retrieved: 2026-03, note: Second printing.}
  - {id: web, title: The page, kind: article, retrieved: 2026-03-04}
  - {id: bare, title: No date, kind: article, author: Same, publisher: Same}
""",
    "glossary/facts/heat.yml": """\
title: Heat
facts:
  - id: agreed
    statement: Water boils.
    observations: [{value: 100, unit: °C, source: book, as_of: 2020}]
  - id: disputed
    statement: Oil smokes.
    observations:
      - {value: 160, unit: °C, source: book, as_of: 2020}
      - {value: 190, unit: °C, source: web, as_of: 2026-03-04}
    review_by: 2026-11-20
  - id: stale
    statement: Eggs cost.
    observations: [{text: "<little>", source: bare, as_of: 2020-06}]
    review_by: 2026-11-19
""",
    "glossary/terms/fry.yml": """\
term: fry
abbreviation: FR
category: stove
level: high
tags: [oil, hot]
definition: To cook in [[oil]] at {{disputed}}.
sources: [book]
""",
    "glossary/terms/oil.yml": """\
term: oil
category: stove
level: low
tags: [oil]
definition: A fat.
""",
    "glossary/terms/boil.yml": """\
term: 3-minute egg
category: stove
level: low
definition: Boiled at {{agreed}}.
""",
    "glossary/comparisons/fry-or-oil.yml": """\
title: Fry "or" oil
summary: Which.
subjects: [fry, oil]
dimensions:
  - {name: Kind <b>, cells: {fry: "A *verb*.", oil: {fact: agreed, note: See [[fry]].}}}
sources: [web]
""".replace("note: See [[fry]].", 'note: "See [[fry]]."'),
    "glossary/comparisons/boil-or-fry.yml": """\
title: Boil or fry
summary: Which.
subjects: [boil, fry]
dimensions: [{name: Fat, help: How much., cells: {boil: None., fry: Some.}}]
""",
    "glossary/paths/walk.yml": """\
title: A walk
summary: Step by step.
audience: beginners
level: low
steps: [{term: oil, why: First.}, {term: fry, why: Then.}]
""",
    "content/index.md": """\
---
featured: [fry-or-oil]
---

# Welcome

See [[fry]] and {{agreed}}.
""",
    "content/guides/eggs.md": (
        '---\ntitle: All about eggs\n---\n\n# Eggs\n\n<b class="x">[[fry|Fry]] one</b> `[[oil]]`\n'
    ),
}


@pytest.fixture(scope="package")
def kitchen(make_library: Callable[[Mapping[str, str]], Library]) -> Library:
    """Three terms, two comparisons, three facts, a path and a guide."""
    return make_library(FILES)


@pytest.fixture
def reading_in(kitchen: Library) -> Callable[[Form | None], Reading]:
    """The view that a page has of it, in a form; HTML unless another is given."""

    def read(form: Form | None = None) -> Reading:
        return Reading(kitchen, "terms/fry.md", form or HtmlForm("terms/fry.md", True))

    return read


DECISION = """\
title: Fry "or" boil?
summary: "Which to [[fry|do]]."
options:
  - {id: to-fry, title: To <fry>, term: fry, text: "In [[oil]]."}
  - {id: to-boil, title: Boil, term: boil}
questions:
  - {id: hot, ask: "Hot & dry?", help: "Look at [[oil]].", kind: yes_no}
  - id: taste
    ask: Which taste?
    kind: choice
    choices: [{id: crisp, label: Crisp}, {id: soft, label: Soft}]
  - {id: eggs, ask: How many eggs?, kind: number, unit: eggs per month, max: 1000, usual: 30}
assumptions:
  - id: price
    label: Price
    unit: USD per egg
    low: 0.25
    typical: 0.5
    high: 1
    because: "A [[oil|guess]]."
  - {id: heat, label: Boiling, fact: agreed}
quantities:
  - {id: spent, label: Money, unit: USD per month, formula: eggs * price}
rules:
  - when: {hot: "yes", taste: [crisp, soft]}
    favours: {to-fry: 2}
    because: It *spits*.
    fact: agreed
  - when: {hot: "no"}
    favours: {to-boil: 1.5}
    counts_against: {to-fry: 0.5}
    because: Calm.
    source: web
  - when: {eggs: "[50..1_000)", spent: "> 20"}
    rules_out: [to-fry]
    because: Much.
costs:
  - option: to-fry
    once: [{label: Pan, formula: price * eggs * horizon}]
    per_month: [{label: Eggs & oil, formula: spent}]
break_even_over: eggs
horizon: {months: 6, max: 24}
examples:
  - title: One
    text: An egg.
    answers: {hot: "yes", taste: crisp, eggs: 1}
    outcome: [to-fry]
    settled: true
  - title: Open
    text: Eggs.
    answers: {eggs: 1}
    outcome: [to-fry, to-boil]
    settled: false
leaves_out: Salt.
leans: Towards frying.
sources: [book]
reviewed: 2026-10-01
review_by: 2026-11-19
"""


@pytest.fixture(scope="package")
def deciding(make_library: Callable[[Mapping[str, str]], Library]) -> Library:
    """The small glossary with a decision that has something in every field."""
    return make_library({**FILES, "glossary/decisions/cook.yml": DECISION})
