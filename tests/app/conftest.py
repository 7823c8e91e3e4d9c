"""A desk for each test of the app."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk import Desk


@pytest.fixture
def desk(own_home: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Desk:
    return Desk(own_home, monkeypatch, update=request.config.getoption("--update-screens"))
