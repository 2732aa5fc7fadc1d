"""The pages of the site as MkDocs has them: which are its own, where they stand, what they say."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from termwise.loader import shown_path
from termwise.loader.folder import SourceText
from termwise.loader.guides import OwnPage
from termwise.mkdocs_plugin.page import GlossaryPage
from termwise.model.addresses import from_glossary, page_at
from termwise.project.config_file import read_config


def root_of(config: MkDocsConfig) -> Path:
    """The folder of the project."""
    return Path(config.config_file_path).resolve().parent


def as_given(config: MkDocsConfig, *, preview: bool) -> Mapping[str, Any]:
    """The configuration as its author wrote it: in a preview MkDocs makes up the address."""
    if not preview or read_config(Path(config.config_file_path)).get("site_url"):
        return config
    return {**config, "site_url": ""}


def give_titles(nav: object, files: Files) -> None:
    """Give our pages the titles that the navigation has for them."""
    if isinstance(nav, list):
        for item in nav:
            give_titles(item, files)
    elif isinstance(nav, dict):
        for title, path in nav.items():
            file = files.get_file_from_path(path) if isinstance(path, str) else None
            if file and isinstance(file.page, GlossaryPage):
                file.page.title = title
            elif not isinstance(path, str):
                give_titles(path, files)


def is_published(file: File) -> bool:
    """Whether MkDocs writes a file into the site: neither a draft nor excluded."""
    return bool(file.inclusion.value > InclusionLevel.DRAFT.value)


def place_of(file: File, prefix: str) -> str:
    """Where a page stands, as the glossary has it."""
    return from_glossary(page_at(file.url.removeprefix("./")), prefix)


def shown_file(file: File, root: Path) -> str:
    """How a file is named to its author."""
    if file.abs_src_path and not file.generated_by:
        return shown_path(Path(file.abs_src_path), root)
    by = f" (made by the plugin {file.generated_by})" if file.generated_by else ""
    return f"{file.src_uri}{by}"


def addresses_of(files: Files, root: Path, prefix: str) -> dict[str, str]:
    """What stands where in the glossary's part of the site: by address, how its file is named.

    Drafts are among them: they stand in the preview.
    """
    return {
        place.removeprefix(prefix): shown_file(file, root)
        for file in files
        if file.inclusion.value >= InclusionLevel.DRAFT.value
        and not isinstance(file.page, GlossaryPage)
        if (place := file.url.removeprefix("./")).startswith(prefix)
    }


def own_pages(files: Files, root: Path, prefix: str) -> Iterator[tuple[File, OwnPage]]:
    """Each page of the site's own that is published."""
    for file in files.documentation_pages():
        if isinstance(file.page, GlossaryPage) or not is_published(file):
            continue
        try:
            text = file.content_string
        except (OSError, ValueError):
            continue  # MkDocs says what is wrong with it
        shown = shown_file(file, root)
        source = SourceText(file.src_uri, shown, text)
        yield file, (place_of(file, prefix), from_glossary(file.src_uri, prefix), source)
