"""`termwise export FORMAT`: the glossary's data in one format, without building the site."""

from collections.abc import Iterator
from pathlib import Path

from termwise.exports import EXPORTS
from termwise.lookup.library import Library
from termwise.lookup.lookup import Lookup
from termwise.model.problem import Problem
from termwise.publishing.stage import staged
from termwise.site.make import make_file
from termwise.site.plan import plan_files
from termwise.site.publish import data_works, keep_promises, make_embeds
from termwise.site.workshop import Workshop

FORMATS = {file.form: file.path for export in EXPORTS for file in export.files if file.form}
"""Formats that are one file, by the place of that file in the site."""

ALL = "all"
"""Every file that the site has beside its pages, in a folder."""

MARK = ".termwise-export"
"""A file by which a folder of exports is known from other folders."""

MEANING = "Written by `termwise export all`, which replaces this folder.\n"


def export(library: Library, form: str) -> Iterator[bytes] | None:
    """The glossary in one of `FORMATS`, in parts; None where it has nothing for that format."""
    for planned in plan_files(library, wanted=False):
        if planned.path == FORMATS[form]:
            return make_file(planned, Lookup(library))
    return None


def export_all(library: Library, folder: Path) -> tuple[Problem, ...]:
    """Write all data and embeds into a folder, as the site has them; what to look at is returned.

    The folder is replaced once all is written; pinned embeds of an earlier export stay. Raises
    `OSError`, with the folder as it was: also where it holds what no export has written.
    """
    with staged(folder) as stage:
        if not _may_replace(folder):
            raise FileExistsError(
                "it holds files that no export has written; choose an empty folder"
            )
        (stage.folder / MARK).write_text(MEANING, "utf-8", newline="\n")
        workshop = Workshop(stage.folder)
        library = make_embeds(library, workshop)
        workshop.make(data_works(library), library)
        warnings = tuple(keep_promises(folder, stage.folder, None))
        stage.publish()
    return warnings


def _may_replace(folder: Path) -> bool:
    """Whether nothing would be lost but what an earlier export left."""
    shown = (path for path in folder.glob("*") if not path.name.startswith("."))
    return (folder / MARK).is_file() or not any(shown)
