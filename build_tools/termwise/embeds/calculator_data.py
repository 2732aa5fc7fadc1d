"""The data of a calculator: its program, and the words that the program lacks."""

from termwise.decide.program import unit_of
from termwise.lookup.backlinks import names_in_text
from termwise.markup.rule_words import answer_labels
from termwise.markup.writer import Writer
from termwise.model.addresses import page_of
from termwise.model.decision import Assumption, Decision
from termwise.model.question import NumberQuestion
from termwise.text.escape import html_text
from termwise.words.browser import CALCULATOR, browser_words


def calculator_data(name: str, writer: Writer) -> dict[str, object]:
    """What `widgets/src/page.js` describes: plain text, and ready HTML under a few names."""
    decision = writer.lookup.decision(name)
    before, after = writer.words.numbers.around(decision.currency)
    return {
        "id": name,
        "title": decision.title,
        "url": "",
        "program": writer.lookup.program(name),
        "options": [
            {"title": option.title, "link": _term_link(option.term, option.title, writer)}
            for option in decision.options
        ],
        "questions": [
            {
                "ask": question.ask,
                "help": writer.cell(question.help) if question.help else "",
                "unit": question.unit if isinstance(question, NumberQuestion) else "",
                "labels": answer_labels(question, writer.words),
            }
            for question in decision.questions
        ],
        "assumptions": [_assumption(item, writer) for item in decision.assumptions],
        "rules": [
            {"because": because(index, decision, writer)} for index in range(len(decision.rules))
        ],
        "costs": _cost_labels(decision),
        "money": {"before": before, "after": after},
        "max_months": decision.horizon.max,
        "over": _over(decision),
        "words": browser_words(CALCULATOR, writer.words),
    }


def because(index: int, decision: Decision, writer: Writer) -> str:
    """Why a rule holds, as HTML, with the fact or the source that it rests on.

    A fact that the words cite already is not shown again.
    """
    rule = decision.rules[index]
    parts = [writer.cell(rule.because)]
    cited = names_in_text(rule.because, writer.lookup.key_of)
    if rule.fact and ("fact", rule.fact) not in cited:
        seen = writer.words.say("see {fact}", fact=f"{{{{{rule.fact}}}}}")
        parts.append(f"({writer.cell(seen)})")
    if rule.source:
        parts.append(f"({writer.source_anchor(rule.source)})")
    return " ".join(parts)


def _term_link(term: str, words: str, writer: Writer) -> str:
    url = html_text(writer.url(page_of(("term", term))))
    return f'<a href="{url}">{html_text(words)}</a>'


def _assumption(item: Assumption, writer: Writer) -> dict[str, str]:
    facts = {item.fact: writer.lookup.fact(item.fact)} if item.fact else {}
    cite = writer.cell(f"{{{{{item.fact}}}}}") if item.fact else writer.cell(item.because or "")
    return {"label": item.label, "unit": unit_of(item, facts) or "", "cite": cite}


def _cost_labels(decision: Decision) -> list[dict[str, list[str]] | None]:
    labels: dict[str, dict[str, list[str]]] = {
        cost.option: {
            "once": [line.label for line in cost.once],
            "per_month": [line.label for line in cost.per_month],
        }
        for cost in decision.costs
    }
    return [labels.get(option.id) for option in decision.options]


def _over(decision: Decision) -> dict[str, str] | None:
    for question in decision.questions:
        if isinstance(question, NumberQuestion) and question.id == decision.break_even_over:
            return {"label": question.ask, "unit": question.unit}
    return None
