"""What is asked of the engines: a request for each submission that has no row yet."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mlprep.classroom import rows
from mlprep.classroom.rows import Key, Row
from mlprep.classroom.submissions import Submission
from mlprep.content.catalogue import Catalogue
from mlprep.content.names import file_stem
from mlprep.errors import UnreadableFile
from mlprep.learner.answer_file import read_bytes, read_source

if TYPE_CHECKING:
    from mlprep.grading.contracts import Report, Request


class Task(NamedTuple):
    """A submission as it is now: what tells it from a changed one."""

    submission: Submission
    sha256: str
    helpers: dict[str, str]

    def key(self, seed: int) -> Key:
        """The key of its row."""
        return rows.key_of(self.submission.person, self.submission.exercise, self.sha256, seed, self.helpers)

    def row(self, report: Report) -> Row:
        """The row of its report."""
        each = self.submission
        return rows.made(each.person, each.exercise, each.shown, self.sha256, self.helpers, report)


class Job(NamedTuple):
    """A task, and what to ask of an engine for it."""

    task: Task
    request: Request

    @property
    def exercise(self) -> str:
        return self.task.submission.exercise


class Reading:
    """Reads submissions and makes jobs of them."""

    def __init__(self, catalogue: Catalogue, seed: int) -> None:
        self._catalogue, self._seed = catalogue, seed

    def task(self, submission: Submission) -> Task:
        """The submission with its digests."""
        helpers = {name: _digest(path) for name, path in submission.helpers}
        return Task(submission, _digest(submission.path), helpers)

    def unread(self, task: Task) -> Row | None:
        """The row of a file that cannot be read as Python source; None if it can."""
        each = task.submission
        try:
            for path in (each.path, *(path for _, path in each.helpers)):
                read_source(path)
        except UnreadableFile as error:
            return task.row(rows.unread(error.message.replace(str(each.path), each.shown), self._seed))
        return None

    def job(self, task: Task) -> Job:
        """What to ask of an engine. Raises UnreadableFile for a file that was changed meanwhile."""
        files = {name: read_source(path) for name, path in task.submission.helpers}
        return Job(task, self._request(task.submission, read_source(task.submission.path), files))

    def _request(self, submission: Submission, source: str, files: dict[str, str]) -> Request:
        exercise = self._catalogue.exercises[submission.exercise]
        return {
            "exercise": exercise.id,
            "topic": exercise.folder,
            "entry": list(exercise.entry),
            "root": str(self._catalogue.root_of(exercise)),
            "source": source,
            "path": f"{file_stem(exercise.id)}.py",
            "folder": "",
            "shortcuts": list(exercise.shortcuts),
            "files": files,
            "seed": self._seed,
            "hidden": [],
        }


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(read_bytes(path)).hexdigest()
    except UnreadableFile:  # too large, or gone: told of its row
        return ""
