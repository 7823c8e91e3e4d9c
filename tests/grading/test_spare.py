"""The process that waits to become the next candidate: it changes no verdict, and is never left behind."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import children, comes_true, name_of
from support import RIGHT, WRONG, Bench, catalogue

from mlprep.grading.common.wire import SPARE
from mlprep.grading.launching import forks

pytestmark = pytest.mark.skipif(not forks(), reason="candidates are not forked here")


@pytest.fixture
def waiting(tmp_path) -> Iterator[tuple[Bench, int]]:
    """A bench after its first check, and the spare that its zygote has made ready since."""
    bench = Bench(tmp_path)
    assert bench.grade("softmax", RIGHT)["outcome"] == "passed"
    yield bench, spare_of(bench)
    bench.engine.close()


def spares(bench: Bench) -> list[int]:
    return [pid for zygote in children(bench.engine.pid) for pid in children(zygote) if name_of(pid) == SPARE]


def spare_of(bench: Bench) -> int:
    assert comes_true(lambda: spares(bench))
    return spares(bench)[0]


def is_running(pid: int) -> bool:
    """Whether it is there, and not merely waited for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def has_ended(pid: int) -> bool:
    return comes_true(lambda: not is_running(pid))


def test_it_is_the_next_candidate(waiting):
    bench, spare = waiting
    me = f"import os\nprint(os.getpid())\n{RIGHT}"
    assert bench.grade("softmax", me)["output"].split() == [str(spare)]
    assert spare_of(bench) != spare


def test_every_verdict_is_as_without_one(waiting):
    bench, _ = waiting
    for source, outcome in ((WRONG, "failed"), (RIGHT, "passed"), ("def softmax(x, axis=-1): 1 / 0\n", "error")):
        assert bench.grade("softmax", source)["outcome"] == outcome
        spare_of(bench)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP])
def test_one_that_was_killed_or_stopped_costs_nothing(waiting, number):
    bench, spare = waiting
    os.kill(spare, number)
    assert bench.grade("softmax", RIGHT)["outcome"] == "passed"
    assert has_ended(spare)


@pytest.mark.parametrize("seconds", [0.0, 0.01, 0.03, 0.05, 0.06, 0.07, 0.1])
def test_whenever_the_next_check_comes(waiting, seconds):
    bench, _ = waiting
    for _ in range(3):
        time.sleep(seconds)
        assert bench.grade("softmax", RIGHT)["outcome"] == "passed"


def test_it_ends_with_its_engine(waiting):
    bench, spare = waiting
    bench.engine.close()
    assert has_ended(spare)


@pytest.mark.parametrize("victim", ["engine", "zygote"])
def test_it_ends_with_what_was_killed_above_it(waiting, victim):
    bench, spare = waiting
    os.kill(bench.engine.pid if victim == "engine" else children(bench.engine.pid)[0], signal.SIGKILL)
    assert has_ended(spare)
    if victim == "zygote":
        assert bench.grade("softmax", RIGHT)["outcome"] == "passed"
        assert not os.path.exists(f"/proc/{spare}")


def test_it_can_read_what_came_into_a_folder_since(waiting, tmp_path):
    bench, _ = waiting
    (tmp_path / "solutions").mkdir(exist_ok=True)
    made = tmp_path / "made_since.txt"
    made.write_text("here")
    reads = f"print(open({str(made)!r}).read())\n{RIGHT}"
    assert bench.grade("softmax", reads)["output"].strip() == "here"


def test_it_cannot_read_a_solution(waiting):
    bench, _ = waiting
    path = str(catalogue.solution(catalogue.find("softmax")))
    report = bench.grade("softmax", f"import _io\nprint(_io.FileIO({path!r}).read())\n{RIGHT}")
    assert report["outcome"] == "error"
    assert "e / e.sum" not in report["output"]


def test_no_two_draw_alike(waiting):
    bench, _ = waiting
    draws = f"import numpy as np\nprint(np.random.rand())\n{RIGHT}"
    said = set()
    for _ in range(3):
        said.add(bench.grade("softmax", draws)["output"])
        spare_of(bench)
    assert len(said) == 3
