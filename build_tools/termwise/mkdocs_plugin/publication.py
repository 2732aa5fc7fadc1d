"""From the folder beside the site into the site's place."""

from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from termwise.mkdocs_plugin.neighbours import held_files
from termwise.mkdocs_plugin.neighbours.others import is_known
from termwise.mkdocs_plugin.staging import Staging
from termwise.mkdocs_plugin.telling import log, tell
from termwise.project.checked import store_in
from termwise.project.options import read_options
from termwise.project.settings import Folders, located, stand_apart
from termwise.site.kept import Kept
from termwise.site.publish import is_lost, keep_promises, store_promises
from termwise.site.workshop import Workshop

MADE = "made"
"""The part of the cache that says what the files of a site were made from."""


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


def workshop(
    staging: Staging,
    config: MkDocsConfig,
    prefix: str,
    given: Collection[str],
    kept: Kept,
) -> Workshop:
    """Where the files of the glossary are made, or taken over from the site that stands.

    Other plugins might change in its place what they find in the new one.
    """
    return Workshop(
        staging.folder / prefix,
        staging.site / prefix,
        kept,
        given,
        shared=all(map(is_known, config.plugins.values())),
    )


def kept(folders: Folders) -> Kept:
    """What the build before has noted of the site that stands."""
    return Kept.read(store_in(folders.root).read(MADE))


def keep(kept: Kept, folders: Folders) -> None:
    """Note what has been built, for the next build."""
    store_in(folders.root).write(MADE, kept.written())


def publish(staging: Staging, config: MkDocsConfig, folders: Folders, prefix: str) -> bool:
    """Put the finished site in the place of the last one, with its pinned embeds.

    Returns whether it stands there: strictness may forbid it. `gh-deploy` takes the site from
    where the settings say that it is.
    """
    config.site_dir = str(staging.site)
    pinned, earlier, new = folders.pinned, staging.site / prefix, staging.folder / prefix
    tell(keep_promises(earlier, new, pinned))
    if config.strict and staging.warned:
        staging.discard()
        return False
    if pinned:
        store_promises(new, pinned)
    staging.publish()
    log.info(f"The site is in {staging.site}")
    return True


def leave(staging: Staging, config: MkDocsConfig) -> None:
    """Leave the site as it is."""
    config.site_dir = str(staging.site)
    staging.discard()
    log.info(f"Nothing has changed; the site is in {staging.site}")


def show(staging: Staging, config: MkDocsConfig) -> None:
    """Put a finished preview in the place of the last one; it promises nothing."""
    config.site_dir = str(staging.site)
    staging.publish()
