"""Embeds on pages of other sites: the glossary, a host and a stranger, each of another origin."""

import http.server
import json
import re
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Request

from termwise.loader import load
from termwise.lookup.library import Library
from termwise.model.embed_addresses import moving_file, pinned_file
from termwise.model.glossary import EntryKey
from termwise.model.site import Site
from termwise.project.library import library_of
from termwise.site.publish import data_works, make_embeds
from termwise.site.workshop import Workshop

EMBEDS = {
    "table": ("comparison", "fine-tuning-vs-rag", "termwise-table", "elements.js"),
    "term": ("term", "rag", "termwise-term", "elements.js"),
    "calculator": (
        "decision",
        "prompting-rag-or-fine-tuning",
        "termwise-calculator",
        "calculator.js",
    ),
}
"""What is embedded: of each kind an entry, the element that shows it, and that element's script."""

OPEN_TO_ALL = {"Access-Control-Allow-Origin": "*"}


@dataclass
class Server:
    """A site: what stands at each path, with the headers that it is sent with."""

    address: str
    files: dict[str, tuple[bytes, Mapping[str, str]]] = field(default_factory=dict)

    def put(self, path: str, content: str | bytes, headers: Mapping[str, str] | None = None) -> str:
        """Publish something, or something else in its place; its address."""
        whole = content.encode() if isinstance(content, str) else content
        self.files[path] = (whole, {**OPEN_TO_ALL, **(headers or {})})
        return f"{self.address}{path}"


@contextmanager
def serving(host: str) -> Iterator[Server]:
    """A server of a site that has nothing yet."""
    handler = type("Handler", (_Handler,), {})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        handler.site = site = Server(f"http://{host}:{server.server_port}/")  # type: ignore[attr-defined]
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield site
        server.shutdown()
        thread.join()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each answer waits for the one before to be confirmed
    site: Server

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].lstrip("/")
        content, headers = self.site.files.get(path, (b"<!doctype html>Not here", {}))
        self.send_response(200 if path in self.site.files else 404)
        kind = TYPES.get(path.rpartition(".")[2], "text/html; charset=utf-8")
        sent = {"Content-Type": kind, "Content-Length": str(len(content)), **headers}
        for name, value in sent.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
        """Say nothing."""


TYPES = {
    "js": "text/javascript",
    "css": "text/css",
    "json": "application/json",
    "ico": "image/x-icon",
}


@dataclass(frozen=True)
class Glossary:
    """The glossary as other sites meet it: `address` has a slash at its end."""

    server: Server
    library: Library

    @property
    def address(self) -> str:
        """Where it stands."""
        return self.server.address

    def key(self, kind: str) -> EntryKey:
        """The entry that is embedded as this kind."""
        return EMBEDS[kind][:2]

    def file(self, kind: str, ending: str) -> str:
        """The path of a file of a moving embed."""
        return moving_file(self.key(kind), ending)

    def data(self, kind: str) -> dict[str, Any]:
        """What an element of this kind is made of."""
        found: dict[str, Any] = json.loads(self.server.files[self.file(kind, "json")][0])
        return found

    def frame(self, kind: str, fragment: str = "", *, pinned: bool = False, **query: str) -> str:
        """The first snippet, with options in its address."""
        answer = json.loads(self.server.files[self.file(kind, "oembed.json")][0])
        html = str(answer["html"]).replace('width="700"', 'width="100%"')
        address = f"{self.address}{self.file(kind, 'html')}"
        wanted = address
        if pinned:
            pin = self.library.pins.entries[self.key(kind)]
            wanted = f"{self.address}{pinned_file(pin.folder, 'index.html')}"
        if query:
            wanted += f"?{urlencode(query)}".replace("&", "&amp;")
        return html.replace(address, wanted + fragment)

    def script(self, name: str, *, pinned: bool = False) -> str:
        """The element of a script that embeds share."""
        if not pinned:
            return f'<script src="{self.address}embed/v1/{name}" async></script>'
        pins = self.library.pins
        address = f"{self.address}{pinned_file(pins.assets, name)}"
        digest = pins.integrity[name]
        return (
            f'<script src="{address}" integrity="{digest}" crossorigin="anonymous" async></script>'
        )

    def element(self, kind: str, *, pinned: bool = False, src: str = "", **attributes: str) -> str:
        """The third snippet without its script, around a fallback."""
        key = self.key(kind)
        given = {"src": src or f"{self.address}{self.file(kind, 'json')}"}
        if pinned:
            pin = self.library.pins.entries[key]
            data = src or f"{self.address}{pinned_file(pin.folder, 'data.json')}"
            given = {"src": data, "integrity": pin.integrity}
        words = " ".join(f'{name}="{value}"' for name, value in {**given, **attributes}.items())
        tag = EMBEDS[kind][2]
        title = self.data(kind)["title"]
        return f'<{tag} {words}><p class="fallback">Fallback: {title}</p></{tag}>'

    def snippet(self, kind: str, level: int, *, pinned: bool = False, **options: str) -> str:
        """What a host pastes."""
        if level == 3:
            element = self.element(kind, pinned=pinned, **options)
            return f"{element}\n{self.script(EMBEDS[kind][3], pinned=pinned)}"
        frame = self.frame(kind, pinned=pinned, **options)
        return frame if level == 1 else f"{frame}\n{self.script('fit.js', pinned=pinned)}"


@pytest.fixture(scope="session")
def glossary(
    root: Path, today: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Glossary]:
    """The embeds of the reference glossary, served so that other sites may read them."""
    loaded = load(root / "glossary", root=root)
    folder = tmp_path_factory.mktemp("embeds")
    with serving("127.0.0.1") as server:
        library = library_of(loaded.glossary, Site("Glossary", server.address), today)
        workshop = Workshop(folder)
        library = make_embeds(library, workshop)
        workshop.make(data_works(library), library)
        for file in filter(Path.is_file, folder.rglob("*")):
            server.put(file.relative_to(folder).as_posix(), file.read_bytes())
        yield Glossary(server, library)


@pytest.fixture(scope="session")
def host() -> Iterator[Server]:
    """A site of somebody else, on another host as well as another port."""
    with serving("localhost") as server:
        server.put("favicon.ico", b"")
        yield server


@pytest.fixture(scope="session")
def stranger() -> Iterator[Server]:
    """A site that has to do with neither."""
    with serving("stranger.localhost") as server:
        yield server


@dataclass
class Opened:
    """A page in a browser of its own, with what went wrong in it and what it asked for."""

    page: Page
    errors: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    expected: str = ""

    def watch(self) -> None:
        """Remember what the browser complains of, such as an offence against a policy."""
        self.page.on("console", lambda said: self.note(said.type, said.text))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.context.on("request", self.note_request)

    def note(self, kind: str, text: str) -> None:
        """Errors and warnings, but for those that the test is about."""
        self.told.append(text)
        if kind in ("error", "warning") and not (self.expected and re.search(self.expected, text)):
            self.errors.append(text)

    def said(self, words: str) -> int:
        """How often the console has said something with these words."""
        return sum(words in text for text in self.told)

    def waits_to_say(self, words: str, times: int = 1) -> None:
        """Wait until the console has said that so often."""
        while self.said(words) < times:
            self.page.wait_for_event("console")

    def note_request(self, request: Request) -> None:
        """Remember what the page and its frames ask for."""
        if not request.url.endswith("favicon.ico"):
            self.asked.append(request.url)

    def frame(self, number: int = 0) -> Frame:
        """One of the page's frames, when it shows what it has."""
        handle = self.page.locator("iframe").nth(number).element_handle()
        frame = handle.content_frame()
        assert frame is not None
        frame.locator("html:not([data-waiting]) .tw-embed").wait_for()
        return frame

    def shown(self, kind: str, level: int) -> None:
        """Wait until the embed is whole, and see that it is."""
        scope: Page | Frame = self.page if level == 3 else self.frame()
        embed = scope.locator(f".tw-embed-{kind}")
        embed.wait_for()
        inside = {
            "table": "tbody td:not([hidden])",
            "term": ".tw-definition",
            "calculator": ".tw-calc fieldset",
        }
        embed.locator(inside[kind]).first.wait_for()
        if level == 2:
            self.fitted()

    def fitted(self, number: int = 0) -> float:
        """Wait until a frame is as high as what is in it; that height."""
        frame = self.frame(number)
        locator = self.page.locator("iframe").nth(number)
        height = 0.0
        for _time in range(100):
            height = min(MOST, float(frame.evaluate(HEIGHT)))
            own = locator.evaluate("(frame) => frame.clientHeight")
            if abs(own - height) <= 1.5:
                return height
            self.page.evaluate("() => new Promise((done) => setTimeout(done, 30))")
        pytest.fail(f"the frame is {own} pixels high and its content {height}")


MOST = 32_000
"""The highest that the script lets a frame be."""

HEIGHT = "() => document.documentElement.getBoundingClientRect().height"

Opens = Callable[..., Opened]


@pytest.fixture
def opens(browser: Browser, host: Server) -> Iterator[Opens]:
    """Open a host's page with this body; nothing may have gone wrong in it at the test's end."""
    contexts: list[BrowserContext] = []
    opened: list[Opened] = []

    def start(
        body: str,
        *,
        head: str = "",
        html: str = "lang=en",
        headers: Mapping[str, str] | None = None,
        width: int = 800,
        scheme: Any = "light",
        expected: str = "",
        scripts: tuple[str, ...] = (),
        using: Browser | None = None,
        **options: Any,
    ) -> Opened:
        context = (using or browser).new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, **options
        )
        contexts.append(context)
        context.set_default_timeout(8_000)
        for script in scripts:
            context.add_init_script(script)
        new = Opened(context.new_page(), expected=expected)
        new.watch()
        opened.append(new)
        new.page.goto(host.put("page.html", PAGE.format(html=html, head=head, body=body), headers))
        return new

    yield start
    for context in contexts:
        context.close()
    for each in opened:
        assert each.errors == []


PAGE = """<!doctype html>
<html {html}>
<head><meta charset="utf-8"><title>A page elsewhere</title>
<meta name="viewport" content="width=device-width">{head}</head>
<body><main><h1>A page elsewhere</h1>
<p>Words before.</p>
{body}
<p id="after">Words after.</p></main></body>
</html>
"""


COLOURS = """async (address) => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const [width, height] = [image.naturalWidth, image.naturalHeight];
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const found = new Set();
  for (let at = 0; at < data.length; at += 4) found.add(`${data.slice(at, at + 3)}`);
  return [...found].map((each) => each.split(",").map(Number));
}"""


@pytest.fixture(scope="session")
def pixels(browser: Browser) -> Iterator[Callable[[bytes], set[tuple[int, ...]]]]:
    """The colours that occur in a picture."""
    page = browser.new_page()

    def colours(picture: bytes) -> set[tuple[int, ...]]:
        found = page.evaluate(COLOURS, "data:image/png;base64," + b64encode(picture).decode())
        return {tuple(each) for each in found}

    yield colours
    page.close()
