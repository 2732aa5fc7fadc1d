"""What the glossary knows about the site that it stands on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CallToAction:
    """An invitation at the foot of a term page."""

    title: str
    text: str
    button: str
    url: str


@dataclass(frozen=True)
class Site:
    """The settings of `mkdocs.yml` that pages read.

    `url` is the published address with a slash at its end, or empty where there is none yet;
    `language` is that of its texts, as a tag of BCP 47;
    `edit_base` is what an entry's file is added to for "suggest an edit".
    """

    name: str
    url: str = ""
    edit_base: str = ""
    directory_urls: bool = True
    call_to_action: CallToAction | None = None
    description: str = ""
    language: str = "en"
