"""A decision as JSON: its rules in words and compiled, so that programs can apply them."""

from termwise.decide.program import unit_of
from termwise.decide.rules import answers_of
from termwise.exports.json_facts import cited_facts, source_data, sources_data
from termwise.exports.json_form import (
    figure,
    framed,
    named_term,
    review,
    rich,
    rich_or_none,
)
from termwise.model.addresses import page_of
from termwise.model.decision import (
    Assumption,
    CostLine,
    Decision,
    NumberQuestion,
    Question,
    Rule,
    WorkedExample,
)
from termwise.writing.reading import Reading
from termwise.writing.rule_words import answer_label, effects, test_words


def decision_data(name: str, reading: Reading) -> dict[str, object]:
    """A decision: what is asked, the rules, the costs, worked examples, and the program."""
    decision = reading.decision(name)
    program = reading.program(name)
    return {
        **framed("decision", reading.url(page_of(("decision", name))), reading),
        "id": name,
        "formerly": list(decision.formerly),
        "title": decision.title,
        "summary": rich(decision.summary, reading),
        "options": [
            {"id": option.id, "title": option.title, "term": named_term(option.term, reading),
             "text": rich_or_none(option.text, reading)}
            for option in decision.options
        ],
        "questions": [_question(question, reading) for question in decision.questions],
        "assumptions": [
            _assumption(item, span["range"], reading)
            for item, span in zip(decision.assumptions, program["assumptions"], strict=True)
        ],
        "quantities": [
            {"id": item.id, "label": item.label, "unit": item.unit, "formula": item.formula}
            for item in decision.quantities
        ],
        "rules": [_rule(rule, decision, reading) for rule in decision.rules],
        "currency": decision.currency,
        "costs": [
            {"option": cost.option, "once": _lines(cost.once), "per_month": _lines(cost.per_month)}
            for cost in decision.costs
        ],
        "horizon": {"months": decision.horizon.months, "max": decision.horizon.max},
        "break_even_over": decision.break_even_over,
        "examples": [_example(example, decision, reading) for example in decision.examples],
        "leaves_out": rich_or_none(decision.leaves_out, reading),
        "leans": rich_or_none(decision.leans, reading),
        "program": program,
        "sources": sources_data(decision.sources, reading),
        "facts": cited_facts(decision, reading),
        **review(decision, reading),
    }  # fmt: skip


def _question(question: Question, reading: Reading) -> dict[str, object]:
    number = question if isinstance(question, NumberQuestion) else None
    return {
        "id": question.id,
        "ask": question.ask,
        "help": rich_or_none(question.help, reading),
        "kind": question.kind,
        "answers": [
            {"id": answer, "label": answer_label(question, answer)}
            for answer in answers_of(question)
        ],
        "unit": number and number.unit,
        "min": number and figure(number.min),
        "max": number and figure(number.max),
        "step": number and figure(number.step),
        "usual": number and figure(number.usual),
    }


def _assumption(item: Assumption, span: list[float | None], reading: Reading) -> dict[str, object]:
    facts = {item.fact: reading.fact(item.fact)} if item.fact else {}
    low, typical, high = span
    return {
        "id": item.id,
        "label": item.label,
        "unit": unit_of(item, facts),
        "low": figure(low),
        "typical": figure(typical),
        "high": figure(high),
        "fact": item.fact,
        "because": rich_or_none(item.because, reading),
    }


def _rule(rule: Rule, decision: Decision, reading: Reading) -> dict[str, object]:
    return {
        "when": [
            {"of": name, "test": [test] if isinstance(test, str) else list(test),
             "words": test_words(name, test, decision).strip()}
            for name, test in rule.when.items()
        ],
        "favours": _weights(rule.favours),
        "counts_against": _weights(rule.counts_against),
        "rules_out": list(rule.rules_out),
        "words": effects(rule, decision),
        "because": rich(rule.because, reading),
        "fact": rule.fact,
        "source": source_data(rule.source, reading) if rule.source else None,
    }  # fmt: skip


def _weights(weights: dict[str, float]) -> list[dict[str, object]]:
    return [{"option": option, "weight": figure(weight)} for option, weight in weights.items()]


def _lines(lines: tuple[CostLine, ...]) -> list[dict[str, object]]:
    return [{"label": line.label, "formula": line.formula} for line in lines]


def _example(example: WorkedExample, decision: Decision, reading: Reading) -> dict[str, object]:
    asked = {question.id: question for question in decision.questions}
    return {
        "title": example.title,
        "text": rich(example.text, reading),
        "answers": [
            {"of": name, "answer": answer if isinstance(answer, str) else figure(answer),
             "words": answer_label(asked[name], answer) if name in asked else None}
            for name, answer in example.answers.items()
        ],
        "outcome": list(example.outcome),
        "settled": example.settled,
    }  # fmt: skip
