"""Builds sites for tests, each in a process of its own that need not start Python first.

Reads lines of JSON, `[folder, arguments of mkdocs, environment, program]`, and answers each with
`[exit status, output]`. Where `program` is not empty, the program is another one, whose heads say
so.
"""

import json
import logging
import os
import sys
import tempfile
import warnings
from typing import Any

import mkdocs.__main__
import mkdocs.commands.build

from termwise.mkdocs_plugin import page
from termwise.project import checked


def build(folder: str, arguments: list[str], environ: dict[str, str], program: str) -> int:
    """Run MkDocs in this process. Returns its exit status."""
    os.chdir(folder)
    os.environ.update(environ)
    warnings.simplefilter("default")
    if program:
        head_of = vars(page)["head_of"]
        vars(page)["head_of"] = lambda *given: f"<!-- {program} -->{head_of(*given)}"
        vars(checked)["program_version"] = lambda: program
    try:
        mkdocs.__main__.cli(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def run(request: list[Any]) -> list[Any]:
    """Build in a forked process."""
    with tempfile.TemporaryFile() as output:
        child = os.fork()
        if not child:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
            status = 70
            try:
                status = build(*request)
            except BaseException:
                logging.exception("the build raised")
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        output.seek(0)
        return [status, output.read().decode()]


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)  # noqa: T201 - the answer
