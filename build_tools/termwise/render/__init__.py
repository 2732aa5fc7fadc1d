"""Documents to text: the Jinja templates, and the front matter."""

import json
from functools import cache
from pathlib import Path

import jinja2

from termwise.producers.document import Document

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = Path(__file__).parent / "assets"
STYLE_SHEET = "assets/termwise.css"
SCRIPT = "assets/termwise.js"


@cache
def _environment() -> jinja2.Environment:
    """Templates write Markdown, so nothing is escaped by itself: values come ready."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )


def render(document: Document) -> str:
    """The body of a page as Markdown."""
    return _environment().get_template(document.template).render(document.values)


def front_matter(document: Document) -> str:
    """The page's front matter as YAML (each value written as JSON, which YAML includes)."""
    if not document.meta:
        return ""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in document.meta.items()]
    return "\n".join(["---", *lines, "---", "", ""])
