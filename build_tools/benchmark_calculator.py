"""How long a reader waits for the calculator; `make bench` runs this after `benchmark/`.

Opens each shipped decision in Chromium and prints, in milliseconds, the median and the 95th
percentile of:

- one evaluation: the outcome of random answers, and every probe of it (what would change it, and
  what is still open), by the modules of `widgets/src` as they are;
- one update: from an answer that is put into the form to the page laid out anew, by the bundle
  that readers load; a frame's painting is not in it.

Each is taken at the machine's own speed and slowed down four times, as a cheap phone would be.
"""

import functools
import http.server
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
SLOWER = (1, 4)
RUNS = 200

DRAWN = f"""
  let state = 1;
  const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const pick = (list) => list[Math.floor(chance() * list.length)];
  const program =
    JSON.parse(document.querySelector(".tw-decision-data").content.textContent).program;
  const valueOf = (question) => pick(question.answers ?? question.probes);
  const runs = {RUNS};
"""

EVALUATION = f"""async () => {{
  {DRAWN}
  const {{ decide }} = await import("/widgets/decide.js");
  const {{ changes, openQuestions }} = await import("/widgets/probes.js");
  const times = [];
  for (let run = 0; run < runs; run += 1) {{
    const share = chance();
    const asked = program.questions.filter(() => chance() < share);
    const answers = new Map(asked.map((question) => [question.id, valueOf(question)]));
    const start = performance.now();
    const outcome = decide(program, answers);
    changes(program, answers, outcome);
    openQuestions(program, answers, outcome);
    times.push(performance.now() - start);
  }}
  return times;
}}"""

UPDATE = f"""async () => {{
  {DRAWN}
  const form = document.querySelector(".tw-calc");
  const times = [];
  for (let run = 0; run < runs; run += 1) {{
    const question = pick(program.questions);
    const control = form.elements.namedItem(`q.${{question.id}}`);
    const value = String(valueOf(question));
    const input = question.answers ? [...control].find((one) => one.value === value) : control;
    if (question.answers) input.checked = true;
    else input.value = value;
    const start = performance.now();
    input.dispatchEvent(new Event("input", {{ bubbles: true }}));
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
    input.dispatchEvent(new Event("change", {{ bubbles: true }}));
    await new Promise(requestAnimationFrame);
  }}
  return times;
}}"""


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing about it."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name there
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder."""
    handler = functools.partial(Handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def measured(browser: Browser, address: str, script: str, slower: int) -> list[float]:
    """The times that a script takes, in a page of its own."""
    page = browser.new_page(viewport={"width": 412, "height": 915})
    page.goto(address)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    times = page.evaluate(script)
    page.close()
    return [float(time) for time in times]


def main() -> None:
    """Build the site, and print a line for each decision, each measure and each speed."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        site = Path(made) / "site"
        build = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
        subprocess.run(build, cwd=ROOT, check=True)
        shutil.copytree(ROOT / "widgets/src", site / "widgets")
        found = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        print(f"Chromium {browser.version}; milliseconds, {RUNS} runs each")
        print(f"{'decision':36}{'measure':12}{'slower':>8}{'median':>9}{'95%':>9}{'first':>9}")
        with served(site) as address:
            for page in sorted((site / "decide").glob("*/index.html")):
                name = page.parent.name
                for measure, script in (("evaluation", EVALUATION), ("update", UPDATE)):
                    for slower in SLOWER:
                        times = measured(browser, f"{address}/decide/{name}/", script, slower)
                        late = statistics.quantiles(times, n=20)[-1]
                        numbers = (statistics.median(times), late, times[0])
                        shown = "".join(f"{number:9.2f}" for number in numbers)
                        print(f"{name:36}{measure:12}{slower:>7}x{shown}", flush=True)
        browser.close()


if __name__ == "__main__":
    main()
