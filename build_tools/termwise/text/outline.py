"""What a text field names, and what is refused in it, without parsing it in every build.

Most fields of a glossary are as they were in the build before, and name nothing or nothing new.
What was found out about a text holds for as long as the program is the same.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from termwise.text.parse import is_plain, parse
from termwise.text.tree import Refused, TermLink, links

Named = tuple[tuple[str, str], ...]
"""Kinds ("term", "fact") and names, as they are written."""


class Outlines:
    """What texts name, by the digests of the texts; none of them has anything to be refused."""

    def __init__(self) -> None:
        self._known: dict[str, Named] = {}
        self._used: dict[str, Named] = {}

    def recall(self, known: Mapping[str, Iterable[Sequence[str]]]) -> None:
        """Believe what an earlier build of this program has found out."""
        for key, named in known.items():
            self._known.setdefault(key, tuple((kind, name) for kind, name in named))

    def take_used(self) -> Mapping[str, Named]:
        """What has been asked for since this was called last."""
        used, self._used = self._used, {}
        return used

    def named(self, text: str) -> Named | None:
        """What a text names, or None where something in it is refused."""
        if is_plain(text):
            return ()
        key = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        if key not in self._known:
            field = parse(text)
            if field.refused:
                return None
            found = links(field.blocks)
            self._known[key] = tuple(
                ("term" if isinstance(link, TermLink) else "fact", link.name) for link in found
            )
        self._used[key] = self._known[key]
        return self._known[key]


OUTLINES = Outlines()
"""What this process knows, as of the trees that `parse` keeps."""


def named_in(text: str) -> Named:
    """The terms and facts that a text links, as they are written."""
    if "[[" not in text and "{{" not in text:
        return ()
    named = OUTLINES.named(text)
    if named is not None:
        return named
    found = links(parse(text).blocks)
    return tuple(("term" if isinstance(each, TermLink) else "fact", each.name) for each in found)


def refused_in(text: str) -> tuple[Refused, ...]:
    """What is refused in a text."""
    return parse(text).refused if OUTLINES.named(text) is None else ()
