"""A whole run of `mlprep grade`: find, skip what is done, grade the rest, keep each row as it comes."""

from __future__ import annotations

import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from mlprep.classroom.class_summary import ExerciseSummary, summarize
from mlprep.classroom.crew import Workers
from mlprep.classroom.file_names import Names
from mlprep.classroom.jobs import Job, Reading, Task
from mlprep.classroom.results import Results
from mlprep.classroom.rows import Key, Row
from mlprep.classroom.submissions import Found, Unmatched, find
from mlprep.content.catalogue import Catalogue
from mlprep.content.names import file_stem
from mlprep.errors import MlprepError, UnreadableFile
from mlprep.learner.answer_file import read_source

SCRATCH = "mlprep-grade-"


@dataclass
class Run:
    """What a run came to. The rows are read from where they are kept, one at a time."""

    seed: int
    results: Results
    unmatched: list[Unmatched] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    keys: dict[Key, None] = field(default_factory=dict)
    total: int = 0
    graded: int = 0
    kept: int = 0

    def rows(self) -> Iterator[Row]:
        """The row of each submission of this run that has one, by exercise and person."""
        done = [each for each in self.keys if each in self.results]
        return self.results.rows(sorted(done, key=lambda each: (each[1], each)))

    def rows_by_person(self) -> Iterator[Row]:
        """The same, by person and exercise."""
        return self.results.rows(sorted(each for each in self.keys if each in self.results))


class Grading:
    """One run, step by step. Use as a context manager: leaving it removes what was unpacked."""

    def __init__(
        self, catalogue: Catalogue, folder: Path, results: Results, seed: int | None, only: Sequence[str] = ()
    ):
        """Find the submissions. Raises MlprepError if there are none."""
        if not folder.is_dir() and not (folder.is_file() and folder.suffix.lower() == ".zip"):
            raise MlprepError(f"There is no folder {folder}.", "Give the folder or the zip file of the submissions.")
        self._catalogue, self._results = catalogue, results
        self._keeping = threading.Lock()  # jobs are made in the engines' threads
        self._spool = tempfile.TemporaryDirectory(prefix=SCRATCH)
        try:
            topics = [*catalogue.packs, *(topic.id.rpartition("/")[2] for topic in catalogue.topics)]
            found = find(folder, Path(self._spool.name), Names(list(catalogue.exercises), topics))
        except OSError as error:
            self._spool.cleanup()
            raise MlprepError(f"{folder} cannot be read: {error.strerror}.", "Check its permissions.") from error
        self._found = _only(found, only)
        self._paths = {each.shown: each.path for each in self._found.submissions}
        # one seed for everybody; a run that goes on has the seed that it began with
        chosen = results.seed if seed is None else seed
        self.run = Run(int.from_bytes(os.urandom(4), "big") if chosen is None else chosen, results, found.unmatched)
        self.run.total = len(self._found.submissions)
        if not self._found.submissions:
            self._spool.cleanup()
            raise MlprepError(f"No submissions were found in {folder}.", _advice(found, only))

    def __enter__(self) -> Grading:
        return self

    def __exit__(self, *exc: object) -> None:
        self._spool.cleanup()

    def source(self, shown: str) -> str:
        """The source of a submission, or nothing if it cannot be read."""
        try:
            return read_source(self._paths[shown])
        except (KeyError, UnreadableFile):
            return ""

    def summaries(self) -> Iterator[ExerciseSummary]:
        """How each exercise went."""
        for name, rows in groupby(self.run.rows(), key=lambda row: row["exercise"]):
            yield summarize(self._catalogue, self._catalogue.exercises[name], rows, self.source)

    def go(self, workers: Workers, told: Callable[[Run], None] = lambda run: None) -> None:
        """Grade what has no row yet. ``told`` is called whenever there is something new."""
        run, reading = self.run, Reading(self._catalogue, self.run.seed)
        tasks = [each for each in map(reading.task, self._found.submissions) if self._is_new(each)]
        tasks.sort(key=lambda each: each.submission.exercise)  # a grader is loaded once, and not kept for long
        run.total = run.kept + len(tasks)
        told(run)
        groups = [[*each] for _, each in groupby(tasks, key=lambda each: each.submission.exercise)]
        for job, report in workers.work(self._jobs(reading, each) for each in groups):
            self._keep(job.task.row(report))
            told(run)
        told(run)

    def _jobs(self, reading: Reading, tasks: Sequence[Task]) -> Iterator[Job]:
        """Made when an engine is ready for them: each holds the source of its submission."""
        return (reading.job(each) for each in tasks if not self._is_unread(reading, each))

    def _is_new(self, task: Task) -> bool:
        """Whether it has no row. What was handed in twice is one submission."""
        wanted, run = task.key(self.run.seed), self.run
        if wanted in run.keys:
            each = task.submission
            run.notes.append(f"{each.shown} is the same as another {file_stem(each.exercise)}.py of {each.person}.")
            return False
        run.keys[wanted] = None
        run.kept += wanted in self._results
        return wanted not in self._results

    def _is_unread(self, reading: Reading, task: Task) -> bool:
        row = reading.unread(task)
        if row is not None:
            self._keep(row)
        return row is not None

    def _keep(self, row: Row) -> None:
        with self._keeping:
            self.run.results.add(row)
            self.run.graded += 1


def _only(found: Found, only: Sequence[str]) -> Found:
    if not only:
        return found
    return Found([each for each in found.submissions if each.exercise in only], found.unmatched)


def _advice(found: Found, only: Sequence[str]) -> str:
    if only and found.submissions:
        return f"None of them is of {', '.join(only)}."
    seen = f" {found.unmatched[0].path}: {found.unmatched[0].reason}" if found.unmatched else ""
    return f"Name the files by person and exercise: ada/softmax.py, or ada_softmax.py.{seen}"
