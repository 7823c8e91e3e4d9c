"""Makes debugging rounds: a right solution in the style of somebody else, with bugs that the grader is known to catch.

The same seed makes the same round. Every bug alone fails the check, all of them together too, and the file without
them passes.
"""

from __future__ import annotations

import difflib
import itertools
import random
import re
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from mlprep.grading.contracts import Report
from mlprep.grading.engine.examination import Examination
from mlprep.grading.engine.process import Candidate as Process
from mlprep.grading.engine.process import Nursery
from mlprep.grading.judging.grader import Grader
from mlprep.grading.judging.model import CORE
from mlprep.grading.questions import bug_candidates, restyling, standalone
from mlprep.grading.questions.bug_candidates import Candidate
from mlprep.grading.questions.code_layout import laid_out
from mlprep.grading.questions.code_tokens import one_line

Request = dict[str, Any]

_STYLES = 12  # are tried until one is unlike the reference solution
_TRIES = 40  # candidates for each bug of a round
_PASSED_OVER = 2  # bugs that no known mistake explains, for one that is explained
_SEED = 1  # of the checks that decide; what fails with it fails with others too, as most test cases are fixed
_OTHER_SEED = 2
_SAME_IN_ALL = ("def ", "class ", "import ", "from ", "else:", "try:", "break", "continue")
_TELLTALE = re.compile(r"mistake|wrong|bug|naive|broken|incorrect|fixme|_bad|bad_", re.IGNORECASE)
_BY_TIME = ("slow", "memory", "timeout", "ended")  # what a busy machine may change
_PROPERTY = "property:"
_AT_ONCE = ("crashed", "error", "missing", "signature", "imports", "syntax", "unfinished", "grader_error")


class Service:
    """Answers requests for a round of an exercise, in PyTorch where they name a solution in it."""

    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery
        self._makers: dict[tuple[str, bool], _Maker] = {}  # by exercise, and whether it is in PyTorch

    def answer(self, request: Request) -> dict[str, Any]:
        """A round as ``learner.rounds`` keeps it; ``none`` says why there is none, ``broken`` what broke."""
        began = time.perf_counter()
        try:
            name = request["exercise"]
            key = name, "torch" in request
            if key not in self._makers:
                self._makers = {key: _Maker(self._nursery, request)}
            made = self._makers[key].made(request["bugs"], request["seed"], request["head"])
            made["seconds"] = round(time.perf_counter() - began, 2)
            if request.get("prove"):
                made |= self._makers[key].proof(made, request["head"])
            return {"exercise": name, "seed": request["seed"], **made}
        except Exception as error:
            return {"exercise": request["exercise"], "broken": "".join(traceback.format_exception(error))}


class _Bug(NamedTuple):
    candidate: Candidate
    why: str
    is_settled: bool  # whether no better explanation is to be looked for


class _Base(NamedTuple):
    """A right solution in some style, and the statements that it is made of."""

    statements: list[str]
    plain: list[str]
    style: restyling.Style


class _Maker:
    """Makes the rounds of one exercise."""

    def __init__(self, nursery: Nursery, request: Request) -> None:
        self._nursery = nursery
        self._grader = Grader(request["exercise"], request["entry"], request["grader"], request["solution"])
        self._entries = tuple(request["entry"])
        self._torch: dict[str, Any] | None = None
        self._wrong: list[tuple[str, list[str]]] | None = None
        if "torch" not in request:
            path = Path(request["solution"])
            sources = [standalone.reference(self._grader), *standalone.alternatives(self._grader)]
        else:  # the grader's alternatives and mistakes are in NumPy
            path, self._wrong = Path(request["torch"]["solution"]), []
            self._torch = {"shortcuts": request["torch"]["shortcuts"]}
            sources = [standalone.from_file(path)]
        self._right = [restyling.plain(each.source, self._entries) for each in sources]
        own = path.read_text(encoding="utf-8").splitlines()
        self._reference = {*self._right[0], *(line.partition("  #")[0].rstrip() for line in own)}

    def made(self, count: int, seed: int, head: str) -> dict[str, Any]:
        """A round with so many bugs, as plain data."""
        chance = random.Random(f"{self._grader.exercise} {count} {seed}")
        for plain in chance.sample(self._right, len(self._right)):
            base = self._base(plain, chance)
            bugs = [] if base is None else self._bugs(base, count, chance)
            if base is not None and len(bugs) == count:
                return _written(base, sorted(bugs, key=lambda bug: bug.candidate.number), head)
        return {"none": "No solution of this exercise has room for so many bugs."}

    def proof(self, made: dict[str, Any], head: str) -> dict[str, Any]:
        """What is wrong with a round, and how many statements the longest solution has."""
        heads = ("def ", "class ", "import ", "from ", "@")
        longest = max(sum(not each.lstrip().startswith(heads) for each in right) for right in self._right)
        return {"statements": longest, "problems": list(self._problems(made, head)) if "text" in made else []}

    def _problems(self, made: dict[str, Any], head: str) -> Iterator[str]:
        """What is wrong with a round, if anything, as the grader sees the files themselves."""
        text, fixed = (made[name].splitlines(keepends=True) for name in ("text", "fixed"))
        if self._fails(text) is None:
            yield "the file passes with its bugs"
        if (kind := self._fails(fixed)) is not None:
            yield f"the file without its bugs fails: {kind}"
        blocks = difflib.SequenceMatcher(None, text, fixed, autojunk=False).get_opcodes()
        changed = [block[1:] for block in blocks if block[0] != "equal"]
        for a, b, c, d in changed if len(changed) > 1 else ():
            if self._fails([*text[:a], *fixed[c:d], *text[b:]]) is None:
                yield f"line {a + 1} put right alone makes the file pass"
        if word := self._telltale("".join(text).removeprefix(head)):
            yield f"the word {word!r} gives it away"

    def _telltale(self, text: str) -> str | None:
        """A word that gives bugs away; the names that are asked for, such as ``gaussian_naive_bayes``, do not."""
        for name in self._entries:
            text = text.replace(name, "")
        found = _TELLTALE.search(text)
        return found and found[0]

    def _base(self, plain: list[str], chance: random.Random) -> _Base | None:
        """That solution in a style that is not the reference's, if it passes so."""
        if self._telltale("\n".join(plain)):
            return None
        for cautious in (False, True):
            styles = [restyling.drawn(f"{chance.random()}", cautious=cautious) for _ in range(_STYLES)]
            bases = [_Base(restyling.restyled(plain, self._entries, style), plain, style) for style in styles]
            base = min(bases, key=lambda base: self._likeness(base) > 0.5)
            if self._likeness(base) < 1 and self._check(base.statements, _SEED)["outcome"] == "passed":
                return base
        return None

    def _likeness(self, base: _Base) -> float:
        """Which share of its lines the reference solution has as well, those of any solution left out."""
        lines = [line for line in base.statements if not line.lstrip().startswith(_SAME_IN_ALL)]
        shared = sum(line in self._reference for line in lines)
        return shared / len(lines) if lines else 0.0

    def _bugs(self, base: _Base, count: int, chance: random.Random) -> list[_Bug]:
        """So many bugs in different statements, of which no part is right again without the others."""
        found: list[_Bug] = []
        spare: list[_Bug] = []  # which no known mistake explains
        for candidate in itertools.islice(self._candidates(base, chance), _TRIES * count):
            bug = self._caught(base, found, candidate)
            if bug is not None and not bug.is_settled and len(spare) < _PASSED_OVER * (len(found) + 1):
                spare.append(bug)
            elif bug is not None:
                found.append(bug)
            if len(found) == count:
                return found
        for bug in spare:
            if len(found) < count and self._fits(base, found, bug.candidate):
                found.append(bug)
        return found

    def _candidates(self, base: _Base, chance: random.Random) -> Iterator[Candidate]:
        """The likely ones first, by chance; of those that are alike, one."""
        if self._wrong is None:
            mistakes = standalone.mistakes(self._grader)
            self._wrong = [(each.name, restyling.plain(each.source, self._entries)) for each in mistakes]

        def restyled(statements: Sequence[str]) -> list[str]:
            return restyling.restyled(statements, self._entries, base.style)

        known = list(bug_candidates.by_known_mistakes(base.plain, self._wrong, restyled))
        found = {(each.number, each.wrong): each for each in bug_candidates.by_small_changes(base.statements)}
        found |= {(each.number, each.wrong): each for each in known}
        yield from sorted(found.values(), key=lambda each: -(chance.random() ** (1 / each.likelihood)))

    def _caught(self, base: _Base, found: list[_Bug], candidate: Candidate) -> _Bug | None:
        """The bug that a candidate is, if the grader catches it alone, and with the others that were found."""
        statements = bug_candidates.with_bugs(base.statements, [candidate])
        kind = self._fails(statements)
        if kind in (None, *_BY_TIME, *_AT_ONCE) or not self._fits(base, found, candidate):
            return None
        if str(kind).startswith(_PROPERTY):  # to try all known mistakes on many random numbers takes long
            fails_again = self._fails(statements, _OTHER_SEED) is not None
            return _Bug(candidate, _told(candidate), True) if fails_again else None
        report = self._check(statements, _OTHER_SEED)
        if report["outcome"] != "failed":
            return None
        known = _explanation(report, candidate.mistake)
        return _Bug(candidate, known or _told(candidate, report), known is not None)

    def _fits(self, base: _Base, found: list[_Bug], candidate: Candidate) -> bool:
        """Whether it is in another statement than those that were found, and they fail together."""
        together = [*(bug.candidate for bug in found), candidate]
        if len({each.number for each in together}) < len(together):
            return False
        choices = (bug_candidates.with_bugs(base.statements, some) for some in _choices(together))
        return all(self._fails(statements) is not None for statements in choices)

    def _fails(self, statements: Sequence[str | None], seed: int = _SEED) -> str | None:
        """The kind of the first failure, of which nothing else is known; None for a pass."""
        examination = self._examination(statements, seed, hurried=True)
        outcome = examination.run(self._start)["outcome"]
        kind = examination.failure.kind if examination.failure else outcome
        return None if kind == "passed" else kind

    def _check(self, statements: Sequence[str | None], seed: int) -> Report:
        return self._examination(statements, seed).run(self._start)

    def _start(self) -> Process:
        start = self._nursery.start if self._torch is None else self._nursery.start_torch
        return start(self._grader.seconds)

    def _examination(self, statements: Sequence[str | None], seed: int, *, hurried: bool = False) -> Examination:
        source = "\n".join(each.rstrip("\n") for each in statements if each is not None) + "\n"
        path = f"/{self._grader.exercise}.py"
        return Examination(self._grader, source, path, seed, [], "", hurried=hurried, untimed=True, torch=self._torch)


def _choices(bugs: list[Candidate]) -> Iterator[Sequence[Candidate]]:
    """All of them, and every choice that leaves out one: each must fail. One bug alone does so already."""
    if len(bugs) > 1:
        yield bugs
    if len(bugs) > 2:
        yield from itertools.combinations(bugs, len(bugs) - 1)


def _explanation(report: Report, mistake: str) -> str | None:
    """What a known mistake says of this failure: the one that it was made from, or one that explains all of it."""
    failed = report["cases_total"] - report["cases_passed"]
    for number, each in enumerate(report["diagnoses"]):
        if each["mistake"] and (each["mistake"] == mistake or (number == 0 and each["cases"] >= failed)):
            return each["text"]
    return None


def _told(candidate: Candidate, report: Report | None = None) -> str:
    """What is wrong with a bug that no known mistake explains."""
    told = candidate.change.told if candidate.wrong else "This statement was left out."
    broken = [] if report is None else [part["name"] for part in report["parts"] if part["passed"] < part["total"]]
    if broken and CORE not in broken:
        return f"{told} It shows in: {', '.join(broken)}."
    return told


def _written(base: _Base, bugs: list[_Bug], head: str) -> dict[str, Any]:
    """The files with and without the bugs, and where each bug is."""
    statements = bug_candidates.with_bugs(base.statements, [bug.candidate for bug in bugs])
    kept = [number for number, statement in enumerate(statements) if statement is not None]
    lines = laid_out([statements[number] or "" for number in kept], base.style.taste)
    first: dict[int, int] = {}
    for at, line in enumerate(lines, head.count("\n") + 1):
        if line.statement >= 0:
            first.setdefault(kept[line.statement], at)
    told = []
    for bug in bugs:
        wrong, right = "", one_line(bug.candidate.right, base.style.taste)
        if bug.candidate.wrong:
            wrong, right = bug.candidate.change.excerpts(base.style.taste)
        at = next(first[number] for number in sorted(first) if number >= bug.candidate.number)
        told.append([at, wrong, right, bug.why])
    text, fixed = ("".join(f"{line.text}\n" for line in some) for some in (
        lines, laid_out(base.statements, base.style.taste)))  # fmt: skip
    return {"text": head + text, "fixed": head + fixed, "bugs": told}
