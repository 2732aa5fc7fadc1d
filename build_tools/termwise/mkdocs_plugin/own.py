"""What the site's own pages get from the glossary, once MkDocs has converted them."""

from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from termwise.mkdocs_plugin.building import Ready
from termwise.mkdocs_plugin.page import GlossaryPage, heading_options
from termwise.model.addresses import HOME
from termwise.site.make import linked_data, make_html


def completed(html: str, page: Page, ready: Ready, config: MkDocsConfig) -> str | None:
    """The page with what is ours: the home page around its text, or what any other is about."""
    planned = ready.own.get(page.file.src_uri)
    if planned is None or isinstance(page, GlossaryPage):
        return None
    if planned.path != HOME:
        return html + linked_data(planned, ready.library)
    library = replace(ready.library, converted={"index": html})
    permalink, depth = heading_options(config)
    made = make_html(planned, library, permalink=permalink, depth=depth)
    title = page.toc.items[-1] if page.toc.items else None
    within = title.children if title and title.level == 1 else page.toc.items
    within.extend(get_toc(made.contents).items)
    return made.body
