"""Sources as pages cite them."""

from collections.abc import Iterable

from termwise.linking import addresses
from termwise.model.source import Source
from termwise.model.values import date_label
from termwise.producers.reading import Reading


def source_line(name: str, reading: Reading) -> str:
    """One source in a list of references, as Markdown: author, title, publisher, date."""
    source = reading.source(name)
    title = reading.name(source.title)
    linked = f"[{title}]({source.url})" if source.url else title
    parts = [reading.name(source.author)] if source.author else []
    parts.append(f"*{linked}*")
    if source.publisher and source.publisher != source.author:
        parts.append(reading.name(source.publisher))
    parts.append(source_date(source))
    return ", ".join(part for part in parts if part)


def source_date(source: Source) -> str:
    """When a source was published, or else when it was read."""
    if source.published:
        return date_label(source.published)
    return f"read {date_label(source.retrieved)}" if source.retrieved else ""


def source_lines(names: Iterable[str], reading: Reading) -> list[tuple[str, str]]:
    """Each source as a line, with the link to its entry on the page of sources."""
    page = reading.file_link(addresses.SOURCES)
    return [(source_line(name, reading), f"{page}#{name}") for name in names]
