"""How a decision was examined, in sentences."""

from termwise.decide.left_out import left_out
from termwise.words.numbers import ENGLISH
from termwise.writing.writer import Writer


def examination_lines(name: str, writer: Writer) -> list[str]:
    """What the report says, a sentence each, as markup."""
    decision, found = writer.lookup.decision(name), writer.lookup.examination(name)
    tried = ENGLISH.figure(found.tried)
    if found.exact:
        how = f"All {tried} combinations of answers that the rules tell apart were tried."
    else:
        how = (
            f"{tried} combinations of answers were drawn at random, always the same "
            "ones, since there are too many to try all, or rules rest on computed quantities."
        )
    shares = ", ".join(
        f"{option.title} {_percent(wins, found.tried)}"
        for option, wins in zip(decision.options, found.wins, strict=True)
    )
    lines = [
        how,
        *(f"Left out: {part}." for part in left_out(writer.lookup.program(name), found)),
        f"Led alone: {shares}. Answers are weighed alike here, which real cases are not.",
        f"Ties: {_percent(found.ties, found.tried)}. "
        f"No rule spoke: {_percent(found.silent, found.tried)}. "
        f"All options ruled out: {_percent(found.none_left, found.tried)}.",
    ]
    for places, sentence in (
        (found.dead, "Rules that never held"),
        (found.idle, "Rules that never made a difference"),
        (found.mute, "Questions that never changed who leads"),
        (found.hopeless, "Options that never led"),
    ):
        shown = ", ".join(str(place + 1) for place in places) or "none"
        lines.append(f"{sentence}: {shown}.")
    return [writer.name(line) for line in lines]


def _percent(part: int, whole: int) -> str:
    share = part / whole if whole else 0
    return f"under {ENGLISH.percent(0.01)}" if 0 < share < 0.01 else ENGLISH.percent(share)
