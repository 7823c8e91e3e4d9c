"""What a sync tool leaves beside the progress file: named, merged on request, and nothing of it lost."""

from __future__ import annotations

import json
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import RIGHT

from mlprep.learner.conflicted_copies import find, united
from mlprep.learner.record import PASSED, Progress
from mlprep.learner.record_form import is_sound

NAMES = [
    "progress (laptop's conflicted copy 2026-11-29).json",
    "progress (conflicted copy 2026-11-29 101010).json",
    "progress-DESKTOP.json",
    "progress.sync-conflict-20261129-101010-ABCDEFG.json",
    "progress 2.json",
    "progress (1).json",
    "progress (SFConflict ada@example.org 2026-11-29-10-10-10).json",
    "progress_conflict-20261129-101010.json",
]
NOT = [
    "progress.json", "progress.last-good.json", "progress.damaged.2026-11-29-101010.json", "progress.json.lock",
    "progress.merged.2026-11-29-101010.json", "progress.last-good (conflicted copy).json", "notes.json", "progress.txt",
]  # fmt: skip
NOW = 1_700_000_000.0


def copy_beside(learner: Any, name: str = NAMES[0], **attempts: list[list[Any]]) -> Path:
    path = learner.folder / ".mlprep" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    record = {"version": 1, "exercises": {exercise: {"attempts": some} for exercise, some in attempts.items()}}
    path.write_text(json.dumps(record))
    return path


def failed(time: float) -> list[Any]:
    return [time, "failed", 60, 0, False, None]


def test_the_names_that_sync_tools_give_are_known_and_ours_are_not(tmp_path):
    for name in NAMES + NOT:
        (tmp_path / name).touch()
    assert sorted(path.name for path in find(tmp_path / "progress.json")) == sorted(NAMES)
    assert find(tmp_path / "gone" / "progress.json") == []


def test_a_copy_is_told_of_once_after_a_check_and_always_by_doctor(learner):
    learner("start", "softmax")
    learner.file().write_text(RIGHT)
    first, second = copy_beside(learner, NAMES[0]), copy_beside(learner, NAMES[1])
    said = learner("check", "softmax")
    assert said.code == 0
    assert first.name in said.err
    assert second.name in said.err
    assert "mlprep doctor --merge" in said.err
    assert learner("check", "softmax").err == ""
    third = copy_beside(learner, NAMES[2])
    said = learner("check", "softmax", "--json")
    (note,) = json.loads(said.out)["notes"]
    assert third.name in note
    assert first.name not in note
    for _ in range(2):
        assert first.name in " ".join(learner("doctor").out.split())
    for path in (first, second, third):
        path.unlink()
    learner("check", "softmax")
    copy_beside(learner, NAMES[0])
    assert first.name in learner("check", "softmax").err, "gone and back again, it is news"


def test_a_copy_is_merged_on_request_and_kept(learner):
    learner("start", "softmax")
    learner.change(lambda progress: progress.record("softmax", "failed", NOW))
    mine = learner.progress.data["exercises"]["softmax"]["attempts"]
    path = copy_beside(learner, softmax=[*mine, failed(NOW - 50), failed(NOW + 50)], pca=[failed(NOW)])
    content = path.read_bytes()
    said = learner("doctor", "--merge")
    assert said.code == 0
    assert f"{path.name}: 3 checks added" in said.out
    assert [attempt.time for attempt in learner.progress.attempts("softmax")] == [NOW - 50, NOW, NOW + 50]
    assert len(learner.progress.attempts("pca")) == 1
    assert not path.exists()
    (kept,) = path.parent.glob("progress.merged.*.json")
    assert kept.read_bytes() == content
    assert str(kept) in said.out
    assert "There is no conflicted copy" in learner("doctor", "--merge").out
    assert "none" in next(line for line in learner("doctor").out.splitlines() if "conflicted" in line)


def test_to_merge_the_same_once_more_changes_nothing(learner):
    learner("start", "softmax")
    copy_beside(learner, softmax=[failed(NOW), failed(NOW)])
    learner("doctor", "--merge")
    (kept,) = (learner.folder / ".mlprep").glob("progress.merged.*.json")
    kept.rename(kept.with_name(NAMES[3]))
    before = learner.progress.data
    value = json.loads(learner("doctor", "--merge", "--json").out)
    assert [each["added"] for each in value["merged"]] == [0]
    assert learner.progress.data == before
    assert len(learner.progress.attempts("softmax")) == 2


@pytest.mark.parametrize(
    ("content", "says"),
    [("{", "damaged"), ('{"version":99,"exercises":{}}', "newer mlprep"), ("[1]", "not a progress file")],
)
def test_what_is_no_record_of_ours_is_left_alone(learner, content, says):
    learner("start", "softmax")
    path = copy_beside(learner)
    path.write_text(content)
    said = learner("doctor", "--merge")
    assert said.code == 2
    assert says in said.err
    assert path.read_text() == content


def test_a_link_in_the_place_of_a_copy_is_not_followed(learner, tmp_path):
    learner("start", "softmax")
    (tmp_path / "mine").write_text("{}")
    path = learner.folder / ".mlprep" / NAMES[0]
    path.symlink_to(tmp_path / "mine")
    said = learner("doctor", "--merge")
    assert (said.code, "it is a symbolic link" in said.err) == (2, True)
    assert path.is_symlink()


# What is merged


def record_of(*steps: tuple[str, str, float]) -> dict[str, Any]:
    progress = Progress()
    for verb, exercise, when in steps:
        if verb == "start":
            progress.start(exercise, when)
        elif verb == "hint":
            progress.see_hint(exercise, 2, when)
        else:
            progress.record(exercise, verb, when)
    return progress.data


def test_what_is_not_a_list_is_of_the_newest():
    mine = record_of(("start", "softmax", NOW), ("hint", "softmax", NOW + 10))
    theirs = record_of(("start", "softmax", NOW), ("start", "pca", NOW + 100))
    theirs["plan"] = {"until": "2030-01-01", "minutes": 30, "made": 5}
    mine["plan"] = {"until": "2031-01-01", "minutes": 60, "made": 9}
    for record in (united(mine, theirs), united(theirs, mine)):
        assert record["current"] == "pca"
        assert record["plan"]["minutes"] == 60
        assert record["exercises"]["softmax"]["hints"] == 0
        assert record["exercises"]["pca"]["touched"] == NOW + 100


def test_a_run_that_ended_with_a_pass_on_the_other_computer_is_over():
    mine = record_of(("start", "softmax", NOW), ("failed", "softmax", NOW + 500))
    theirs = record_of(("start", "softmax", NOW), (PASSED, "softmax", NOW + 100))
    assert united(mine, theirs)["exercises"]["softmax"]["started"] is None
    again = record_of(("start", "softmax", NOW + 200), ("failed", "softmax", NOW + 500))
    assert united(again, theirs)["exercises"]["softmax"]["started"] == NOW + 200


verbs, exercises = st.sampled_from(["start", "hint", "failed", PASSED]), st.sampled_from(["softmax", "pca"])
early, late = (st.lists(st.tuples(verbs, exercises, st.integers(*when)), max_size=5) for when in ((1, 9), (10, 19)))


def in_time(steps: st.SearchStrategy[list[tuple[str, str, int]]]) -> st.SearchStrategy[list[tuple[str, str, int]]]:
    return steps.map(lambda some: sorted(some, key=lambda step: step[2]))


@given(in_time(early), in_time(late), in_time(late))
def test_whatever_two_computers_did_after_they_parted_every_attempt_is_kept_once(common, here, there):
    mine, theirs = record_of(*common, *here), record_of(*common, *there)
    before = deepcopy((mine, theirs))
    record = united(mine, theirs)
    assert (mine, theirs) == before
    assert is_sound(record)
    for name, entry in record["exercises"].items():
        ours, others = (Counter(map(json.dumps, attempts(each, name))) for each in (mine, theirs))
        assert Counter(map(json.dumps, entry["attempts"])) == ours | others
        times = [attempt[0] for attempt in entry["attempts"]]
        assert times == sorted(times)
    once_more = united(record, theirs)
    assert once_more == record
    assert united(theirs, mine)["exercises"].keys() == record["exercises"].keys()


def attempts(record: dict[str, Any], name: str) -> list[list[Any]]:
    return record["exercises"].get(name, {}).get("attempts", [])
