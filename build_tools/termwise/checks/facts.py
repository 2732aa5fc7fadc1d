"""Facts."""

from collections.abc import Iterator

from termwise.checks.examined import Examined
from termwise.model.problem import Problem


def observations_of_a_fact_share_a_unit(examined: Examined) -> Iterator[Problem]:
    """Numbers in one fact are in one unit, so that they can be set side by side."""
    for name, fact in examined.glossary.facts.items():
        origin = examined.glossary.origins["fact", name]
        units = [seen.unit for seen in fact.observations if seen.numeric]
        for index, seen in enumerate(fact.observations):
            if seen.numeric and seen.unit != units[0]:
                yield origin.problem(
                    "mixed-units",
                    f'"{seen.unit or "no unit"}" stands beside "{units[0] or "no unit"}"',
                    "give the numbers of one fact in one unit, or make it two facts",
                    path=("observations", index, "unit"),
                )
        if fact.typical and not units:
            yield origin.problem(
                "typical-without-number", "typical needs an observation with a number",
                "take typical out, or give a number", path=("typical",),
            )  # fmt: skip
