"""The files of the glossary's pages, as MkDocs and its other plugins see them."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from termwise.model.addresses import HOME
from termwise.pages.planned import PlannedPage


class GlossaryFile(File):
    """The file of a page that is made, not read.

    A plugin that asks for a page's file, say for its last commit, is told the YAML that the page is
    made of. A page that is made of many says that it is generated, and names the taxonomy, since
    not every plugin knows files without a place. What is made `direct`ly is not for MkDocs to make.
    """

    def __init__(
        self, planned: PlannedPage, prefix: str, config: MkDocsConfig, root: Path, taxonomy: Path
    ) -> None:
        super().__init__(
            prefix + planned.path,
            None,
            config.site_dir,
            config.use_directory_urls,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        self.planned = planned
        self.made = self.direct = False
        self.locale = self.locale_alternate_of = ""
        self.alternates: dict[str, File] = {}
        self.abs_src_path = str(root / planned.source if planned.source else taxonomy)
        self.generated_by = None if planned.source else "termwise"
        self.edit_uri = None
        self._content = ""

    def is_documentation_page(self) -> bool:
        """Whether MkDocs is to make the page: not where it stands already, and is only linked."""
        return not self.made and super().is_documentation_page()

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing: there is no file to be copied where the page stands already."""


def restore(pages: Iterable[GlossaryFile], files: Files, prefix: str) -> None:
    """Add the pages that are missing among the files, and replace nothing.

    The home page makes way for a text of the site's own, which it then stands around.
    """
    texts = [files.get_file_from_path(f"{prefix}{name}") for name in (HOME, "README.md")]
    taken = any(text is not None and not isinstance(text, GlossaryFile) for text in texts)
    for page in pages:
        there = files.get_file_from_path(page.src_uri)
        if page.src_uri == f"{prefix}{HOME}" and taken:
            if there is page:
                files.remove(page)
        elif there is None:
            files.append(page)
