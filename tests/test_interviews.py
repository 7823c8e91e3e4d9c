"""Mock interviews as they are kept: the clock, what a closed terminal leaves, and damaged files."""

from __future__ import annotations

import json

import pytest

from mlprep.learner import interviews
from mlprep.learner.interviews import GIVEN_UP, OPEN, PASSED, WAITING, Interview, Planned
from mlprep.learner.workspace import Workspace

NOW = 1_700_000_000.0
PARTS = (Planned("quiz", "", 5), Planned("solve", "softmax", 8), Planned("debug", "layer_norm", 5))


@pytest.fixture
def workspace(tmp_path):
    place = Workspace(tmp_path, "test")
    place.create()
    return place


def begun(workspace) -> Interview:
    return Interview.planned(workspace.interviews_dir, 20, 3, PARTS, NOW)


def test_the_clock_counts_what_passes_while_it_is_open_and_nothing_while_it_is_away(workspace):
    interview = begun(workspace)
    interview.touch(NOW + 60)
    interview.save()
    again = interviews.unfinished(workspace)
    assert again is not None
    assert again.pick_up(NOW + 3660) == 3600
    again.touch(NOW + 3690)
    assert again.data["used"] == 90
    assert again.data["away"] == 3600
    assert again.remaining(NOW + 3700) == 20 * 60 - 100


def test_a_clock_that_is_set_back_takes_nothing_away(workspace):
    interview = begun(workspace)
    interview.touch(NOW + 60)
    interview.touch(NOW - 1000)
    assert interview.data["used"] == 60
    assert interview.remaining(NOW - 2000) == 20 * 60 - 60


def test_time_goes_to_the_part_in_progress_and_the_last_part_ends_it(workspace):
    interview = begun(workspace)
    interview.go_on("done", NOW + 100)
    interview.go_on(PASSED, NOW + 400)
    assert [part["used"] for part in interview.parts] == [100, 300, 0]
    interview.part["state"] = OPEN
    interview.go_on(GIVEN_UP, NOW + 500)
    assert interview.part is None
    assert interview.has_ended
    assert interviews.unfinished(workspace) is None


def test_an_early_end_gives_up_what_is_open_and_leaves_the_rest_waiting(workspace):
    interview = begun(workspace)
    interview.go_on("done", NOW + 100)
    interview.part["state"] = OPEN
    interview.end(NOW + 200)
    assert [part["state"] for part in interview.parts] == ["done", GIVEN_UP, WAITING]
    assert interview.remaining(NOW + 9999) == 20 * 60 - 200


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"version": 1}', '{"version": 2, "parts": []}'])
def test_damaged_files_are_passed_over(workspace, content):
    good = begun(workspace)
    good.save()
    (workspace.interviews_dir / "interview.2020-01-01-000000.json").write_text(content, encoding="utf-8")
    data = {**good.data, "parts": [{"kind": 3}]}
    (workspace.interviews_dir / "interview.2020-01-02-000000.json").write_text(json.dumps(data), encoding="utf-8")
    assert [each.data for each in interviews.every(workspace)] == [good.data]


def test_interviews_come_in_the_order_of_their_beginning(workspace):
    for offset in (500, 0, 100):
        each = Interview.planned(workspace.interviews_dir, 20, 3, PARTS, NOW + offset)
        each.end(NOW + offset + 1)
        each.save()
    assert [each.data["began"] - NOW for each in interviews.every(workspace)] == [0, 100, 500]
