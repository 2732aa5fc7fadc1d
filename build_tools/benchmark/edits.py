"""The edits after which is measured what they cost, and whether the site is the right one."""

import hashlib
import itertools
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmark.generate import SHOWING

TERM = "term-7"
"""The term that is edited: neither the first anywhere nor one whose page is like no other."""

_numbers = itertools.count(121)


@dataclass(frozen=True)
class Edit:
    """A word in a file that becomes another one, found by an expression for what is replaced."""

    title: str
    file: str
    word: str
    becomes: str = "Edited{}"

    def do(self, project: Path) -> str:
        """Edit a project. Returns what stands there now, which has not been anywhere before."""
        path = project / self.file
        mark = self.becomes.format(next(_numbers))
        edited, count = re.subn(self.word, mark, path.read_text(), count=1, flags=re.MULTILINE)
        if not count:
            raise SystemExit(f"there is nothing to edit in {path}")
        path.write_text(edited)
        return mark


DEFINITION = Edit(
    "a word edited in a definition",
    f"glossary/terms/{TERM}.yml",
    r"(?<=^definition: )\w+",
)
EDITS = (
    Edit(
        "a word edited in a section, which no other page shows",
        f"glossary/terms/{TERM}.yml",
        r"(?<=^limits: \|\n  )\w+",
    ),
    DEFINITION,
    Edit(
        f"a fact edited that {SHOWING} pages show, or all",
        "glossary/facts/costs.yml",
        r"(?<=value: )\d+",
        "{}",
    ),
    Edit(
        "the taxonomy edited, in a title that all terms show",
        "glossary/taxonomy.yml",
        r"(?<=title: )\w+",
    ),
)
IN_MARKDOWN = Edit("a word edited", f"content/terms/{TERM}.md", r"(?<=\n\n)\w+")


def wipe(project: Path) -> None:
    """Leave nothing of earlier builds."""
    for folder in ("site", ".cache"):
        shutil.rmtree(project / folder, ignore_errors=True)


def digests(site: Path) -> dict[str, str]:
    """The digest of each file of a site by its path, but of embeds that are pinned.

    Those of earlier builds are kept for good, so that their number tells how many there were.
    """
    return {path: hashlib.sha256((site / path).read_bytes()).hexdigest() for path in _files(site)}


def _files(site: Path) -> Iterator[str]:
    for path in site.rglob("*"):
        parts = path.relative_to(site).parts
        if path.is_file() and not (parts[0] == "embed" and parts[1] != "v1"):
            yield "/".join(parts)
