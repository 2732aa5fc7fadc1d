"""What the glossary knows about the site that it stands on."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class CallToAction:
    """An invitation at the foot of a term page."""

    title: str
    text: str
    button: str
    url: str


@dataclass(frozen=True)
class Offers:
    """What a site has besides the glossary's pages; each can be switched off.

    `share` are the links to share a term, `facts` the pages of facts, `markdown` each page as
    plain Markdown, `llms` the file `llms.txt`.
    """

    embeds: bool = True
    share: bool = True
    api: bool = True
    feed: bool = True
    markdown: bool = True
    llms: bool = True
    facts: bool = True

    def has(self, name: str) -> bool:
        """Whether the site has what goes by this name, one of those above; "" is always there."""
        return not name or bool(getattr(self, name))


@dataclass(frozen=True)
class Site:
    """The settings of `mkdocs.yml` that pages read.

    `url` is the published address of the glossary with a slash at its end, or empty where there
    is none yet: that of the site itself, or of the folder `prefix` (`glossary/`) below it.
    `language` is that of its texts, as a tag of BCP 47;
    `edit_base` is what an entry's file is added to for "suggest an edit";
    `home` says that the home page is the glossary's, even around a text of the site's own;
    `whole` that the site's own pages are offered in the forms that the glossary's pages are.
    """

    name: str
    url: str = ""
    edit_base: str = ""
    directory_urls: bool = True
    call_to_action: CallToAction | None = None
    description: str = ""
    language: str = "en"
    prefix: str = ""
    home: bool = False
    whole: bool = False
    offers: Offers = field(default_factory=Offers)
