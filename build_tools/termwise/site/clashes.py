"""Addresses at which both the glossary and the site would have a page or a file."""

from collections.abc import Iterable, Iterator, Mapping

from termwise.model.addresses import HOME, url_of
from termwise.model.problem import Problem
from termwise.model.site import Site
from termwise.pages.planned import PlannedPage


def clashes(pages: Iterable[PlannedPage], site: Site, own: Mapping[str, str]) -> Iterator[Problem]:
    """A problem for each page of the glossary at whose address the site has one of its own.

    `own` names, by address, the file that stands there.
    """
    for planned in pages:
        url = url_of(planned.path, directory_urls=site.directory_urls)
        if url in own and planned.path != HOME:
            ours = planned.source or f"the glossary's list {site.prefix}{planned.path}"
            yield Problem(
                "address-taken",
                f'this page and {ours} would both stand at "/{site.prefix}{url}"',
                _apart(site),
                file=own[url],
                line=1,
                column=1,
            )


def asset_clash(own: str, site: Site) -> Problem:
    """The problem that a style sheet or script of ours would stand where the site has a file."""
    fault = "a file of the glossary's would stand at the same address"
    return Problem("address-taken", fault, _apart(site), file=own, line=1, column=1)


def _apart(site: Site) -> str:
    """What to do where two files would stand at one address."""
    if site.prefix:
        return f'rename one of them, or choose another prefix than "{site.prefix.rstrip("/")}"'
    folder = "give the glossary a folder of its own by the plugin's option prefix"
    return f"rename one of them, or {folder}, such as prefix: glossary"
