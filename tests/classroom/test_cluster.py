"""Grading on a Dask cluster: the same rows, and what is lost on the way is done again.

`benchmarks/cluster_trial.py` tries it on a scheduler and workers of their own, with one killed and one restarted.
"""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest
from support import catalogue
from typer.testing import CliRunner

from mlprep.classroom import cluster as clusters
from mlprep.classroom.cluster import Cluster
from mlprep.classroom.jobs import Job, Task
from mlprep.classroom.submissions import Submission
from mlprep.cli import app
from mlprep.errors import MlprepError


class Future:
    """What a submitted batch comes to."""

    def __init__(self, outcome) -> None:
        self.outcome = outcome
        self.status = "cancelled" if outcome == "cancelled" else "finished"

    def add_done_callback(self, call) -> None:
        call(self)

    def result(self, timeout: float):
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


class Scheduler:
    """Stands for the package distributed: each batch meets the next of the ``fates``, then goes well."""

    def __init__(self, *fates, version: str = clusters.__version__) -> None:
        self.fates, self.version = [*fates], version
        self.clients = self.submitted = 0

    def Client(self, address, timeout, set_as_default):
        if address == "nowhere":
            raise OSError
        self.clients += 1
        return SimpleNamespace(
            status="running", submit=self.submit, nthreads=lambda: {"worker": 1}, close=lambda timeout: None,
            wait_for_workers=lambda count, timeout: None, cancel=lambda futures: None,
        )  # fmt: skip

    def submit(self, work, requests, isolated, **options):
        self.submitted += 1
        fate = self.fates.pop(0) if self.fates else None
        if fate is None:
            assert all(request["root"] == "" for request in requests)
            fate = self.version, [{"outcome": "passed", "for": request["path"]} for request in requests]
        return Future(fate)


def worked(monkeypatch, scheduler: Scheduler, count: int = 70, address: str = "tcp://x:1"):
    monkeypatch.setattr(clusters, "import_module", lambda name: scheduler)
    root = str(catalogue.root)
    jobs = []
    for number in range(count):
        name = "softmax" if number < count // 2 else "relu"
        submission = Submission(f"p{number}", name, catalogue.starter(catalogue.find(name)), f"p{number}/{name}.py")
        jobs.append(
            Job(Task(submission, "", {}), {"root": root, "path": submission.shown, "exercise": name, "seed": 1})
        )
    return [*Cluster(address, isolated=False).work([jobs])]


def test_every_job_has_its_own_report(monkeypatch):
    done = worked(monkeypatch, Scheduler())
    assert len(done) == 70
    assert all(report["for"] == job.task.submission.shown for job, report in done)


@pytest.mark.parametrize("fate", [RuntimeError("the worker died"), "cancelled", OSError("the scheduler is gone")])
def test_what_is_lost_is_done_again_and_nothing_twice(monkeypatch, fate):
    scheduler = Scheduler(None, fate)
    done = worked(monkeypatch, scheduler)
    assert sorted(job.task.submission.person for job, _ in done) == sorted(f"p{number}" for number in range(70))
    assert {report["outcome"] for _, report in done} == {"passed"}
    assert scheduler.clients == (1 if isinstance(fate, RuntimeError) else 2)


def test_a_batch_that_is_lost_every_time_is_reported(monkeypatch):
    done = worked(monkeypatch, Scheduler(*[RuntimeError("killed")] * 4), count=1)
    assert [report["outcome"] for _, report in done] == ["grader_error"]
    assert "lost 4 times" in done[0][1]["summary"]


def test_another_version_on_the_workers_is_told(monkeypatch):
    with pytest.raises(MlprepError, match=r"0\.0\.1"):
        worked(monkeypatch, Scheduler(version="0.0.1"))


def test_a_scheduler_that_is_not_there_is_told(monkeypatch):
    with pytest.raises(MlprepError, match="no Dask scheduler at nowhere"):
        worked(monkeypatch, Scheduler(), address="nowhere")


def test_without_the_package_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    shown = CliRunner().invoke(app, ["grade", str(tmp_path), "--cluster", "tcp://x:1"])
    assert shown.exit_code == 2
    assert "pip install 'mlprep[cluster]'" in shown.output
