"""A learner for tests: runs commands in this process, in a workspace and at a time of their own."""

from __future__ import annotations

import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from mlprep import cli
from mlprep.learner import record_file
from mlprep.learner.record import PASSED, Progress

FIRST = date(2024, 3, 4)  # a Monday
MINUTE, HOUR, DAY = 60, 3600, 86400


def solution_seen(progress: Progress, exercise: str) -> bool:
    """Whether the record holds that the solution was seen in the present run."""
    return bool(progress.data["exercises"].get(exercise, {}).get("solution"))


class Said(NamedTuple):
    """What a command left: its exit code, and what it printed."""

    code: int
    out: str
    err: str


def at(day: date, hour: float = 12) -> float:
    """That hour of that local day."""
    return time.mktime((day.year, day.month, day.day, 0, 0, 0, 0, 0, -1)) + hour * HOUR


class Learner:
    """``now`` is the learner's clock; ``folder`` the workspace."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.now = folder, at(FIRST)
        self._monkeypatch, self._capsys = monkeypatch, capsys
        monkeypatch.setenv("MLPREP_HOME", str(folder))
        monkeypatch.setattr("mlprep.activities.session.time.time", lambda: self.now)

    def __call__(self, *words: str) -> Said:
        self._monkeypatch.setattr(sys, "argv", ["mlprep", *words])
        self._capsys.readouterr()
        code = cli.run(None)
        return Said(code, *self._capsys.readouterr())

    def file(self, name: str = "softmax") -> Path:
        return self.folder / f"{name}.py"

    @property
    def progress(self) -> Progress:
        return record_file.load(self.folder / ".mlprep" / "progress.json")

    def change(self, change: object) -> None:
        (self.folder / ".mlprep").mkdir(parents=True, exist_ok=True)
        record_file.update(self.folder / ".mlprep" / "progress.json", change)  # type: ignore[arg-type]

    def solve(self, name: str, days_ago: float = 0, minutes: float = 8) -> None:
        """A pass in the past, as if it had been checked then."""
        end = self.now - days_ago * DAY

        def change(progress: Progress) -> None:
            progress.start(name, end - minutes * MINUTE)
            progress.record(name, PASSED, end)

        self.change(change)

    def sleep(self, days: float) -> None:
        self.now += timedelta(days=days).total_seconds()


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Learner:
    return Learner(tmp_path / "practice", monkeypatch, capsys)
