"""The rules of a decision in words, for the table that readers see."""

from termwise.decide.questions import answers_of
from termwise.model.decision import Decision, Rule
from termwise.model.question import NumberQuestion, Question
from termwise.words.words import Words, message

SIGNS = {
    ">=": message("at least {number}"),
    ">": message("more than {number}"),
    "<=": message("at most {number}"),
    "<": message("less than {number}"),
    "=": message("exactly {number}"),
}
RANGES = {
    ("[", "]"): message("from {low} to {high}"),
    ("[", ")"): message("from {low} to less than {high}"),
    ("(", "]"): message("more than {low} to {high}"),
    ("(", ")"): message("more than {low} to less than {high}"),
}
ANSWERS = {
    "yes": message("Yes"),
    # Translators: An answer: “No”, not “none”.
    "no": message("No"),
}


def answer_label(question: Question, answer: str | float, words: Words) -> str:
    """An answer as the page words it."""
    if isinstance(question, NumberQuestion):
        return f"{words.numbers.figure(float(answer))} {question.unit}"
    own = question.labels
    return own.get(str(answer), str(answer)) if own else words.say(ANSWERS[str(answer)])


def answer_labels(question: Question, words: Words) -> list[str]:
    """The labels of all answers to a question of words."""
    return [answer_label(question, answer, words) for answer in answers_of(question)]


def test_words(name: str, test: str | tuple[str, ...], decision: Decision, words: Words) -> str:
    """One test of a rule: what is asked, and what the answer has to be."""
    questions = {question.id: question for question in decision.questions}
    if name not in questions:
        label = next((q.label for q in decision.quantities if q.id == name), name)
        unit = next((q.unit for q in decision.quantities if q.id == name), "")
        return f"{label}: {range_words(str(test), words)} {unit}"
    question = questions[name]
    if isinstance(question, NumberQuestion):
        return f"{question.ask} {range_words(str(test), words)} {question.unit}"
    wanted = (test,) if isinstance(test, str) else test
    labels = (answer_label(question, answer, words) for answer in wanted)
    answers = words.chained("{one} or {other}", labels)
    return f"{question.ask} {answers}"


def range_words(test: str, words: Words) -> str:
    """A range in words: "at least 500", "from 50 to less than 500"."""

    def figure(text: str) -> str:
        return words.numbers.figure(float(text.strip().replace("_", "")))

    text = test.strip()
    for sign, said in SIGNS.items():
        if text.startswith(sign):
            return words.say(said, number=figure(text.removeprefix(sign)))
    low, _, high = text[1:-1].partition("..")
    return words.say(RANGES[text[0], text[-1]], low=figure(low), high=figure(high))


def effects(rule: Rule, decision: Decision, words: Words) -> list[str]:
    """What a rule does, a line an option: "for RAG: +3", "rules out Fine-tuning"."""
    titles = {option.id: option.title for option in decision.options}
    figure = words.numbers.figure
    return [
        *(
            words.say("for {option}: +{weight}", option=titles[name], weight=figure(weight))
            for name, weight in rule.favours.items()
        ),
        *(
            words.say("against {option}: −{weight}", option=titles[name], weight=figure(weight))
            for name, weight in rule.counts_against.items()
        ),
        *(words.say("rules out {option}", option=titles[name]) for name in rule.rules_out),
    ]
