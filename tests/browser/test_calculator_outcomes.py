"""The calculator in the page says what Python says: of random answers, given in every way."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page

from termwise.decide.costs import bills
from termwise.decide.evaluate import HORIZON, Answers, Program, Range, decide
from termwise.decide.probes import changes, open_questions
from termwise.decide.program import compile_decision
from termwise.decide.questions import answers_of
from termwise.lookup.library import Library
from termwise.markup.rule_words import answer_label
from termwise.model.decision import Decision
from termwise.model.question import NumberQuestion
from termwise.words.words import ENGLISH

Visits = Callable[..., Any]

DECISIONS = (
    "chunking-and-retrieval-for-rag",
    "full-fine-tuning-lora-or-hosted",
    "prompting-rag-or-fine-tuning",
)
BY_LINK, BY_INPUTS, BY_HAND = 185, 15, 2

SHOWN = """
const shown = () => {
  const texts = (selector) =>
    [...document.querySelectorAll(`.tw-calc ${selector}`)].map((element) =>
      element.textContent.replace(/\\s+/g, " ").trim());
  return {
    status: document.querySelector(".tw-calc-status").textContent,
    leaders: texts(".tw-calc-leads > b"),
    standings: document.querySelectorAll(".tw-calc-ranking > li").length === 0 ? null :
      Object.fromEntries([...document.querySelectorAll(".tw-calc-ranking > li")].map((item) =>
        [item.querySelector("b").textContent, item.querySelector("span").textContent])),
    next: texts("[data-part=standing] > p > a")[0] ?? null,
    changes: texts("[data-part=changes] li"),
    costs: [...document.querySelectorAll("[data-part=bills] tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map((cell) => cell.textContent.trim())),
  };
};
"""

FOLLOW = f"""async (fragments) => {{
  {SHOWN}
  const found = [];
  for (const fragment of fragments) {{
    if (found.length % 8) {{
      history.replaceState(null, "", fragment);
      dispatchEvent(new PopStateEvent("popstate"));
    }} else {{
      location.hash = fragment;
      await new Promise((done) => setTimeout(done, found.length ? 0 : 500));
    }}
    found.push(shown());
  }}
  return found;
}}"""

ENTER = f"""(all) => {{
  {SHOWN}
  const form = document.querySelector(".tw-calc");
  const tell = (input, ...events) =>
    events.forEach((name) => input.dispatchEvent(new Event(name, {{bubbles: true}})));
  return all.map((values) => {{
    for (const [name, value] of Object.entries(values)) {{
      const control = form.elements.namedItem(name);
      if (control instanceof RadioNodeList) {{
        const radio = [...control].find((one) => one.value === value);
        if (radio.checked) continue;
        radio.checked = true;
        tell(radio, "input", "change");
      }} else if (control.value !== value) {{
        control.value = value;
        tell(control, "input", "change");
      }}
    }}
    return shown();
  }});
}}"""

NOW = f"() => {{ {SHOWN} return shown(); }}"


def cost(span: Range | None, currency: str = "USD") -> str:
    """A cost as the calculator writes it."""
    if span is None:
        return "not known"
    low, typical, high = (ENGLISH.numbers.amount(value, currency, 3) for value in span)
    return typical if low == high else f"{typical} ({low} to {high})"


def points(value: float) -> str:
    """Points as the calculator writes them."""
    return f"{ENGLISH.numbers.figure(value, 12)} {'point' if abs(value) == 1 else 'points'}"


def listed(names: list[str]) -> str:
    """Names in a sentence."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def lead(decision: Decision, leaders: tuple[int, ...], *, would: bool = False) -> str:
    """Who leads."""
    names = [f"“{decision.options[leader].title}”" for leader in leaders]
    many = "would be" if would else "are"
    if not names:
        return f"all options {many} ruled out"
    if len(names) > 1:
        return f"{listed(names)} {many} tied"
    return f"{names[0]} {'would lead' if would else 'leads'}"


def sentence(decision: Decision, program: Program, answers: Answers) -> str:
    """What the line of the outcome says."""
    asked = {question["id"] for question in program["questions"]}
    if not asked & answers.keys():
        return "No question is answered yet."
    now = decide(program, answers)
    said = f"On these answers, {lead(decision, now.leaders)}"
    if now.settled:
        return f"{said}. This is settled: no open answer can change it."
    return f"{said}, but this is still open." if len(now.leaders) == 1 else f"{said}."


def expected(decision: Decision, program: Program, answers: Answers) -> dict[str, Any]:
    """All of what `NOW` reads, out of the Python twins; of changes only what they come to."""
    now = decide(program, answers)
    titles = [option.title for option in decision.options]
    asks = {question.id: question.ask for question in decision.questions}
    opened = open_questions(program, answers, now)
    return {
        "status": sentence(decision, program, answers),
        "leaders": sorted(titles[leader] for leader in now.leaders),
        "standings": {
            title: "ruled out" if standing.out else points(standing.points)
            for title, standing in zip(titles, now.standings, strict=True)
        },
        "next": asks[opened[0].question] if opened and not now.settled else None,
        "changes": [
            (
                asks[change.question],
                f": {lead(decision, change.leaders, would=True)}"
                f"{', and that settles it' if change.settled else ''}.",
            )
            for change in changes(program, answers, now)
        ],
        "costs": [
            [cost(bill.once), cost(bill.per_month), cost(bill.total)]
            for bill in bills(program, answers)
        ],
    }


def draw(chance: random.Random, decision: Decision, program: Program) -> dict[str, Any]:
    """Answers to some of the questions, and a few own numbers, or another horizon."""
    share = chance.random()
    answers: dict[str, Any] = {}
    for question in program["questions"]:
        if chance.random() > share:
            continue
        if question["kind"] == "number":
            spread = chance.uniform(question["min"], question["max"])
            size = 10 ** chance.uniform(0, 8)
            small = min(max(size, question["min"]), question["max"])
            value = chance.choice([*question["probes"], spread, small])
            answers[question["id"]] = float(round(value))
        else:
            answers[question["id"]] = chance.choice(question["answers"])
    if chance.random() < 0.4:
        for assumption in chance.sample(program["assumptions"], 3):
            value = chance.choice([chance.uniform(0, 100), 10 ** chance.uniform(-3, 6), 0.0])
            answers[assumption["id"]] = round(value, 3)
    if chance.random() < 0.4:
        answers[HORIZON] = float(chance.randint(1, int(decision.horizon.max)))
    return answers


def written(value: object) -> str:
    """A value as a reader would enter it."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def values(program: Program, answers: Answers) -> dict[str, str]:
    """What stands in each control where these answers are given."""
    found = {f"q.{question['id']}": "" for question in program["questions"]}
    found |= {f"own.{assumption['id']}": "" for assumption in program["assumptions"]}
    found["months"] = written(float(program["horizon"]))
    for name, value in answers.items():
        control = "months" if name == HORIZON else f"q.{name}"
        found[control if control in found else f"own.{name}"] = written(value)
    return found


def fragment(program: Program, answers: Answers) -> str:
    """The part of a link that holds these answers."""
    entered = {name: value for name, value in values(program, answers).items() if value}
    parts = {"months": entered.pop("months"), "rules": str(program["version"])}
    for key in ("q", "own"):
        chosen = [
            f"{name.partition('.')[2]}:{value}"
            for name, value in entered.items()
            if name.startswith(f"{key}.")
        ]
        if chosen:
            parts[key] = ",".join(chosen)
    return "#" + "&".join(f"{key}={value}" for key, value in parts.items())


@dataclass(frozen=True)
class Shipped:
    """A decision of the reference site: its page, its file and its rules."""

    path: str
    decision: Decision
    program: Program

    def check(self, answers: Answers, shown: Mapping[str, Any]) -> None:
        """What the page shows is what the answers come to."""
        wanted = expected(self.decision, self.program, answers)
        plain = {**shown, "leaders": sorted(shown["leaders"]), "changes": len(shown["changes"])}
        assert plain == {**wanted, "changes": len(wanted["changes"])}, answers
        for text, (begin, end) in zip(shown["changes"], wanted["changes"], strict=True):
            assert text.startswith(begin), answers
            assert text.endswith(end), answers


@pytest.fixture(params=DECISIONS)
def shipped(request: pytest.FixtureRequest, reference: Library) -> Shipped:
    """Each of them."""
    glossary = reference.glossary
    decision = glossary.decisions[request.param]
    program = compile_decision(decision, glossary.facts).program
    return Shipped(f"decide/{request.param}/", decision, program)


def test_these_are_all_decisions(reference: Library) -> None:
    """A new one must be compared too."""
    assert set(reference.glossary.decisions) == set(DECISIONS)


def test_random_answers_come_to_the_same_in_the_page(visit: Visits, shipped: Shipped) -> None:
    """Outcome, order, points, next question, changes and every cost, as text."""
    decision, program = shipped.decision, shipped.program
    page: Page = visit().go(shipped.path)
    chance = random.Random(program["version"])  # noqa: S311 - a sample, not a secret
    drawn = [{}, *(draw(chance, decision, program) for _ in range(BY_LINK + BY_INPUTS - 1))]
    linked, entered = drawn[:BY_LINK], drawn[BY_LINK:]
    fragments = [fragment(program, answers) for answers in linked]
    for answers, shown in zip(linked, page.evaluate(FOLLOW, fragments), strict=True):
        shipped.check(answers, shown)
    controls = [values(program, answers) for answers in entered]
    for answers, shown in zip(entered, page.evaluate(ENTER, controls), strict=True):
        shipped.check(answers, shown)
    outcomes = [decide(program, answers) for answers in drawn]
    tries = {"settled": sum(now.settled for now in outcomes)}
    tries["ties"] = sum(len(now.leaders) > 1 for now in outcomes)
    tries["out"] = sum(standing.out is True for now in outcomes for standing in now.standings)
    assert min(tries.values()) > 5, tries


def test_answers_given_by_hand_come_to_the_same(visit: Visits, shipped: Shipped) -> None:
    """By mouse and typed, one after the other; each time over the answers from before."""
    page: Page = visit().go(shipped.path)
    chance = random.Random(shipped.program["version"])  # noqa: S311
    for _time in range(BY_HAND):
        answers: dict[str, str | float] = {}
        for question in shipped.decision.questions:
            if isinstance(question, NumberQuestion):
                value = chance.randrange(int(question.min), int(question.max) + 1)
                page.get_by_label(question.ask).fill(str(value))
                answers[question.id] = float(value)
            else:
                answer = chance.choice(answers_of(question))
                group = page.get_by_role("group", name=question.ask, exact=True)
                group.get_by_label(answer_label(question, answer, ENGLISH), exact=True).click()
                answers[question.id] = answer
        shipped.check(answers, page.evaluate(NOW))
