"""Embeds to files: the page for an iframe, and the data for elements on other sites."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from termwise.embeds.document import Embed
from termwise.embeds.nodes import Nodes, html_of
from termwise.render import ASSETS, template
from termwise.text.script_data import script_data
from termwise.words.words import ENGLISH, Words

SHARED = ASSETS / "embed"
"""Scripts and style sheets that all embeds use, as `widgets/` makes them."""


@dataclass(frozen=True)
class Rendered:
    """An embed as text: its data as JSON, and the page for an iframe, in each of its places."""

    data: str
    pages: tuple[str, ...]


@cache
def shared_files() -> Mapping[str, bytes]:
    """The scripts and style sheets of embeds by their names."""
    return {path.name: path.read_bytes() for path in sorted(Path(SHARED).iterdir())}


def render_embed(
    embed: Embed, places: tuple[str, ...], origin: str, words: Words = ENGLISH
) -> Rendered:
    """The files of an embed; a page for each of the `places` of its scripts, relative to it.

    `origin` is the host that the glossary is published on; the page admits nothing else.
    """
    data = dict(embed.data)
    form = ""
    if embed.form:
        form = template(embed.form.template, words).render(embed.form.values)
        data["form"] = form
    values = {
        "data": data,
        "html_of": _html_of,
        "form": Markup(form),  # noqa: S704 - a template escaped what is in it
        "json": Markup(script_data(data.get("data"))),  # noqa: S704 - it escapes all signs of HTML
        "policy": _policy(origin),
    }
    page = template("embed.j2", words)
    pages = tuple(page.render(values, shared=shared) for shared in places)
    return Rendered(script_data(data) + "\n", pages)


def digest(files: Mapping[str, bytes]) -> str:
    """What files come to: 32 hexadecimal digits that other content would not have."""
    found = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()[:32]


def integrity(content: bytes) -> str:
    """A file's digest as browsers check it (W3C, Subresource Integrity)."""
    return "sha384-" + base64.b64encode(hashlib.sha384(content).digest()).decode()


def _html_of(nodes: Nodes) -> Markup:
    return Markup(html_of(nodes))  # noqa: S704 - it escapes every text


def _policy(origin: str) -> str:
    """The page's own policy: nothing but the site's scripts and style sheets.

    In a sandboxed frame `'self'` may mean nothing, hence the origin by name.
    """
    ours = f"'self' {origin}".strip()
    rules = (
        "default-src 'none'",
        f"script-src {ours}",
        f"style-src {ours}",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(rules)
