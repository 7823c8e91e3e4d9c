"""One whole check: start a candidate, put every case to it, judge, diagnose, and say so as plain data."""

from __future__ import annotations

import itertools
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from mlprep.grading import diagnosis, plan, reading, show
from mlprep.grading.compare import same
from mlprep.grading.diagnosis import Judged
from mlprep.grading.grader import Grader
from mlprep.grading.judge import expected, judge, reference
from mlprep.grading.model import Case, Check, Failure, Outcome
from mlprep.grading.process import Candidate, Gone, TimedOut

_READ_CASES = 6  # failing cases beside the one shown that a reading must fit
_TIMINGS = 3  # runs of a timed case; its median counts
_MOST_CARRYING = 0.05  # seconds; an echo that takes longer is no honest one
_TIMED_ROUNDS = 3  # before slow is said

Report = dict[str, Any]


class Examination:
    """The check of one answer by one grader. Hurried, it stops at the first failure."""

    def __init__(
        self,
        grader: Grader,
        source: str,
        path: str,
        seed: int,
        hidden: list[str],
        folder: str,
        *,
        hurried: bool = False,
    ) -> None:
        self._grader = grader
        self._seed = seed
        self._hurried = hurried
        self._cases = plan.plan(grader, seed)
        self._judged: list[Judged] = []
        self._load = {
            "source": source,
            "path": path,
            "folder": folder,
            "entry": list(grader.entry),
            "probe": grader.probe_source,
            "watch": sorted(_needed(grader, self._cases)),
            "hidden": hidden,
        }

    def run(self, start: Callable[[], Candidate]) -> Report:
        """Put the cases to a candidate and report. Raises GraderFault if our side is at fault."""
        began = time.perf_counter()
        notes: list[str] = []
        ending: Failure | None = None
        candidate = start()
        with candidate:
            try:
                ending = self._loaded(candidate)
                if ending is None:
                    self._asked(candidate)
            except TimedOut:
                ending = Failure("timeout", self._late(self._grader.seconds))
            except Gone as gone:
                ending = _gone(gone, candidate)
        output, unshown = candidate.output()
        if unshown:
            notes.append(f"{unshown:,} more bytes of output are not shown.")
        report = self._report(ending, notes)
        report["output"] = output
        report["seconds"] = round(time.perf_counter() - began, 4)
        return report

    def _loaded(self, candidate: Candidate) -> Failure | None:
        """Load the user's module; why that ends the check, or None."""
        reply, _ = candidate.ask(self._load)
        if reply.get("refused"):
            return Failure("peeked", "Your answer tried to read mlprep's own files, so this check does not count.")
        if "failed" in reply:
            return _load_failure(reply["failed"])
        missing = list(reply["missing"])
        if missing:
            return _missing(missing, list(reply["names"]))
        return None

    def _asked(self, candidate: Candidate) -> None:
        """Every case, then some again. Failures are kept with their cases."""
        for timed, cases in itertools.groupby(self._cases, self._is_timed):
            for judged in map(self._timed(candidate), cases) if timed else self._in_a_row(candidate, list(cases)):
                self._judged.append(judged)
                if judged.failure is not None and (self._hurried or judged.failure.kind == "peeked"):
                    return
        if all(each.failure is None for each in self._judged):
            self._again(candidate)

    def _in_a_row(self, candidate: Candidate, cases: list[Case]) -> Iterator[Judged]:
        """The candidate works on the next cases while the reference is asked and this one is judged."""
        for case in cases:
            candidate.send(self._question(case))
        for case in cases:
            want = expected(self._grader, case)
            got = _outcome(candidate.receive())
            yield Judged(case, got, want, judge(self._grader, case, got, want))

    def _again(self, candidate: Candidate) -> None:
        """An answer must not depend on what was asked before."""
        first = {id(each.case): each for each in self._judged}
        for again in self._in_a_row(candidate, plan.repeats(self._cases)):
            if again.failure is not None or not _same_answer(again.got, first[id(again.case)].got):
                reason = (
                    "The same input gave another answer the second time: the function keeps something between calls."
                )
                self._judged.append(Judged(again.case, again.got, again.want, Failure("state", reason)))
                return

    def _timed(self, candidate: Candidate) -> Callable[[Case], Judged]:
        """Medians of both in one run; by the engine's own clock, since a candidate's could lie.

        What it takes to carry the arrays there and back is measured with an echo, and taken off.
        """

        def one(case: Case) -> Judged:
            for _ in range(_TIMED_ROUNDS):
                mine, theirs = [], []
                for _ in range(_TIMINGS):
                    question = self._question(case)
                    _, carrying = candidate.ask({**question, "echo": True})
                    reply, seconds = candidate.ask(question)
                    got = _outcome(reply)
                    want = reference(self._grader, case)
                    mine.append(seconds - min(carrying, _MOST_CARRYING, seconds))
                    theirs.append(want.seconds)
                got.seconds, want.seconds = _median(mine), _median(theirs)
                failure = judge(self._grader, case, got, want)
                if failure is None or failure.kind != "slow":
                    break
            return Judged(case, got, want, failure)

        return one

    def _is_timed(self, case: Case) -> bool:
        return any("time" in check.needs for check in self._checks(case))

    def _checks(self, case: Case) -> Sequence[Check]:
        return case.checks or self._grader.checks

    def _question(self, case: Case) -> dict[str, Any]:
        memory = any("memory" in check.needs for check in self._checks(case))
        return {"entry": case.entry, "args": case.args, "kwargs": case.kwargs, "memory": memory}

    def _late(self, limit: float) -> str:
        at = self._cases[len(self._judged)].name if len(self._judged) < len(self._cases) else "the last"
        return f"It did not finish within {limit:g} s; the case it was at: {at}."

    def _report(self, ending: Failure | None, notes: list[str]) -> Report:
        failed = [each for each in self._judged if each.failure is not None]
        total = len(self._cases)
        passed = sum(1 for each in self._judged if each.failure is None)
        report: Report = {
            "exercise": self._grader.exercise,
            "outcome": "passed",
            "summary": f"All {total} cases passed.",
            "cases_passed": passed,
            "cases_total": total,
            "diagnosis": None,
            "mistake": None,
            "failure": None,
            "notes": notes,
            "output": "",
            "seed": self._seed,
            "seconds": 0.0,
        }
        if ending is not None:
            case = self._cases[len(self._judged)] if self._judged and len(self._judged) < total else None
            self._fail(report, ending, Judged(case, Outcome(), Outcome(), ending) if case else None)
        elif failed:
            smallest = min(failed, key=lambda each: plan.size(each.case))
            assert smallest.failure is not None
            self._diagnose(report, smallest)
            self._fail(report, smallest.failure, smallest)
        elif passed != total:  # a pass needs a report from the candidate for every case
            self._fail(report, Failure("crashed", "The answer did not report on every case."), None)
        return report

    def _diagnose(self, report: Report, smallest: Judged) -> None:
        assert smallest.failure is not None
        mistake = diagnosis.recognise(self._grader, self._judged)
        if mistake is not None:
            report["diagnosis"], report["mistake"] = mistake.message, mistake.name
        else:
            others = [each for each in self._judged if each.failure is not None and each is not smallest]
            shown = [smallest, *sorted(others, key=lambda each: plan.size(each.case))[:_READ_CASES]]
            report["diagnosis"] = reading.read([(each.failure, each.got) for each in shown if each.failure is not None])

    def _fail(self, report: Report, failure: Failure, judged: Judged | None) -> None:
        outcome = _OUTCOMES.get(failure.kind, "failed")
        report["outcome"] = outcome
        report["summary"] = self._summary(outcome, report)
        described: dict[str, Any] = {
            "case": judged.case.name if judged else None,
            "inputs": self._inputs(judged.case) if judged else None,
            "expected": None,
            "got": None,
            "reason": failure.reason,
            "kind": failure.kind,
        }
        report["failure"] = described
        described.update(
            {name: value for name, value in failure.detail.items() if name in ("syntax", "frames", "gradient")}
        )
        if judged is None:
            return
        raised = judged.got.raised
        if raised is not None:
            described["frames"] = [list(frame) for frame in raised["frames"]]
        elif judged.want.raised is None and judged.case.referenced and failure.kind != "timeout":
            detail = failure.detail
            part = detail.get("where", "")  # of several results, only the one that is wrong is shown
            described["expected"] = show.text(detail["want"] if part else judged.want.value)
            described["got"] = show.text(detail["got"] if part else judged.got.value)
            if "near" in detail:
                described["comparison"] = show.comparison(detail["got"], detail["want"], detail["near"], part)

    def _inputs(self, case: Case) -> list[list[str]]:
        """Each argument's name and value, as text."""
        entry = case.entry if case.entry in self._grader.entry else self._grader.entry[0]
        names = _parameters(getattr(self._grader.reference, entry, None))
        given = [(names[i] if i < len(names) else str(i + 1), value) for i, value in enumerate(case.args)]
        return [[name, show.text(value)] for name, value in [*given, *case.kwargs.items()]]

    def _summary(self, outcome: str, report: Report) -> str:
        passed, total = report["cases_passed"], report["cases_total"]
        words = {
            "timeout": "Out of time.",
            "error": "Your code stopped with an error.",
            "unfinished": "Not finished yet.",
        }
        count = f"{passed} of {total} cases passed."
        return f"{words[outcome]} {count}" if outcome in words and passed else words.get(outcome, count)


_OUTCOMES = {
    "crashed": "error",
    "signature": "error",
    "missing": "error",
    "ended": "error",
    "imports": "error",
    "syntax": "error",
    "peeked": "error",
    "timeout": "timeout",
    "unfinished": "unfinished",
}


def _median(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


def _outcome(reply: dict[str, Any]) -> Outcome:
    """A candidate's reply. Whatever else it says of itself is not heard."""
    outcome = Outcome()
    for name in ("value", "raised", "after", "warnings", "calls", "refused", "peak", "shared", "stale"):
        if name in reply:
            setattr(outcome, name, reply[name])
    return outcome


def _needed(grader: Grader, cases: list[Case]) -> set[str]:
    checks = {check for case in cases for check in case.checks or grader.checks}
    return {need.partition(":")[2] for check in checks for need in check.needs if need.startswith("calls:")}


def _same_answer(one: Outcome, other: Outcome) -> bool:
    if one.raised is not None or other.raised is not None:
        return (one.raised is None) == (other.raised is None)
    return same(one.value, other.value)


def _parameters(entry: Any) -> list[str]:
    """The names of a function's positional parameters; a class's cases say what they pass themselves."""
    code = getattr(entry, "__code__", None)
    return list(code.co_varnames[: code.co_argcount]) if code is not None else []


def _load_failure(raised: dict[str, Any]) -> Failure:
    kind = "crashed"
    reason = f"Your file stops while it is loaded: {raised['type']}: {raised['message']}".rstrip(": ")
    if "NotImplementedError" in raised["bases"]:
        return Failure("unfinished", "The file is still the stub: it raises NotImplementedError.")
    if raised.get("imports"):
        name = raised["imports"][-1]
        return Failure(
            "imports",
            f"Your file imports {name}. These exercises are solved with NumPy and the standard library alone.",
        )
    if raised.get("syntax"):
        kind, reason = "syntax", f"{raised['type']}: {raised['message']}"
    return Failure(kind, reason, {"syntax": raised.get("syntax"), "frames": raised["frames"]})


def _missing(missing: list[str], names: list[str]) -> Failure:
    import difflib

    said = []
    for name in missing:
        lowered = {each.lower().replace("_", ""): each for each in names}
        near = difflib.get_close_matches(name.lower().replace("_", ""), lowered, n=1, cutoff=0.7)
        said.append(f"{name} (is it {lowered[near[0]]}?)" if near else name)
    found = f" It defines {', '.join(names[:6])}." if names and not any("is it" in each for each in said) else ""
    return Failure("missing", f"Your file does not define {', '.join(said)}.{found}")


def _gone(gone: Gone, candidate: Candidate) -> Failure:
    if gone.broke is not None:
        return Failure(
            "ended",
            f"The answer's process wrote where it should not, so nothing it said can be trusted ({gone.broke}).",
        )
    status = gone.status
    if status is None or status == 0:
        return Failure(
            "ended", "The answer ended its own process before it returned (sys.exit, os._exit?), or closed its files."
        )
    if status > 0:
        return Failure("ended", f"The answer ended its own process with exit code {status} before it returned.")
    if -status == getattr(signal, "SIGXCPU", 0):
        return Failure("timeout", "It used up its CPU time.")
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    hint = {"SIGSEGV": ": a crash below Python, or endless recursion", "SIGKILL": ": perhaps it ran out of memory"}
    return Failure("ended", f"The answer's process was ended by {name}{hint.get(name, '')}.")
