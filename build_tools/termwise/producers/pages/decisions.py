"""Decision pages, `/decide/<id>/`, and their list: the calculator, and all that it rests on.

The page is whole without JavaScript: the questions, the rules as a table, the costs, the worked
examples and the report of the examination. The calculator reads the same as data.
"""

from collections.abc import Iterator
from functools import partial

from termwise.decide.program import unit_of
from termwise.linking import addresses
from termwise.linking.escape import html_text
from termwise.model.decision import Decision, NumberQuestion, Question, WorkedExample
from termwise.producers.calculator import because, calculator_data, script_data
from termwise.producers.document import Document, PlannedPage
from termwise.producers.examination import examination_lines
from termwise.producers.pages.entries import list_page
from termwise.producers.reading import Library, Reading
from termwise.producers.references import edit_url, review_dates, source_lines
from termwise.producers.rule_words import answer_label, answer_labels, effects, test_words


def decision_pages(library: Library) -> Iterator[PlannedPage]:
    """A page a decision, and the list of them."""
    for name in library.glossary.decisions:
        origin = library.glossary.origins["decision", name]
        yield PlannedPage(addresses.page_of(("decision", name)), partial(_page, name), origin.file)
    if library.glossary.decisions:
        yield PlannedPage(addresses.DECISIONS, _list)


def _page(name: str, reading: Reading) -> Document:
    decision = reading.decision(name)
    data = calculator_data(name, reading)
    values = {
        "title": reading.name(decision.title),
        "crumbs": [("Decisions", reading.url(addresses.DECISIONS))],
        **review_dates(decision, reading),
        "summary": reading.line(decision.summary),
        "data": data,
        "data_json": script_data(data),
        "options": [
            (
                reading.term_link(option.term, option.title),
                reading.line(option.text) if option.text else "",
            )
            for option in decision.options
        ],
        "questions": [_question(question, reading) for question in decision.questions],
        "rules": _table(("When", "Then", "Because"), _rule_rows(decision, reading)),
        "assumptions": _table(("Assumption", "From", "Unit"), _assumption_rows(decision, reading)),
        "formulas": _table(("Number", "Formula"), _formula_rows(decision)),
        "examples": [_example(example, decision, reading) for example in decision.examples],
        "examination": examination_lines(name, reading),
        "leaves_out": decision.leaves_out and reading.text(decision.leaves_out),
        "leans": decision.leans and reading.text(decision.leans),
        "sources": source_lines(decision.sources, reading),
        "edit_url": edit_url(("decision", name), reading),
    }  # fmt: skip
    meta = {"title": decision.title, "description": reading.plain(decision.summary)}
    return Document("decision.j2", values, meta)


def _question(question: Question, reading: Reading) -> dict[str, str]:
    """A question without its control: what is asked, why, and what can be answered."""
    if isinstance(question, NumberQuestion):
        least, most = (answer_label(question, end) for end in (question.min, question.max))
        answers = f"{least} to {most}"
    else:
        answers = " · ".join(answer_labels(question))
    return {
        "ask": html_text(question.ask),
        "help": reading.cell(question.help) if question.help else "",
        "answers": html_text(f"{answers} · Not sure"),
    }


def _rule_rows(decision: Decision, reading: Reading) -> Iterator[tuple[str, ...]]:
    for index, rule in enumerate(decision.rules):
        when = [html_text(test_words(name, test, decision)) for name, test in rule.when.items()]
        then = [html_text(line) for line in effects(rule, decision)]
        yield "<br>".join(when), "<br>".join(then), because(index, decision, reading)


def _assumption_rows(decision: Decision, reading: Reading) -> Iterator[tuple[str, ...]]:
    for item in decision.assumptions:
        facts = {item.fact: reading.fact(item.fact)} if item.fact else {}
        if item.fact:
            origin = reading.cell(f"{{{{{item.fact}}}}}")
        else:
            span = f"{item.low:,g} to {item.high:,g}, usually {item.typical:,g}. "
            origin = html_text(span) + reading.cell(item.because or "")
        yield html_text(item.label), origin, html_text(unit_of(item, facts) or "")


def _formula_rows(decision: Decision) -> Iterator[tuple[str, ...]]:
    """Every formula as its author wrote it."""
    for quantity in decision.quantities:
        label = f"{quantity.label} ({quantity.unit})"
        yield html_text(label), f"<code>{html_text(quantity.formula)}</code>"
    titles = {option.id: option.title for option in decision.options}
    for cost in decision.costs:
        for when, lines in (("once", cost.once), ("per month", cost.per_month)):
            for line in lines:
                label = f"{titles[cost.option]}, {when}: {line.label}"
                yield html_text(label), f"<code>{html_text(line.formula)}</code>"


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    """An HTML table on one line; each cell repeats its column's head for narrow screens."""
    body = "".join(
        "<tr>"
        + "".join(
            f'<td data-subject="{head}">{cell}</td>' for head, cell in zip(heads, row, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    head = "".join(f'<th scope="col">{head}</th>' for head in heads)
    folded = " ".join(body.split("\n"))
    table = f"<thead><tr>{head}</tr></thead><tbody>{folded}</tbody>"
    return f'<table class="tw-table tw-rules">{table}</table>' if body else ""


def _example(example: WorkedExample, decision: Decision, reading: Reading) -> dict[str, object]:
    questions = {question.id: question for question in decision.questions}
    titles = {option.id: option.title for option in decision.options}
    answers = [
        f"{questions[name].ask} {answer_label(questions[name], answer)}"
        for name, answer in example.answers.items()
        if name in questions
    ]
    outcome = " and ".join(titles[name] for name in example.outcome) or "no option is left"
    close = " (a tie)" if len(example.outcome) > 1 else ""
    open_still = ", with answers still open" if example.settled is False else ""
    return {
        "title": reading.name(example.title),
        "text": reading.text(example.text),
        "answers": [reading.name(answer) for answer in answers],
        "outcome": reading.name(f"{outcome}{close}{open_still}"),
    }


def _list(reading: Reading) -> Document:
    lead = "Answer what you know, and see which way the reasons point and what it would cost."
    return list_page("decision", "Decisions", lead, reading)
