"""Pages at addresses that entries had before they were renamed: each leads to the new one."""

from collections.abc import Iterator
from functools import partial

from termwise.exports.planned import Export, PlannedFile
from termwise.model.addresses import page_of, published_url, url_of
from termwise.model.glossary import EntryKey
from termwise.reading.library import Library
from termwise.reading.lookup import Lookup
from termwise.text.escape import html_text


def redirect_files(library: Library) -> Iterator[PlannedFile]:
    """A page for every former address."""
    for old, new in library.glossary.moved().items():
        url = url_of(page_of(old), directory_urls=library.site.directory_urls)
        path = f"{url}index.html" if url.endswith("/") else url
        yield PlannedFile(path, partial(_redirect, new))


EXPORT = Export(redirect_files)


def _redirect(key: EntryKey, lookup: Lookup) -> str:
    title = html_text(lookup.entry_title(key))
    url = html_text(published_url(page_of(key), lookup.site))
    return (
        f'<!doctype html>\n<html lang="{html_text(lookup.site.language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<link rel="canonical" href="{url}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={url}">\n</head>\n'
        f'<body><p>This page has moved: <a href="{url}">{title}</a></p></body>\n</html>\n'
    )
