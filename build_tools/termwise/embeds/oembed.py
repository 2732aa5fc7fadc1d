"""oEmbed 1.0 (https://oembed.com): how a program finds the frame of a page, as static JSON."""

from termwise.embeds.document import Embed
from termwise.model.embed_addresses import moving_file
from termwise.model.glossary import EntryKey
from termwise.model.site import Site
from termwise.text.escape import html_text, name_in_html

WIDTH = 700
"""Of the frame where a program cannot let it fill the column, in CSS pixels."""

DAY = 86_400


def oembed(key: EntryKey, embed: Embed, site: Site) -> dict[str, object]:
    """The answer to a program that has found the address of this file in the page's head."""
    title = str(embed.data["title"])
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site.name,
        "provider_url": site.url,
        "cache_age": DAY,
        "width": WIDTH,
        "height": embed.height,
        "html": frame_html(f"{site.url}{moving_file(key, 'html')}", title, embed.height, WIDTH),
    }


def frame_html(url: str, title: str, height: int, width: int | str = "100%") -> str:
    """The iframe of an embed, as other sites paste it."""
    return (
        f'<iframe src="{html_text(url)}" title="{name_in_html(title)}" width="{width}" '
        f'height="{height}" loading="lazy" frameborder="0" '
        'sandbox="allow-scripts allow-popups"></iframe>'
    )
