"""Code that the system ends for its computing time is told as much as code that we end."""

from __future__ import annotations

import os
import signal
from typing import Any

import pytest
from support import grader

from mlprep.grading.engine.deadline import Deadline
from mlprep.grading.engine.examination import Examination
from mlprep.grading.engine.process import Gone

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="the system has no such signal")


class Ended:
    """A candidate that answers so many questions before the system ends it."""

    is_ready = False

    def __init__(self, seconds: float, replies: int) -> None:
        self.seconds = seconds
        self.deadline = Deadline(os.getpid(), seconds)
        self._left = replies

    def __enter__(self) -> Ended:
        return self

    def __exit__(self, *exc: object) -> None:
        return None

    def send(self, *questions: object) -> None:
        return None

    def receive(self) -> dict[str, Any]:
        if not self._left:
            raise Gone(-signal.SIGXCPU)
        self._left -= 1
        return {"missing": [], "names": ["softmax"]}

    def receive_as(self, read: Any, known: Any) -> Any:
        return read(self.receive())

    def output(self) -> tuple[bytes, int]:
        return b"", 0


@pytest.mark.parametrize(
    ("seconds", "replies", "said"),
    [
        (0.0, 0, "Your file was still loading after 0 s, so no test case was tried. Look at what runs outside its"),
        (0.0, 1, "Your code did not finish within 0 s. The test case it was at: two equal scores."),
        (1e6, 1, "Your code used up its CPU time."),  # long before the limit: it has set one of its own
    ],
)
def test_where_it_was_is_said(seconds, replies, said):
    examination = Examination(grader("softmax"), "", "softmax.py", 1, [], "")
    report = examination.run(lambda: Ended(seconds, replies))  # type: ignore[arg-type, return-value]
    assert report["outcome"] == "timeout"
    assert report["failure"]["reason"].startswith(said)
