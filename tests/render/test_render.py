"""Templates: what they name exists, and all forms of a part have the same parameters."""

import jinja2
import pytest
from jinja2 import meta

from termwise.markup.document import Document
from termwise.markup.forms import Form, HtmlForm, MarkdownForm
from termwise.markup.plain_form import PlainForm
from termwise.render import ASSETS, TEMPLATES, assets, render, template
from termwise.words.words import ENGLISH

FORMS = (
    HtmlForm("x.md", True),
    MarkdownForm("x.md", True),
    PlainForm("x.md", True, "https://x.example/"),
)
ENVIRONMENT = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True)


def test_all_forms_have_the_same_parts() -> None:
    """A template can name any part, whatever form it is rendered in."""
    parts = [
        {
            name: getattr(macro, "arguments", None)
            for name, macro in vars(template(form.template, ENGLISH).module).items()
            if not name.startswith("_")
        }
        for form in FORMS
    ]
    assert parts[0] == parts[1]
    assert parts[0] == parts[2]
    assert {"paragraph", "bullets", "quote", "box", "text", "strong", "link"} <= set(parts[0])


@pytest.mark.parametrize("name", sorted(path.name for path in TEMPLATES.glob("*.j2")))
def test_every_template_is_used_and_reads(name: str) -> None:
    """By a producer or another template; and what it includes is there."""
    tree = ENVIRONMENT.parse((TEMPLATES / name).read_text("utf-8"))
    for included in meta.find_referenced_templates(tree):
        assert included
        assert (TEMPLATES / included).is_file()
    sources = [*TEMPLATES.glob("*.j2"), *TEMPLATES.parent.parent.rglob("*.py")]
    assert any(name in path.read_text("utf-8") for path in sources if path.name != name)


@pytest.mark.parametrize("form", FORMS, ids=["html", "markdown", "plain"])
def test_a_value_that_is_missing_is_our_mistake(form: Form) -> None:
    """Templates never pass over what they do not find."""
    with pytest.raises(jinja2.UndefinedError):
        render(Document("path.j2", {}), form, ENGLISH)


def test_what_pages_load_is_in_the_package() -> None:
    """The style sheets and scripts stand where the pages expect them."""
    for group in assets(decisions=True):
        for asset in group:
            assert (ASSETS / asset.rpartition("/")[2]).is_file()


def test_only_sites_with_decisions_load_the_calculator() -> None:
    """A glossary without decisions pays nothing for it."""
    with_them, without = (assets(decisions=decisions) for decisions in (True, False))
    assert [len(group) for group in with_them] == [3, 3]
    assert [len(group) for group in without] == [2, 2]
