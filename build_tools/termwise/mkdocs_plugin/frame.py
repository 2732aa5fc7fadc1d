"""The theme's frame around pages: rendered by the theme's templates, and cut where it can be.

Pages in one folder have nearly the same frame. Where no templates but Material's and this
package's have a say, it is rendered once for all pages of a kind, with signs in the place of what
differs, and each page's own values are put in. First the frame is rendered with other values,
awkward ones; where putting them in would not give the same, the pages of the kind are rendered
whole. One page costs 0.1 ms so, in place of 1.7.
"""

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

import jinja2
import material
import mkdocs
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.toc import AnchorLink, TableOfContents

from termwise import theme
from termwise.cache.store import digest
from termwise.mkdocs_plugin.neighbours.others import nobody_else
from termwise.mkdocs_plugin.page import GlossaryPage
from termwise.mkdocs_plugin.plain_settings import plain

_KNOWN = tuple(Path(str(each.__file__)).parent for each in (material, mkdocs, theme))
"""Where the templates stand of which it is known that they put values in as they are."""

_AWKWARD = "x &amp; &quot;y&quot; &#39;%20&lt;z&gt; {{ a }} 1/2 @tw"
"""A value that hardly a template can change without its being seen."""

_SIGN = re.compile("@tw-([a-z0-9_]+)(?:<h1)?@")


@dataclass
class Frame:
    """Renders the pages of a site, in which `pages` are all that there are, as MkDocs does.

    `above` are the addresses below which others stand: what links to those is different there.
    """

    config: MkDocsConfig
    nav: Navigation
    env: jinja2.Environment
    pages: Sequence[File]
    above: frozenset[str]
    _cuts: dict[object, Sequence[str] | None] = field(default_factory=dict)

    @classmethod
    def of(
        cls, config: MkDocsConfig, nav: Navigation, env: jinja2.Environment, files: Files
    ) -> "Frame":
        """The frame of the pages of a site."""
        found = [file.url for file in files if not isinstance(file.page, GlossaryPage)]
        linked = (*found, *(page.url for page in nav.pages))
        above = {f"{up}/" for url in linked for up in PurePosixPath(url).parents}
        return cls(config, nav, env, files.documentation_pages(), frozenset(above))

    @cached_property
    def digest(self) -> str | None:
        """What the frame is made of besides the program; None where its templates are unknown."""
        if not self._is_known or not nobody_else(self.config, ("env",)):
            return None
        config = {name: value for name, value in self.config.items() if name not in _FOLDERS}
        parts = (config, self.config.theme, dict(self.config.plugins), str(self.nav), self._marks)
        return digest(repr([plain(part) for part in parts]).encode())

    def rendered(self, page: GlossaryPage) -> str:
        """The whole page, as the theme has it."""
        kind = self._kind(page) if self._is_known else None
        if kind is None:
            return self._whole(page)
        if kind not in self._cuts:
            self._cuts[kind] = self._cut(page)
        cut = self._cuts[kind]
        return self._whole(page) if cut is None else _filled(cut, _values(page))

    @cached_property
    def _marks(self) -> list[Mapping[str, object]]:
        """What the navigation shows of its pages besides their names: icons, what is new."""
        return [
            {name: value for name, value in page.meta.items() if name not in _TEXTS}
            for page in self.nav.pages
        ]

    @cached_property
    def _is_known(self) -> bool:
        folders = map(Path, self.config.theme.dirs)
        return all(any(folder.is_relative_to(known) for known in _KNOWN) for folder in folders)

    def _kind(self, page: GlossaryPage) -> object:
        """What all pages have in common whose frames are alike; None where a page is unlike all.

        A theme asks of values whether they are there, and of headings whether any are below them.
        """
        folder = PurePosixPath(page.url).parent.as_posix()
        if folder == "." or page.url in self.above:
            return None
        rest = {key: page.meta[key] for key in sorted(page.meta) if key not in _TEXTS}
        there = tuple(bool(value) for value in _values(page).values())
        return folder, repr(rest), there, _shape(page.toc), "<h1" in (page.content or "")

    def _cut(self, page: GlossaryPage) -> Sequence[str] | None:
        """The frame in pieces: in turn a part as it is, and the name of the value that follows."""
        values = _values(page).items()
        heads = {name: "<h1" if "<h1" in value else "" for name, value in values}
        signs = {name: value and f"@tw-{name}{heads[name]}@" for name, value in values}
        tried = {name: value and f"{_AWKWARD}{name}{heads[name]}" for name, value in values}
        cut = _SIGN.split(self._whole(_posing(page, signs, "one")))
        whole = self._whole(_posing(page, tried, "other"))
        return cut if _filled(cut, tried) == whole else None

    def _whole(self, page: GlossaryPage) -> str:
        context = get_context(self.nav, self.pages, self.config, page)
        template = self.env.get_template(str(page.meta.get("template", "main.html")))
        page.active = True
        try:
            return template.render(context)
        finally:
            page.active = False


_FOLDERS = ("config_file_path", "docs_dir", "site_dir", "theme", "plugins", "hooks", "watch")
"""Settings of which no page shows anything; the theme's own are looked at by themselves."""


_TEXTS = ("title", "description")


def _values(page: GlossaryPage) -> dict[str, str]:
    """What differs from page to page, by name."""
    texts = {name: str(page.meta.get(name) or "") for name in _TEXTS}
    addresses = {"canonical": page.canonical_url or "", "edit": page.edit_url or ""}
    values = {**texts, **addresses, "content": page.content or ""}
    for number, item in enumerate(_leaves(page.toc)):
        values[f"id{number}"], values[f"heading{number}"] = item.id, item.title
    return values


def _posing(page: GlossaryPage, values: Mapping[str, str], name: str) -> GlossaryPage:
    """Another page in the same folder, which has these values and goes by this name."""
    other, file = copy.copy(page), copy.copy(page.file)
    file.name = file.src_uri = file.dest_uri = other.update_date = other.abs_url = name
    file.url = f"{PurePosixPath(page.url).parent}/{name}{'/' if page.url[-1] == '/' else '.html'}"
    other.file = file
    other.meta = {**page.meta, **{key: values[key] for key in _TEXTS if values[key]}}
    other.canonical_url, other.edit_url = values["canonical"] or None, values["edit"] or None
    other.content, other.toc = values["content"], copy.deepcopy(page.toc)
    for number, item in enumerate(_leaves(other.toc)):
        item.id, item.title = values[f"id{number}"], values[f"heading{number}"]
    return other


def _leaves(toc: Sequence[AnchorLink] | TableOfContents) -> Iterator[AnchorLink]:
    """The headings whose names differ between pages of a kind.

    Those with others below them do not, since themes write their names in several ways; but the
    page's own, of which they use the place alone.
    """
    for item in toc:
        if not item.children or item.level == 1:
            yield item
        yield from _leaves(item.children)


def _shape(toc: Sequence[AnchorLink] | TableOfContents) -> tuple[object, ...]:
    """How headings are nested, and the names of those that have others below them."""
    return tuple(
        (
            item.level,
            (item.id, item.title) if item.children and item.level > 1 else (),
            _shape(item.children),
        )
        for item in toc
    )


def _filled(cut: Sequence[str], values: Mapping[str, str]) -> str:
    pieces = list(cut)
    pieces[1::2] = [values[name] for name in cut[1::2]]
    return "".join(pieces)
