"""What a build costs, beside plain MkDocs: `make bench`, or `python -m benchmark`.

Builds the same content of N terms, generated, with Termwise and with plain MkDocs and Material,
each in a process of its own: from nothing, with nothing changed, after edits, and under
`mkdocs serve`. Prints a table: medians of wall and processor time, the peak of the memory that all
processes hold together, the files that were written anew (the cache among them), and the medians
of the pairs' ratios to plain MkDocs. At the end of each size it sees that the site after all edits
is the one that is built from nothing; if it is not, it fails.
"""

import argparse
import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmark.steps import COLD, SERVERS, Costs, measure, measure_reference

REFERENCE = "reference"
ROOT = Path(__file__).parents[2]
HEAD = (
    "terms", "build", "wall (s)", "CPU (s)", "peak memory (MB)", "files written", "MB written",
    "wall, of plain", "CPU, of plain", "memory, of plain",
)  # fmt: skip
FIGURES = {"wall": ".2f", "cpu": ".2f", "memory": ",.0f", "files": ",.0f", "written": ",.1f"}


def rows(costs: Costs) -> Iterator[str]:
    """The rows of the table for one size."""
    for step in costs.steps():
        known = [
            name for name in FIGURES if step not in SERVERS or name not in ("files", "written")
        ]
        cells = [format(costs.median(step, name), FIGURES[name]) for name in known]
        cells += [""] * (len(FIGURES) - len(known))
        ratios = [costs.ratio(step, name) for name in ("wall", "cpu", "memory")]
        cells += ["" if ratio is None else f"{ratio:.2f}" for ratio in ratios]
        yield row(costs.size, step, *cells)


def row(*cells: str) -> str:
    """A row of a table in Markdown."""
    return f"| {' | '.join(cells)} |"


def growth(costs: dict[int, Costs]) -> Iterator[str]:
    """What a term costs at each size, against the size before."""
    for (less, few), (more, many) in itertools.pairwise(sorted(costs.items())):
        ratio = (many.median(COLD, "wall") / more) / (few.median(COLD, "wall") / less)
        yield f"Cold, a term at {more:,} costs {ratio:.2f} times what it costs at {less:,}."


def _size(text: str) -> int | str:
    return text if text == REFERENCE else int(text)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="benchmark", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "sizes",
        nargs="*",
        type=_size,
        default=[REFERENCE, 100, 1000, 10000],
        help="how many terms, or `reference` for the site of this repository",
    )
    parser.add_argument("--pairs", type=int, help="rounds a size: 3, but 1 from 10,000 terms on")
    parser.add_argument("--alone", action="store_true", help="leave out plain MkDocs")
    options = parser.parse_args()
    print(row(*HEAD), row(*["---"] * len(HEAD)), sep="\n", flush=True)
    found = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            if size == REFERENCE:
                costs = measure_reference(Path(folder), ROOT, options.pairs or 3)
            else:
                rounds = options.pairs or (3 if size < 10_000 else 1)
                costs = measure(Path(folder), size, rounds, alone=options.alone)
                found[size] = costs
        print(*rows(costs), sep="\n", flush=True)
    print(*growth(found), sep="\n")


if __name__ == "__main__":
    main()
