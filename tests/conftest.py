"""Every test runs in a home, a workspace and an environment of its own, automatically."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from learner import learner
from support import Bench

__all__ = ["learner"]

_SETTINGS = (
    "MLPREP_HOME", "MLPREP_SPAWN", "NO_COLOR", "FORCE_COLOR", "VISUAL", "EDITOR", "COLUMNS", "XDG_CONFIG_HOME",
    "TMUX", "ZELLIJ", "TERM_PROGRAM",
)  # fmt: skip

settings.register_profile("mlprep", deadline=None, derandomize=True, max_examples=40)
settings.load_profile("mlprep")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-screens", action="store_true", help="keep the screens as they are now")
    parser.addoption("--exercise", metavar="ID", help="run only the tests of this exercise")


def pytest_configure(config: pytest.Config) -> None:
    """With `--cov`, measure the engine as well."""
    if config.pluginmanager.hasplugin("_cov") and config.getoption("--cov"):
        import measured

        from mlprep.grading import client

        client._CODE = measured.code(str(config.rootpath / "pyproject.toml"), str(config.rootpath / ".coverage"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--exercise ID`, keep its oracle and the tests whose parameter it is."""
    name = config.getoption("--exercise")
    if name is None:
        return
    kept = [
        item for item in items if item.name.startswith(f"test_{name}_agrees_with_") or item.name.endswith(f"[{name}]")
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty HOME; no setting of the developer's own reaches a test; and nobody here waits for the disk.

    That what is written is on the disk before its name changes is shown by processes of their own (`test_record_file`).
    """
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setenv("HOME", str(home))
    for name in _SETTINGS:
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(scope="session")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """One engine for all tests that judge."""
    bench = Bench(tmp_path_factory.mktemp("bench"))
    yield bench
    bench.engine.close()
