"""The record of what the learner has done, in memory; `record_file` keeps it in a file.

::

    {"version": 1, "current": ID or null, "plan": {"until": DATE, "minutes": a day, "made": time,
              "focus", "skip": [topics and exercises], "off": [weekdays]} or left out,
     "cards", "quiz": see `quiz_record`, or left out,
     "path": the learning path that is followed, or left out,
     "framework": "torch" where new files are written in PyTorch, or left out,
     "sittings": [[interview, day as 20261129], ...] or left out,
     "copies": [names of the conflicted copies that were told of] or left out,
     "exercises": {ID: {
        "started": when the clock began to run, null while it stands,
        "active": seconds of practice in this run,            "touched": the last sign of life,
        "edited", "paused": see `clock`, or left out,
        "hints": the highest tier seen,                       "solution": whether it was seen,
        "attempts": [[time, outcome, seconds, hints, solution, diagnosis or null, day as 20261129, beyond], ...]}}}

A run of the clock goes from ``start`` to the pass; attempts outside a run have null seconds. The day is that of the
place where the attempt was made: who travels keeps their days. Older records have none, and the present zone decides.
``beyond`` is how many notes beyond the task a pass had. Older passes and all other attempts do not have it.
Attempts are bare lists of whole numbers because every check reads and writes all of them. What this version does not
know, keys and exercises alike, is written back as it came.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from mlprep.grading.frameworks import NUMPY, TORCH
from mlprep.learner import clock, quiz_record
from mlprep.learner.attempt_rows import (
    Attempt,
    attempt_of,
    day_named,
    day_number,
    day_of,
    kept_day,
    moment_of,
    row_of,
)
from mlprep.learner.record_form import blank_entry

if TYPE_CHECKING:
    from datetime import date

    from mlprep.errors import MlprepError

Stamp = tuple[int, int, int]

VERSION = 1
PASSED = "passed"


class Plan(NamedTuple):
    """What the learner set out to do: so many minutes on each day before ``until``.

    ``focus`` and ``skip`` name topics and exercises, ``off`` the weekdays without practice, from 0 for Monday.
    """

    until: date
    minutes: int
    made: date
    focus: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    off: tuple[int, ...] = ()


class Progress:
    """The record in memory. Times come in as ``now`` in epoch seconds: the clock is never read here."""

    def __init__(self, data: dict[str, Any] | None = None) -> None:
        self.data: dict[str, Any] = data or {"version": VERSION, "current": None, "exercises": {}}
        self.notices: list[str] = []  # sentences that the user should read
        self.refusal: MlprepError | None = None  # why this record cannot be written, if so
        self.stamp: Stamp | None = None  # of the file that holds just this
        self._attempts: dict[str, tuple[list[Any], list[Attempt]]] = {}  # rows, and what was made of them

    @property
    def current(self) -> str | None:
        """The exercise in progress."""
        current: str | None = self.data["current"]
        return current

    @property
    def plan(self) -> Plan | None:
        """The plan, if one was made that this version understands."""
        from datetime import date

        try:
            plan = self.data["plan"]
            found = Plan(
                date.fromisoformat(plan["until"]),
                int(plan["minutes"]),
                date.fromtimestamp(plan["made"]),
                tuple(name for name in plan.get("focus", ()) if type(name) is str),
                tuple(name for name in plan.get("skip", ()) if type(name) is str),
                tuple(day for day in plan.get("off", ()) if type(day) is int and 0 <= day <= 6),
            )
        except (KeyError, TypeError, ValueError, OverflowError, OSError):
            return None
        return found if found.minutes > 0 else None

    def meet_copies(self, names: list[str]) -> list[str]:
        """Which of these conflicted copies of the progress file were not told of yet; they are from now on."""
        before = self.data.get("copies")
        told = before if type(before) is list else []
        if names or told:
            self.data["copies"] = names
        return [name for name in names if name not in told]

    def make_plan(
        self,
        until: date,
        minutes: int,
        now: float,
        focus: Sequence[str] = (),
        skip: Sequence[str] = (),
        off: Sequence[int] = (),
    ) -> None:
        plan: dict[str, Any] = {"until": until.isoformat(), "minutes": minutes, "made": int(moment_of(now))}
        wishes = {"focus": [*focus], "skip": [*skip], "off": [*off]}
        self.data["plan"] = plan | {name: wish for name, wish in wishes.items() if wish}

    def drop_plan(self) -> None:
        self.data.pop("plan", None)

    def add_sitting(self, kind: str, now: float) -> None:
        """Note a mock interview that came to its end."""
        rows = self.data.get("sittings")
        self.data["sittings"] = [*(rows if type(rows) is list else []), [kind, day_number(moment_of(now))]]

    def sittings(self) -> list[tuple[str, date]]:
        """Every mock interview: its kind and its day."""
        rows = self.data.get("sittings")
        kept = [row for row in rows if _is_sitting(row)] if type(rows) is list else []
        return [(kind, day) for kind, number in kept if (day := day_named(number))]

    @property
    def path(self) -> str | None:
        """The learning path that `next` follows."""
        path = self.data.get("path")
        return path if type(path) is str else None

    def follow(self, path: str | None) -> None:
        """Follow that learning path from now on, or none."""
        if path is None:
            self.data.pop("path", None)
        else:
            self.data["path"] = path

    @property
    def framework(self) -> str:
        """What new files are written in."""
        return TORCH if self.data.get("framework") == TORCH else NUMPY

    def write_in(self, framework: str) -> None:
        """Have new files written in that framework from now on."""
        if framework == NUMPY:
            self.data.pop("framework", None)
        else:
            self.data["framework"] = framework

    def start(self, exercise: str, now: float, *, fresh: bool = True, restart: bool = False) -> None:
        """Makes it the current exercise and runs its clock.

        ``fresh`` says that the file is the starter code. Going back to code that passed starts no clock,
        as passing with it again proves nothing. ``restart`` ends a run that has not passed: the task is another one.
        """
        if self.current is not None:
            self.touch(self.current, now)  # the time up to here went into that one
        self.data["current"] = exercise
        entry = self._entry(exercise)
        clock.open_now(entry, moment_of(now))
        solved = self.solved(exercise)
        if restart or (entry["started"] is None and (fresh or not solved)):
            clock.begin(entry, moment_of(now))
            if solved or restart:  # help in the last run is none in this one; help before the very first is
                entry["hints"], entry["solution"] = 0, False

    def touch(self, exercise: str, now: float) -> None:
        """A sign of life."""
        clock.touch(self._entry(exercise), moment_of(now), is_open=exercise == self.current)

    def saved(self, exercise: str, when: float, now: float) -> None:
        """The file was last edited then, which tells of work that no command saw."""
        clock.edit(self._entry(exercise), moment_of(when), moment_of(now), is_open=exercise == self.current)

    def pause(self, exercise: str, now: float) -> None:
        """Nothing counts until the next sign of life."""
        clock.pause(self._entry(exercise), moment_of(now), is_open=exercise == self.current)

    def paused(self, exercise: str) -> bool:
        """Whether a pause was asked for."""
        return self._look(exercise).get("paused") is True

    def edited(self, exercise: str) -> bool:
        """Whether the file was edited in this run, as far as the record knows."""
        return self._look(exercise).get("edited") is not False

    def record(
        self, exercise: str, outcome: str, now: float, diagnosis: str | None = None, beyond: int | None = None
    ) -> Attempt:
        """Adds a verdict; a pass ends the run of the clock."""
        if outcome != "unfinished":  # which the starter file is
            self.saved(exercise, now, now)
        self.touch(exercise, now)
        entry = self._entry(exercise)
        seconds = None if entry["started"] is None else round(entry["active"])
        help_seen = entry["hints"], entry["solution"]
        moment = int(moment_of(now))
        attempt = Attempt(moment, outcome, seconds, *help_seen, diagnosis, day_number(moment), beyond)
        entry["attempts"].append(row_of(attempt))
        if outcome == PASSED:
            clock.end(entry)
        return attempt

    def before(self, day: date) -> Progress:
        """The record as it was when that day began, as far as it can be told. Help is as it is now."""
        exercises = {}
        for name, entry in self.data["exercises"].items():
            earlier = [row for row in entry["attempts"] if attempt_of(row).day < day]
            exercises[name] = {**entry, "attempts": earlier}
        return Progress({**self.data, "current": None, "exercises": exercises})

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

    def rate_card(self, card: str, rating: int, now: float) -> None:
        """Adds a review of a quiz card, rated 1 (again) to 4 (easy)."""
        quiz_record.rate(self.data, card, rating, moment_of(now))

    def card_ratings(self, card: str) -> list[quiz_record.Rated]:
        """The reviews of a quiz card."""
        return quiz_record.ratings(self.data, card)

    def rated_cards(self) -> list[str]:
        """Every card with a review, whether this version has it or not."""
        return list(self.data.get("cards", {}))

    def count_question(self, kind: str, now: float, *, right: bool) -> None:
        """Adds a quiz question of that kind."""
        quiz_record.count(self.data, kind, day_number(moment_of(now)), right=right)

    def answered_on(self, day: date) -> bool:
        """Whether a quiz question was answered on that day, or a card rated."""
        number = 10_000 * day.year + 100 * day.month + day.day
        rated = (each.time for name in self.rated_cards() for each in self.card_ratings(name))
        return quiz_record.asked_on(self.data, number) or any(day_number(moment) == number for moment in rated)

    def quiz_scores(self) -> dict[str, quiz_record.Score]:
        """How many questions of each kind were asked and right."""
        return quiz_record.scores(self.data)

    def running(self, exercise: str) -> bool:
        return self._look(exercise)["started"] is not None

    def touched(self, exercise: str) -> float:
        """The last sign of life."""
        return float(self._look(exercise)["touched"])

    def seconds(self, exercise: str, now: float, saved: float = 0.0) -> float:
        """Practice in this run, or in the last one while the clock stands.

        ``saved`` is when the file was last edited, which may tell of work that was not recorded yet.
        """
        return clock.seconds(self._look(exercise), moment_of(now), saved, is_open=exercise == self.current)

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
        return [*self._made(exercise)]

    def last(self, exercise: str) -> Attempt | None:
        attempts = self._look(exercise)["attempts"]
        return attempt_of(attempts[-1]) if attempts else None

    def passes(self, exercise: str) -> list[Attempt]:
        return [attempt for attempt in self._made(exercise) if attempt.outcome == PASSED]

    def starred(self, exercise: str) -> bool:
        """Whether a pass left nothing to add beyond the task, without the solution seen."""
        return any(not each.solution and each.beyond == 0 for each in self.passes(exercise))

    def with_copy_of(self, exercise: str) -> Progress:
        """A record that can be changed as far as this exercise goes, and leaves this one as it is."""
        entry = self._look(exercise)
        own = {**entry, "attempts": [*entry["attempts"]]}
        return Progress({**self.data, "exercises": {**self.data["exercises"], exercise: own}})

    def days(self) -> dict[date, int]:
        """How many attempts each local day saw, in order, without the days that saw none."""
        counts: dict[date, int] = {}
        for entry in self.data["exercises"].values():
            for attempt in entry["attempts"]:
                day = day_of(kept_day(attempt), attempt[0])
                counts[day] = counts.get(day, 0) + 1
        return dict(sorted(counts.items()))

    def streak(self, today: date) -> int:
        """Days in a row with an attempt. Today's may still come, so a row up to yesterday stands."""
        practiced = {day.toordinal() for day in self.days()}
        last = today.toordinal()
        if last not in practiced:
            last -= 1
        first = last
        while first in practiced:
            first -= 1
        return last - first

    def _made(self, exercise: str) -> list[Attempt]:
        """The attempts at an exercise, which a plan asks for several times: after years there are thousands."""
        rows: list[Any] = self._look(exercise)["attempts"]
        known, made = self._attempts.get(exercise, (None, []))
        if known is not rows or len(made) != len(rows):
            made = [attempt_of(row) for row in rows]
            self._attempts[exercise] = rows, made
        return made

    def _look(self, exercise: str) -> dict[str, Any]:
        """The entry to read from, which leaves no trace of an exercise that was only asked about."""
        entry: dict[str, Any] | None = self.data["exercises"].get(exercise)
        return blank_entry() if entry is None else entry

    def _entry(self, exercise: str) -> dict[str, Any]:
        entry: dict[str, Any] = self.data["exercises"].setdefault(exercise, blank_entry())
        return entry


def _is_sitting(row: object) -> bool:
    return type(row) is list and [*map(type, row)] == [str, int]
