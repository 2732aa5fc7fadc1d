"""`termwise write OUT`: the same pages as plain files, for any builder of Markdown sites."""

import itertools
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from termwise.build import Page, make_markdown, plan
from termwise.producers.head import Heads
from termwise.producers.reading import Library
from termwise.publish import is_lost, keep_promises, store_promises, with_pins, write_data
from termwise.render import ASSETS, EXTENSIONS, assets
from termwise.settings import PLUGIN, ConfigDumper, Settings

DOCS = "docs"
OVERRIDES = "overrides"
HEAD = """\
{% extends "base.html" %}
{% block extrahead %}
{{ super() }}
{% if page and page.meta and page.meta.termwise_head %}{{ page.meta.termwise_head }}{% endif %}
{% endblock %}
"""
"""The theme's template `main.html`, with what stands in a page's front matter in its head."""

MARK = "# Written by `termwise write`, which replaces this folder. Edit the glossary instead.\n"
"""The first line of the configuration, by which an earlier output is known from other files."""


@dataclass(frozen=True)
class Written:
    """How many pages were written, and what their publisher should look at."""

    pages: int
    warnings: tuple[str, ...]


def may_replace(out: Path) -> bool:
    """Whether nothing would be lost but what an earlier `write` left in `out`."""
    if not out.exists() or not any(out.iterdir()):
        return True
    config = out / "mkdocs.yml"
    return config.is_file() and config.read_text("utf-8", "replace").startswith(MARK)


def loses_pinned(settings: Settings, out: Path) -> bool:
    """Whether the publisher's pinned embeds would go with what was in `out`."""
    pinned = settings.folders.pinned
    return pinned is not None and is_lost(pinned, out)


def write(library: Library, settings: Settings, out: Path) -> Written:
    """Write every page into `out/docs` and a configuration without the plugin beside it.

    All is written to a folder next to `out` first, which then takes its place; a failure
    leaves `out` as it was. Pinned embeds of an earlier output stay.
    """
    out = out.resolve()
    staged = out.with_name(f"{out.name}.new")
    shutil.rmtree(staged, ignore_errors=True)
    try:
        count = _fill(staged, library, settings)
        pinned = settings.folders.pinned
        warnings = tuple(keep_promises(out / DOCS, staged / DOCS, pinned))
        if pinned:
            store_promises(staged / DOCS, pinned)
        earlier = out.with_name(f"{out.name}.old")
        shutil.rmtree(earlier, ignore_errors=True)
        if out.exists():
            out.rename(earlier)
        staged.rename(out)
        shutil.rmtree(earlier, ignore_errors=True)
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return Written(count, warnings)


def _fill(staged: Path, library: Library, settings: Settings) -> int:
    _copy_content(settings.folders.content, staged / DOCS)
    own = frozenset(
        path.relative_to(staged / DOCS).as_posix() for path in (staged / DOCS).rglob("*")
    )
    # The Markdown of a page is what its HTML is built from, and not published beside it.
    library = replace(with_pins(library), markdown=False)
    write_data(library, staged / DOCS, own)
    heads = Heads(library)
    count = 0
    for page in _pages(library):
        target = staged / DOCS / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        text = _headed(page, heads) + page.body
        target.write_text(text, "utf-8", newline="\n")
        count += 1
    decisions = bool(library.glossary.decisions)
    for asset in itertools.chain(*assets(decisions=decisions)):
        target = staged / DOCS / asset
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ASSETS / Path(asset).name, target)
    config = plain_config(settings.config, decisions=decisions)
    if library.site.url and _takes_overrides(config):
        config["theme"] = {**_theme(config), "custom_dir": OVERRIDES}
        (staged / OVERRIDES).mkdir()
        (staged / OVERRIDES / "main.html").write_text(HEAD, "utf-8", newline="\n")
    written = yaml.dump(config, Dumper=ConfigDumper, sort_keys=False, allow_unicode=True)
    (staged / "mkdocs.yml").write_text(MARK + written, "utf-8", newline="\n")
    return count


def _pages(library: Library) -> Iterator[Page]:
    base = urlsplit(library.site.url).path or "/"
    return (make_markdown(planned, library, base=base) for planned in plan(library))


def _headed(page: Page, heads: Heads) -> str:
    """The page's front matter, with what goes into the head of the finished page."""
    tags = heads.of(page.path, page.meta)
    if not tags:
        return page.head
    line = f"termwise_head: {json.dumps(tags, ensure_ascii=False)}\n"
    before, hyphens, after = page.head.rpartition("---")
    return f"{before}{line}---{after}" if hyphens else f"---\n{line}---\n\n"


def _theme(config: Mapping[str, Any]) -> Mapping[str, Any]:
    """The settings of the theme, which may be its name alone."""
    theme = config.get("theme")
    return theme if isinstance(theme, Mapping) else {"name": theme} if theme else {}


def _takes_overrides(config: Mapping[str, Any]) -> bool:
    """Whether the theme is one that is installed, and its templates are not replaced already."""
    theme = _theme(config)
    return bool(theme.get("name")) and not theme.get("custom_dir")


def _copy_content(content: Path, docs: Path) -> None:
    """Pictures, style sheets and whatever else is no page."""
    docs.mkdir(parents=True)
    for path in sorted(content.rglob("*")):
        if path.is_file() and not path.name.endswith(".md"):
            target = docs / path.relative_to(content)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def plain_config(config: Mapping[str, Any], *, decisions: bool) -> dict[str, Any]:
    """The site's configuration for where the plugin is not: what it added, written out."""
    plain = {**config, "docs_dir": DOCS}
    plugins = plain.get("plugins") or []
    if isinstance(plugins, dict):
        plain["plugins"] = {name: options for name, options in plugins.items() if name != PLUGIN}
    else:
        plain["plugins"] = [
            entry for entry in plugins
            if entry != PLUGIN and not (isinstance(entry, dict) and PLUGIN in entry)
        ]  # fmt: skip
    extensions = list(plain.get("markdown_extensions") or [])
    named = {next(iter(entry)) if isinstance(entry, dict) else entry for entry in extensions}
    plain["markdown_extensions"] = extensions + [name for name in EXTENSIONS if name not in named]
    style_sheets, scripts = assets(decisions=decisions)
    plain["extra_css"] = [*style_sheets, *(plain.get("extra_css") or [])]
    plain["extra_javascript"] = [*scripts, *(plain.get("extra_javascript") or [])]
    plain["not_in_nav"] = "*"
    plain.pop("watch", None)
    return plain
