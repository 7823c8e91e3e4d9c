"""Scores tests that somebody wrote: every right solution must pass them, and every wrong one should fail.

Each solution gets a candidate process of its own, which cannot tell which one it has but by calling it. The reference
comes once more in the midst of the wrong ones: tests that fail it then are a matter of luck.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from mlprep.content.names import file_stem
from mlprep.grading.blank_report import blank
from mlprep.grading.common.lines import lines_of
from mlprep.grading.contracts import Escaped, OutcomeName, Part, Report, Request
from mlprep.grading.contracts import Failure as Described
from mlprep.grading.diagnosis import show
from mlprep.grading.engine import endings, replies
from mlprep.grading.engine.examination import Examination
from mlprep.grading.engine.process import Candidate, Gone, Nursery, TimedOut
from mlprep.grading.frameworks import TORCH, is_installed
from mlprep.grading.judging.grader import Grader
from mlprep.grading.judging.model import Failure
from mlprep.grading.questions.lineup import Lineup, Right, Wrong
from mlprep.grading.questions.used_by_tests import Used

SECONDS = 2.0  # for all tests on one solution
_SLOW = 0.3  # seconds on one solution that are worth a word
# One wrong solution in so many may get away: some show on inputs alone that only their authors would think of, such as
# labels that differ by 256. What got away is told on a pass too.
_MAY_ESCAPE = 10
_KINDS = {"mistake": "known mistakes", "change": "small changes"}
_OUTCOMES: dict[str, OutcomeName] = {"timeout": "timeout", "rejects": "failed", "unfinished": "unfinished"}
_NOTHING_YET = "Your tests assert nothing yet."
_BY_LUCK = (
    "Your tests pass on the reference solution at one time and fail at another. "
    "Give random generators a seed, or test what always holds."
)


def _nothing() -> None:
    """What there is to do meanwhile, unless something is."""


class _Stopped(Exception):
    """Why nothing more is tried: the tests do what no test may."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.reason)
        self.failure = failure


class _Run(NamedTuple):
    """What came of the tests on one solution: a failure, or none."""

    failure: Failure | None = None
    test: str = ""
    values: Sequence[tuple[str, str]] = ()
    output: bytes = b""
    seconds: float = 0.0


class Scoring:
    """The score of one file of tests."""

    def __init__(self, nursery: Nursery, grader: Grader, request: Request, hidden: Sequence[str]) -> None:
        self._nursery, self._grader, self._request = nursery, grader, request
        self._zygote_hides = hidden
        # what tests may import it from: its file, and of an exercise in a pack also its name there
        self._modules = list(dict.fromkeys((file_stem(grader.exercise), grader.exercise.rpartition("/")[2])))
        self._hidden = [*hidden, *(each for each in request["hidden"] if each not in hidden)]
        self._seconds = float(request.get("seconds", SECONDS))
        self._used = Used(request["source"], self._modules)
        solution = _in_torch(Path(str(grader.reference.__file__)))
        self._is_offered = solution.exists()  # in PyTorch too
        self._in_torch = self._is_offered and self._used.framework == TORCH
        self._lineup = Lineup(grader)
        if self._in_torch:
            from mlprep.grading.questions.torch_lineup import TorchLineup

            self._lineup = TorchLineup(grader, solution, self._start)

    def report(self) -> Report:
        """The report: on the tests, or on the wrong solution that is asked about."""
        began = time.perf_counter()
        if "why" in self._request:
            made = self._of_one(self._request["why"])
        else:
            made = self._of_all()
            made["notes"] += self._used.notes(in_torch=self._in_torch, passed=made["outcome"] == "passed")
        made["exercise"], made["path"] = self._request["exercise"], self._request["path"]
        made["seconds"] = round(time.perf_counter() - began, 4)
        return made

    def _of_all(self) -> Report:
        if self._used.is_empty:
            return self._stopped(Failure("unfinished", _NOTHING_YET), _Run())
        if self._is_offered and (problem := self._used.lacks_torch):
            return self._stopped(Failure("imports", problem), _Run())
        if self._in_torch and not is_installed(TORCH):
            return self._stopped(endings.without_torch(self._request["path"]), _Run())
        first = _Run()
        try:
            for number, right in enumerate(self._lineup.right()):
                run = self._run(right)
                first = run if number == 0 else first
                if run.failure is not None:
                    return self._stopped(run.failure, self._explained(run, right), right.called)
            return self._scored(first)
        except _Stopped as stopped:
            return self._stopped(stopped.failure, first)

    def _explained(self, run: _Run, right: Right) -> _Run:
        """The same run with the values of the assert that failed, if it fails again."""
        again = self._run(right, explained=True) if run.failure and run.failure.kind == "rejects" else run
        return again if again.test == run.test else run

    def _scored(self, first: _Run) -> Report:
        """The report on tests that every right solution passes."""
        counts = {kind: [0, 0] for kind in _KINDS}
        escaped: list[Wrong] = []
        again = self._request["seed"] % max(self._lineup.count_of_mistakes(), 1)
        for at, (wrong, is_caught) in enumerate(self._each_wrong()):
            if at == again and self._run(next(self._lineup.right())).failure is not None:
                return self._stopped(Failure("rejects", _BY_LUCK), first, "the reference solution")
            if is_caught or self._lineup.can_be_told(wrong):
                counts[wrong.kind][0] += is_caught
                counts[wrong.kind][1] += 1
                escaped += [] if is_caught else [wrong]
        report = _blank(self._request, first.output)
        report["parts"] = [
            Part(name=_KINDS[kind], part="core" if kind == "mistake" else "edge", passed=caught, total=total)
            for kind, (caught, total) in counts.items()
            if total
        ]
        caught, total = (sum(part[which] for part in report["parts"]) for which in ("passed", "total"))
        report["cases_passed"], report["cases_total"] = caught, total
        report["summary"] = f"Your tests catch {caught} of {total} wrong solutions."
        report["escaped"] = [_told(wrong) for wrong in escaped]
        if len(escaped) > total // _MAY_ESCAPE or not self._used.asserts:
            report["outcome"] = "failed"
            number = len(escaped)
            report["diagnosis"] = f"{number} wrong solution{'s pass' if number > 1 else ' passes'} your tests."
        else:
            report["beyond"] = [
                {"name": wrong.name, "text": f"a wrong solution passes your tests. It would be told: {wrong.text}"}
                for wrong in escaped
            ]
        if not self._used.asserts:
            report["diagnosis"], report["escaped"] = _NOTHING_YET, []
        if first.seconds > _SLOW:
            took = f"Your tests take {first.seconds:.1f} s on each solution."
            report["notes"].append(f"{took} Smaller inputs make a check instant.")
        return report

    def _each_wrong(self) -> Iterator[tuple[Wrong, bool]]:
        """Every wrong solution, and whether the tests catch it. The next one is made while one is tried."""
        waiting = self._lineup.wrong()
        wrong = next(waiting, None)
        while wrong is not None:
            made: list[Wrong | None] = []
            run = self._run(wrong, lambda into=made: into.append(next(waiting, None)))  # type: ignore[misc]
            yield wrong, run.failure is not None and self._used.asserts
            wrong = made[0]

    def _run(
        self, solution: Right | Wrong, meanwhile: Callable[[], object] = _nothing, *, explained: bool = False
    ) -> _Run:
        """The tests on one solution. Raises _Stopped where they do what ends the check."""
        for last in (False, True):
            try:
                candidate = self._start(self._seconds)
                with candidate:
                    try:
                        candidate.send({**self._order(solution), "explained": explained})
                        meanwhile()
                        meanwhile = _nothing
                        reply = candidate.receive()
                        seconds = candidate.cpu_seconds()
                    except TimedOut:
                        return self._late(candidate)
                return self._understood(reply, candidate.output()[0], seconds)
            except Gone as gone:
                if gone.is_unexplained and not last:
                    continue
                failure = endings.of_process(gone)
                if gone.is_unexplained or gone.broke is not None or failure.kind == "peeked":
                    raise _Stopped(failure) from None
                return _Run(failure)
        raise AssertionError("a candidate is tried twice at most")

    def _start(self, seconds: float) -> Candidate:
        start = self._nursery.start_torch if self._in_torch else self._nursery.start
        return start(seconds, self._zygote_hides, preloaded=self._used.modules)

    def _late(self, candidate: Candidate) -> _Run:
        frames = endings.frames(candidate.doing(), self._request["path"], lines_of(self._request["source"]))
        reason = f"Your tests did not finish within {candidate.seconds:g} s on one solution. Use smaller inputs."
        return _Run(Failure("timeout", reason, {"frames": frames}))

    def _order(self, solution: Right | Wrong) -> dict[str, Any]:
        in_torch: dict[str, Any] = {
            "torch": {},
            "numbers": self._lineup.numbers if solution.is_behind_tensors else None,
        }
        return {
            **(in_torch if self._in_torch else {}),
            "source": self._request["source"],
            "path": self._request["path"],
            "folder": self._request["folder"],
            "entry": list(self._grader.entry),
            "hidden": self._hidden,
            "tested": solution.source,
            "tested_as": self._modules,
        }

    def _understood(self, reply: dict[str, Any], output: bytes, seconds: float) -> _Run:
        """A candidate's reply. Raises Gone for what is none."""
        if "failed" in reply:
            return _Run(endings.while_loading(replies.raised(reply["failed"])), output=output)
        if "raised" in reply:
            raised = replies.raised(reply["raised"])
            said = f"{raised['type']}: {raised['message']}".rstrip(": ")
            failure = Failure("rejects", said, {"frames": raised["frames"]})
            values = [(name, self._text(value)) for name, value in replies.values(reply.get("values"))]
            return _Run(failure, replies.name(reply.get("test")), values, output)
        if not reply.get("tests"):
            entries = ", ".join(self._grader.entry)
            return _Run(Failure("missing", f"Your file defines no test. Write `def test({entries}):`."), output=output)
        return _Run(output=output, seconds=seconds)

    def _text(self, value: Any) -> str:
        if not self._in_torch:
            return show.text(value)
        from mlprep.grading.diagnosis import torch_words

        return torch_words.value_in_torch(show.text(value))

    def _stopped(self, failure: Failure, run: _Run, solution: str = "") -> Report:
        """The report on tests that have no score."""
        report = _blank(self._request, run.output)
        report["outcome"] = _OUTCOMES.get(failure.kind, "error")
        report["summary"] = "Not finished yet." if failure.kind == "unfinished" else "Your tests have no score yet."
        described: Described = {
            "case": None, "part": None, "inputs": None, "expected": None, "got": None,
            "reason": failure.reason, "kind": failure.kind,
        }  # fmt: skip
        if failure.detail.get("syntax"):
            described["syntax"] = failure.detail["syntax"]
        if failure.detail.get("frames"):
            described["frames"] = [tuple(frame) for frame in failure.detail["frames"]]
        report["failure"] = described
        if failure.kind == "rejects":
            report["summary"] = "Your tests fail a correct solution."
            report["diagnosis"] = f"Your tests fail {solution}."
            report["rejected"] = {"solution": solution, "test": run.test, "values": [*run.values]}
        return report

    def _of_one(self, number: int) -> Report:
        """The report on the wrong solution of that number, which says how to catch it."""
        wrong = next((each for each in self._lineup.wrong() if each.number == number), None)
        if wrong is None:
            report = _blank(self._request, b"")
            report["outcome"], report["summary"] = "failed", f"There is no wrong solution number {number}."
            return report
        name = f"/{self._grader.exercise}.py"
        torch: dict[str, Any] | None = {"shortcuts": []} if self._in_torch and not wrong.is_behind_tensors else None
        start = self._nursery.start if torch is None else self._nursery.start_torch
        examination = Examination(
            self._grader, wrong.source, name, self._request["seed"], self._hidden, "", torch=torch
        )  # fmt: skip
        report = examination.run(lambda: start(self._grader.seconds, self._zygote_hides))
        if wrong.is_behind_tensors:
            from mlprep.grading.diagnosis import torch_words
            from mlprep.grading.judging.conditions import Source

            torch_words.translate(report, Source(wrong.source, self._grader.entry))
        report["escaped"] = [_told(wrong)]
        return report


def _in_torch(solution: Path) -> Path:
    """Where the reference solution in PyTorch is, if there is one."""
    return solution.parent / "in_torch" / solution.name


def _told(wrong: Wrong) -> Escaped:
    return {"number": wrong.number, "kind": wrong.kind, "name": wrong.name, "text": wrong.text}


def _blank(request: Request, output: bytes) -> Report:
    report = blank(request["exercise"], "passed", "", request["seed"], output)
    report["escaped"], report["rejected"] = [], None
    return report
