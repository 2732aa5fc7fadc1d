"""The plugin's options: what each is, and what README says of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from termwise.model.names import did_you_mean
from termwise.model.problem import ProblemError
from termwise.project.given import Given

PLUGIN = "termwise"
"""The plugin's name in `mkdocs.yml`."""


@dataclass(frozen=True)
class Option:
    """One option: its type and default, its meaning in one line, and what holds without it."""

    name: str
    kind: type[str] | type[bool] | type[dict[str, Any]]
    default: str | bool | None
    meaning: str
    otherwise: str = ""

    @property
    def row(self) -> str:
        """Its row in README's table."""
        shown = str(self.default).lower() if isinstance(self.default, bool) else self.default
        return f"| `{self.name}` | {self.meaning} | {self.otherwise or f'`{shown}`'} |"


OPTIONS = (
    Option("glossary", str, "glossary", "the folder of the data, relative to `mkdocs.yml`"),
    Option(
        "prefix", str, "",
        "a folder of the site that the whole glossary stands in: pages, data and embeds",
        "none: the site's root",
    ),
    Option(
        "home", bool, False,
        "whether the glossary adds to the page at its root, around a text of yours",
        "only where you have no page there",
    ),
    Option(
        "links", bool, True,
        "whether your own pages link terms and facts, `[[rag]]` and `{{embedding-price}}`; "
        "`glossary_links: false` in a page's front matter turns it off for that page",
    ),
    Option(
        "links_prefix", str, "",
        "what marks such links, if brackets and braces mean other things on your site: with "
        '`"term:"` they are `[[term:rag]]` and `{{term:embedding-price}}`',
        "none",
    ),
    Option(
        "whole_site", bool, False,
        "whether your own pages are offered as Markdown, in `llms.txt` and with data for search "
        "engines, as the glossary's are",
    ),
    Option("embeds", bool, True, "whether other sites can embed the glossary"),
    Option("api", bool, True, "whether the data stands under `/api/v1/`"),
    Option("feed", bool, True, "whether there is a feed of new and changed terms"),
    Option(
        "markdown", bool, True,
        "whether each page of the glossary stands beside itself as Markdown",
    ),
    Option("llms", bool, True, "whether there is an `llms.txt`"),
    Option(
        "facts", bool, True,
        "whether facts have pages of their own; without them a number leads to its source",
    ),
    Option("share", bool, True, "whether terms have links to share them"),
    Option(
        "pinned", str, "",
        "a folder where pinned embeds are kept from build to build, besides the site itself",
        "none",
    ),
    Option(
        "edit_base", str, "",
        'address that a file\'s path is added to for "Suggest an edit"',
        "none, and no such link",
    ),
    Option(
        "call_to_action", dict, None,
        "`title`, `text`, `button` and `url` of an invitation at the foot of each term",
        "none",
    ),
)  # fmt: skip

NAMES = tuple(option.name for option in OPTIONS)


def read_options(given: Mapping[str, Any]) -> Given:
    """Each option as it was given, else its default. Raises `ProblemError`."""
    path = ("plugins", PLUGIN)
    options = Given({each.name: each.default for each in OPTIONS} | dict(given), path)
    for name in given:
        if name not in NAMES:
            near = did_you_mean(str(name), NAMES, f"the options are {', '.join(NAMES)}")
            raise options.refused(
                str(name), f"the plugin {PLUGIN} has no option {str(name)!r}", near
            )
    for option in OPTIONS:
        if option.kind is str:
            options.text(option.name)
        if option.kind is bool:
            options.switch(option.name, default=bool(option.default))
    return options


def plugin_options(entries: Sequence[tuple[str, Any]]) -> Mapping[str, Any]:
    """The options of the plugin among all plugins with theirs. Raises `ProblemError`."""
    plugins = Given({}, ("plugins",))
    remedy = f'write "- {PLUGIN}:" with a space and a colon, and {_BELOW}'
    for name, options in entries:
        if name != PLUGIN and re.match(rf"-?{PLUGIN}(?![\w/-])", name, re.IGNORECASE):
            raise plugins.refused(name, f"there is no plugin {name!r}", remedy)
        if name in NAMES and not isinstance(options, Mapping | None):
            fault = f"{name!r} stands beside {PLUGIN}, as if it were a plugin"
            raise plugins.refused(name, fault, remedy)
    if [name for name, _options in entries].count(PLUGIN) > 1:
        raise stands_twice()
    options = next((options for name, options in entries if name == PLUGIN), None) or {}
    if not isinstance(options, Mapping):
        raise plugins.refused(PLUGIN, f"its options are {options!r}", _BELOW)
    return options


def stands_twice() -> ProblemError:
    """The error for a site that has the plugin twice."""
    return Given({}).refused("plugins", f"the plugin {PLUGIN} stands twice", "keep one")


_BELOW = "put each option on a line of its own below it, as key: value, and indented deeper"
"""How options are written."""
