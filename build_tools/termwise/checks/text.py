"""The text fields."""

from collections.abc import Callable, Iterator

from termwise.checks.examined import Examined
from termwise.checks.references import first_of_each, remedy
from termwise.model.problem import Problem
from termwise.model.values import shortened
from termwise.text.outline import named_in
from termwise.text.parse import parse
from termwise.text.tree import FactValue, TermLink, links


def what_text_links_exists(examined: Examined) -> Iterator[Problem]:
    """Every `[[term]]` and `{{fact}}` in a text exists."""
    unknown = (
        (origin, path, kind, link)
        for origin, path, text in examined.texts
        if any(not examined.knows_link(*named) for named in named_in(text))
        for link in links(parse(text).blocks)
        for kind in ("term" if isinstance(link, TermLink) else "fact",)
        if not examined.knows_link(kind, link.name)
    )
    for origin, path, kind, link in first_of_each(unknown):
        yield origin.problem(
            f"unknown-{kind}",
            f'no {kind} "{shortened(link.name)}"',
            remedy(examined, kind, link.name),
            path=path,
            needle=_as_written(link),
        )


def _as_written(link: TermLink | FactValue) -> str:
    """The link from its brackets to the sign after its id, which no longer id shares."""
    return link.typed[: link.typed.index(link.name) + len(link.name) + 1]


def text_holds_no_markup_of_its_own(examined: Examined) -> Iterator[Problem]:
    """No text holds raw HTML, images, headings, attribute lists or links with other schemes."""
    return _refused(examined, lambda code: code not in ("unfinished-link", "too-deep"))


def links_in_text_are_finished(examined: Examined) -> Iterator[Problem]:
    """Every `[[` and `{{` begins a link or a value that is closed and says what it shows."""
    return _refused(examined, lambda code: code == "unfinished-link")


def text_nests_within_bounds(examined: Examined) -> Iterator[Problem]:
    """No text has lists, quotes or emphasis within each other past a bound."""
    return _refused(examined, lambda code: code == "too-deep")


def _refused(examined: Examined, wanted: Callable[[str], bool]) -> Iterator[Problem]:
    found = ((origin, path, each) for origin, path, each in examined.refused if wanted(each.code))
    for origin, path, each in first_of_each(found):
        yield origin.problem(each.code, each.fault, each.remedy, path=path, needle=each.needle)
