"""What a decision comes to for one set of answers, as text and as data: `termwise decide`."""

import json
from collections.abc import Sequence
from typing import Any

from termwise.decide.costs import Bill, bills
from termwise.decide.evaluate import HORIZON, Answers, Outcome, Program, decide, number
from termwise.decide.probes import changes, open_questions
from termwise.model.decision import Decision
from termwise.words.numbers import AUTHORS


def as_data(program: Program, answers: Answers) -> dict[str, Any]:
    """The outcome with names for places: what `--json` prints."""
    now = decide(program, answers)
    options = program["options"]
    return {
        "version": program["version"],
        "answers": dict(answers),
        "leaders": [options[index] for index in now.leaders],
        "settled": now.settled,
        "options": [
            {
                "id": options[index],
                "points": standing.points,
                "worst": standing.worst,
                "best": standing.best,
                "ruled_out": standing.out,
                "once": bill.once,
                "per_month": bill.per_month,
                "total": bill.total,
            }
            for index, (standing, bill) in enumerate(
                zip(now.standings, bills(program, answers), strict=True)
            )
        ],
        "rules": list(now.rules),
        "open": [question.question for question in open_questions(program, answers, now)],
        "changes": [
            {
                "question": change.question,
                "answer": change.answer,
                "leaders": [options[index] for index in change.leaders],
            }
            for change in changes(program, answers, now)
        ],
    }


def as_json(program: Program, answers: Answers) -> str:
    """The outcome as JSON."""
    return json.dumps(as_data(program, answers), indent=2)


def as_text(decision: Decision, program: Program, answers: Answers) -> str:
    """The outcome for people: who leads, how all stand, why, and what is still open."""
    now = decide(program, answers)
    titles = [option.title for option in decision.options]
    lines = [_headline(now, titles), ""]
    months = number(answers.get(HORIZON)) or program["horizon"]
    over = f"over {AUTHORS.figure(months)} month{'' if months == 1 else 's'}"
    for index, bill in enumerate(bills(program, answers)):
        cost = _cost(bill, decision.currency, over)
        lines.append(f"  {titles[index]}: {_standing(now, index)}{cost}")
    waiting = {question.question for question in open_questions(program, answers, now)}
    asked = [question.ask for question in decision.questions if question.id in waiting]
    if asked:
        lines += ["", "Still open:", *(f"  {ask}" for ask in asked)]
    return "\n".join(lines)


def _headline(now: Outcome, titles: Sequence[str]) -> str:
    leaders = [titles[index] for index in now.leaders]
    if not leaders:
        return "Every option is ruled out."
    if len(leaders) > 1:
        return f"A tie: {' and '.join(leaders)}."
    return f"{leaders[0]} leads{', and no open answer can change that' if now.settled else ''}."


def _standing(now: Outcome, index: int) -> str:
    standing = now.standings[index]
    if standing.out:
        return "ruled out"
    best, points = AUTHORS.figure(standing.best), AUTHORS.figure(standing.points)
    at_worst = standing.worst is not None and f"at worst {AUTHORS.figure(standing.worst)}"
    return f"{points} points ({at_worst or 'may be ruled out'}, at best {best})"


def _cost(bill: Bill, currency: str, over: str) -> str:
    """The total as the calculator says it, no more exact than it deserves, and `over` what time."""
    if bill.total is None:
        return ""
    _before, after = AUTHORS.around(currency)
    low, typical, high = (AUTHORS.amount(end, currency, 3) + after for end in bill.total)
    return f"; {typical} {over} ({low} to {high})"
