"""The glossary's wording for two linters of prose.

`/api/v1/textlint.json` is a configuration of textlint with its rule `terminology`, and
`/api/v1/vale.zip` a package of Vale. Vale looks for a folder named as the archive is; the style
within has a name of its own, because a style `vale` would meet Vale's own where capitals do not
count.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence

from termwise.exports.planned import DataFile, Export, PlannedFile
from termwise.exports.wording import Wording, wordings
from termwise.lookup.lookup import Lookup

TEXTLINT = DataFile("api/v1/textlint.json", form="textlint")
VALE = DataFile("api/v1/vale.zip", form="vale")
STYLE = "Termwise"

_LONGEST_KEY = 1000
"""YAML reads a key of up to 1024 characters without a sign before it."""


def lint_files(lookup: Lookup) -> Iterator[PlannedFile]:
    """A configuration for each of the linters."""
    if lookup.every("term"):
        yield PlannedFile(TEXTLINT.path, _textlint)
        yield PlannedFile(VALE.path, _vale)


EXPORT = Export(
    lint_files,
    offer="api",
    files=(TEXTLINT, VALE),
    about="what checks the prose of other repositories",
)


def _textlint(lookup: Lookup) -> str:
    # In a replacement of JavaScript `$` has meanings, and `$$` is the sign itself.
    terms = [(item.pattern, item.right.replace("$", "$$")) for item in wordings(lookup)]
    rules = {"terminology": {"defaultTerms": False, "terms": terms}}
    return json.dumps({"rules": rules}, ensure_ascii=False, indent=2) + "\n"


def _vale(lookup: Lookup) -> bytes:
    found = wordings(lookup)
    rules = {
        "Casing": [item for item in found if item.is_casing],
        "Terms": [item for item in found if not item.is_casing],
    }
    texts = {
        f"vale/styles/{STYLE}/{name}.yml": _rule(items, lookup)
        for name, items in rules.items()
        if items
    }
    settings = f"[*]\nBasedOnStyles = {STYLE}\n" if texts else ""
    return _archive({"vale/.vale.ini": settings, **texts})


def _rule(items: Sequence[Wording], lookup: Lookup) -> str:
    """A rule of Vale, for wrong words or for capitals.

    Vale's own boundaries of words are off (`nonword`), since the patterns have theirs. What
    begins with a capital gets one in its place, unless capitals are the point.
    """
    # The order of the two is Vale's.
    message = lookup.words.say("Use '{right}' instead of '{wrong}'.", right="%s", wrong="%s")
    lines = [
        "extends: substitution",
        f"message: {_quoted(message)}",
        f"link: {_quoted(lookup.site.url)}",
        "level: error",
        "ignorecase: true",
        "nonword: true",
        f"capitalize: {'false' if items[0].is_casing else 'true'}",
        "action:",
        "  name: replace",
        "swap:",
    ]
    for item in items:
        key, value = _quoted(item.pattern), _quoted(_replacement(item.right))
        explicit = len(key) > _LONGEST_KEY
        lines += [f"  ? {key}", f"  : {value}"] if explicit else [f"  {key}: {value}"]
    return "\n".join(lines) + "\n"


def _replacement(right: str) -> str:
    """Words as Vale takes them for the ones to use, where `|` parts two and `$1` is a group."""
    words = right.replace("|", "\\|")
    return words.replace("$", "$$") if re.search(r"\$\d", words) else words


def _quoted(text: str) -> str:
    """Text as a YAML scalar in double quotes, on one line."""
    return '"' + "".join(map(_sign, text)) + '"'


def _sign(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    return sign if sign.isprintable() else f"\\U{ord(sign):08X}"


def _archive(files: dict[str, str]) -> bytes:
    """A ZIP archive that depends on nothing but its files: no clock, no compression."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode())
    return written.getvalue()
