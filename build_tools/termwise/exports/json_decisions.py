"""A decision as JSON: its rules in words and compiled, so that programs can apply them."""

from termwise.decide.program import unit_of
from termwise.decide.questions import answers_of
from termwise.exports.json_facts import cited_facts, source_data
from termwise.exports.json_fields import fields_data, in_order
from termwise.exports.json_form import figure, framed, review, rich, rich_or_none
from termwise.markup.rule_words import answer_label, effects, test_words
from termwise.markup.writer import Writer
from termwise.model.addresses import page_of
from termwise.model.decision import (
    Assumption,
    Decision,
    Rule,
    WorkedExample,
)
from termwise.model.question import NumberQuestion, Question

IN_OTHER_FORM = ("questions", "assumptions", "rules", "examples")
"""The fields of a decision that the data has in another form than the model."""


def decision_data(name: str, writer: Writer) -> dict[str, object]:
    """A decision: what is asked, the rules, the costs, worked examples, and the program."""
    decision = writer.lookup.decision(name)
    program = writer.lookup.program(name)
    data = {
        **framed("decision", writer.url(page_of(("decision", name))), writer),
        "id": name,
        **fields_data(decision, writer, but=IN_OTHER_FORM),
        "questions": [_question(question, writer) for question in decision.questions],
        "assumptions": [
            _assumption(item, span["range"], writer)
            for item, span in zip(decision.assumptions, program["assumptions"], strict=True)
        ],
        "rules": [_rule(rule, decision, writer) for rule in decision.rules],
        "examples": [_example(example, decision, writer) for example in decision.examples],
        "program": program,
        "facts": cited_facts(decision, writer),
        **review(decision, writer),
    }
    return in_order("decision", data)


def _question(question: Question, writer: Writer) -> dict[str, object]:
    number = question if isinstance(question, NumberQuestion) else None
    return {
        "id": question.id,
        "ask": question.ask,
        "help": rich_or_none(question.help, writer),
        "kind": question.kind,
        "answers": [
            {"id": answer, "label": answer_label(question, answer, writer.words)}
            for answer in answers_of(question)
        ],
        "unit": number and number.unit,
        "min": number and figure(number.min),
        "max": number and figure(number.max),
        "step": number and figure(number.step),
        "usual": number and figure(number.usual),
    }


def _assumption(item: Assumption, span: list[float | None], writer: Writer) -> dict[str, object]:
    facts = {item.fact: writer.lookup.fact(item.fact)} if item.fact else {}
    low, typical, high = span
    return {
        "id": item.id,
        "label": item.label,
        "unit": unit_of(item, facts),
        "low": figure(low),
        "typical": figure(typical),
        "high": figure(high),
        "fact": item.fact,
        "because": rich_or_none(item.because, writer),
    }


def _rule(rule: Rule, decision: Decision, writer: Writer) -> dict[str, object]:
    return {
        "when": [
            {"of": name, "test": [test] if isinstance(test, str) else list(test),
             "words": test_words(name, test, decision, writer.words).strip()}
            for name, test in rule.when.items()
        ],
        "favours": _weights(rule.favours),
        "counts_against": _weights(rule.counts_against),
        "rules_out": list(rule.rules_out),
        "words": effects(rule, decision, writer.words),
        "because": rich(rule.because, writer),
        "fact": rule.fact,
        "source": source_data(rule.source, writer) if rule.source else None,
    }  # fmt: skip


def _weights(weights: dict[str, float]) -> list[dict[str, object]]:
    return [{"option": option, "weight": figure(weight)} for option, weight in weights.items()]


def _example(example: WorkedExample, decision: Decision, writer: Writer) -> dict[str, object]:
    asked = {question.id: question for question in decision.questions}
    return {
        "title": example.title,
        "text": rich(example.text, writer),
        "answers": [
            {"of": name, "answer": answer if isinstance(answer, str) else figure(answer),
             "words": answer_label(asked[name], answer, writer.words) if name in asked else None}
            for name, answer in example.answers.items()
        ],
        "outcome": list(example.outcome),
        "settled": example.settled,
    }  # fmt: skip
