"""A frame is as high as what is in it, whatever happens; and only its own frames are moved."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Opens = Callable[..., Any]

KINDS = ("table", "term", "calculator")


@pytest.mark.parametrize("kind", KINDS)
def test_height_follows_the_width_both_ways(opens: Opens, glossary: Any, kind: str) -> None:
    """A telephone that is turned, and turned back."""
    opened = opens(glossary.snippet(kind, 2), width=1000)
    wide = opened.fitted()
    opened.page.set_viewport_size({"width": 320, "height": 900})
    narrow = opened.fitted()
    assert narrow > wide
    opened.page.set_viewport_size({"width": 1000, "height": 900})
    assert opened.fitted() == pytest.approx(wide, abs=2)


def test_height_follows_what_the_calculator_shows(opens: Opens, glossary: Any) -> None:
    """A part that is opened, an answer, and the part closed again."""
    opened = opens(glossary.snippet("calculator", 2))
    frame = opened.frame()
    start = opened.fitted()
    summary = frame.locator(".tw-calc #tw-calc-more > summary")
    summary.click()
    more = opened.fitted()
    assert more > start + 200
    frame.locator(".tw-calc fieldset").first.locator("label").last.click()
    assert opened.fitted() != more
    summary.click()
    assert opened.fitted() < more - 200


def test_height_follows_content_that_grows_and_shrinks(opens: Opens, glossary: Any) -> None:
    opened = opens(glossary.snippet("term", 2))
    before = opened.fitted()
    foot = opened.frame().locator(".tw-foot")
    foot.evaluate("(each) => { each.style.paddingBottom = '300px'; }")
    assert opened.fitted() == pytest.approx(before + 300, abs=2)
    foot.evaluate("(each) => { each.style.paddingBottom = ''; }")
    assert opened.fitted() == pytest.approx(before, abs=2)


def test_a_frame_has_no_bar_to_scroll_by(opens: Opens, glossary: Any) -> None:
    """Also with a border and padding of its host's around it."""
    head = "<style>iframe { border: 7px solid; padding: 11px; box-sizing: content-box }</style>"
    opened = opens(glossary.snippet("table", 2), head=head, width=600)
    frame = opened.frame()
    inner = "frame.clientHeight - parseFloat(getComputedStyle(frame).paddingTop) * 2"
    opened.page.wait_for_function(
        f"(height) => {{ const frame = {FRAME}; return {inner} >= height; }}",
        arg=frame.evaluate("document.documentElement.getBoundingClientRect().height"),
    )
    assert frame.evaluate("() => { scrollTo(0, 99); return scrollY; }") == 0
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 600


def test_a_frame_far_down_is_fitted_when_the_reader_comes(opens: Opens, glossary: Any) -> None:
    """`loading="lazy"`: nothing is asked for before, and the script waits."""
    far = '<p style="height: 12000px">A long article.</p>'
    opened = opens(far + glossary.snippet("term", 2))
    assert not [url for url in opened.asked if url.endswith(".html") and "embed" in url]
    opened.page.locator("iframe").scroll_into_view_if_needed()
    opened.fitted()


def test_a_frame_that_was_hidden_is_fitted_when_it_is_shown(opens: Opens, glossary: Any) -> None:
    """As in a tab, or a part that opens."""
    opened = opens(f"<details><summary>More</summary>{glossary.snippet('table', 2)}</details>")
    opened.page.locator("summary").click()
    opened.fitted()


@pytest.mark.parametrize("order", ["script first", "script late", "frame late"])
def test_script_and_frame_come_in_any_order(opens: Opens, glossary: Any, order: str) -> None:
    """In the head, once, long after the frame, or on a page that makes its frames by script."""
    frame, script = glossary.frame("term"), glossary.script("fit.js")
    late = script if order == "script late" else frame
    opened = opens(
        {"script first": frame, "script late": frame, "frame late": ""}[order],
        head="" if order == "script late" else script,
    )
    if order != "script first":
        if order == "script late":
            opened.frame()
        opened.page.evaluate(ADD, late)
    opened.fitted()


ADD = """(html) => {
  const made = document.createRange().createContextualFragment(html);
  document.querySelector("main").append(made);
}"""


def test_a_frame_without_a_sandbox_is_fitted_too(opens: Opens, glossary: Any) -> None:
    """As some editors leave it: its messages then come from the glossary's origin."""
    frame = glossary.frame("term").replace(' sandbox="allow-scripts allow-popups"', "")
    assert "sandbox" not in frame
    opens(frame + glossary.script("fit.js")).fitted()


def test_the_script_twice_and_of_both_addresses_does_no_harm(opens: Opens, glossary: Any) -> None:
    """Two snippets in an article bring it twice; one may be pinned."""
    scripts = (glossary.script("fit.js"), glossary.script("fit.js", pinned=True))
    opened = opens(glossary.frame("term") + "".join(scripts) + glossary.frame("table", pinned=True))
    opened.fitted(0)
    opened.fitted(1)


MOST = 32_000
"""The highest that the script lets a frame be."""

FRAME = "document.querySelector('iframe')"
HEAR = "window.heard = []; addEventListener('message', ({ data }) => heard.push(data));"

FAR_MORE = {"termwise": "height", "height": 3000}

WRONG: dict[str, Any] = {
    "text": {"termwise": "height", "height": "3000"},
    "not a number": "({ termwise: 'height', height: NaN })",
    "infinite": "({ termwise: 'height', height: Infinity })",
    "no number at all": "({ termwise: 'height', height: 3000n })",
    "a boxed number": "({ termwise: 'height', height: new Number(3000) })",
    "a list": {"termwise": "height", "height": [3000]},
    "no height": {"termwise": "height"},
    "nothing": None,
    "a number alone": 3000,
    "another kind": {"termwise": "width", "height": 3000},
    "another program": {"type": "resize", "height": 3000},
    "JSON": json.dumps(FAR_MORE),
}


@pytest.fixture
def fitted(opens: Opens, glossary: Any) -> tuple[Any, float]:
    """A host with a term in a frame that fits, and a stranger's place; and the frame's height."""
    opened = opens(glossary.snippet("term", 2) + '<div id="place"></div>', scripts=(HEAR,))
    height = opened.fitted()
    opened.page.evaluate("heard.length = 0")
    return opened, height


def own_height(opened: Any) -> float:
    return float(opened.page.locator("iframe").first.evaluate("(frame) => frame.clientHeight"))


def hears(opened: Any, count: int = 1) -> None:
    """Wait until the host has got so many messages."""
    opened.page.wait_for_function("(count) => heard.length >= count", arg=count)


def test_a_message_that_is_no_height_does_nothing(fitted: tuple[Any, float]) -> None:
    """Even from our own frame: a number or nothing."""
    opened, height = fitted
    for count, (name, message) in enumerate(WRONG.items(), 1):
        isnt_json = isinstance(message, str) and message.startswith("(")
        code = message if isnt_json else json.dumps(message)
        opened.frame().evaluate(f"() => parent.postMessage({code}, '*')")
        hears(opened, count)
        assert own_height(opened) == pytest.approx(height, abs=2), name


def test_a_height_stays_in_bounds(fitted: tuple[Any, float]) -> None:
    """Whatever comes from the frame; other keys of the message are passed over."""
    opened, _height = fitted
    for asked, given in ((-5, 40), (300, 300), (0, 40), (1e9, MOST), (1, 40), (MOST + 0.5, MOST)):
        message = {"termwise": "height", "height": asked, "width": 9999, "style": "position: fixed"}
        opened.frame().evaluate("(message) => parent.postMessage(message, '*')", message)
        style = f"(wanted) => {FRAME}.style.height === wanted"
        opened.page.wait_for_function(style, arg=f"{given}px")
    written = opened.page.locator("iframe").get_attribute("style")
    assert "9999" not in written
    assert "fixed" not in written


def test_a_strangers_frame_moves_nothing(
    fitted: tuple[Any, float], stranger: Any, glossary: Any
) -> None:
    """Nor a frame in it, nor one whose address has the path of an embed, nor in the way of ours.

    Each sends to the host what our own frame would.
    """
    opened, height = fitted
    send = f"<script>top.postMessage({json.dumps(FAR_MORE)}, '*')</script>"
    nested = stranger.put("nested.html", f"<!doctype html>{send}")
    inside = f'<!doctype html>{send}<iframe src="{nested}"></iframe>'
    address = stranger.put(glossary.file("term", "html"), inside)
    lure = f"{address}?{glossary.address}embed/v1/"
    for src in (address, lure):
        opened.page.evaluate(ADD, f'<iframe src="{src}" height="222"></iframe>')
    sandboxed = f'<iframe src="{address}" sandbox="allow-scripts" height="222"></iframe>'
    opened.page.evaluate(ADD, sandboxed)
    hears(opened, 6)
    assert own_height(opened) == pytest.approx(height, abs=2)
    sizes = "[...document.querySelectorAll('iframe')].slice(1).map((each) => each.clientHeight)"
    assert opened.page.evaluate(sizes) == [222, 222, 222]


def test_a_page_of_the_glossary_that_is_no_embed_moves_nothing(
    fitted: tuple[Any, float], glossary: Any
) -> None:
    """Only what stands below the folder of the embeds is believed."""
    opened, height = fitted
    text = f"<!doctype html><script>parent.postMessage({json.dumps(FAR_MORE)}, '*')</script>"
    address = glossary.server.put("elsewhere.html", text)
    opened.page.evaluate(ADD, f'<iframe src="{address}" height="222"></iframe>')
    hears(opened)
    assert own_height(opened) == pytest.approx(height, abs=2)
    assert opened.page.locator("iframe").last.evaluate("(each) => each.clientHeight") == 222


def test_the_host_itself_moves_nothing(fitted: tuple[Any, float]) -> None:
    """A message that a page sends to itself is not from a frame."""
    opened, height = fitted
    opened.page.evaluate("(message) => postMessage(message, '*')", FAR_MORE)
    hears(opened)
    assert own_height(opened) == pytest.approx(height, abs=2)


def test_a_frame_that_was_led_elsewhere_is_not_believed(
    opens: Opens, glossary: Any, stranger: Any
) -> None:
    """Its `src` is still ours, but its messages are of another origin."""
    frame = glossary.frame("term").replace(' sandbox="allow-scripts allow-popups"', "")
    opened = opens(frame + glossary.script("fit.js"), scripts=(HEAR,))
    height = opened.fitted()
    opened.page.evaluate("heard.length = 0")
    text = f"<!doctype html><script>parent.postMessage({json.dumps(FAR_MORE)}, '*')</script>"
    address = stranger.put("led.html", text)
    opened.page.evaluate("(address) => { frames[0].location = address; }", address)
    hears(opened)
    assert own_height(opened) == pytest.approx(height, abs=2)


def test_a_frame_tells_a_host_nothing_but_its_height(opens: Opens, glossary: Any) -> None:
    """Two keys, one of them a whole number; and it answers no question but for that."""
    opened = opens(glossary.frame("table"), scripts=(HEAR,))
    opened.frame()
    hears(opened)
    opened.page.evaluate("frames[0].postMessage({ termwise: 'storage', message: 'eval' }, '*')")
    opened.page.evaluate("frames[0].postMessage({ termwise: 'fit' }, '*')")
    hears(opened, 2)
    for message in opened.page.evaluate("heard"):
        assert sorted(message) == ["height", "termwise"]
        assert message["termwise"] == "height"
        assert isinstance(message["height"], int)


WORDPRESS = """<script>
addEventListener("message", ({ data, source }) => {
  if (!data || !data.secret || !data.message || !data.value) return;
  if (/[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
    if (source !== frame.contentWindow || data.message !== "height") continue;
    frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
  }
});
addEventListener("load", () => {
  for (const frame of document.querySelectorAll("iframe[data-secret]")) {
    frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
  }
});
</script>"""

SECRET = "aB3dE5gH7j"  # noqa: S105 - in WordPress it is ten letters by chance


@pytest.mark.parametrize("kind", KINDS)
def test_height_follows_in_wordpress(opens: Opens, glossary: Any, kind: str) -> None:
    """Which takes away what it does not know, forbids new windows, and puts a secret in."""
    address = f"{glossary.address}{glossary.file(kind, 'html')}#?secret={SECRET}"
    frame = (
        f'<iframe src="{address}" title="A title" width="600" height="400" frameborder="0" '
        f'sandbox="allow-scripts" security="restricted" data-secret="{SECRET}"></iframe>'
    )
    opened = opens(frame + WORDPRESS, width=700)
    height = opened.frame().evaluate("document.documentElement.getBoundingClientRect().height")
    opened.page.wait_for_function(
        "(height) => Math.abs(document.querySelector('iframe').clientHeight - height) <= 2",
        arg=min(1000, max(200, height)),
    )


@pytest.mark.parametrize("secret", ["", "a<b>", "a%22b", "a&b=c", "../x"])
def test_a_secret_that_wordpress_would_not_make_is_passed_over(
    opens: Opens, glossary: Any, secret: str
) -> None:
    fragment = f"#?secret={secret}".replace("&", "&amp;").replace("<", "&lt;")
    opened = opens(glossary.frame("term", fragment), scripts=(HEAR,))
    opened.frame()
    hears(opened)
    assert all("secret" not in message for message in opened.page.evaluate("heard"))
