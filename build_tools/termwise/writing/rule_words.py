"""The rules of a decision in words, for the table that readers see."""

from termwise.decide.questions import answers_of
from termwise.model.decision import Decision, Rule
from termwise.model.question import NumberQuestion, Question
from termwise.words.numbers import ENGLISH

SIGNS = {">=": "at least", ">": "more than", "<=": "at most", "<": "less than", "=": "exactly"}


def answer_label(question: Question, answer: str | float) -> str:
    """An answer as the page words it."""
    if isinstance(question, NumberQuestion):
        return f"{ENGLISH.figure(float(answer))} {question.unit}"
    own = question.labels
    return own.get(str(answer), str(answer)) if own else str(answer).capitalize()


def answer_labels(question: Question) -> list[str]:
    """The labels of all answers to a question of words."""
    return [answer_label(question, answer) for answer in answers_of(question)]


def test_words(name: str, test: str | tuple[str, ...], decision: Decision) -> str:
    """One test of a rule: what is asked, and what the answer has to be."""
    questions = {question.id: question for question in decision.questions}
    if name not in questions:
        label = next((q.label for q in decision.quantities if q.id == name), name)
        unit = next((q.unit for q in decision.quantities if q.id == name), "")
        return f"{label}: {range_words(str(test))} {unit}"
    question = questions[name]
    if isinstance(question, NumberQuestion):
        return f"{question.ask} {range_words(str(test))} {question.unit}"
    wanted = (test,) if isinstance(test, str) else test
    return f"{question.ask} {' or '.join(answer_label(question, answer) for answer in wanted)}"


def range_words(test: str) -> str:
    """A range in words: "at least 500", "from 50 to less than 500"."""
    text = test.strip()
    for sign, words in SIGNS.items():
        if text.startswith(sign):
            return f"{words} {_figure(text.removeprefix(sign))}"
    low, _, high = text[1:-1].partition("..")
    start = "from" if text.startswith("[") else "more than"
    end = "to" if text.endswith("]") else "to less than"
    return f"{start} {_figure(low)} {end} {_figure(high)}"


def _figure(text: str) -> str:
    return ENGLISH.figure(float(text.strip().replace("_", "")))


def effects(rule: Rule, decision: Decision) -> list[str]:
    """What a rule does, a line an option: "favours RAG (3)", "rules out Fine-tuning"."""
    titles = {option.id: option.title for option in decision.options}
    lines = [
        f"for {titles[name]}: +{ENGLISH.figure(weight)}" for name, weight in rule.favours.items()
    ]
    lines += [
        f"against {titles[name]}: −{ENGLISH.figure(weight)}"
        for name, weight in rule.counts_against.items()
    ]
    return lines + [f"rules out {titles[name]}" for name in rule.rules_out]
