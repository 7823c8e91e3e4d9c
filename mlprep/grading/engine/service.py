"""What the engine does with a request: load the grader it names, check, and report, whatever goes wrong."""

from __future__ import annotations

import contextlib
import sys
from importlib import import_module

from mlprep.grading.blank_report import blank
from mlprep.grading.contracts import Report, Request
from mlprep.grading.engine import endings
from mlprep.grading.engine.examination import Examination
from mlprep.grading.engine.process import Nursery
from mlprep.grading.frameworks import TORCH, framework_of, is_installed
from mlprep.grading.judging.grader import Grader
from mlprep.grading.launching import hidden_trees

# What makes reports on other things than solutions. It is known by name alone, as the engine's services are: it is
# built on the engine, and an ordinary check does not load it.
_TASKS = {"tests": "mlprep.grading.questions.scoring"}


_KEPT = 4  # graders, of some megabytes each: who checks many files does so by exercise


class Service:
    """Answers requests; keeps the graders that it has loaded last."""

    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery
        self._graders: dict[tuple[str, str], Grader] = {}  # by root and name

    def answer(self, request: Request) -> Report:
        """The report on some code. A fault of ours is a report too."""
        try:
            grader = self._grader(request)
            hidden = hidden_trees(request["root"])
            task = request.get("task", "solve")
            if task in _TASKS:
                made: Report = import_module(_TASKS[task]).Scoring(self._nursery, grader, request, hidden).report()
                return made
            path, folder = self._place(request)
            in_torch = framework_of(request["source"]) == TORCH
            examination = Examination(
                grader,
                request["source"],
                path,
                request["seed"],
                [*hidden, *(each for each in request["hidden"] if each not in hidden)],
                folder,
                files=request.get("files"),
                torch={"shortcuts": request.get("shortcuts", [])} if in_torch else None,
            )
            seconds = float(request.get("seconds", grader.seconds))
            if not in_torch:
                report = examination.run(lambda: self._nursery.start(seconds, hidden))
            elif not is_installed(TORCH):
                report = examination.refused(endings.without_torch(request["path"]))
            else:
                report = examination.run(lambda: self._nursery.start_torch(seconds, hidden))
            report["path"], report["exercise"] = request["path"], request["exercise"]
            return report
        except Exception as error:
            return _our_fault(request, error)

    def _place(self, request: Request) -> tuple[str, str]:
        """The path and the folder that the code runs with: in the scratch folder, where its modules come with it."""
        if "files" not in request:
            return request["path"], request["folder"]
        folder = f"{self._nursery.scratch}/own" if self._nursery.scratch else ""
        return f"{folder}/{request['path'].rpartition('/')[2]}", folder

    def _grader(self, request: Request) -> Grader:
        name, root = request.get("base", request["exercise"]), request["root"]
        if (root, name) not in self._graders:
            if len(self._graders) == _KEPT:  # a class needs every grader there is, one after the other
                del self._graders[next(iter(self._graders))]
                _give_back()
            file = f"{request['topic']}/{name.rpartition('/')[2]}.py"
            self._graders[root, name] = Grader(
                name, request["entry"], f"{root}/graders/{file}", f"{root}/solutions/{file}"
            )
        return self._graders[root, name]


def _give_back() -> None:
    """Let the system have the memory that was freed, where the C library can be asked to (glibc): a class grows it by
    a few megabytes for each exercise otherwise.
    """
    if sys.platform == "linux":
        from mlprep.grading.candidate.c_library import c_library

        with contextlib.suppress(AttributeError):
            c_library().malloc_trim(0)


def _our_fault(request: Request, error: Exception) -> Report:
    import traceback

    pack, _, _ = request["exercise"].rpartition("/")
    broke = f"The grader in the pack {pack}" if pack else "mlprep itself"
    report = blank(request["exercise"], "grader_error", f"{broke} broke; your code was not checked.", request["seed"])
    report["path"] = request["path"]
    report["notes"] = [f"{type(error).__name__}: {error}"]
    report["traceback"] = "".join(traceback.format_exception(error))
    return report
