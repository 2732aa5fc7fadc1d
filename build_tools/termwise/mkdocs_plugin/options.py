"""The plugin's options in `mkdocs.yml`."""

from mkdocs.config import base
from mkdocs.config import config_options as option


class TermwiseConfig(base.Config):  # type: ignore[no-untyped-call]
    """The plugin's options in `mkdocs.yml`; `settings` says what they mean and judges them."""

    glossary = option.Type(str, default="glossary")
    prefix = option.Type(str, default="")
    home = option.Type(bool, default=False)
    whole_site = option.Type(bool, default=False)
    links = option.Type(bool, default=True)
    links_prefix = option.Type(str, default="")
    embeds = option.Type(bool, default=True)
    share = option.Type(bool, default=True)
    api = option.Type(bool, default=True)
    feed = option.Type(bool, default=True)
    markdown = option.Type(bool, default=True)
    llms = option.Type(bool, default=True)
    facts = option.Type(bool, default=True)
    pinned = option.Type(str, default="")
    edit_base = option.Type(str, default="")
    call_to_action = option.Optional(option.Type(dict))
