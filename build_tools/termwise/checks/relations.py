"""What a term says of others, and a path of its steps: each other once, and never itself."""

from collections.abc import Iterator, Sequence

from termwise.checks.examined import Examined
from termwise.model.glossary import Origin
from termwise.model.problem import Problem


def a_term_is_related_to_others_alone(examined: Examined) -> Iterator[Problem]:
    """No term is related to itself, mistaken for itself, or related twice in one way."""
    for name, term in examined.glossary.terms.items():
        origin = examined.glossary.origins["term", name]
        related = [(item.term, item.kind) for item in term.related]
        confused = [item.term for item in term.confused_with]
        named = [(("related", at, "term"), other) for at, (other, _kind) in enumerate(related)]
        named += [(("confused_with", at, "term"), other) for at, other in enumerate(confused)]
        for path, other in named:
            if other == name:
                fault = f'"{name}" is this term itself'
                yield origin.problem(
                    "names-itself", fault, "name another, or take it out", path=path
                )
        yield from _repeated(origin, "related", related)
        yield from _repeated(origin, "confused_with", [(other, "") for other in confused])


def a_path_stops_nowhere_twice(examined: Examined) -> Iterator[Problem]:
    """Each step of a path is another term."""
    for name, path in examined.glossary.paths.items():
        origin = examined.glossary.origins["path", name]
        yield from _repeated(origin, "steps", [(step.term, "") for step in path.steps])


def _repeated(origin: Origin, key: str, named: Sequence[tuple[str, str]]) -> Iterator[Problem]:
    """The items of a list that name the same term, in the same way, as an earlier one."""
    seen = set()
    for index, item in enumerate(named):
        if item in seen:
            fault = f'"{item[0]}" stands here twice'
            yield origin.problem("named-twice", fault, "keep one", path=(key, index, "term"))
        seen.add(item)
