"""Tests of solutions in PyTorch: they run where it is installed, and are skipped elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlprep.grading.frameworks import TORCH, is_installed

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not is_installed(TORCH):
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="PyTorch is not installed"))
