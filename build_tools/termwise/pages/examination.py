"""How a decision was examined, in sentences."""

from termwise.decide.examine import Examination
from termwise.decide.left_out import left_out
from termwise.markup.writer import Writer
from termwise.words.words import Words, message

NEVER = (
    ("dead", message("Rules that never held: {places}.")),
    ("idle", message("Rules that never made a difference: {places}.")),
    ("mute", message("Questions that never changed who leads: {places}.")),
    ("hopeless", message("Options that never led: {places}.")),
)
"""What of a report names places in the decision, and how it is said."""


def examination_lines(name: str, writer: Writer) -> list[str]:
    """What the report says, a sentence each, as markup."""
    words, found = writer.words, writer.lookup.examination(name)

    def share(part: int) -> str:
        return _percent(part, found.tried, words)

    shares = [
        words.say("{option} {share}", option=option.title, share=share(wins))
        for option, wins in zip(writer.lookup.decision(name).options, found.wins, strict=True)
    ]
    missing = left_out(writer.lookup.program(name), found, words)
    lines = [
        _how(found, words),
        *(words.say("Left out: {part}.", part=part) for part in missing),
        words.say(
            "Led alone: {shares}. Answers are weighed alike here, which real cases are not.",
            shares=words.chained("{one}, {other}", shares),
        ),
        words.say(
            "Ties: {ties}. No rule spoke: {silent}. All options ruled out: {none_left}.",
            ties=share(found.ties), silent=share(found.silent), none_left=share(found.none_left),
        ),
    ]  # fmt: skip
    for field, sentence in NEVER:
        numbers = [words.numbers.figure(place + 1) for place in getattr(found, field)]
        # Translators: Of questions or rules that are listed by their numbers: there are none.
        none = words.say("none")
        places = words.chained("{one}, {other}", numbers) or none
        lines.append(words.say(sentence, places=places))
    return [writer.name(line) for line in lines]


def _how(found: Examination, words: Words) -> str:
    tried = words.numbers.figure(found.tried)
    if found.exact:
        text = message("All {tried} combinations of answers that the rules tell apart were tried.")
    else:
        text = message(
            "{tried} combinations of answers were drawn at random, always the same ones, since "
            "there are too many to try all, or rules rest on computed quantities."
        )
    return words.say(text, tried=tried)


def _percent(part: int, whole: int, words: Words) -> str:
    share = part / whole if whole else 0
    if 0 < share < 0.01:
        # Translators: Less than this share, in percent.
        return words.say("under {share}", share=words.numbers.percent(0.01))
    return words.numbers.percent(share)
