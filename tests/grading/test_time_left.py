"""How long a candidate is waited for, as the check goes on."""

from __future__ import annotations

import os
from typing import Any

import pytest

from mlprep.grading.engine.links import Pipes, Printed
from mlprep.grading.engine.process import Candidate, TimedOut

ROOM = 20  # seconds that a busy machine may take between two lines of a test


class Silent:
    """A link on which nothing comes; it notes how long it was waited for."""

    def __init__(self) -> None:
        self.waited: list[float] = []
        self.printed, self.status = Printed(), None

    def send(self, data: bytes) -> None:
        """Takes anything."""

    def next(self, timeout: float) -> Any:
        self.waited.append(timeout)


@pytest.fixture
def candidate():
    pipes, link = Pipes(), Silent()
    made = Candidate(os.getpid(), pipes, link, lambda: None, lambda each: None, 1000.0)  # type: ignore[arg-type]
    made._hurried = True  # this process is running, and would be waited for
    yield made, link
    pipes.hand_over()
    pipes.close()


def waited(candidate: tuple[Candidate, Silent]) -> float:
    made, link = candidate
    with pytest.raises(TimedOut):
        made.receive()
    return link.waited[-1]


def test_what_explains_a_failure_has_time_of_its_own(candidate):
    """It does not go off the time that was left for the other test cases."""
    made, _ = candidate
    assert 1000 - ROOM < waited(candidate) <= 1000
    assert made.leave(100.0) == pytest.approx(100.0, abs=1.0)
    assert 100 - ROOM < waited(candidate) <= 100
    made.limit(500.0)
    assert 500 - ROOM < waited(candidate) <= 500


def test_what_the_engine_takes_itself_is_not_counted(candidate):
    made, _ = candidate
    made.leave(100.0)
    made.wait_longer(200.0)
    assert 300 - ROOM < waited(candidate) <= 300
    made.wait_longer(5000.0)
    assert waited(candidate) <= 1000


@pytest.mark.parametrize("way", [Candidate.leave, Candidate.limit])
def test_never_more_than_the_time_limit(candidate, way):
    way(candidate[0], 5000.0)
    assert waited(candidate) <= 1000
