"""What crosses between the command line and the engine, typed: the request, and the report that `--json` prints.

`docs/json.md` is made from the classes here and their comments; a test holds that it is up to date.
"""

from __future__ import annotations

from typing import Literal, TypedDict

OutcomeName = Literal["passed", "failed", "error", "timeout", "unfinished", "grader_error"]
PartName = Literal["core", "edge"]

# Why a case fails. "property" is followed by a colon and the property's name.
FAILURE_KINDS = (
    "values", "shape", "type", "dtype", "none", "raised", "not-raised", "crashed", "ended", "changed", "warning",
    "slow", "memory", "calls", "state", "shared", "peeked", "timeout", "unfinished", "missing", "signature", "syntax",
    "imports", "rejects", "property",
)  # fmt: skip


TaskName = Literal["solve", "tests"]
WrongName = Literal["mistake", "change"]


class _Request(TypedDict):
    exercise: str
    """Its id; of one in a pack, with the name of the pack in front: `acme/softmax`."""
    topic: str
    """Its folder in each of the three trees."""
    entry: list[str]
    """The names that are called, in order."""
    root: str
    """The folder that holds the three trees."""
    source: str
    path: str
    folder: str
    """Where the code may import its own modules from."""
    seed: int
    hidden: list[str]
    """Folders that the code must not read."""


class Request(_Request, total=False):
    """What the engine is asked: to check one source against one exercise."""

    seconds: float
    """The time limit, instead of the grader's."""
    files: dict[str, str]
    """The own modules of the code, by their paths below its folder: only these can be imported, none of ``folder``."""
    base: str
    """The exercise that this one is a round of: it has the grader and the solution."""
    shortcuts: list[str]
    """Functions of PyTorch that the code may not call, since they are what is asked for."""
    task: TaskName
    """What the source is: a solution, unless this says that it is tests of solutions."""
    why: int
    """Of tests: check the wrong solution of this number instead, for the smallest input that shows what is wrong."""


class Isolation(TypedDict):
    """How an engine is told to put the code that it checks into a sandbox."""

    bwrap: str
    """The program bubblewrap."""
    masked: list[str]
    """Folders that must be empty in there, should they lie in what is shown of the system."""


class Part(TypedDict):
    """One part of a verdict: the core, or an edge that the statement names."""

    name: str
    """`core`, or the edge's label in the statement; of tests `known mistakes` or `small changes`."""
    part: PartName
    passed: int
    total: int


class Beyond(TypedDict):
    """A note on what a strict reviewer would add. It never makes a check fail."""

    name: str
    """The test case's name."""
    text: str


class Diagnosis(TypedDict):
    """A reason for some of the failures."""

    mistake: str | None
    """The name of a known mistake, or null for a general reading of the values."""
    text: str
    cases: int
    """How many of the failing test cases it explains."""


class Comparison(TypedDict):
    """A window onto two arrays of one shape."""

    got: list[list[str]]
    expected: list[list[str]]
    marks: list[list[bool]]
    """True where the entries differ."""
    part: str
    """Which part of the result the window shows; empty if all of it."""
    summary: str


class Heat(TypedDict):
    """Where an array of more than 36 entries differs, as a coarse grid."""

    shape: list[int]
    axes: list[int]
    """The axes that the rows and the columns of the grid run along; of a vector, it is one."""
    rows: list[int]
    """The index along its axis at which each row of the grid begins."""
    columns: list[int]
    shares: list[list[float]]
    """The share of entries that differ, from 0 to 1, in each cell of the grid."""


Numbers = list[float | None]
PlotKind = Literal["curve", "image", "labels", "centers"]


class _Plot(TypedDict):
    kind: PlotKind
    expected: list[Numbers]
    """The rows of an image, one row of values or labels, or the coordinates of each center. Null is not finite."""
    got: list[Numbers]


class Plot(_Plot, total=False):
    """The numbers of a small plot of the result, fewer than there are where there are many."""

    points: list[Numbers]
    """Where the clusters of points are what is asked: the first two coordinates of each, or the only one."""


class Syntax(TypedDict):
    """Where the source is not Python."""

    line: int | None
    column: int | None
    text: str | None


class _Failure(TypedDict):
    case: str | None
    """The test case's name."""
    part: str | None
    """`core`, or the label of the edge that the test case belongs to."""
    inputs: list[tuple[str, str]] | None
    """Each argument's name and value, as text."""
    expected: str | None
    got: str | None
    reason: str
    kind: str
    """One of: FAILURE_KINDS."""


class Failure(_Failure, total=False):
    """The failing test case that is shown: the smallest that tells."""

    frames: list[tuple[int, str, str, str]]
    """The innermost calls in the user's files: line, function, code, file."""
    syntax: Syntax | None
    comparison: Comparison | None
    heat: Heat
    plot: Plot
    gradient: str
    """Which gradient disagrees with finite differences."""
    unstable: str
    """Set where the code is right but not stable: from which size of input on it breaks."""
    printed: str
    """What the code printed on this case."""


class Bug(TypedDict):
    """One bug of a debugging round."""

    line: int
    """Its line in the file as the round began."""
    wrong: str
    """The part of the code that is wrong; empty if a statement is missing."""
    right: str
    why: str
    changed: bool
    """Whether its lines were changed."""


class Repair(TypedDict):
    """What was done about the bugs of a debugging round."""

    seconds: int | None
    """The practice until the pass; null if no clock ran."""
    bugs: list[Bug]
    lines_changed: int
    lines_needed: int
    """How few changed lines would have done."""
    hints: int
    """How many hints were seen."""


class Verdict(TypedDict):
    """What the report on one source and the row of one submission have in common."""

    exercise: str
    outcome: OutcomeName
    summary: str
    cases_passed: int
    """Core and edge cases together."""
    cases_total: int
    parts: list[Part]
    beyond: list[Beyond]
    """Empty unless the outcome is `passed`. Of tests, the wrong solutions that pass them."""
    diagnosis: str | None
    """The first of the diagnoses, as text."""
    diagnoses: list[Diagnosis]
    mistake: str | None
    """The known mistake that is told first."""
    failure: Failure | None
    notes: list[str]
    seconds: float
    seed: int
    """Repeats the check: `mlprep check NAME --seed SEED`."""


class _Report(Verdict):
    output: str
    """What the code printed."""


class Escaped(TypedDict):
    """A wrong solution that passes the tests."""

    number: int
    """Shows the input that catches it: `mlprep write-tests NAME --why NUMBER`."""
    kind: WrongName
    """A known mistake, or a small change to the reference solution."""
    name: str
    text: str
    """What is wrong with it."""


class Rejected(TypedDict):
    """A correct solution that the tests fail; `failure` says where and why."""

    solution: str
    """How it is written."""
    test: str
    """The name of the test function."""
    values: list[tuple[str, str]]
    """What the failing assert looked at: each expression and its value, as text."""


class Report(_Report, total=False):
    """The verdict on one source."""

    path: str
    """The file that was checked."""
    cases_failed: int
    """Where the check ended early, how many are known to fail. The others that did not pass have no result."""
    escaped: list[Escaped]
    """Of tests alone. There `cases_total` counts the wrong solutions, and `cases_passed` those that they catch."""
    rejected: Rejected | None
    """Of tests alone."""
    repair: Repair
    """For a debugging round that passed."""
    traceback: str
    """For outcome `grader_error` alone, and never printed by `--json`."""


AnswerForm = Literal["shape", "number", "numbers", "share", "bytes", "choice", "output", "einsum"]


class _Expected(TypedDict):
    form: AnswerForm


class Expected(_Expected, total=False):
    """What a quiz question takes as right, for whoever compares."""

    shape: list[int] | None
    """Null where the code raises an error."""
    values: list[float]
    tolerance: float
    """How far from each of ``values`` an answer may be."""
    unit: str
    """Of a bare number of bytes: bytes, KB, MiB, GiB and the like."""
    choice: int
    text: str
    """What is printed."""
    operands: list[list[int]]
    """The shapes of what an einsum string is tried on; ``text`` is a string that is right."""


class QuizQuestion(TypedDict):
    """A generated question of `mlprep quiz`, with its answer."""

    kind: str
    text: str
    code: str
    choices: list[str]
    expected: Expected
    shown: str
    """The answer as a person reads it."""
    explanation: str


class QuizRequest(TypedDict, total=False):
    """What the quiz's engine is asked: to make questions, or whether an einsum string is right."""

    wanted: list[tuple[str, str]]
    """The kind of each question, and what it is drawn from."""
    exercises: list[dict[str, str]]
    """Those whose known mistakes may be shown: id, topic, entry, grader and solution."""
    topic: str | None
    """To which a kind of several topics keeps."""
    einsum: str
    expected: Expected
