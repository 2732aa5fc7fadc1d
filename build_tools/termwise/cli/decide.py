"""`termwise decide`: what a decision comes to for the answers given."""

from pathlib import Path

import click

from termwise.cli import explain
from termwise.cli.project import config_option, read
from termwise.decide.program import compile_decision
from termwise.decide.situations import read_answers
from termwise.model.names import did_you_mean
from termwise.model.problem import Problem, ProblemError
from termwise.project.settings import read_settings, today_from_environment


@click.command()
@config_option
@click.argument("name", metavar="ID")
@click.option(
    "--answer", "given", multiple=True, metavar="QUESTION=ANSWER", help="May be repeated."
)
@click.option("--json", "wants_json", is_flag=True, help="Print the whole outcome as JSON.")
def decide(config_file: Path, name: str, given: tuple[str, ...], wants_json: bool) -> None:
    """Say what the decision ID comes to for the answers given; the rest is not sure.

    Own numbers for assumptions, and `horizon` in months, are given in the same way.
    """
    checked = read(read_settings(config_file), today_from_environment())
    decision = checked.glossary.decisions.get(name)
    if decision is None:
        known = did_you_mean(name, checked.glossary.decisions, "termwise check says what is wrong")
        raise click.BadParameter(f'there is no decision "{name}"; {known}', param_hint="ID")
    compiled = compile_decision(decision, checked.glossary.facts)
    if not compiled.whole:
        fault = f'the decision "{name}" has faults'
        raise ProblemError(Problem("faulty-decision", fault, "termwise check lists them"))
    answers, wrong = read_answers(decision, dict(_pair(answer) for answer in given))
    if wrong:
        said = "; ".join(f"{fault.field}: {fault.message}" for fault in wrong)
        raise click.BadParameter(said, param_hint="--answer")
    program = compiled.program
    as_text = explain.as_text(decision, program, answers)
    click.echo(explain.as_json(program, answers) if wants_json else as_text)


def _pair(answer: str) -> tuple[str, str]:
    """The question and the answer to it, of what was given for both."""
    question, sign, said = answer.partition("=")
    if not sign:
        wanted = f"write the question, = and the answer, such as {answer}=yes"
        raise click.BadParameter(f"{answer}: {wanted}", param_hint="--answer")
    return question, said
