"""An engine whose candidates run in a sandbox, for the tests that need one."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from support import catalogue, request_of

from mlprep.classroom.isolation import isolation
from mlprep.errors import MlprepError
from mlprep.grading.client import JUDGE, Engine


class Boxed:
    """The engine, and what isolates it."""

    def __init__(self) -> None:
        self.isolation = isolation([])
        self.engine = Engine(JUDGE, self.isolation)

    def check(self, before: str, name: str = "softmax") -> dict:
        """The report on the reference solution with something before it that is none of its business."""
        solution = catalogue.solution(catalogue.find(name)).read_text(encoding="utf-8")
        return self.engine.ask(request_of(name, f"{before}\n{solution}", f"{name}.py", files={}))


@pytest.fixture(scope="session")
def boxed() -> Iterator[Boxed]:
    if sys.platform != "linux":
        pytest.skip("sandboxes are made on Linux")
    try:
        made = Boxed()
    except MlprepError as error:
        pytest.skip(error.message)
    yield made
    made.engine.close()
