"""Time limits on work of our own: they end it, also where the first call to order is lost."""

from __future__ import annotations

import gc
import signal
import time

import pytest

from mlprep.grading.engine.time_limit import Late, at_most

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs POSIX timers")


class Finalized:
    """What is raised while it goes away is printed, and forgotten."""

    def __del__(self) -> None:
        end = time.monotonic() + 30
        while time.monotonic() < end:
            pass


def for_ever() -> None:
    while True:
        pass


def loses_one_and_goes_on() -> None:
    Finalized()
    for_ever()


def collects_and_goes_on() -> None:
    gc.collect()
    for_ever()


@pytest.mark.parametrize("of_computing", [False, True])
def test_what_goes_on_for_ever_is_ended(of_computing):
    with pytest.raises(Late), at_most(0.05, of_computing=of_computing):
        for_ever()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("of_computing", [False, True])
def test_a_limit_that_was_lost_in_a_finalizer_comes_again(of_computing):
    with pytest.raises(Late), at_most(0.05, of_computing=of_computing):
        loses_one_and_goes_on()


@pytest.mark.parametrize("of_computing", [False, True])
def test_a_callback_of_the_garbage_collector_is_let_end(of_computing):
    ended = []

    def callback(phase: str, info: object) -> None:
        end = time.monotonic() + 0.2
        while time.monotonic() < end:
            pass
        ended.append(phase)

    gc.callbacks.append(callback)
    try:
        with pytest.raises(Late), at_most(0.05, of_computing=of_computing):
            collects_and_goes_on()
    finally:
        gc.callbacks.remove(callback)
    assert ended[:2] == ["start", "stop"]


def test_nothing_is_raised_after_it():
    with at_most(0.05):
        pass
    time.sleep(0.2)


def test_a_signal_that_comes_too_late_ends_nothing():
    with at_most(5, of_computing=True):
        pass
    signal.raise_signal(signal.SIGPROF)
