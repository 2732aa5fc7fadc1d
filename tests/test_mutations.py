"""A steady sample of what may befall a glossary's files; `make test-mutations` tries thousands.

Whatever is done to them by chance ends in located problems, or in pages: never in an exception.
"""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.slow

COUNT = 100
PARTS = 2


def module(root: Path, name: str) -> ModuleType:
    """One of the programs beside the package."""
    spec = importlib.util.spec_from_file_location(name, root / f"build_tools/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    sys.modules[name] = found
    spec.loader.exec_module(found)
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_a_mistake_is_no_more_than_a_located_problem(root: Path, part: int) -> None:
    """Each is made in a small part of the reference project; all are the same at every run."""
    mutations = module(root, "mutations")
    trials = module(root, "trials")
    files = mutations.small(mutations.load_files(root))
    tried = list(trials.trials(files, range(part, COUNT, PARTS), 3))
    assert [(trial.mutation.what, trial.wrong) for trial in tried if trial.wrong] == []
    assert {trial.made for trial in tried} == {True, False}
    assert len({code for trial in tried for code in trial.codes}) >= 5


def test_a_trial_sees_an_exception_and_a_problem_without_a_place(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise the sample would prove nothing."""
    mutations = module(root, "mutations")
    trials = module(root, "trials")
    bench = trials.Bench(tmp_path, mutations.small(mutations.load_files(root)))
    mistake = mutations.Mutation("no level", {"glossary/terms/rag.yml": b"term: rag\n"})
    assert bench.try_out(mistake).wrong == ""
    bare = [trials.Problem("x", "no place, no remedy", file="glossary/terms/rag.yml")]
    assert len(list(bench._unclear(bare))) == 2

    def fails(_problems: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(trials.report, "FORMATS", {"text": fails})
    assert "ZeroDivisionError" in bench.try_out(mistake).wrong
