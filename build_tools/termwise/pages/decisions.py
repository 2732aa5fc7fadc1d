"""Decision pages, `/decide/<id>/`, and their list: the calculator, and all that it rests on.

The page is whole without JavaScript: the questions, the rules as a table, the costs, the worked
examples and the report of the examination. The calculator reads the same as data.
"""

from collections.abc import Iterator

from termwise.decide.program import unit_of
from termwise.embeds.calculator_data import because, calculator_data
from termwise.embeds.snippets import embed_offer
from termwise.lookup.lookup import Lookup
from termwise.markup.cell_markup import Table
from termwise.markup.document import Document
from termwise.markup.references import edit_url, review_dates, source_lines
from termwise.markup.rule_words import answer_label, answer_labels, effects, test_words
from termwise.markup.writer import Writer
from termwise.model import addresses
from termwise.model.decision import Decision, WorkedExample
from termwise.model.question import NumberQuestion, Question
from termwise.pages.entries import list_page
from termwise.pages.examination import examination_lines
from termwise.pages.linked_data import decision_graph
from termwise.pages.planned import PlannedPage, entry_pages
from termwise.text.script_data import script_data
from termwise.words.words import message

TITLE = message("Decisions")
RULES = (
    # Translators: The head of a column: what is answered, if a rule is to hold.
    message("When"),
    # Translators: The head of a column: what follows from it, such as more points.
    message("Then"),
    # Translators: The head of a column: the reason for a rule.
    message("Because"),
)
ASSUMPTIONS = (
    message("Assumption"),
    # Translators: The head of a column: where a number comes from.
    message("From"),
    message("Unit"),
)
FORMULAS = (
    # Translators: The head of a column: the name of a computed number.
    message("Number"),
    message("Formula"),
)
"""Heads of tables."""


def decision_pages(lookup: Lookup) -> Iterator[PlannedPage]:
    """A page a decision, and the list of them."""
    yield from entry_pages("decision", _page, lookup, PlannedPage(addresses.DECISIONS, _list))


def _page(name: str, writer: Writer) -> Document:
    decision = writer.lookup.decision(name)
    data = calculator_data(name, writer) if writer.form.for_screens else None
    words = writer.plain(decision.summary)
    values = {
        "title": writer.name(decision.title),
        "crumbs": [(writer.words.say(TITLE), writer.url(addresses.DECISIONS))],
        **review_dates(decision, writer.lookup),
        "summary": writer.line(decision.summary),
        "data": data,
        "data_json": script_data(data),
        "options": [
            (
                writer.term_link(option.term, option.title),
                writer.line(option.text) if option.text else "",
            )
            for option in decision.options
        ],
        "questions": [_question(question, writer) for question in decision.questions],
        "rules": _table(RULES, _rule_rows(decision, writer), writer),
        "assumptions": _table(ASSUMPTIONS, _assumption_rows(decision, writer), writer),
        "formulas": _table(FORMULAS, _formula_rows(decision, writer), writer),
        "examples": [_example(example, decision, writer) for example in decision.examples],
        "examination": examination_lines(name, writer),
        "leaves_out": decision.leaves_out and writer.text(decision.leaves_out),
        "leans": decision.leans and writer.text(decision.leans),
        "sources": source_lines(decision.sources, writer),
        "embed": embed_offer(("decision", name), words, writer),
        "edit_url": edit_url(("decision", name), writer.lookup),
    }  # fmt: skip
    meta = {"title": decision.title, "description": words}
    linked = decision_graph(name, ((writer.words.say(TITLE), addresses.DECISIONS),), writer)
    return Document("decision.j2", values, meta, linked_data=linked)


def _question(question: Question, writer: Writer) -> dict[str, str]:
    """A question without its control: what is asked, why, and what can be answered."""
    cells = writer.form.cells
    if isinstance(question, NumberQuestion):
        ends = (question.min, question.max)
        least, most = (answer_label(question, end, writer.words) for end in ends)
        answers = writer.words.say("{low} to {high}", low=least, high=most)
    else:
        answers = " · ".join(answer_labels(question, writer.words))
    unsure = writer.words.say("Not sure")
    return {
        "ask": cells.name(question.ask),
        "help": writer.cell(question.help) if question.help else "",
        "answers": cells.name(f"{answers} · {unsure}"),
    }


def _rule_rows(decision: Decision, writer: Writer) -> Iterator[tuple[str, ...]]:
    cells = writer.form.cells
    for index, rule in enumerate(decision.rules):
        when = [
            cells.name(test_words(name, test, decision, writer.words))
            for name, test in rule.when.items()
        ]
        then = [cells.name(line) for line in effects(rule, decision, writer.words)]
        yield cells.lines(when), cells.lines(then), because(index, decision, writer)


def _assumption_rows(decision: Decision, writer: Writer) -> Iterator[tuple[str, ...]]:
    cells = writer.form.cells
    for item in decision.assumptions:
        facts = {item.fact: writer.lookup.fact(item.fact)} if item.fact else {}
        if item.fact:
            origin = writer.cell(f"{{{{{item.fact}}}}}")
        else:
            ends = (item.low, item.high, item.typical)
            low, high, usual = (writer.words.numbers.figure(end or 0) for end in ends)
            span = writer.words.say(
                "{low} to {high}, usually {usual}.", low=low, high=high, usual=usual
            )
            origin = f"{cells.name(span)} {writer.cell(item.because or '')}"
        yield cells.name(item.label), origin, cells.name(unit_of(item, facts) or "")


def _formula_rows(decision: Decision, writer: Writer) -> Iterator[tuple[str, ...]]:
    """Every formula as its author wrote it."""
    cells = writer.form.cells
    for quantity in decision.quantities:
        label = f"{quantity.label} ({quantity.unit})"
        yield cells.name(label), cells.code(quantity.formula)
    titles = {option.id: option.title for option in decision.options}
    for cost in decision.costs:
        for said, lines in (
            (message("{option}, once: {line}"), cost.once),
            (message("{option}, per month: {line}"), cost.per_month),
        ):
            for line in lines:
                label = writer.words.say(said, option=titles[cost.option], line=line.label)
                yield cells.name(label), cells.code(line.formula)


def _table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]], writer: Writer) -> str:
    """A table whose columns are named as they are headed."""
    shown = [writer.words.say(head) for head in heads]
    return writer.form.cells.table(Table(shown, shown, list(rows)))


def _example(example: WorkedExample, decision: Decision, writer: Writer) -> dict[str, object]:
    words = writer.words
    questions = {question.id: question for question in decision.questions}
    titles = {option.id: option.title for option in decision.options}
    answers = [
        f"{questions[name].ask} {answer_label(questions[name], answer, words)}"
        for name, answer in example.answers.items()
        if name in questions
    ]
    names = [titles[name] for name in example.outcome]
    outcome = words.chained("{one} and {other}", names) or words.say("no option is left")
    if len(names) > 1:
        outcome = words.say("{outcome} (a tie)", outcome=outcome)
    if example.settled is False:
        outcome = words.say("{outcome}, with answers still open", outcome=outcome)
    return {
        "title": writer.name(example.title),
        "text": writer.text(example.text),
        "answers": [writer.name(answer) for answer in answers],
        "outcome": writer.name(outcome),
    }


def _list(writer: Writer) -> Document:
    lead = message(
        "Answer what you know, and see which way the reasons point and what it would cost."
    )
    return list_page("decision", TITLE, lead, writer)
