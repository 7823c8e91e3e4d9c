"""A year of practice, day after day as one lives it: every step leaves a record that is whole, true and small."""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from learner import FIRST, MINUTE, Learner, at
from simulated import round_without_engine
from support import catalogue

from mlprep.activities import help, next_up, practice
from mlprep.activities.session import Session
from mlprep.content.catalogue import SOLVE
from mlprep.errors import NothingToDo
from mlprep.learner import record_file, schedule, state
from mlprep.learner.clock import FULL
from mlprep.learner.record import PASSED, Progress
from mlprep.learner.summary import summarize

TARGETS = {each.id: float(each.minutes) for each in catalogue.exercises.values()}
DAYS = 366


class Year:
    """The learner, and beside the record a plain account of what was done, to hold it against."""

    def __init__(self, folder: Path, learner: Learner, seed: int) -> None:
        self.learner, self.chance = learner, random.Random(seed)
        self.file = folder / ".mlprep" / "progress.json"
        self.checks: Counter[str] = Counter()
        self.passes: Counter[str] = Counter()
        self.days: Counter[date] = Counter()
        self.reviews = 0

    @property
    def session(self) -> Session:
        session = Session(str(self.file.parent.parent))
        session.catalogue = catalogue  # which need not be read each time
        return session

    def record(self) -> Progress:
        """The file as any later command would read it: whole, and with nothing to say about itself."""
        data = json.loads(self.file.read_bytes())
        found = record_file.load(self.file)
        assert found.data == data
        assert (found.notices, found.refusal) == ([], None)
        return found

    def practice(self, day: date) -> None:
        """An evening: what is next, several times."""
        for number in range(self.chance.randrange(1, 5)):
            self.learner.now = max(self.learner.now + MINUTE, at(day, 17 + number * 0.5))
            session = self.session
            due = state.due_now(catalogue, session.progress, session.now)
            if due and self.chance.random() < 0.4:
                begun = practice.review(session, next_up.most_pressing(session))
            else:
                try:
                    begun = next_up.begin_next(session)
                except NothingToDo:
                    return
            self.work(begun.exercise.id, day)

    def work(self, name: str, day: date) -> None:
        """On one exercise, until it passes or is given up; with a file, with help, with pauses."""
        before = self.record()
        known = before.solved(name)
        path = self.session.workspace.answer(name)
        assert practice.is_untouched(path, self.session.starter(catalogue.find(name))) or before.running(name)
        started = self.learner.now
        path.write_text(f"# {name} on {day}, {self.chance.random()}\n")
        for _ in range(self.chance.choice([0, 0, 1, 2, 4])):
            self.pause()
            self.check(name, day, self.chance.choice(["failed", "error", "timeout", "unfinished"]))
        if self.chance.random() < 0.15 and catalogue.find(name).kind == SOLVE:
            session = self.session
            tier = session.progress.hints(name) + 1
            help.next_hint(session, catalogue.find(name))
            assert self.record().hints(name) == min(tier, 3)
        self.pause()
        if self.chance.random() < 0.9:
            self.check(name, day, PASSED)
            after = self.record()
            last = after.attempts(name)[-1]
            assert last.seconds is not None
            assert last.seconds <= self.learner.now - started + before.seconds(name, started) + 1
            assert not after.running(name)
            coming = {each.exercise: each.on for each in schedule.upcoming(after, TARGETS, self.learner.now)}
            assert name not in coming or coming[name] > day, "never again on the same day"
            self.reviews += known

    def pause(self) -> None:
        """Minutes, and sometimes a long pause, of which ten minutes count."""
        self.learner.now += self.chance.choice([40, 3 * MINUTE, 9 * MINUTE, FULL + 60 * MINUTE])

    def check(self, name: str, day: date, outcome: str) -> None:
        session = self.session
        path = session.workspace.answer(name)
        os.utime(path, (self.learner.now - 5, self.learner.now - 5))
        exercise = catalogue.find(name)
        request: dict[str, Any] = {"path": str(path), "source": path.read_text()}
        failure = None if outcome == PASSED else {"kind": self.chance.choice(["values", "shape", "crashed"])}
        session.record(exercise, request, {"outcome": outcome, "failure": failure, "mistake": None, "beyond": []})
        assert session.notices == []
        self.checks[name] += 1
        self.passes[name] += outcome == PASSED
        self.days[date.fromtimestamp(self.learner.now)] += 1

    def agrees(self, day: date) -> None:
        """The record says what was done, no more and no less."""
        found = self.record()
        assert {name: len(found.attempts(name)) for name in found.exercises()} == {
            name: self.checks[name] for name in found.exercises()
        }
        assert {name: len(found.passes(name)) for name in self.passes} == dict(self.passes)
        assert found.days() == dict(sorted(self.days.items()))
        assert found.streak(day) == streak(self.days, day)
        for name in found.exercises():
            times = [attempt.time for attempt in found.attempts(name)]
            assert times == sorted(times)
        size = self.file.stat().st_size
        assert size <= 200 + 250 * len(found.exercises()) + 60 * sum(self.checks.values()), "no more than what was done"


def streak(days: Counter[date], today: date) -> int:
    length, day = 0, today if days[today] else today - timedelta(days=1)
    while days[day]:
        length, day = length + 1, day - timedelta(days=1)
    return length


def test_a_year_of_practice_keeps_every_invariant(learner, tmp_path, monkeypatch):
    monkeypatch.setattr("mlprep.activities.debugging._made", round_without_engine)
    folder = tmp_path / "practice"
    year = Year(folder, learner, seed=1)
    learner.change(lambda record: record.make_plan(FIRST + timedelta(days=120), 40, at(FIRST)))
    for offset in range(DAYS):
        day = FIRST + timedelta(days=offset)
        if year.chance.random() < 0.25 or 200 <= offset < 230:  # days off, and a long illness
            continue
        year.practice(day)
        if offset % 5 == 0:
            year.agrees(day)
        if offset % 30 == 0:
            _what_is_shown_holds(learner, year, day)
    year.agrees(FIRST + timedelta(days=DAYS))
    assert year.reviews + sum(count > 0 for count in year.passes.values()) >= 400
    kept = Counter(path.name.split(".")[0] for path in (folder / ".mlprep" / "passed").iterdir())
    assert kept == +year.passes, "every source that passed is kept, and nothing else"
    names = {each.name for each in (folder / ".mlprep").iterdir()}
    assert names == {"progress.json", "progress.last-good.json", "progress.json.lock", "passed", "aside", "rounds"}


def _what_is_shown_holds(learner: Learner, year: Year, day: date) -> None:
    learner.now = at(day, 23)
    found, now = year.record(), learner.now
    coming = schedule.upcoming(found, TARGETS, now)
    assert coming == sorted(coming, key=lambda each: (each.on, each.retention, each.exercise))
    solved = {name for name, count in year.passes.items() if count and name in TARGETS}
    assert {each.exercise for each in coming} == solved
    later = schedule.upcoming(found, TARGETS, now + 86400)
    assert {each.exercise: each.on for each in later} == {each.exercise: each.on for each in coming}
    assert all(b.retention <= a.retention for a, b in zip(sorted(coming), sorted(later), strict=True))
    summary = summarize(catalogue, found, now)
    assert summary["attempts"] == sum(year.checks.values())
    assert summary["solved"] == len(solved)
    assert summary["streak"] == streak(year.days, day)
    plan = [("plan",)] if found.plan and found.plan.until > day else []
    for words in (*plan, (), ("progress",), ("list",), ("history", next(iter(year.checks), "softmax"))):
        said = learner(*words)
        assert (said.code, said.err) == (0, "")
        assert max(map(len, said.out.splitlines())) <= 80
    assert year.record().data == found.data or year.record().current, "to look at it changes nothing but the clock"


def test_ten_years_of_attempts_are_read_and_written_whole(learner):
    """20,000 attempts: nothing is thinned out, and one more is one more."""
    big = Progress()
    names = list(catalogue.exercises)
    for number in range(20_000):
        name = names[number % len(names)]
        big.start(name, at(FIRST) + number * 4000)
        big.record(name, PASSED if number % 4 == 0 else "failed", at(FIRST) + number * 4000 + 600, "values")
    learner.change(lambda record: record.data.update(big.data))
    learner.now = at(FIRST) + 20_000 * 4000
    learner.change(lambda record: record.record(names[0], "failed", learner.now))
    found = learner.progress
    assert sum(len(found.attempts(name)) for name in names) == 20_001
    assert (learner.folder / ".mlprep" / "progress.json").stat().st_size < 20_000 * 60
    assert learner("progress").code == 0
