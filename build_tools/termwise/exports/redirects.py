"""Pages at addresses that entries had before they were renamed: each leads to the new one."""

from collections.abc import Iterator
from functools import partial

from termwise.exports.planned import Export, PlannedFile
from termwise.lookup.lookup import Lookup
from termwise.model.addresses import page_of, published_url, url_of
from termwise.model.glossary import EntryKey
from termwise.text.escape import html_text


def redirect_files(lookup: Lookup) -> Iterator[PlannedFile]:
    """A page for every former address."""
    for old in lookup.all_moved():
        url = url_of(page_of(old), directory_urls=lookup.site.directory_urls)
        path = f"{url}index.html" if url.endswith("/") else url
        yield PlannedFile(path, partial(_redirect, old))


EXPORT = Export(redirect_files)


def _redirect(old: EntryKey, lookup: Lookup) -> str:
    key = lookup.current(old)
    title = html_text(lookup.entry_title(key))
    url = html_text(published_url(page_of(key), lookup.site))
    link = f'<a href="{url}">{title}</a>'
    moved = lookup.words.say("This page has moved: {link}", link=link)
    return (
        f'<!doctype html>\n<html lang="{html_text(lookup.site.language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<link rel="canonical" href="{url}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={url}">\n</head>\n'
        f"<body><p>{moved}</p></body>\n</html>\n"
    )
