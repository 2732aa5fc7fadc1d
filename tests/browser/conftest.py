"""A real browser, and the reference site served to it."""

import contextlib
import functools
import http.server
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""What the browser is called where the system has one; else it is Playwright's own."""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing about it."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@dataclass
class Visit:
    """One page in a browser of its own, with all that went wrong in it."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    abroad: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a page of the site."""
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None
        assert answer.ok, path
        return self.page

    def note_message(self, message: ConsoleMessage) -> None:
        """Remember what the browser complains of."""
        if message.type in ("error", "warning"):
            self.errors.append(message.text)

    def note_request(self, request: Request) -> None:
        """Remember what is asked of another host."""
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.abroad.append(request.url)


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Start the system's Chromium or Chrome, without a sandbox since tests may run as root."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    started: list[Browser] = []
    with sync_playwright() as playwright:

        def start(*options: str) -> Browser:
            words = ["--no-sandbox", *options]
            started.append(playwright.chromium.launch(executable_path=found, args=words))
            return started[-1]

        yield start
        for each in started:
            each.close()


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Browser:
    """The browser of most tests."""
    return launch()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder, which may be made later; gives the address, with a slash at the end."""
    with contextlib.ExitStack() as stack:

        def start(folder: Path) -> str:
            handler = functools.partial(Handler, directory=str(folder))
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            stack.enter_context(server)
            server.daemon_threads = True
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            stack.callback(thread.join)
            stack.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}/"

        yield start


@pytest.fixture(scope="session")
def address(
    root: Path,
    run: Callable[..., subprocess.CompletedProcess[str]],
    serve: Callable[[Path], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> str:
    """Where the reference site is served.

    It is built for this address: without full loads its pages follow each other only there.
    """
    site = tmp_path_factory.mktemp("served") / "site"
    url = serve(site)
    built = run(root, "mkdocs", "build", "-d", str(site), env={"TERMWISE_SITE_URL": url})
    assert built.returncode == 0, built.stderr
    return url


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Start a visit at a width, in a scheme of colours; nothing may have gone wrong at its end."""
    visits: list[Visit] = []

    def start(width: int = 1440, scheme: Any = "light", **options: Any) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(15_000)
        new = Visit(context.new_page(), address)
        new.page.on("console", new.note_message)
        new.page.on("pageerror", lambda error: new.errors.append(str(error)))
        new.page.on("request", new.note_request)
        visits.append(new)
        return new

    yield start
    for each in visits:
        each.page.context.close()
        assert each.errors == []
        assert each.abroad == []
