"""What the learner has done: one JSON file that no crash can spoil, and the record that it holds.

::

    {"version": 1, "current": ID or null, "exercises": {ID: {
        "started": when the clock began to run, null while it stands,
        "active": seconds of honest practice in this run,     "touched": the last sign of life,
        "hints": the highest tier seen,                       "solution": whether it was seen,
        "attempts": [[time, outcome, seconds, hints, solution, diagnosis or null], ...]}}}

A run of the clock goes from ``start`` to the pass; attempts outside a run have null seconds. Attempts are
bare lists of whole numbers because every check reads and writes all of them. What this version does not know,
keys and exercises alike, is written back as it came.

The file is only ever replaced whole, under a lock: the new content goes to a temporary file and to the disk,
the present file becomes the last good copy, and the new one takes its place. At whatever moment a process
dies, the file is whole, or missing while its copy is whole.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from math import isinf
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, NoReturn, TypeVar

from mlprep.errors import MlprepError, ProgressTooNew, WorkspaceProblem
from mlprep.workspace import free_name, move, replace_content

if TYPE_CHECKING:
    from datetime import date

T = TypeVar("T")
Stamp = tuple[int, int, int]

VERSION = 1
PASSED = "passed"
IDLE = 600  # seconds of silence that count as thinking; what is beyond is a pause
LOCK_TIMEOUT = 10.0
LATEST = 32_503_680_000  # the year 3000, where local time ends on some systems


class Attempt(NamedTuple):
    """One verdict: ``seconds`` is None when no clock ran; help is what had been seen by then."""

    time: int
    outcome: str
    seconds: int | None
    hints: int
    solution: bool
    diagnosis: str | None


class Progress:
    """The record in memory. Times come in as ``now`` in epoch seconds: the clock is never read here."""

    def __init__(self, data: dict[str, Any] | None = None) -> None:
        self.data: dict[str, Any] = data or {"version": VERSION, "current": None, "exercises": {}}
        self.notices: list[str] = []  # sentences that the user should read
        self.refusal: MlprepError | None = None  # why this record cannot be written, if so
        self.stamp: Stamp | None = None  # of the file that holds just this

    @property
    def current(self) -> str | None:
        """The exercise under way."""
        current: str | None = self.data["current"]
        return current

    def start(self, exercise: str, now: float, *, fresh: bool = True) -> None:
        """Makes it the current exercise and runs its clock.

        ``fresh`` says that the answer is an empty stub. Going back to an answer that passed starts no clock,
        as passing with it again proves nothing.
        """
        if self.current is not None:
            self.touch(self.current, now)  # the time up to here went into that one
        self.data["current"] = exercise
        entry = self._entry(exercise)
        entry["touched"] = _moment(now)  # and the time since it was left did not go into this one
        solved = self.solved(exercise)
        if entry["started"] is None and (fresh or not solved):
            entry["started"], entry["active"] = _moment(now), 0
            if solved:  # help in the last run is none in this one; help before the very first is
                entry["hints"], entry["solution"] = 0, False

    def touch(self, exercise: str, now: float) -> None:
        """A sign of life: the time since the last one counts, but of a long silence only its beginning."""
        entry = self._entry(exercise)
        gap = _moment(now) - entry["touched"]
        if gap > 0 and entry["started"] is not None:
            entry["active"] = round(entry["active"] + min(gap, IDLE), 3)
        if gap > 0 or gap < -IDLE:  # a little out of order is usual; beyond, the system's clock was set back
            entry["touched"] = _moment(now)

    def record(self, exercise: str, outcome: str, now: float, diagnosis: str | None = None) -> Attempt:
        """Adds a verdict; a pass ends the run of the clock."""
        self.touch(exercise, now)
        entry = self._entry(exercise)
        seconds = None if entry["started"] is None else round(entry["active"])
        help_seen = entry["hints"], entry["solution"]
        attempt = Attempt(int(_moment(now)), outcome, seconds, *help_seen, diagnosis)
        entry["attempts"].append(list(attempt))
        if outcome == PASSED:
            entry["started"] = None
        return attempt

    def see_hint(self, exercise: str, tier: int, now: float) -> None:
        self.touch(exercise, now)
        entry = self._entry(exercise)
        entry["hints"] = max(entry["hints"], tier)

    def see_solution(self, exercise: str, now: float) -> None:
        self.touch(exercise, now)
        self._entry(exercise)["solution"] = True

    def hints(self, exercise: str) -> int:
        """The highest tier seen in this run."""
        return int(self._look(exercise)["hints"])

    def solution_seen(self, exercise: str) -> bool:
        return bool(self._look(exercise)["solution"])

    def running(self, exercise: str) -> bool:
        return self._look(exercise)["started"] is not None

    def seconds(self, exercise: str, now: float) -> float:
        """Honest practice time in this run, or in the last one while the clock stands."""
        entry = self._look(exercise)
        silence = min(max(now - entry["touched"], 0), IDLE) if self.running(exercise) else 0
        return float(entry["active"] + silence)

    def solved(self, exercise: str) -> bool:
        return any(attempt[1] == PASSED for attempt in self._look(exercise)["attempts"])

    def state(self, exercise: str) -> Literal["new", "started", "solved"]:
        if self.solved(exercise):
            return "solved"
        return "started" if self._look(exercise)["attempts"] or self.running(exercise) else "new"

    def exercises(self) -> list[str]:
        """Every exercise with a record, whether this version has it or not."""
        return list(self.data["exercises"])

    def attempts(self, exercise: str) -> list[Attempt]:
        return [Attempt._make(attempt[:6]) for attempt in self._look(exercise)["attempts"]]

    def passes(self, exercise: str) -> list[Attempt]:
        return [attempt for attempt in self.attempts(exercise) if attempt.outcome == PASSED]

    def days(self) -> dict[date, int]:
        """How many attempts each local day saw, in order, without the days that saw none."""
        from datetime import date

        counts: dict[date, int] = {}
        for entry in self.data["exercises"].values():
            for attempt in entry["attempts"]:
                day = date.fromtimestamp(attempt[0])
                counts[day] = counts.get(day, 0) + 1
        return dict(sorted(counts.items()))

    def streak(self, today: date) -> int:
        """Days in a row with an attempt. Today's may still come, so a row up to yesterday stands."""
        practised = {day.toordinal() for day in self.days()}
        last = today.toordinal()
        if last not in practised:
            last -= 1
        first = last
        while first in practised:
            first -= 1
        return last - first

    def _look(self, exercise: str) -> dict[str, Any]:
        """The entry to read from, which leaves no trace of an exercise that was only asked about."""
        entry: dict[str, Any] | None = self.data["exercises"].get(exercise)
        return _blank() if entry is None else entry

    def _entry(self, exercise: str) -> dict[str, Any]:
        entry: dict[str, Any] = self.data["exercises"].setdefault(exercise, _blank())
        return entry


def load(path: Path) -> Progress:
    """The record in that file. Never raises: ``notices`` and ``refusal`` say what is wrong with it."""
    try:
        return _read(path)  # without a lock, as the file is only ever replaced whole
    except FileNotFoundError:
        if not os.path.lexists(_good_copy(path)):
            return Progress()
    except (_Damaged, OSError):
        pass
    try:
        with _locked(path):
            return _recover(path, repair=True)
    except (WorkspaceProblem, OSError):
        return _recover(path, repair=False)


def update(path: Path, change: Callable[[Progress], T], known: Progress | None = None) -> T:
    """Changes the record on disk and returns what ``change`` returns; raises when it cannot be recorded.

    ``known`` is a record read before. It is not read again if the file is still the same, and holds what the
    file holds afterwards. ``change`` runs under the lock, so it should be quick.
    """
    try:
        with _locked(path):
            progress = known or Progress()
            if progress.stamp is None or progress.stamp != _stamp_at(path):
                earlier = progress.notices
                vars(progress).update(vars(_recover(path, repair=True)))
                progress.notices[:0] = earlier
            if progress.refusal:
                raise progress.refusal
            progress.stamp = None  # until it is written, memory and disk differ
            result = change(progress)
            content = _dump(progress.data)
            progress.stamp = _stamp(replace_content(path, content, keep=_good_copy(path)))
            return result
    except OSError as error:
        raise WorkspaceProblem(
            f"This could not be recorded: {error.strerror or error} ({path.parent}).",
            "What was recorded before is safe. Make room or make the folder writable, then run this again.",
        ) from error


class _Damaged(ValueError):
    """The file is there but is no progress file."""


def _read(path: Path) -> Progress:
    with open(path, "rb") as file:
        stamp = _stamp(os.fstat(file.fileno()))
        raw = file.read()
    try:
        data = json.loads(raw, parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        raise _Damaged from error
    version = data.get("version") if type(data) is dict else None
    if type(version) is not int or version < 1:
        raise _Damaged
    sound = _is_sound(data)
    if not sound and version == VERSION:
        raise _Damaged
    progress = Progress(data if sound else None)
    progress.stamp = stamp
    if version > VERSION:
        progress.refusal = ProgressTooNew(path, version, VERSION)
        progress.notices.append(f"{progress.refusal.message} {progress.refusal.next_step}")
    return progress


def _dump(data: dict[str, Any]) -> bytes:
    # Plain data has no loops to look for, and not to look saves a fifth of the time for a long history.
    return json.dumps(data, separators=(",", ":"), allow_nan=False, check_circular=False).encode()


def _recover(path: Path, *, repair: bool) -> Progress:
    """The record from the file, else from its last good copy. To ``repair`` the files needs the lock."""
    good, damaged = _good_copy(path), []
    for candidate in (path, good):
        try:
            progress = _read(candidate)
            break
        except FileNotFoundError:
            pass
        except _Damaged:
            damaged.append(candidate)
        except OSError as error:
            return _out_of_reach(candidate, error)
    else:
        candidate, progress = path, Progress()

    for broken in damaged:
        notice = f"{broken.name} is damaged."
        if repair:
            kept = free_name(path.parent, f"{broken.stem}.damaged", broken.suffix, time.time())
            move(broken, kept)
            notice = f"{broken.name} was damaged and is now {kept}."
        progress.notices.append(notice)
    if candidate == good:
        if not damaged:
            progress.notices.append(f"{path.name} was missing.")
        written = time.strftime("%Y-%m-%d %H:%M", time.localtime(good.stat().st_mtime))
        progress.notices.append(f"The last good copy, of {written}, is used: what came later is not in it.")
        if repair:
            progress.stamp = _stamp(replace_content(path, good.read_bytes()))
    elif damaged:
        progress.notices.append("There is no good copy of it, so the record starts empty.")
    return progress


def _out_of_reach(path: Path, error: OSError) -> Progress:
    progress = Progress()
    problem = f"{path} cannot be read: {error.strerror or error}."
    progress.refusal = WorkspaceProblem(problem, "Make it readable, then run the command again.")
    progress.notices.append(f"{problem} Nothing is recorded until it can be.")
    return progress


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout  # slower to import than all else here, and readers need none

    if not path.parent.is_dir():  # some versions of filelock would make it
        message = f"This could not be recorded: there is no folder {path.parent}."
        raise WorkspaceProblem(message, "Run `mlprep init` to make it.")
    lock = FileLock(f"{path}.lock")
    try:
        lock.acquire(timeout=LOCK_TIMEOUT, poll_interval=0.01)
    except Timeout as error:
        raise WorkspaceProblem(
            f"This could not be recorded: another mlprep has locked {path} for {LOCK_TIMEOUT:.0f} seconds.",
            "Close the other one, then run the command again.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def _good_copy(path: Path) -> Path:
    return path.with_name(f"{path.stem}.last-good{path.suffix}")


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino


def _stamp_at(path: Path) -> Stamp | None:
    try:
        return _stamp(os.stat(path))
    except OSError:
        return None


def _moment(now: float) -> float:
    return round(min(max(now, 0), LATEST), 3)


def _blank() -> dict[str, Any]:
    return {"started": None, "active": 0, "touched": 0, "hints": 0, "solution": False, "attempts": []}


def _no_number(constant: str) -> NoReturn:
    raise _Damaged(constant)  # NaN and the infinities: they are not JSON, and every sum would catch them


def _finite(digits: str) -> float:
    number = float(digits)
    if isinf(number):
        raise _Damaged(digits)  # 1e999 is JSON, but could not be written again
    return number


def _is_sound(data: dict[str, Any]) -> bool:
    """Whether all that is read later has its type; fills in what may be left out."""
    current, exercises = data.setdefault("current", None), data.get("exercises")
    return (
        type(current) in {str, type(None)}
        and type(exercises) is dict
        and all(type(entry) is dict and _is_sound_entry(entry) for entry in exercises.values())
    )


def _is_sound_entry(entry: dict[str, Any]) -> bool:
    for key, default in _blank().items():
        entry.setdefault(key, default)
    attempts = entry["attempts"]
    return (
        _are_times([entry["active"], entry["touched"]])
        and (entry["started"] is None or _are_times([entry["started"]]))
        and type(entry["hints"]) is int
        and type(entry["solution"]) is bool
        and type(attempts) is list
        and (not attempts or _are_sound_attempts(attempts))
    )


def _are_sound_attempts(attempts: list[Any]) -> bool:
    """By columns, which is several times faster than one by one when there are thousands."""
    if not _all(attempts, list) or min(map(len, attempts)) < len(Attempt._fields):
        return False
    times, outcomes, seconds, hints, solutions, diagnoses, *_ = zip(*attempts, strict=False)
    return (
        _are_times(times)
        and _all(outcomes, str)
        and _are_times([each for each in seconds if each is not None])
        and _all(hints, int)
        and _all(solutions, bool)
        and _all(diagnoses, str, type(None))
    )


def _all(values: Iterable[Any], *types: type) -> bool:
    return {*map(type, values)} <= {*types}


def _are_times(values: Any) -> bool:
    return _all(values, int, float) and min(values, default=0) >= 0 and max(values, default=0) <= LATEST
