"""From the folder beside the site into the site's place."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from termwise.mkdocs_plugin.neighbours import held_files
from termwise.mkdocs_plugin.staging import Staging
from termwise.mkdocs_plugin.telling import log, tell
from termwise.project.options import read_options
from termwise.project.settings import Folders, located, stand_apart
from termwise.site.publish import is_lost, keep_promises, store_promises


def stage(config: MkDocsConfig, folders: Folders, *, deployed: bool) -> Staging:
    """Redirect a build to a folder beside the site.

    Raises `ProblemError` where it would replace what is not the site's, `OSError` where nothing can
    be written there.
    """
    site = Path(config.site_dir)
    with located(Path(config.config_file_path)):
        stand_apart(site, folders)
        if folders.pinned and is_lost(folders.pinned, site):
            fault = f"each build replaces {site}, and {folders.pinned} with it"
            raise read_options({}).refused("pinned", fault, "name a folder outside it")
    staging = Staging(config.site_dir, deployed=deployed)
    config.site_dir = str(staging.folder)
    held_files.redirect(config.plugins.values(), site, staging.folder)
    return staging


def publish(staging: Staging, config: MkDocsConfig, folders: Folders, prefix: str) -> None:
    """Put the finished site in the place of the last one, with its pinned embeds.

    Strictness may forbid it. `gh-deploy` takes the site from where the settings say that it is.
    """
    config.site_dir = str(staging.site)
    pinned, earlier, new = folders.pinned, staging.site / prefix, staging.folder / prefix
    tell(keep_promises(earlier, new, pinned))
    if config.strict and staging.warned:
        staging.discard()
        return
    if pinned:
        store_promises(new, pinned)
    staging.publish()
    log.info(f"The site is in {staging.site}")


def show(staging: Staging, config: MkDocsConfig) -> None:
    """Put a finished preview in the place of the last one; it promises nothing."""
    config.site_dir = str(staging.site)
    staging.publish()
