"""What the examination of a large decision left out, in words."""

from termwise.decide.evaluate import Program
from termwise.decide.examine import CELLS, NEIGHBOURHOODS, SAMPLES, Examination, how_many
from termwise.words.words import Words


def left_out(program: Program, found: Examination, words: Words) -> list[str]:
    """All that would have been tried in a decision of usual size; nothing in such a one."""
    parts = []
    figure = words.numbers.figure
    if not found.exact and found.tried < SAMPLES:
        among = how_many(program)
        power = str(len(str(among)) - 1)
        some = figure(among) if among < 10**9 else words.say("about 10^{power}", power=power)
        parts.append(
            words.say(
                "only {tried} of {some} combinations, not {usual}, were tried",
                tried=figure(found.tried), some=some, usual=figure(SAMPLES),
            )
        )  # fmt: skip
    for index in found.thinned:
        count = len(program["questions"][index].get("probes", ()))
        parts.append(
            words.say(
                "of {count} numbers, only {tried} were tried for question {question}",
                count=figure(count), tried=figure(CELLS), question=figure(index + 1),
            )
        )  # fmt: skip
    if found.skipped:
        usual = found.tried if found.exact else min(NEIGHBOURHOODS, found.tried)
        parts.append(
            words.say(
                "whether a question ever changes who leads was tried around only {tried} "
                "combinations, not {usual}",
                tried=figure(usual - found.skipped), usual=figure(usual),
            )
        )  # fmt: skip
    return parts
