"""One whole check: start a candidate, put every case to it, judge, diagnose, and say so as plain data."""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from mlprep.grading.common.lines import lines_of
from mlprep.grading.common.wire import Marked
from mlprep.grading.engine import endings, replies
from mlprep.grading.engine.process import Candidate, Gone, TimedOut
from mlprep.grading.engine.time_limit import Late, at_most
from mlprep.grading.judging import case_plan
from mlprep.grading.judging.compare import same
from mlprep.grading.judging.conditions import Source
from mlprep.grading.judging.grader import Grader
from mlprep.grading.judging.judge import expected, judge, reference, warning_text
from mlprep.grading.judging.model import ANOTHER_RESULT, Case, Check, Failure, Judged, Outcome

if TYPE_CHECKING:
    from mlprep.grading.contracts import Beyond, Report
    from mlprep.grading.diagnosis.explanation import Explanation

_TIMINGS = 9  # runs of a timed case before slow is said, by the fastest of them
_FIRST_TIMINGS = 3  # before anything is said of what is near the limit: the first run of either may be slow
_CLEARLY = 3  # what would not be too slow at so many times its time needs no second run
_HOPELESS = 5  # so many times the limit is not the machine
_LONG = 0.5  # seconds of a run that nothing which happens only once can make slow
_REST = 0.1  # of the time limit, for the other test cases once one has failed
_COURTESY = 0.3  # seconds for what makes a failure easier to read; an instant verdict is a promise
_MOST_COURTESY = 0.9  # seconds by the clock for the same
_EXPLAINING = 5.0  # seconds for the known mistakes, any of which may be busy forever on an input drawn at random
_BEYOND = 2.0  # seconds for what goes beyond the task
_SMALL = 64 * 1024  # bytes of a question that is kept
_SPOILT = 3  # cases that are asked once more after their results were written into
_MOST_CARRYING = 0.05  # seconds; an echo that takes longer is no honest one

# An early end of these kinds is a note where a failure was found before it.
_KEEPS_FAILURES = ("timeout", "ended")

_DIFFERS = Failure("state", ANOTHER_RESULT, {"differs": True})
_KEPT_RESULT = Failure(
    "state",
    "Your function keeps an array that it has returned: what a caller writes into it shows up in a later result. "
    "Return a copy of what you keep.",
)


class Examination:
    """The check of some code by one grader. Hurried, it stops at the first failure; untimed, it measures nothing.

    ``cases`` are put in the place of those that the grader has.
    """

    def __init__(
        self,
        grader: Grader,
        source: str,
        path: str,
        seed: int,
        hidden: list[str],
        folder: str,
        *,
        files: Mapping[str, str] | None = None,
        hurried: bool = False,
        untimed: bool = False,
        torch: Mapping[str, Any] | None = None,
        cases: Sequence[Case] | None = None,
    ) -> None:
        """``torch`` says that the code is in PyTorch, and which of its ``shortcuts`` it may not call."""
        self._grader = grader
        self._source, self._path = source, path
        self._seed, self._in_torch = seed, torch is not None
        self._hurried = hurried
        planned = case_plan.plan(grader, seed) if cases is None else cases
        self._cases = [case for case in planned if not (untimed and self._way(case))]
        self._judged: list[Judged] = []
        self._is_loaded = False
        self._left: float | None = None  # seconds that there were after the first failure
        self._explanation: Explanation | None = None
        self._beyond: list[Beyond] = []
        self._notes: list[str] = []
        self._load = {
            "source": source,
            "path": path,
            "folder": folder,
            "entry": list(grader.entry),
            "probe": grader.probe_source,
            "watch": sorted(_needed(grader, self._cases)),
            "hidden": hidden,
            "files": files,
            "torch": torch,
        }

    def run(self, start: Callable[[], Candidate]) -> Report:
        """Put the cases to a candidate and report. Raises GraderFault if our side is at fault."""
        began = time.perf_counter()
        ending: Failure | None = None
        for last in (False, True):
            self._judged.clear()
            self._is_loaded, self._left = False, None
            candidate = start()
            with candidate:
                try:
                    ending = self._loaded(candidate)
                    if ending is None:
                        self._asked(candidate)
                except TimedOut:
                    frames = endings.frames(candidate.doing(), self._path, lines_of(self._source))
                    ending = Failure("timeout", self._late(candidate.seconds), {"frames": frames})
                except Gone as gone:
                    if gone.is_unexplained and not last:
                        continue  # the process above it was killed, by whomever: that is no verdict on the code
                    ending = endings.of_process(gone)
                    if ending.kind == "timeout" and time.perf_counter() - began >= candidate.seconds:
                        # on a busy machine the system's count of computing time may be ahead of ours
                        ending = Failure("timeout", self._late(candidate.seconds))
            break
        return self._report(ending, *candidate.output(), seconds=time.perf_counter() - began)

    def refused(self, ending: Failure) -> Report:
        """The report on what cannot be run at all."""
        return self._report(ending, b"", 0, seconds=0.0)

    def _report(self, ending: Failure | None, output: bytes, unshown: int, *, seconds: float) -> Report:
        if self._explanation is None and ending is not None and ending.kind in _KEEPS_FAILURES:
            self._explain()
        from mlprep.grading.engine import report

        made = report.make(
            self._grader,
            self._seed,
            self._cases,
            self._judged,
            ending=ending,
            explanation=self._explanation,
            beyond=self._beyond,
            output=output,
        )
        made["notes"] += self._notes
        if unshown:
            made["notes"].append(f"{unshown:,} more bytes of output are not shown.")
        made["seconds"] = round(seconds, 4)
        if self._in_torch:
            from mlprep.grading.diagnosis import torch_words

            torch_words.translate(made, Source(self._source, self._grader.entry))
        return made

    @property
    def failure(self) -> Failure | None:
        """The first failure of a test case, once it ran: all that is known of a hurried one."""
        return next((each.failure for each in self._judged if each.failure is not None), None)

    @property
    def results(self) -> list[Outcome]:
        """What came of each test case that was tried."""
        return [each.got for each in self._judged]

    def _loaded(self, candidate: Candidate) -> Failure | None:
        """Load the user's module; why that ends the check, or None."""
        measured = any(map(self._is_measured, self._cases))
        if measured and candidate.is_ready:
            candidate.footprint.begin()
        candidate.send(self._load)
        # What tells of failures takes milliseconds to import, which are free while the candidate loads the code.
        import mlprep.grading.engine.report  # noqa: F401

        reply = candidate.receive()
        self._is_loaded = True
        if "failed" in reply:
            return endings.while_loading(replies.raised(reply["failed"]))
        missing = replies.names(reply.get("missing"))
        if missing:
            return endings.of_names(missing, replies.names(reply.get("names")))
        if measured and not candidate.is_ready:
            candidate.footprint.begin()
        return None

    def _asked(self, candidate: Candidate) -> None:
        """Every case, then some again. Failures are kept with their cases."""
        alone = {"time": self._timed(candidate), "memory": self._measured(candidate)}
        for way, cases in itertools.groupby(self._cases, self._way):
            for judged in map(alone[way], cases) if way in alone else self._in_a_row(candidate, list(cases)):
                self._judged.append(judged)
                if judged.failure is None:
                    continue
                if self._hurried:
                    return
                if self._left is None:  # what is told can only become better, and nobody waits long for that
                    self._left = candidate.deadline.draw_near(_REST * candidate.seconds)
        if all(each.failure is None for each in self._judged):
            self._again(candidate)
        if all(each.failure is None for each in self._judged):
            self._go_beyond(candidate)
            return
        # From here on the verdict stands, and only what is told of it can become better.
        self._explain()
        candidate.deadline.set_firmly(_MOST_COURTESY)
        try:
            with at_most(_COURTESY, of_computing=True):
                self._clarify(candidate)
        except (TimedOut, Gone, Late):
            pass
        except Exception as error:  # the verdict stands, whatever becomes of its explanation
            self._cannot_explain(error)

    def _clarify(self, candidate: Candidate) -> None:
        """Make a failure easier to read, as far as the time for that goes. It is computing time, so that a busy machine
        tells the same as an idle one.
        """
        assert self._explanation is not None
        until = candidate.cpu_seconds() + _COURTESY

        def tried(case: Case) -> Judged | None:
            if candidate.cpu_seconds() > until:
                raise Late
            return self._tried(candidate, case)

        self._explanation.clarify(tried)

    def _explain(self) -> None:
        """What the failures so far mean, if there are any."""
        from mlprep.grading.diagnosis.explanation import Explanation

        if any(each.failure is not None for each in self._judged):
            source = Source(self._source, self._grader.entry)
            try:
                with at_most(_EXPLAINING, of_computing=True):
                    self._explanation = Explanation(self._grader, source, self._judged)
            except Late:
                self._explanation = Explanation(self._grader, source, self._judged, briefly=True)
            except Exception as error:
                self._explanation = Explanation(self._grader, source, self._judged, briefly=True)
                self._cannot_explain(error)

    def _cannot_explain(self, error: Exception) -> None:
        self._notes.append(f"mlprep could not explain this failure ({type(error).__name__}: {error}).")

    def _go_beyond(self, candidate: Candidate) -> None:
        """What a strict reviewer would add. Nothing that happens here can fail the code."""
        warned = [each for each in self._judged if each.got.warnings]
        if warned:
            least = min(warned, key=case_plan.legibility)
            self._beyond.append({"name": least.case.name, "text": f"{warning_text(least.got)}."})
        from mlprep.grading.diagnosis import show

        candidate.deadline.set_firmly(_BEYOND)
        with contextlib.suppress(TimedOut, Gone, Late), at_most(_BEYOND):
            for judged in self._in_a_row(candidate, self._grader.beyond):
                if judged.failure is not None:
                    text = judged.case.note.replace("{got}", show.brief(judged.got.value))
                    self._beyond.append({"name": judged.case.name, "text": text})

    def _tried(self, candidate: Candidate, case: Case) -> Judged | None:
        """A case that the grader did not foresee; None if it, or its reference, has no use for such an input."""
        try:
            expected(self._grader, case)
            (judged,) = self._in_a_row(candidate, [case])
        except (TimedOut, Gone):
            raise
        except Exception:  # whatever a grader's own code makes of what it was not written for
            return None
        return judged

    def _in_a_row(self, candidate: Candidate, cases: list[Case], *, spoil: bool = False) -> Iterator[Judged]:
        """The candidate works on the next cases while the reference is asked and this one is judged.

        ``spoil`` has it write into each result once it is sent, as a caller may.
        """
        candidate.send(*(self._packed(case, spoil=spoil) for case in cases))
        for case in cases:
            began = time.monotonic()
            want = expected(self._grader, case)
            candidate.deadline.put_off(time.monotonic() - began)
            yield candidate.receive_as(partial(self._heard, case, want), case.heard)

    def _heard(self, case: Case, want: Outcome, reply: dict[str, Any]) -> Judged:
        got = replies.outcome(reply)
        return Judged(case, got, want, judge(self._grader, case, got, want))

    def _again(self, candidate: Candidate) -> None:
        """Code must depend neither on what was asked before nor on what became of its earlier results."""
        first = {id(each.case): each for each in self._judged}
        repeats = case_plan.repeats(self._cases)
        for failure, spoil, cases in ((_DIFFERS, True, repeats), (_KEPT_RESULT, False, repeats[:_SPOILT])):
            for again in self._in_a_row(candidate, cases, spoil=spoil):
                if again.failure is not None or not _same_answer(again.got, first[id(again.case)].got):
                    self._judged.append(Judged(again.case, again.got, again.want, failure))
                    return

    def _timed(self, candidate: Candidate) -> Callable[[Case], Judged]:
        """The least time of each in a few runs; by the kernel's clock, since a candidate's own could lie.

        It counts the time that the processor gave to each, so that a busy machine changes no verdict. What it takes to
        carry the arrays there and back is measured with an echo, and taken off.
        """

        def one(case: Case) -> Judged:
            mine: list[float] = []
            theirs: list[float] = []
            question = self._question(case)
            while True:
                times = [candidate.cpu_seconds()]
                candidate.ask({**question, "echo": True})
                times.append(candidate.cpu_seconds())
                reply, _ = candidate.ask(question)
                times.append(candidate.cpu_seconds())
                got = replies.outcome(reply)
                began = time.process_time()
                want = reference(self._grader, case)
                theirs.append(time.process_time() - began)
                carrying, whole = times[1] - times[0], times[2] - times[1]
                mine.append(whole - min(carrying, _MOST_CARRYING, whole))
                want.seconds = min(theirs)
                got.seconds = _CLEARLY * min(mine)
                is_clear = not _is_slow(judge(self._grader, case, got, want))
                got.seconds = min(mine)
                failure = judge(self._grader, case, got, want)
                hopeless = _is_hopeless(failure)
                if is_clear or (hopeless and mine[0] > _LONG):
                    return Judged(case, got, want, failure)
                if len(mine) >= _FIRST_TIMINGS and (not _is_slow(failure) or len(mine) == _TIMINGS or hopeless):
                    return Judged(case, got, want, failure)

        return one

    def _measured(self, candidate: Candidate) -> Callable[[Case], Judged]:
        """How much memory each takes, by the kernel's count: a candidate's own could be switched off and begun anew.

        PyTorch takes tens of megabytes for itself when it does something for the first time, so that is done before,
        and keeps some of what is freed, now more and now less, so what takes too much is measured again.
        """

        def one(case: Case) -> Judged:
            if self._in_torch:
                candidate.ask(self._question(case))
            for last in (False, False, True) if self._in_torch else (True,):
                if self._in_torch:
                    candidate.footprint.begin()
                candidate.footprint.forget_peak()
                got = replies.outcome(candidate.ask(self._question(case))[0])
                got.held = candidate.footprint.peak()
                want = expected(self._grader, case)
                judged = Judged(case, got, want, judge(self._grader, case, got, want))
                if last or judged.failure is None or judged.failure.kind != "memory":
                    break
            return judged

        return one

    def _way(self, case: Case) -> str:
        """What must be measured of a case, which is then asked alone."""
        if any("time" in check.needs for check in self._checks(case)):
            return "time"
        return "memory" if self._is_measured(case) else ""

    def _is_measured(self, case: Case) -> bool:
        return any("memory" in check.needs for check in self._checks(case))

    def _checks(self, case: Case) -> Sequence[Check]:
        return case.checks or self._grader.checks

    def _question(self, case: Case) -> dict[str, Any]:
        """The arguments first, so that they are known again; and what is not so of most cases."""
        asked = {"entry": case.entry} if case.entry not in (None, self._grader.entry[0]) else {}
        measured = {"memory": True} if self._is_measured(case) else {}
        return {"args": case.args, "kwargs": case.kwargs, **asked, **measured}

    def _packed(self, case: Case, *, spoil: bool) -> Marked:
        """The question of a case, which the next code is asked as well."""
        kept: Marked | None = case.sent.get(spoil)
        if kept is None:
            kept = Marked({**self._question(case), **({"spoil": True} if spoil else {})})
            if kept.size <= _SMALL:
                case.sent[spoil] = kept
        return kept

    def _late(self, limit: float) -> str:
        if not self._is_loaded:
            return (
                f"Your file was still loading after {limit:g} s, so no test case was tried. "
                "Look at what runs outside its functions."
            )
        untried = len(self._cases) - len(self._judged)
        at = self._cases[len(self._judged)].name if untried > 0 else "the last"
        if self._left is not None:
            have = "has" if untried == 1 else "have"
            return (
                f"After its first failure your code had {self._left:.2g} s left for the other test cases, which was "
                f"too little: {untried} of them {have} no result. The one it was at: {at}."
            )
        return f"Your code did not finish within {limit:g} s. The test case it was at: {at}."


def _is_slow(failure: Failure | None) -> bool:
    return failure is not None and failure.kind == "slow"


def _is_hopeless(failure: Failure | None) -> bool:
    return failure is not None and failure.detail.get("excess", 0) > _HOPELESS


def _needed(grader: Grader, cases: list[Case]) -> set[str]:
    checks = {check for case in cases for check in case.checks or grader.checks}
    return {need.partition(":")[2] for check in checks for need in check.needs if need.startswith("calls:")}


def _same_answer(one: Outcome, other: Outcome) -> bool:
    if one.raised is not None or other.raised is not None:
        return (one.raised is None) == (other.raised is None)
    return same(one.value, other.value)
