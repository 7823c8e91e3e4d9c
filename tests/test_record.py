"""The record in memory: where each exercise stands, what was seen, and on which days there was practice."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from learner import HOUR, at, solution_seen
from record_files import NOW, add, with_attempt

from mlprep.learner import schedule
from mlprep.learner.record import PASSED, Progress
from mlprep.learner.record_file import load, update


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.json"


def test_the_state_follows_the_attempts() -> None:
    progress = Progress()
    assert progress.state("softmax") == "new"
    assert progress.exercises() == []
    progress.record("softmax", "failed", NOW)
    assert progress.state("softmax") == "started"
    progress.start("pca", NOW)
    assert progress.state("pca") == "started"
    progress.record("softmax", PASSED, NOW)
    progress.record("softmax", "failed", NOW)
    assert progress.state("softmax") == "solved"
    assert progress.solved("softmax")
    assert not progress.solved("pca")


def test_help_before_the_first_start_is_help() -> None:
    progress = Progress()
    progress.see_hint("softmax", 2, NOW)
    progress.see_hint("softmax", 1, NOW)
    progress.see_solution("softmax", NOW)
    assert progress.state("softmax") == "new"
    progress.start("softmax", NOW + 60)
    assert progress.hints("softmax") == 2
    assert solution_seen(progress, "softmax")


# Days


def practiced(*days: date) -> Progress:
    progress = Progress()
    for day in days:
        progress.record("softmax", "failed", at(day))
    return progress


TODAY = date(2024, 3, 1)


def back(*days: int) -> list[date]:
    return [TODAY - timedelta(days=each) for each in days]


@pytest.mark.parametrize(
    ("days", "streak"),
    [
        ([], 0),
        ([0], 1),
        ([1], 1),
        ([2], 0),
        ([0, 1, 2], 3),
        ([1, 2, 3, 5], 3),
        ([0, 2], 1),
        ([-1, 0], 1),
    ],
)
def test_the_streak_counts_days_in_a_row_up_to_today_or_yesterday(days: list[int], streak: int) -> None:
    assert practiced(*back(*days), *back(*days)).streak(TODAY) == streak


def test_attempts_are_counted_by_local_day() -> None:
    progress = practiced(TODAY, *back(1, 1, 40))
    progress.record("pca", PASSED, at(TODAY) - 11.9 * HOUR)
    assert progress.days() == {back(40)[0]: 1, back(1)[0]: 2, TODAY: 2}
    assert list(progress.days()) == sorted(progress.days())


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Travels to another time zone."""
    if not hasattr(time, "tzset"):
        pytest.skip("the system's time zone cannot be changed")

    def travel(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield travel
    monkeypatch.undo()
    time.tzset()


TOKYO, LOS_ANGELES = "JST-9", "PST8"


def test_who_travels_keeps_their_days_and_their_streak(path: Path, zone: Callable[[str], None]) -> None:
    zone(TOKYO)
    first = time.mktime((2026, 11, 11, 1, 0, 0, 0, 0, -1))
    second = time.mktime((2026, 11, 12, 23, 0, 0, 0, 0, -1))
    for moment in (first, second):
        update(path, lambda progress, now=moment: progress.record("softmax", "failed", now))  # type: ignore[misc]
    days = {date(2026, 11, 11): 1, date(2026, 11, 12): 1}
    assert load(path).days() == days
    zone(LOS_ANGELES)
    assert load(path).days() == days
    assert load(path).streak(date(2026, 11, 12)) == 2


def test_who_travels_keeps_the_days_of_their_reviews(path: Path, zone: Callable[[str], None]) -> None:
    zone(TOKYO)
    solved = time.mktime((2026, 11, 12, 1, 0, 0, 0, 0, -1))
    update(path, lambda progress: progress.record("softmax", PASSED, solved))
    (here,) = schedule.upcoming(load(path), {"softmax": 10}, solved)
    zone(LOS_ANGELES)  # where it is still the 11th
    (there,) = schedule.upcoming(load(path), {"softmax": 10}, solved)
    assert load(path).passes("softmax")[0].day == date(2026, 11, 12)
    assert there.on == here.on


def test_a_day_that_comes_twice_for_who_travels_west_breaks_no_review(path: Path, zone: Callable[[str], None]) -> None:
    zone(TOKYO)
    first = time.mktime((2026, 11, 12, 1, 0, 0, 0, 0, -1))
    update(path, lambda progress: progress.record("softmax", PASSED, first))
    zone(LOS_ANGELES)

    def again(progress: Progress) -> None:
        progress.start("softmax", first + HOUR, fresh=True)
        progress.record("softmax", PASSED, first + 2 * HOUR)

    update(path, again)
    assert [each.day.day for each in load(path).passes("softmax")] == [12, 11]
    (found,) = schedule.upcoming(load(path), {"softmax": 10}, first + 3 * HOUR)
    assert found.on > date(2026, 11, 12)
    assert 0 < found.retention <= 1


@pytest.mark.parametrize("kept", [[], ["more"], [None], [0], [99999999], [20260231], [True], [2.5e7], ["20261111"]])
def test_an_attempt_without_a_day_is_counted_by_the_present_zone(path: Path, kept: list[object]) -> None:
    moment = at(date(2026, 11, 11))
    attempt = [moment, "failed", 3, 0, False, None, *kept]
    path.write_bytes(with_attempt(attempt))
    progress = load(path)
    assert progress.notices == []
    assert progress.days() == {date(2026, 11, 11): 1}
    add(path, 0)
    assert json.loads(path.read_bytes())["exercises"]["softmax"]["attempts"][0] == attempt
