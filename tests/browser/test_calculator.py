"""The calculator at a reader's hands: by mouse, by keyboard, from a link, and on every device."""

import re
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

from termwise.decide.program import compile_decision
from termwise.lookup.library import Library

Visits = Callable[..., Any]

NAME = "prompting-rag-or-fine-tuning"
PATH = f"decide/{NAME}/"
PATHS = (
    PATH,
    "decide/chunking-and-retrieval-for-rag/",
    "decide/full-fine-tuning-lora-or-hosted/",
)
SOME = "q=prompting-exhausted:falls-short,facts:collection,volume:50000"
EXHAUSTED = "Have you really exhausted prompting?"
FACTS = "Must answers rest on facts from your own documents or data?"
VOLUME = "How many requests do you expect in a month?"
NONE_YET = "No question is answered yet."

VALUES = """() => Object.fromEntries([...new FormData(document.querySelector(".tw-calc"))]
  .filter(([name, value]) => value && name !== "months"))"""
OPEN_ALL = "document.querySelectorAll('article details').forEach((each) => { each.open = true; })"
COLOUR = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width + 1)
    .map((element) => element.outerHTML.slice(0, 100));
}"""


@pytest.fixture(scope="module")
def version(reference: Library) -> str:
    """The version of the rules of the decision that most of these tests open."""
    glossary = reference.glossary
    compiled = compile_decision(glossary.decisions[NAME], glossary.facts)
    return str(compiled.program["version"])


@pytest.fixture(scope="module")
def answered(version: str) -> str:
    """A path with three answers in its link."""
    return f"{PATH}#{SOME}&rules={version}"


def status(page: Page) -> str:
    """What the line of the outcome says."""
    return page.locator(".tw-calc-status").inner_text()


def choose(page: Page, question: str, answer: str) -> None:
    """Click an answer."""
    group = page.get_by_role("group", name=question, exact=True)
    group.get_by_label(answer, exact=True).click()


def volume(page: Page) -> Locator:
    """The control of a number."""
    return page.locator("[name='q.volume']")


def press_tab_until(page: Page, selector: str) -> None:
    """Go on by keyboard."""
    for _press in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    pytest.fail(f"Tab never came to {selector}")


@pytest.mark.parametrize("path", PATHS)
def test_not_sure_is_the_default(visit: Visits, path: str) -> None:
    page = visit().go(path)
    assert page.evaluate(VALUES) == {}
    assert status(page) == NONE_YET
    groups = page.locator(".tw-calc fieldset")
    for group in groups.all():
        assert group.locator("label:has(:checked)").inner_text().strip() == "Not sure"
    assert page.locator(".tw-calc-notice").is_hidden()
    assert "#" not in page.url


@pytest.mark.parametrize("path", PATHS)
def test_a_whole_decision_by_mouse(visit: Visits, path: str) -> None:
    """Every question is answered: nothing stays open, and no request is made on the way."""
    started = visit()
    page = started.go(path)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for group in page.locator(".tw-calc fieldset").all():
        group.locator("label").last.click()
    for number in page.locator(".tw-calc [name^='q.'][type=number]").all():
        number.click()
        page.keyboard.type(str(number.get_attribute("min")))
    assert page.locator(".tw-calc [aria-invalid=true]").count() == 0
    assert status(page).startswith("On these answers, ")
    assert "still open" not in status(page)
    assert page.get_by_text("Answer this next").count() == 0
    for summary in page.locator(".tw-calc summary").all():
        summary.click()
    page.get_by_role("button", name="Copy link").click()
    assert [url for url in asked if not url.endswith("/favicon.png")] == []


def test_a_whole_decision_by_keyboard(visit: Visits) -> None:
    """Tab from question to question, arrows among answers, digits for numbers."""
    page = visit().go(PATH)
    press_tab_until(page, ".tw-calc input")
    names = page.evaluate(
        """[...new Set([...document.querySelectorAll(".tw-calc [name^='q.']")]
          .map((control) => control.name))]"""
    )
    for name in names:
        if page.evaluate("document.activeElement.name") != name:
            press_tab_until(page, f"[name='{name}']")
        if page.evaluate("document.activeElement.type") == "radio":
            assert page.evaluate("document.activeElement.value") == ""
            page.keyboard.press("ArrowDown")
            assert (
                page.evaluate("document.activeElement.checked && document.activeElement.name")
                == name
            )
        else:
            page.keyboard.type("1000")
    assert list(page.evaluate(VALUES)) == names
    assert status(page).startswith("On these answers, ")
    press_tab_until(page, "button[value=markdown]")
    page.keyboard.press("Space")
    assert page.locator(".tw-calc textarea").input_value().startswith("# Prompting, RAG")
    press_tab_until(page, ".tw-calc-assumptions > summary")
    page.keyboard.press("Space")
    press_tab_until(page, "[name='own.prompt-length']")
    page.keyboard.type("123")
    press_tab_until(page, "button[value='own.prompt-length']")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "own.prompt-length"
    assert page.locator("[name='own.prompt-length']").input_value() == ""


def test_the_next_question_is_a_click_away(visit: Visits, answered: str) -> None:
    """The link to it moves the focus there, and leaves the answers in the address."""
    page = visit().go(answered)
    before = page.url
    link = page.locator("[data-part=standing] a").first
    wanted = link.inner_text()
    link.click()
    group = page.get_by_role("group", name=wanted, exact=True)
    expect(group.locator("input:checked")).to_be_focused()
    assert page.url == before


def test_changing_an_answer_loses_no_later_one(visit: Visits, answered: str) -> None:
    page = visit().go(answered)
    kept = page.evaluate(VALUES)
    choose(page, EXHAUSTED, "Not yet")
    assert page.evaluate(VALUES) == {**kept, "q.prompting-exhausted": "not-yet"}
    choose(page, EXHAUSTED, "Not sure")
    kept.pop("q.prompting-exhausted")
    assert page.evaluate(VALUES) == kept


def test_back_and_forward_take_back_and_give_again(visit: Visits) -> None:
    """Each answer is a step; the digits of one number together are one."""
    page = visit().go(PATH)
    stages = [(page.evaluate(VALUES), status(page))]
    choose(page, EXHAUSTED, "Not yet")
    stages.append((page.evaluate(VALUES), status(page)))
    volume(page).click()
    page.keyboard.type("54321")
    stages.append((page.evaluate(VALUES), status(page)))
    choose(page, FACTS, "No")
    stages.append((page.evaluate(VALUES), status(page)))
    for move, passed in (("back", stages[-2::-1]), ("forward", stages[1:])):
        for values, said in passed:
            page.evaluate(f"history.{move}()")
            page.wait_for_function(
                f"(wanted) => JSON.stringify(({VALUES})()) === wanted",
                arg=page.evaluate("JSON.stringify", values),
            )
            assert status(page) == said
    assert page.locator("form.tw-calc").count() == 1


def test_a_link_shows_the_same_in_another_browser(visit: Visits) -> None:
    page = visit().go(PATH)
    choose(page, EXHAUSTED, "Not yet")
    volume(page).fill("54321")
    page.locator("[name=months]").fill("24")
    page.locator(".tw-calc-assumptions > summary").click()
    page.locator("[name='own.rate']").fill("77.5")
    parts = (
        ".tw-calc-status",
        *(f"[data-part={name}]" for name in ("standing", "changes", "bills")),
    )
    before = [page.locator(part).inner_text() for part in parts]
    values = page.evaluate(VALUES)
    assert len(values) == 3
    other = visit().go(page.url.removeprefix(visit().address))
    assert other.evaluate(VALUES) == values
    assert other.locator("[name=months]").input_value() == "24"
    assert [other.locator(part).inner_text() for part in parts] == before
    assert other.locator(".tw-calc-notice").is_hidden()


def test_a_link_of_other_rules_says_so(visit: Visits) -> None:
    """What today's rules know is kept, all else dropped; the next answer ends the notice."""
    entries = f"{SOME},facts-change:daily,examples:-5,nosuch:yes&own=rate:50,nosuch:1&months=999"
    page = visit().go(f"{PATH}#{entries}&rules=00000000&more=1")
    assert page.locator(".tw-calc-notice").is_visible()
    assert page.evaluate(VALUES) == {
        "q.prompting-exhausted": "falls-short",
        "q.facts": "collection",
        "q.volume": "50000",
        "own.rate": "50",
    }
    assert page.locator("[name=months]").input_value() == "12"
    choose(page, FACTS, "No")
    assert page.locator(".tw-calc-notice").is_hidden()
    assert "nosuch" not in page.url
    assert "rules=00000000" not in page.url


@pytest.mark.parametrize(
    "mailed", [lambda link: link.replace(":", "%3A").replace(",", "%2C"), lambda link: f"{link}&"]
)
def test_a_link_survives_what_mail_does_to_it(
    visit: Visits, answered: str, mailed: Callable[[str], str]
) -> None:
    path, _, link = answered.partition("#")
    page = visit().go(f"{path}#{mailed(link)}")
    assert len(page.evaluate(VALUES)) == 3


@pytest.mark.parametrize(
    "link", ["%", "%E0%A4%A", "q", "=&=", "q=facts&rules", "__proto__=1&rules=1"]
)
def test_a_broken_link_enters_nothing(visit: Visits, link: str) -> None:
    page = visit().go(f"{PATH}#{link}")
    assert page.evaluate(VALUES) == {}
    assert status(page) == NONE_YET


def test_anchors_of_headings_still_work(visit: Visits, answered: str) -> None:
    """They scroll, take nothing away, and Back leads to the answers."""
    page = visit().go(answered)
    values = page.evaluate(VALUES)
    said = status(page)
    page.locator(".md-nav--secondary a", has_text="Worked examples").click()
    page.wait_for_url("**/#worked-examples")
    page.wait_for_function(
        "document.getElementById('worked-examples').getBoundingClientRect().top < 300"
    )
    assert page.evaluate(VALUES) == values
    page.evaluate("history.back()")
    page.wait_for_url(f"**/{answered}")
    assert page.evaluate(VALUES) == values
    assert status(page) == said
    page.goto(f"{page.url.partition('#')[0]}#the-rules")
    assert page.evaluate("document.getElementById('the-rules').getBoundingClientRect().top") < 300


def test_start_again_empties_all(visit: Visits, answered: str) -> None:
    page = visit().go(f"{answered}&own=rate:50&months=24")
    assert len(page.evaluate(VALUES)) == 4
    page.get_by_role("button", name="Start again").click()
    assert page.evaluate(VALUES) == {}
    assert page.locator("[name=months]").input_value() == "12"
    assert status(page) == NONE_YET
    assert "#" not in page.url
    page.go_back()
    page.wait_for_function(f"Object.keys(({VALUES})()).length === 4")


@pytest.mark.parametrize("allowed", [True, False])
def test_the_outcome_can_be_copied(visit: Visits, answered: str, allowed: bool) -> None:
    """Into the clipboard where the browser lets us, and into a box to copy from in any case."""
    rights = ["clipboard-read", "clipboard-write"] if allowed else []
    page = visit(permissions=rights).go(answered)
    if not allowed:
        page.evaluate("delete Navigator.prototype.clipboard")
    box = page.locator(".tw-calc textarea")
    assert box.is_hidden()
    page.get_by_role("button", name="Copy link").click()
    assert box.input_value() == page.url
    assert page.evaluate("getSelection().toString() || document.activeElement.value") == page.url
    if allowed:
        assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.get_by_role("button", name="Copy as Markdown").click()
    text = box.input_value()
    assert f"<{page.url}>" in text
    assert status(page) in text
    assert f"- {VOLUME} **50,000 requests per month**" in text
    assert text.count("**Not sure**") == 11
    assert "\n## RAG and fine-tuning together: " in text
    assert not re.search(r"undefined|null|NaN|<[a-z]+[ >]|\n\n\n", text)
    if allowed:
        assert page.evaluate("navigator.clipboard.readText()") == text


def test_an_own_number_is_marked_and_can_be_taken_back(visit: Visits, answered: str) -> None:
    """Ours, with its source and date, stays beside it."""
    page = visit().go(answered)
    page.locator(".tw-calc-assumptions > summary").click()
    item = page.locator(".tw-calc-assumptions li", has=page.locator("[name='own.large-input']"))
    marks = item.locator(".tw-calc-own")
    about = item.locator(".tw-calc-about")
    assert marks.is_hidden()
    ours = (page.locator("[data-part=bills]").inner_text(), about.inner_text())
    item.locator("input").fill("20")
    assert marks.is_visible()
    assert "your own" in marks.inner_text()
    assert page.locator("[data-part=bills]").inner_text() != ours[0]
    assert about.inner_text() == ours[1]
    assert about.locator("a[href*='sources/'], .tw-cite").count() > 0
    assert re.search(r"20\d\d", about.text_content() or "")
    assert "own=large-input:20" in page.url
    marks.get_by_role("button").click()
    expect(item.locator("input")).to_be_focused()
    assert marks.is_hidden()
    assert page.locator("[data-part=bills]").inner_text() == ours[0]
    assert "own=" not in page.url


def test_the_horizon_changes_totals_only(visit: Visits, answered: str) -> None:
    page = visit().go(answered)
    cells = """[...document.querySelectorAll("[data-part=bills] tbody tr")]
      .map((row) => [...row.cells].map((cell) => cell.innerText))"""
    before = page.evaluate(cells)
    page.locator("[name=months]").fill("60")
    after = page.evaluate(cells)
    assert [row[:-1] for row in before] == [row[:-1] for row in after]
    assert all(one[-1] != two[-1] for one, two in zip(before, after, strict=True))
    assert page.locator("[data-part=bills] th").nth(3).inner_text() == "Over 60 months"


@pytest.mark.parametrize(
    ("name", "typed"),
    [("q.volume", "-1"), ("q.volume", "1e99"), ("months", "0"), ("own.rate", "-1")],
)
def test_a_number_that_is_not_allowed_counts_as_empty(visit: Visits, name: str, typed: str) -> None:
    """It stays for the reader to mend, with what is wrong told beside it."""
    page = visit().go(PATH)
    page.evaluate(OPEN_ALL)
    number = page.locator(f"[name='{name}']")
    before = page.locator("[data-part=bills]").inner_text()
    number.fill(typed)
    number.blur()
    assert number.input_value() == typed
    assert number.get_attribute("aria-invalid") == "true"
    told = page.locator(f"#{number.get_attribute('id')}-error")
    assert told.is_visible()
    assert "Enter a number from" in told.inner_text()
    assert page.locator("[data-part=bills]").inner_text() == before
    assert "#" not in page.url
    number.fill("10")
    assert told.is_hidden() or not told.inner_text()


def test_one_live_region_tells_the_outcome_alone(visit: Visits, answered: str) -> None:
    """Whoever hears the page is told who leads at each answer, not all of the result."""
    page = visit().go(answered)
    live = "[aria-live], [role=status], [role=alert], [role=log], output"
    assert page.locator(f"termwise-calculator :is({live})").count() == 1
    said = page.get_by_role("status").first.inner_text()
    assert said == "On these answers, “RAG and fine-tuning together” leads, but this is still open."
    page.evaluate(
        """() => {
          window.told = 0;
          const count = (changes) => { window.told += changes.length; };
          new MutationObserver(count).observe(document.querySelector(".tw-calc-status"),
            {childList: true, characterData: true, subtree: true});
        }"""
    )
    volume(page).fill("50001")
    assert page.evaluate("told") == 0, "told again although nothing has changed"
    choose(page, FACTS, "No")
    assert page.evaluate("told") > 0


def test_focus_and_caret_stay_while_typing(visit: Visits) -> None:
    page = visit().go(PATH)
    volume(page).click()
    page.keyboard.type("50")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("12")
    assert volume(page).input_value() == "5120"
    expect(volume(page)).to_be_focused()
    assert "volume:5120" in page.url


def test_details_stay_open_while_answers_change(visit: Visits, answered: str) -> None:
    page = visit().go(answered)
    details = page.locator("[data-part=reasons] details").first
    details.locator("summary").click()
    opened = details.get_attribute("id")
    volume(page).fill("100")
    assert page.locator(f"#{opened}").get_attribute("open") is not None
    assert page.locator(".tw-calc details[open]").count() == 1


def test_print_shows_outcome_and_answers(visit: Visits, answered: str) -> None:
    """Without what only a screen can do."""
    page = visit().go(answered)
    page.emulate_media(media="print")
    for part in ("standing", "reasons", "changes", "bills", "lines", "even"):
        assert page.locator(f"[data-part={part}]").is_visible(), part
    assert page.locator(".tw-calc-status").is_visible()
    answers = [
        text.strip() for text in page.locator(".tw-calc fieldset label:visible").all_inner_texts()
    ]
    assert len(answers) == page.locator(".tw-calc fieldset").count()
    assert answers[:2] == [
        "Yes, and it still falls short of what we need",
        "Yes, from more than fits into one prompt",
    ]
    assert volume(page).is_visible()
    assert volume(page).input_value() == "50000"
    assert page.locator(".tw-calc-actions").is_hidden()
    assert len(page.pdf()) > 10_000


@pytest.mark.parametrize("path", PATHS)
def test_without_javascript_the_page_is_whole(visit: Visits, path: str) -> None:
    """Questions, rules, assumptions and worked examples can be read, and no dead form is there."""
    page = visit(java_script_enabled=False).go(path)
    assert page.locator("form.tw-calc").count() == 0
    questions = page.locator("[data-replaced] li")
    assert questions.count() >= 11
    assert all(question.is_visible() for question in questions.all())
    for heading in ("The options", "The rules", "Worked examples", "What it leaves out"):
        assert page.locator("h2", has_text=heading).is_visible()
    rules = page.locator(".tw-rules").first
    page.locator("summary", has_text="All rules").click()
    assert rules.is_visible()
    assert rules.locator("tbody tr").count() >= 20
    assert page.locator("h3:visible").count() >= 3


@pytest.mark.parametrize(
    ("path", "width", "scale"),
    [*((path, 320, 1) for path in PATHS), (PATH, 640, 2)],
    ids=["320px", "320px-second", "320px-third", "200%"],
)
def test_it_fits_small_screens_and_zoom(visit: Visits, path: str, width: int, scale: int) -> None:
    page = visit(width, device_scale_factor=scale).go(path)
    page.locator(".tw-calc fieldset label").last.click()
    page.evaluate(OPEN_ALL)
    page.get_by_role("button", name="Copy link").click()
    assert page.evaluate(TOO_WIDE) == []
    small = [
        label.inner_text()
        for label in page.locator(".tw-calc fieldset label").all()
        if (label.bounding_box() or {"height": 0})["height"] < 24
    ]
    assert small == [], "too small to be hit by a finger"


@pytest.mark.parametrize(
    ("path", "scheme"),
    [*((path, "light") for path in PATHS), (PATH, "dark")],
    ids=["light", "light-second", "light-third", "dark"],
)
def test_it_is_accessible_with_all_open(visit: Visits, path: str, scheme: str) -> None:
    """With answers, an own number and one that is wrong."""
    page = visit(scheme=scheme).go(path)
    page.locator(".tw-calc fieldset label").last.click()
    page.evaluate(OPEN_ALL)
    page.locator("[name^='own.']").first.fill("5")
    volume(page).fill("-5")
    volume(page).blur()
    page.get_by_role("button", name="Copy link").click()
    options = {"resultTypes": ["violations"], **({} if scheme == "light" else COLOUR)}
    found = Axe().run(page, context=".tw-decision", options=options)
    assert [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in found.response["violations"]
    ] == []


def test_forced_colours_tell_the_leader_and_the_lines_apart(visit: Visits, answered: str) -> None:
    page = visit(forced_colors="active").go(answered)
    style = "(one, name) => getComputedStyle(one)[name]"
    leader = page.locator(".tw-calc-leads b")
    assert "underline" in leader.evaluate(style, "textDecorationLine")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    lines = page.locator(".tw-calc-chart g path + path")
    assert lines.count() == 5
    assert ground not in {line.evaluate(style, "stroke") for line in lines.all()}
    assert len({line.evaluate(style, "strokeDasharray") for line in lines.all()}) == 5
    assert page.locator(".tw-calc input:checked").first.is_visible()


def test_nothing_moves_for_who_wants_no_motion(visit: Visits) -> None:
    page = visit().go(PATH)
    choose(page, EXHAUSTED, "Not yet")
    page.locator(".tw-calc-assumptions > summary").click()
    inside = "document.querySelector('.tw-calc').getAnimations({subtree: true}).length"
    assert page.evaluate(inside) == 0


def test_it_works_under_a_strict_policy(visit: Visits, address: str, version: str) -> None:
    """On a bare page that allows no inline script, no inline style, no eval and no requests."""
    with urllib.request.urlopen(f"{address}{PATH}") as answer:  # noqa: S310 - our own server
        whole = answer.read().decode()
    element = whole[whole.index("<termwise-calculator") : whole.index("</termwise-calculator>")]
    bare = (
        "<!doctype html><html lang=en><meta charset=utf-8><title>Bare</title>"
        "<link rel=stylesheet href=/assets/calculator.css><link rel=icon href=data:,>"
        f"<body>{element}</termwise-calculator><script src=/assets/calculator.js></script>"
    )
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:"
    headers = {"content-type": "text/html", "content-security-policy": policy}
    started = visit()

    def fulfil(route: Route) -> None:
        route.fulfill(headers=headers, body=bare)

    started.page.route("**/bare/", fulfil)
    page = started.go(f"bare/#{SOME}&rules={version}")
    page.evaluate(
        "addEventListener('securitypolicyviolation', (event) => console.error(event.blockedURI))"
    )
    assert "RAG and fine-tuning together" in status(page)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    choose(page, FACTS, "No")
    page.locator("[name='own.rate']").fill("5")
    page.get_by_role("button", name="Copy as Markdown").click()
    assert page.locator(".tw-calc-chart").is_visible()
    assert "own=rate:5" in page.url


def test_instant_navigation_there_and_back_twice(visit: Visits) -> None:
    """Without a full load: it is there once and works, and the link gives the answers back."""
    page = visit().go("decide/")
    page.evaluate("window.stillTheSame = true")
    wanted: dict[str, str] = {}
    for answer in ("Not yet", "Yes, and it still falls short of what we need"):
        page.locator("article a", has_text="Prompting, RAG or fine-tuning?").first.click()
        page.wait_for_url(f"**/{PATH}")
        page.wait_for_selector("form.tw-calc")
        assert status(page) == NONE_YET
        choose(page, EXHAUSTED, answer)
        volume(page).fill("54321")
        wanted, said, link = page.evaluate(VALUES), status(page), page.url
        assert len(wanted) == 2
        page.locator(".md-tabs a", has_text="Decide").click()
        page.wait_for_url("**/decide/")
        page.wait_for_selector("h1:has-text('Decisions')")
        page.evaluate("history.back()")
        page.wait_for_url(link)
        page.wait_for_selector("form.tw-calc")
        assert page.evaluate(VALUES) == wanted
        assert status(page) == said
        assert page.locator("form.tw-calc").count() == 1
        assert page.locator("[data-replaced]").is_hidden()
        choose(page, FACTS, "No")
        assert len(page.evaluate(VALUES)) == 3
        assert page.locator(".tw-calc-ranking").count() == 1
        page.locator(".md-tabs a", has_text="Decide").click()
        page.wait_for_url("**/decide/")
        page.wait_for_selector("h1:has-text('Decisions')")
    assert page.evaluate("window.stillTheSame") is True
