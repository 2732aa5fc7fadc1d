"""How problems are told under MkDocs: in its log, and by errors that have no traceback there."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from termwise.model.problem import Problem, ProblemError
from termwise.project import report
from termwise.site.child import ChildError

log = get_plugin_logger("termwise")


class RefusedError(PluginError):
    """The glossary or its settings have errors; nothing is built until they are gone."""


def tell(problems: Iterable[Problem]) -> None:
    """Tell of problems. Raises `RefusedError` where there are errors among them."""
    found = list(problems)
    for problem in found:
        level = logging.ERROR if problem.severity == "error" else logging.WARNING
        log.log(level, report.line(problem))
    if any(problem.severity == "error" for problem in found):
        raise RefusedError(f"the glossary has {report.summary(found)}")


@contextmanager
def in_words() -> Iterator[None]:
    """Makes an error of files or settings an error that MkDocs tells without a traceback."""
    try:
        yield
    except ProblemError as error:
        raise RefusedError("\n".join(map(report.line, error.problems))) from error
    except ChildError as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        raise PluginError(f"the site could not be written: {error}") from error
