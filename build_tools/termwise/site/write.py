"""`termwise write OUT`: the same pages as plain files, for any builder of Markdown sites."""

import itertools
import json
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from termwise import theme
from termwise.loader import shown_path
from termwise.lookup.library import Library
from termwise.lookup.reads import with_changes
from termwise.model.addresses import from_glossary
from termwise.model.problem import Problem
from termwise.project.settings import Folders, Settings
from termwise.project.tags import ConfigDumper
from termwise.publishing.stage import staged
from termwise.render import ASSETS, assets
from termwise.site.make import Page, make_markdown
from termwise.site.plain_config import DOCS, plain_config, theme_of
from termwise.site.plan import plan_glossary, plan_own
from termwise.site.publish import (
    data_works,
    is_lost,
    keep_promises,
    make_embeds,
    store_promises,
)
from termwise.site.workshop import Workshop

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
    warnings: tuple[Problem, ...]


def loses_pinned(settings: Settings, out: Path) -> bool:
    """Whether the publisher's pinned embeds would go with what was in `out`."""
    pinned = settings.folders.pinned
    return pinned is not None and is_lost(pinned, out)


def write(library: Library, settings: Settings, out: Path) -> Written:
    """Write every page into `out/docs` and a configuration without the plugin beside it.

    All is written to a folder beside `out` first, which then takes its place. Pinned embeds of
    an earlier output stay. Raises `OSError`, with `out` as it was: also where it holds what no
    earlier `write` has left in it.
    """
    with staged(out) as stage:
        if not _may_replace(out):
            raise FileExistsError(
                "it holds files that termwise did not write; choose an empty folder"
            )
        count = _fill(stage.folder, out.resolve(), library, settings)
        pinned, prefix = settings.folders.pinned, settings.site.prefix
        new = stage.folder / DOCS / prefix
        warnings = tuple(keep_promises(out / DOCS / prefix, new, pinned))
        if pinned:
            store_promises(new, pinned)
        stage.publish()
    return Written(count, warnings)


def _may_replace(out: Path) -> bool:
    """Whether nothing would be lost but what an earlier `write` left; hidden files stay."""
    if not any(path for path in out.glob("*") if not path.name.startswith(".")):
        return True
    config = out / "mkdocs.yml"
    return config.is_file() and config.read_text("utf-8", "replace").startswith(MARK)


def _fill(staged: Path, out: Path, library: Library, settings: Settings) -> int:
    prefix = library.site.prefix
    _copy_content(settings.folders, staged / DOCS, _published(library))
    own = frozenset(
        from_glossary(path.relative_to(staged / DOCS).as_posix(), prefix)
        for path in (staged / DOCS).rglob("*")
    )
    # The Markdown of a page is what its HTML is built from, and not published beside it.
    new = staged / DOCS / prefix
    workshop = Workshop(new, given=own)
    library = with_changes(make_embeds(library, workshop), markdown=False)
    workshop.make(data_works(library), library)
    count = 0
    for place, page, headed in _pages(library, settings):
        target = staged / DOCS / place
        target.parent.mkdir(parents=True, exist_ok=True)
        text = (_headed(page) if headed else page.head) + page.body
        target.write_text(text, "utf-8", newline="\n")
        count += 1
    decisions = bool(library.glossary.decisions)
    for asset in itertools.chain(*assets(decisions=decisions, prefix=prefix)):
        target = staged / DOCS / asset
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ASSETS / Path(asset).name, target)
    if theme.is_chosen(settings.config):
        for asset in (theme.STYLE_SHEET, theme.SCRIPT):
            shutil.copyfile(theme.FOLDER / asset, staged / DOCS / asset)
    _override(staged, settings, heads=bool(library.site.url))
    config = plain_config(
        settings.config, settings.folders.root, out, decisions=decisions, prefix=prefix
    )
    if (staged / OVERRIDES).is_dir():
        config["theme"] = {**theme_of(config), "custom_dir": OVERRIDES}
    written = yaml.dump(config, Dumper=ConfigDumper, sort_keys=False, allow_unicode=True)
    (staged / "mkdocs.yml").write_text(MARK + written, "utf-8", newline="\n")
    return count


def _published(library: Library) -> frozenset[str]:
    """The files of the site's own pages that are written with their links put in."""
    return frozenset(
        library.glossary.origins["guide", name].file for name in library.glossary.guides
    )


def _override(staged: Path, settings: Settings, *, heads: bool) -> None:
    """Put the theme's templates beside the pages: the site's own, and what completes a head."""
    folder = staged / OVERRIDES
    given = theme_of(settings.config)
    if given.get("custom_dir"):
        shutil.copytree(settings.folders.root / str(given["custom_dir"]), folder)
    main = folder / "main.html"
    if heads and given.get("name") and not main.exists():
        folder.mkdir(exist_ok=True)
        main.write_text(HEAD, "utf-8", newline="\n")


def _pages(library: Library, settings: Settings) -> Iterator[tuple[str, Page, bool]]:
    """Each page with its place below the folder of pages, and whether it gets a head from us.

    A page of the site's own stands where its file did.
    """
    site = library.site
    for planned in plan_glossary(library):
        yield site.prefix + planned.path, make_markdown(planned, library, rooted=True), True
    content, root = settings.folders.content.resolve(), settings.folders.root
    for planned in plan_own(library):
        place = (root / planned.source).resolve().relative_to(content).as_posix()
        yield place, make_markdown(planned, library, rooted=True), site.whole


def _headed(page: Page) -> str:
    """The page's front matter, with what goes into the head of the finished page."""
    line = f"termwise_head: {json.dumps(page.tags, ensure_ascii=False)}\n"
    if not page.tags:
        return page.head
    if not page.head:
        return f"---\n{line}---\n\n"
    before, hyphens, after = page.head.rpartition("\n---")
    return f"{before}\n{line}---{after}" if hyphens and not after.strip() else page.head


def _copy_content(folders: Folders, docs: Path, published: Collection[str]) -> None:
    """Copy all that is not a page: pictures, style sheets, and what other pages take parts from."""
    content = folders.content
    docs.mkdir(parents=True)
    for path in sorted(content.rglob("*")):
        if path.is_file() and shown_path(path, folders.root) not in published:
            target = docs / path.relative_to(content)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
