"""The clock: what counts as practice, told by saves, commands, and what is open."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from learner import DAY, FIRST, HOUR, MINUTE, Learner, at
from support import catalogue

from mlprep.activities import practice
from mlprep.activities.session import Session
from mlprep.learner import study_plan
from mlprep.learner.clock import PAUSE
from mlprep.learner.record import PASSED, Progress

EVENING = at(FIRST, 18)
NOW = at(FIRST)
CODE = "import numpy as np\n\n\ndef softmax(x, axis=-1):\n    return np.exp(x)\n"


class Desk:
    """A learner with one file, saved and checked at given minutes after 18:00."""

    def __init__(self, learner: Learner) -> None:
        self.learner, self.name = learner, "softmax"
        learner.now = EVENING

    @property
    def session(self) -> Session:
        session = Session(str(self.learner.folder))
        session.catalogue = catalogue
        return session

    def at(self, minute: float) -> Desk:
        self.learner.now = EVENING + minute * MINUTE
        return self

    def save(self, minute: float, name: str = "softmax", text: str = CODE) -> None:
        path = self.at(minute).learner.file(name)
        path.write_text(text)
        os.utime(path, (self.learner.now, self.learner.now))

    def start(self, minute: float, name: str = "softmax") -> None:
        practice.start(self.at(minute).session, catalogue.find(name))
        self._written_now(name)

    def review(self, minute: float, name: str = "softmax") -> None:
        practice.review(self.at(minute).session, catalogue.find(name))
        self._written_now(name)

    def _written_now(self, name: str) -> None:
        os.utime(self.learner.file(name), (self.learner.now, self.learner.now))

    def check(self, minute: float, outcome: str = PASSED, name: str = "softmax") -> float | None:
        session, path = self.at(minute).session, self.learner.file(name)
        request = {"path": str(path), "source": path.read_text()}
        report = {"outcome": outcome, "failure": None, "mistake": None, "beyond": []}
        session.record(catalogue.find(name), request, report)
        seconds = self.learner.progress.attempts(name)[-1].seconds
        return None if seconds is None else seconds / 60

    def minutes(self, minute: float, name: str = "softmax") -> float:
        return self.learner.progress.seconds(name, EVENING + minute * MINUTE) / 60


@pytest.fixture
def desk(learner: Learner) -> Desk:
    return Desk(learner)


def test_one_save_after_39_minutes_and_a_check_a_minute_later_are_40(desk):
    desk.start(0)
    desk.save(39)
    assert desk.check(40) == 40


def test_a_solve_of_20_minutes_with_one_save_is_20(desk):
    desk.start(0)
    desk.save(20)
    assert desk.check(20) == 20


def test_a_silence_after_a_save_is_told_from_one_before_it(desk):
    desk.start(0)
    desk.save(30)
    assert desk.check(70) == 70


def test_a_review_that_is_opened_and_left_takes_no_time(desk):
    desk.learner.solve("softmax", days_ago=9)
    desk.review(0)
    desk.at(30).learner("list")
    assert desk.minutes(40) == 0
    desk.start(45, "attention")
    assert desk.minutes(60) == 0


def test_a_review_that_is_left_is_not_one_to_finish_the_next_day(desk):
    desk.learner.solve("softmax", days_ago=9)
    desk.learner.change(lambda progress: progress.make_plan(FIRST.replace(day=30), 45, desk.learner.now))
    desk.review(0)
    desk.learner.now += DAY
    share = study_plan.today(catalogue, desk.learner.progress, desk.learner.now)
    assert [step.kind for step in share.days[0].steps if step.exercise == "softmax"] == ["review"]


def test_a_review_counts_from_its_first_edit(desk):
    desk.learner.solve("softmax", days_ago=9)
    desk.review(0)
    desk.save(5)
    desk.save(9, text=CODE + "\n")
    assert desk.check(10) == 10


def test_before_the_first_edit_of_a_review_at_most_10_minutes_count(desk):
    desk.learner.solve("softmax", days_ago=9)
    desk.review(0)
    desk.save(40)
    assert desk.check(42) == 12


def test_an_untouched_starter_file_is_no_edit(desk):
    desk.learner.solve("softmax", days_ago=9)
    desk.review(0)
    assert desk.check(8, "unfinished") == 0


def test_time_counts_on_the_exercise_that_is_open(desk):
    desk.start(0)
    desk.save(5)
    desk.start(10, "attention")
    desk.save(25, "attention", "import numpy as np\n")
    assert desk.check(30, name="attention") == 20
    assert desk.minutes(90) == 10
    desk.start(95)
    assert desk.check(100) == 15


def test_the_last_save_before_a_command_counts_though_the_command_comes_late(desk):
    desk.start(0)
    desk.save(40)
    desk.at(80).learner("list")
    assert desk.minutes(80) == 80


def test_a_pause_stops_the_clock_until_the_next_sign_of_life(desk):
    desk.start(0)
    desk.save(10)
    desk.at(15).session.pause()
    assert desk.learner.progress.paused("softmax")
    assert desk.minutes(40) == 15
    desk.at(40).session.sign_of_life()
    assert not desk.learner.progress.paused("softmax")
    assert desk.check(45) == 20


def test_a_save_ends_a_pause(desk):
    desk.start(0)
    desk.at(5).session.pause()
    desk.save(25)
    assert desk.check(30) == 10


def test_a_pause_with_no_clock_running_is_nothing(desk):
    desk.session.pause()
    desk.start(0)
    desk.check(5)
    desk.at(6).session.pause()
    assert not desk.learner.progress.paused("softmax")


def test_a_night_is_a_pause(desk):
    desk.start(0)
    desk.save(20)
    assert desk.check(20 + 12 * HOUR / MINUTE) == 30


def test_a_record_of_an_older_version_goes_on_as_it_was(desk, tmp_path: Path):
    entry = {"started": EVENING, "active": 60, "touched": EVENING + 60, "hints": 0, "solution": False, "attempts": []}
    old = Progress({"version": 1, "current": "softmax", "exercises": {"softmax": entry}})
    assert old.seconds("softmax", EVENING + 10 * MINUTE) == 10 * MINUTE
    assert old.edited("softmax")
    assert not old.paused("softmax")
    old.touch("softmax", EVENING + 10 * MINUTE)
    assert set(old.data["exercises"]["softmax"]) == set(entry)


def test_the_clock_takes_no_space_in_the_record_of_a_solved_exercise(desk):
    desk.start(0)
    desk.save(10)
    desk.check(11)
    assert set(desk.learner.progress.data["exercises"]["softmax"]) == {
        "started", "active", "touched", "hints", "solution", "attempts"
    }  # fmt: skip


# As commands tell it


def test_a_command_that_is_read_is_a_sign_of_life(learner):
    learner("start", "softmax")
    for _ in range(6):  # half an hour in which nothing but commands tells of work
        learner.now += 5 * MINUTE
        learner("list", "--search", "softmax")
    assert learner.progress.seconds("softmax", learner.now) == 30 * MINUTE


def test_a_script_that_asks_for_json_is_no_sign_of_life(learner):
    learner("start", "softmax")
    for _ in range(12):
        learner.now += 5 * MINUTE
        learner("list", "--json")
    assert learner.progress.seconds("softmax", learner.now) == 10 * MINUTE


def test_signs_of_life_in_the_same_minute_write_nothing(learner):
    learner("start", "softmax")
    path = learner.folder / ".mlprep" / "progress.json"
    before = path.stat().st_mtime_ns
    learner.now += 20
    learner("list")
    assert path.stat().st_mtime_ns == before


def test_a_file_saved_meanwhile_counts_up_to_the_save(learner):
    learner("start", "softmax")
    learner.change(lambda progress: progress.saved("softmax", learner.now + 8 * MINUTE, learner.now + 3 * HOUR))
    assert learner.progress.seconds("softmax", learner.now + 3 * HOUR) == 18 * MINUTE


def test_a_night_is_never_counted(learner):
    learner("start", "softmax")
    learner.now += 9 * HOUR
    learner("list")
    learner.now += 1 * MINUTE
    learner.change(lambda progress: progress.record("softmax", "passed", learner.now))
    assert learner.progress.attempts("softmax")[-1].seconds == 11 * MINUTE


# As the record counts it


def seconds_to_pass(*signs: float, end: float) -> int | None:
    progress = Progress()
    progress.start("softmax", NOW)
    for sign in signs:
        progress.touch("softmax", NOW + sign)
    return progress.record("softmax", PASSED, NOW + end).seconds


def test_time_to_the_pass_is_the_time_practiced() -> None:
    assert seconds_to_pass(end=300) == 300
    assert seconds_to_pass(60, 120, 500, end=900) == 900


def test_a_silence_of_45_minutes_counts_in_full_and_of_a_longer_one_10_minutes() -> None:
    assert seconds_to_pass(end=45 * MINUTE) == 45 * MINUTE
    assert seconds_to_pass(end=9 * HOUR) == PAUSE
    assert seconds_to_pass(5 * MINUTE, 5 * MINUTE + 9 * HOUR, end=9 * HOUR + 8 * MINUTE) == 8 * MINUTE + PAUSE


def test_signs_out_of_order_count_nothing_twice() -> None:
    assert seconds_to_pass(100, 40, 90, end=120) == 120


def test_a_clock_set_back_by_hours_goes_on_from_there() -> None:
    assert seconds_to_pass(100, -5 * HOUR, -5 * HOUR + 50, end=-5 * HOUR + 80) == 180


def test_time_on_another_exercise_counts_there() -> None:
    progress = Progress()
    progress.start("softmax", NOW)
    progress.start("pca", NOW + 100)
    progress.start("softmax", NOW + 350)
    assert progress.seconds("pca", NOW + 350) == 250
    assert progress.record("softmax", PASSED, NOW + 400).seconds == 150


def test_starting_again_goes_on_with_the_run() -> None:
    progress = Progress()
    progress.start("softmax", NOW)
    progress.see_hint("softmax", 2, NOW + 10)
    progress.start("softmax", NOW + 60)
    assert progress.record("softmax", PASSED, NOW + 90)._replace(kept=None) == (
        NOW + 90,
        PASSED,
        90,
        2,
        False,
        None,
        None,
        None,
    )


def test_the_clock_stands_after_the_pass() -> None:
    progress = Progress()
    progress.start("softmax", NOW)
    assert progress.seconds("softmax", NOW + 30) == 30
    progress.record("softmax", PASSED, NOW + 60)
    assert not progress.running("softmax")
    assert progress.record("softmax", PASSED, NOW + 90).seconds is None
    assert progress.seconds("softmax", NOW + 99) == 60


def test_a_review_starts_from_nothing_seen() -> None:
    progress = Progress()
    progress.start("softmax", NOW)
    progress.see_hint("softmax", 3, NOW)
    progress.record("softmax", PASSED, NOW + 60)
    progress.see_solution("softmax", NOW + 70)  # to compare, as one should
    progress.start("softmax", NOW + 9 * HOUR)
    assert progress.record("softmax", PASSED, NOW + 9 * HOUR + 20)._replace(kept=None) == (
        NOW + 9 * HOUR + 20,
        PASSED,
        20,
        0,
        False,
        None,
        None,
        None,
    )


def test_going_back_to_an_answer_that_passed_starts_no_clock() -> None:
    progress = Progress()
    progress.start("softmax", NOW, fresh=False)
    progress.record("softmax", PASSED, NOW + 60)
    progress.start("softmax", NOW + 100, fresh=False)
    assert progress.current == "softmax"
    assert not progress.running("softmax")
