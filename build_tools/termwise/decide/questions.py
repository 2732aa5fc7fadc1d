"""What follows from how a question is answered: by one of a few words, or by a number.

Questions come here as their authors write them, and (`is_number`, `probed`) as a program has them,
where they have `answers` or `probes`. Twin of `widgets/src/questions.js`.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from termwise.decide.ranges import Test, Written, read_range
from termwise.model.names import did_you_mean
from termwise.model.problem import FieldPath, Problem
from termwise.model.question import NumberQuestion, Question, WordQuestion
from termwise.words.numbers import AUTHORS


def program_of(question: Question) -> dict[str, Any]:
    """A question as a program has it; the probes of a number come when its rules are known."""
    if isinstance(question, NumberQuestion):
        return {
            "id": question.id, "kind": question.kind, "min": float(question.min),
            "max": float(question.max), "step": float(question.step),
            "usual": None if question.usual is None else float(question.usual),
        }  # fmt: skip
    return {"id": question.id, "kind": question.kind, "answers": list(question.answers)}


def is_number(asked: Mapping[str, Any]) -> bool:
    """Whether the answer to a question of a program is a number, which formulas may use."""
    return "answers" not in asked


def probed(asked: Mapping[str, Any]) -> Sequence[str | float]:
    """The answers to a question of a program that are tried, to see what they would change."""
    found: Sequence[str | float] = asked["probes"] if is_number(asked) else asked["answers"]
    return found


def answers_of(question: Question) -> tuple[str, ...]:
    """The answers to a question of words; none for a number."""
    return question.answers if isinstance(question, WordQuestion) else ()


def question_faults(question: Question, path: FieldPath) -> Iterator[Problem]:
    """That a question has no answers, or one of them twice."""
    known = answers_of(question)
    if isinstance(question, WordQuestion) and not known:
        yield Problem(
            "no-choices", "there is nothing to choose", "add choices", path=(*path, "choices")
        )
    for number, answer in enumerate(known):
        if answer in known[:number]:
            place = (*path, "choices", number, "id")
            yield Problem("duplicate-id", f'"{answer}" stands here twice', "rename one", path=place)


def read_test(question: Question, test: Written, path: FieldPath) -> Test | Problem:
    """What a rule wants of the answer to a question, or what is wrong with that."""
    name = question.id
    if isinstance(question, NumberQuestion):
        return read_range(name, test, (question.min, question.max), path)
    known = question.answers
    wanted = (test,) if isinstance(test, str) else test
    for answer in wanted:
        if answer not in known:
            return Problem(
                "impossible-test",
                f'"{answer}" is not an answer to "{name}"',
                did_you_mean(answer, known, f"write one of: {', '.join(known)}"),
                path=path,
            )
    if not wanted:
        return Problem("impossible-test", "no answer is named", "name one", path=path)
    return {"of": name, "in": list(wanted)}


def read_answer(question: Question, value: str | float) -> str | float | Problem:
    """The answer that a value is, numbers as numbers, or the problem that it is none."""
    if isinstance(question, NumberQuestion):
        number = read_number(value)
        if number is not None and question.min <= number <= question.max:
            return number
        ends = f"{AUTHORS.figure(question.min)} to {AUTHORS.figure(question.max)}"
        return no_answer(question.id, value, f"write a number from {ends}")
    known = question.answers
    if value in known:
        return value
    remedy = did_you_mean(str(value), known, f"write one of: {', '.join(known)}")
    return no_answer(question.id, value, remedy)


def no_answer(name: str, value: str | float, remedy: str) -> Problem:
    """The problem that a value is not an answer to what goes by this name."""
    shown = value if isinstance(value, str) else AUTHORS.figure(value)
    return Problem("bad-answer", f'"{shown}" is not an answer', remedy, path=(name,))


def read_number(value: str | float) -> float | None:
    """A number from how people write it, or None where it is none that is finite."""
    text = str(value).replace("_", "")
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", text):
        text = text.replace(",", "")
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
