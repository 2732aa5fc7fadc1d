"""What tests of the interface’s words share."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def tool(root: Path) -> ModuleType:
    """`build_tools/words.py`."""
    spec = importlib.util.spec_from_file_location("words_tool", root / "build_tools/words.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
