"""Why something was made again, in words: what `mkdocs build -v` says of each file."""

from termwise.lookup.library import Read
from termwise.model.kinds import KINDS
from termwise.site.witness import Reason, Why

_CHANGED = {
    **{kind.id: f'the {kind.id} "{{0}}" changed' for kind in KINDS},
    "has": 'there is a {0} "{1}", or is none any more',
    "title": 'the title of the {0} "{1}" changed',
    "file": 'the file of the {0} "{1}" changed its name',
    "topic-of-fact": 'the topic of the fact "{0}" changed',
    "term-named": 'another term is called "{0}"',
    "every": "there are others of the kind {0}, or another order",
    "naming": 'the {0} "{1}" is named by another {2}',
    "moved": 'the {0} "{1}" was renamed',
    "all-moved": "something was renamed",
    "news": "there is news, or is none any more",
    "setting": 'the setting "{0}" changed',
    "words": "the language of the site changed",
    "markdown": "pages stand as Markdown beside themselves, or do so no longer",
    "due": "{0} has passed",
    "come": "{0} has come",
    "pin": 'the embed of the {0} "{1}" changed',
    "shared-pins": "the scripts of embeds changed",
    "converted": 'the page "{0}" of the site\'s own changed',
    "finished": "the file {0} changed",
}
"""What has happened where a read gives something else, by its kind."""


def sentence(name: str, reason: Reason) -> str:
    """What is said of a piece of work."""
    made = "made" if reason is Why.NEW else "made again"
    return f"{name}: {made}, since {reason.value if isinstance(reason, Why) else _said(reason)}"


def _said(read: Read) -> str:
    kind, *asked = read
    return _CHANGED[kind].format(*asked)
