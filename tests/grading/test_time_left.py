"""How long a candidate is waited for, as the check goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from mlprep.grading.engine.deadline import Deadline, cpu_seconds

LIMIT = 1000.0  # seconds
ROOM = 20.0  # that a busy machine may take between two lines of a test


@pytest.fixture
def deadline():
    return Deadline(os.getpid(), LIMIT)


def is_about(left: float, seconds: float) -> bool:
    return seconds - ROOM < left <= seconds


def test_at_first_there_is_the_time_limit(deadline):
    assert is_about(deadline.left(), LIMIT)


def test_what_explains_a_failure_has_time_of_its_own(deadline):
    """It does not go off the time that was left for the other test cases."""
    assert is_about(deadline.draw_near(100.0), 100.0)
    assert is_about(deadline.left(), 100.0)
    deadline.set_firmly(500.0)
    assert is_about(deadline.left(), 500.0)


def test_what_the_engine_takes_itself_is_not_counted(deadline):
    deadline.draw_near(100.0)
    deadline.put_off(200.0)
    assert is_about(deadline.left(), 300.0)
    deadline.put_off(5000.0)
    assert deadline.left() <= LIMIT


@pytest.mark.parametrize("way", [Deadline.draw_near, Deadline.set_firmly, Deadline.put_off])
def test_never_more_than_the_time_limit(deadline, way):
    way(deadline, 5000.0)
    assert deadline.left() <= LIMIT


linux = pytest.mark.skipif(sys.platform != "linux", reason="what a process is at is told by Linux alone")


@linux
def test_what_runs_and_has_not_had_its_time_is_waited_for():
    deadline = Deadline(os.getpid(), LIMIT)
    assert deadline.waits_for_a_core()  # it is this process, which is running
    deadline.draw_near(100.0)
    assert deadline.waits_for_a_core()


@linux
def test_what_has_had_its_time_is_not():
    deadline = Deadline(os.getpid(), LIMIT)
    deadline.draw_near(0.0)
    assert not deadline.waits_for_a_core()


@linux
def test_a_firm_deadline_waits_for_nothing():
    deadline = Deadline(os.getpid(), LIMIT)
    deadline.set_firmly(100.0)
    assert not deadline.waits_for_a_core()


@linux
def test_what_sleeps_or_is_gone_is_not_waited_for():
    sleeper = subprocess.Popen(["sleep", "100"])
    try:
        deadline = Deadline(sleeper.pid, LIMIT)
        while sleeper.poll() is None and deadline.waits_for_a_core():
            continue  # it is still starting
        assert not deadline.waits_for_a_core()
    finally:
        sleeper.send_signal(signal.SIGKILL)
        sleeper.wait()
    assert not deadline.waits_for_a_core()


def test_how_long_a_process_computes_is_counted():
    before = cpu_seconds(os.getpid())
    sum(range(1_000_000))
    assert cpu_seconds(os.getpid()) > before
