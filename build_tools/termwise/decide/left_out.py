"""What the examination of a large decision left out, in words."""

from termwise.decide.evaluate import Program
from termwise.decide.examine import CELLS, NEIGHBOURHOODS, SAMPLES, Examination, how_many


def left_out(program: Program, found: Examination) -> list[str]:
    """All that would have been tried in a decision of usual size; nothing in such a one."""
    parts = []
    if not found.exact and found.tried < SAMPLES:
        among = how_many(program)
        some = f"{among:,}" if among < 10**9 else f"about 10^{len(str(among)) - 1}"
        parts.append(f"only {found.tried:,} of {some} combinations, not {SAMPLES:,}, were tried")
    for index in found.thinned:
        count = len(program["questions"][index].get("probes", ()))
        parts.append(f"of {count:,} numbers, only {CELLS} were tried for question {index + 1}")
    if found.skipped:
        usual = found.tried if found.exact else min(NEIGHBOURHOODS, found.tried)
        parts.append(
            "whether a question ever changes who leads was tried around only "
            f"{usual - found.skipped:,} combinations, not {usual:,}"
        )
    return parts
