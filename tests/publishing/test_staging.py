"""What the plugin stages: whether the build has warned decides whether it is published."""

import logging
from pathlib import Path

import pytest

from termwise.mkdocs_plugin.staging import Staging


@pytest.mark.parametrize("logger", ["mkdocs", "mkdocs.plugins.x", "properdocs.structure.pages"])
def test_warnings_count_whoever_builds(logger: str, tmp_path: Path) -> None:
    """ProperDocs is MkDocs under another name, its loggers too."""
    staging = Staging(str(tmp_path / "site"))
    assert not staging.warned
    logging.getLogger(logger).warning("a link leads nowhere")
    assert staging.warned
    staging.discard()
    assert list(tmp_path.iterdir()) == []


def test_errors_of_the_disk_are_told_from_mistakes(tmp_path: Path) -> None:
    """The former are a line, the latter the business of whoever wrote a hook or a template."""
    staging = Staging(str(tmp_path / "site"))
    page = str(staging.folder / "index.html")
    assert staging.explains(OSError(28, "No space left on device"))
    assert staging.explains(OSError(13, "Permission denied", page))
    assert staging.explains(OSError(13, "Permission denied", "icon.png", None, page))
    assert not staging.explains(FileNotFoundError(2, "No such file", "elsewhere"))
    assert not staging.explains(ValueError("x"))
    staging.discard()
