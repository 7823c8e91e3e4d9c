"""What every command works with: the workspace, the catalogue, the record, the engine, the clock."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mlprep.activities.engine_faults import said_of
from mlprep.content.catalogue import EITHER, SOLVE, TESTS, Catalogue, Exercise
from mlprep.errors import MlprepError, NoCurrentExercise, WorkspaceProblem
from mlprep.grading.client import Engine, EngineDied
from mlprep.grading.frameworks import INSTALL_TORCH, NUMPY, TORCH, framework_of, is_installed
from mlprep.grading.launching import packs_file
from mlprep.learner import conflicted_copies
from mlprep.learner import record_file as records
from mlprep.learner.answer_file import read_source
from mlprep.learner.record import Progress
from mlprep.learner.workspace import Workspace, locate

if TYPE_CHECKING:
    from mlprep.grading.contracts import Report, Request

_SILENCE = 60.0  # seconds since the last sign of life that make the next one worth writing

T = TypeVar("T")


def every_exercise(tell: Callable[[str], object] = lambda notice: None) -> Catalogue:
    """Our exercises, and those of the packs that the user has added; ``tell`` is told where that cannot be known."""
    if not os.path.exists(packs_file()):
        return Catalogue()
    from mlprep.content import packs

    try:
        return Catalogue(packs=packs.added())
    except MlprepError as error:
        tell(f"{error.message} {error.next_step}")
        return Catalogue()


class Session:
    """One run of the command line."""

    def __init__(self, workspace: str | None = None, engine: Engine | None = None) -> None:
        self._workspace = workspace
        self._engine = engine
        self.notices: list[str] = []  # what happened to the record or the files, for people and for scripts
        self.catalogue = every_exercise(self.notices.append)
        self._greeting: list[str] = []  # for people alone
        self._in_use = False  # whether the workspace was there before

    @cached_property
    def workspace(self) -> Workspace:
        return locate(self._workspace, os.environ)

    @cached_property
    def progress(self) -> Progress:
        """The record as it was read; ``change`` keeps it up to date."""
        progress = records.load(self.workspace.progress_file)
        self.notices += progress.notices
        self._in_use = os.path.isdir(self.workspace.state_dir)
        return progress

    def reread(self) -> None:
        """Read the record again if another mlprep has changed it."""
        self.notices += records.reread(self.workspace.progress_file, self.progress)

    @property
    def now(self) -> float:
        return time.time()

    def create_workspace(self) -> None:
        """Make the folder if it is new, and say so. Raises WorkspaceProblem if it was there before and is gone."""
        if self._in_use and not os.path.isdir(self.workspace.state_dir):
            raise WorkspaceProblem(
                "Your workspace was moved or deleted, so nothing is recorded.",
                f"Move it back to {self.workspace.root}, or run mlprep in the folder where it is now.",
            )
        new, self._in_use = self.workspace.create(), True
        if new:
            self._greeting.append(f"Your workspace is {self.workspace.root} ({_why(self.workspace)}).")

    def take_notices(self) -> list[str]:
        """What was not said yet."""
        news = [told for pack in self.catalogue.packs.values() if (told := pack.news())]
        said, self.notices = self.notices + news, []
        return said

    def take_greeting(self) -> list[str]:
        """Where the workspace is, once, if it is new."""
        said, self._greeting = self._greeting, []
        return said

    def change(self, change: Callable[[Progress], T]) -> T:
        """Change the record on disk, which first learns of the last edit of the current exercise."""
        current, now = self.progress.current, self.now
        edited = self._last_edit(current) if current and self.progress.running(current) else 0.0

        def informed(progress: Progress) -> T:
            if current and edited:
                progress.saved(current, edited, now)
            return change(progress)

        return records.update(self.workspace.progress_file, informed, self.progress)

    def _last_edit(self, name: str) -> float:
        """When the file of that exercise was edited last; 0 if it is not there, or is the starter file."""
        path = self.workspace.answer(name)
        try:
            when = os.stat(path).st_mtime
            if when <= self.progress.touched(name) and self.progress.edited(name):
                return 0.0
            return when if self.is_edited(name, path.read_text(encoding="utf-8")) else 0.0
        except (OSError, ValueError):
            return 0.0

    def is_edited(self, name: str, source: str) -> bool:
        """Whether a source differs from the starter code of that exercise."""
        if self.progress.edited(name):
            return True
        try:
            return source != self.starter(self.catalogue.find(name), framework_of(source))
        except MlprepError:  # this version has no such exercise
            return True

    def framework(self, exercise: Exercise) -> str:
        """What its file is written in; where there is none yet, what it would be written in."""
        if exercise.framework != EITHER:
            return NUMPY
        try:
            return framework_of(self.workspace.answer(exercise.id).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return self.usual_framework(exercise)

    def usual_framework(self, exercise: Exercise) -> str:
        """What a new file of it is written in here."""
        if exercise.framework != EITHER:
            return NUMPY
        if exercise.kind == TESTS and not self.catalogue.torch_solution(exercise).exists():  # as in a pack
            return NUMPY
        return self.progress.framework

    def write_in(self, framework: str) -> None:
        """Have exercises that are started from now on written in that framework."""
        if framework == TORCH and not is_installed(TORCH):
            self.notices.append(f"PyTorch is not installed. To check your code, install it: {INSTALL_TORCH}")
        self.create_workspace()
        self.change(lambda progress: progress.write_in(framework))

    def starter(self, exercise: Exercise, framework: str | None = None) -> str:
        """What its file begins with. Raises MlprepError for a debugging round that was not begun."""
        from mlprep.content import statement

        if exercise.kind == TESTS:
            return statement.test_starter(self.catalogue, exercise, framework or self.framework(exercise))
        if exercise.kind == SOLVE:
            return statement.starter(self.catalogue, exercise, framework or self.framework(exercise))
        from mlprep.learner import rounds

        return rounds.begun(self.workspace, exercise).text

    def current(self) -> Exercise:
        """The exercise in progress. Raises NoCurrentExercise."""
        if self.progress.current is None:
            raise NoCurrentExercise
        return self.catalogue.find(self.progress.current)

    def exercise(self, name: str | None) -> Exercise:
        """The exercise of that name, or the current one."""
        return self.catalogue.find(name) if name else self.current()

    def request(self, exercise: Exercise, path: Path, seed: int | None, source: str | None = None) -> Request:
        """What the engine is asked: to check that file, or ``source`` if it was read already. Raises UnreadableFile."""
        if source is None:
            source = read_source(path, f"Run `mlprep start {exercise.id}` to start it.")
        root = str(self.catalogue.root_of(exercise))
        return {
            "exercise": exercise.id,
            "base": exercise.base,
            "task": "tests" if exercise.kind == TESTS else "solve",
            "shortcuts": list(exercise.shortcuts),
            "topic": exercise.folder,
            "entry": list(exercise.entry),
            "root": root,
            "source": source,
            "path": str(path.absolute()),
            "folder": str(path.absolute().parent),
            "seed": int.from_bytes(os.urandom(4), "big") if seed is None else seed,
            "hidden": [f"{root}/solutions", f"{root}/graders", str(self.workspace.state_dir)],
        }

    def check(self, request: Request, meanwhile: Callable[[], None] = lambda: None) -> Report:
        """The engine's report, its last one; ``meanwhile`` and the record are loaded while it works."""
        if self._engine is None:
            self._engine = Engine()
        try:
            self._engine.send(request)
            _ = self.progress
            meanwhile()
            report: Report = self._engine.receive()
            self._engine.hang_up()  # it leaves while the verdict is shown
            return report
        except EngineDied as error:
            raise said_of(error) from None

    def check_all(self, requests: Iterable[Request]) -> Iterator[Report]:
        """Reports on many, as they come."""
        from mlprep.grading.pool import Pool

        first, self._engine = self._engine, None
        try:
            with Pool(first=first) as pool:
                yield from pool.ask(requests)
        except EngineDied as error:
            message = "A grading process ended without a verdict. Not every file was checked."
            raise said_of(error, message) from None

    def hand_over_engine(self) -> Engine | None:
        """The engine, if one was started, for someone else to hold from now on."""
        engine, self._engine = self._engine, None
        return engine

    def record(self, exercise: Exercise, request: Request, report: Report) -> None:
        """Note one verdict."""
        self.record_all([(exercise, request, report)])

    def record_all(self, verdicts: Iterable[tuple[Exercise, Request, Report]]) -> None:
        """Note verdicts in one writing; keep the source of each pass. A loss is said, never fatal."""
        checked = [each for each in verdicts if each[2]["outcome"] != "grader_error"]
        now, copies = self.now, conflicted_copies.find(self.workspace.progress_file)
        edited = {each.id for each, request, _ in checked if self.is_edited(each.id, request["source"])}
        news: list[str] = []

        def change(progress: Progress) -> None:
            for exercise, request, report in checked:
                if exercise.id in edited:
                    progress.saved(exercise.id, last_save(request), now)
                beyond = len(report["beyond"]) if report["outcome"] == "passed" else None
                progress.record(exercise.id, report["outcome"], now, cause(report), beyond)
            news[:] = progress.meet_copies([copy.name for copy in copies])

        if checked and self.note(change):
            if news:
                self.notices.append(_not_counted(news, self.workspace.state_dir))
            for exercise, request, report in checked:
                if report["outcome"] == "passed":
                    self.keep(exercise, request["source"])

    def note(self, change: Callable[[Progress], object]) -> bool:
        """Change the record where that is possible; where not, say what was not recorded and go on."""
        try:
            self.create_workspace()
            self.change(change)
        except MlprepError as error:
            self.notices.append(f"{error.message} {error.next_step}")
            return False
        return True

    def keep(self, exercise: Exercise, source: str) -> None:
        """Keep a source that passed. A loss is said, never fatal."""
        try:
            self.workspace.keep_source(exercise.id, source.encode(), self.now)
        except MlprepError as error:
            self.notices.append(error.message)

    def sign_of_life(self) -> None:
        """Someone is at work: let the clock of the current exercise know, at most once a minute.

        A loss is not said: no verdict depends on it, and what is wrong with the file was said when it was read.
        """
        current = self.progress.current
        if current and self.progress.running(current) and not self.progress.refusal and self._is_silent(current):
            now = self.now
            with suppress(MlprepError):
                self.change(lambda progress: progress.touch(current, now))

    def pause(self) -> None:
        """Stop the clock of the current exercise until the next sign of life."""
        current = self.progress.current
        if current and self.progress.running(current) and not self.progress.refusal:
            now = self.now
            with suppress(MlprepError):
                self.change(lambda progress: progress.pause(current, now))

    def _is_silent(self, exercise: str) -> bool:
        return self.progress.paused(exercise) or abs(self.now - self.progress.touched(exercise)) > _SILENCE

    def close(self) -> None:
        """Leave no process behind."""
        if self._engine is not None:
            self._engine.close()


def cause(report: Report) -> str | None:
    """Why a check failed, as the record keeps it: the known mistake, or else the kind of the failure."""
    return report["mistake"] or (report["failure"]["kind"] if report["failure"] else None)


def last_save(request: Request) -> float:
    """When the file was saved last, as far as is known."""
    try:
        return os.stat(request["path"]).st_mtime
    except OSError:
        return 0.0


def _not_counted(names: list[str], folder: Path) -> str:
    which = f"{names[0]} is a conflicted copy" if len(names) == 1 else f"{', '.join(names)} are conflicted copies"
    return f"In {folder}, {which} of your progress file. To add what is in it, run `mlprep doctor --merge`."


def _why(workspace: Workspace) -> str:
    return {"default": "the default. To choose another, use --workspace or MLPREP_HOME"}.get(
        workspace.found_by, f"from {workspace.found_by}"
    )
