"""A progress file that is damaged, missing or newer: put aside, restored or left alone, and nothing is deleted."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_files import NOW, add, fails, good_copy, numbers, with_attempt

from mlprep.errors import ProgressTooNew, WorkspaceProblem
from mlprep.learner.record_file import load, update


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.json"


def with_entry(**entry: object) -> bytes:
    return json.dumps({"version": 1, "exercises": {"softmax": entry}}).encode()


DAMAGE = {
    "empty": b"",
    "cut off": b'{"version":1,"current":"soft',
    "zeros": bytes(4096),
    "not text": b"\xff\xfe\xfa\x00\x80",
    "another file": b"import numpy as np\n",
    "a list": b"[]",
    "no version": b'{"exercises":{}}',
    "version as text": b'{"version":"1","exercises":{}}',
    "version true": b'{"version":true,"exercises":{}}',
    "version zero": b'{"version":0,"exercises":{}}',
    "no exercises": b'{"version":1}',
    "exercises as list": b'{"version":1,"exercises":[]}',
    "current as number": b'{"version":1,"current":3,"exercises":{}}',
    "entry as list": b'{"version":1,"exercises":{"softmax":[]}}',
    "not a number": b'{"version":1,"exercises":{"softmax":{"active":NaN}}}',
    "infinite": b'{"version":1,"exercises":{"softmax":{"active":1e999}}}',
    "not a number, where nobody looks": b'{"version":1,"exercises":{},"plan":[NaN]}',
    "infinite, where nobody looks": b'{"version":1,"exercises":{},"plan":{"x":-1e999}}',
    "endless nesting": b'{"version":1,"exercises":{},"x":' + b"[" * 100_000,
    "endless number": b'{"version":' + b"1" * 10_000 + b"}",
    "started as text": with_entry(started="noon"),
    "negative time": with_entry(touched=-5),
    "hints as text": with_entry(hints="two"),
    "solution as number": with_entry(solution=1),
    "attempts as object": with_entry(attempts={}),
    "attempt as object": with_attempt({}),
    "short attempt": with_attempt([NOW, "failed", 3]),
    "far attempt": with_attempt([1e15, "failed", 3, 0, False, None]),
    "attempt at no time": with_attempt([None, "failed", 3, 0, False, None]),
    "attempt with number for outcome": with_attempt([NOW, 1, 3, 0, False, None]),
    "attempt with text for seconds": with_attempt([NOW, "failed", "3", 0, False, None]),
    "attempt with truth for hints": with_attempt([NOW, "failed", 3, True, False, None]),
    "attempt with number for solution": with_attempt([NOW, "failed", 3, 0, 0, None]),
    "attempt with number for diagnosis": with_attempt([NOW, "failed", 3, 0, False, 4]),
}


def kept_aside(path: Path) -> list[bytes]:
    return [each.read_bytes() for each in path.parent.glob("*.damaged.*.json")]


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_file_is_put_aside_and_the_copy_restored(path: Path, damage: bytes) -> None:
    add(path, 0)
    add(path, 1)
    path.write_bytes(damage)
    progress = load(path)
    assert numbers(progress) == [0]
    assert "was damaged" in progress.notices[0]
    assert "last good copy" in progress.notices[1]
    assert kept_aside(path) == [damage]
    assert path.read_bytes() == good_copy(path).read_bytes()
    assert load(path).notices == []
    add(path, 2, progress)
    assert numbers(load(path)) == [0, 2]


def test_an_update_on_a_damaged_file_repairs_it_first_and_says_so(path: Path) -> None:
    add(path, 0)
    add(path, 1)
    known = load(path)
    known.notices.append("said before")
    path.write_bytes(b"{")
    add(path, 2, known)
    assert numbers(load(path)) == numbers(known) == [0, 2]
    assert known.notices[0] == "said before"
    assert len(known.notices) == 3
    assert kept_aside(path) == [b"{"]


def test_two_damaged_files_are_both_kept_and_the_record_starts_empty(path: Path) -> None:
    path.write_bytes(b"{")
    good_copy(path).write_bytes(b"}")
    progress = load(path)
    assert progress.exercises() == []
    assert "starts empty" in progress.notices[-1]
    assert sorted(kept_aside(path)) == [b"{", b"}"]
    add(path, 0)
    assert numbers(load(path)) == [0]


def test_damage_again_in_the_same_second_is_kept_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mlprep.learner.record_file.time.time", lambda: NOW)
    for damage in (b"1", b"2", b"3"):
        path.write_bytes(damage)
        load(path)
    assert sorted(kept_aside(path)) == [b"1", b"2", b"3"]


def test_a_missing_file_is_restored_from_the_copy(path: Path) -> None:
    add(path, 0)
    add(path, 1)
    path.unlink()
    progress = load(path)
    assert numbers(progress) == [0]
    assert "was missing" in progress.notices[0]
    assert numbers(load(path)) == [0]
    assert load(path).notices == []


def fails_to_write(number: int) -> Any:
    real = os.open

    def opening(path: Path, flags: int, *rest: Any, **options: Any) -> int:
        return fails(number)() if flags & (os.O_WRONLY | os.O_RDWR) else real(path, flags, *rest, **options)

    return opening


@pytest.mark.parametrize("target", ["os.replace", "os.open"])
def test_damage_that_cannot_be_repaired_is_read_around(
    path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    add(path, 0)
    add(path, 1)
    path.write_bytes(b"{")
    with monkeypatch.context() as patch:
        patch.setattr(target, fails_to_write(errno.EROFS) if target == "os.open" else fails(errno.EROFS))
        progress = load(path)
        assert numbers(progress) == [0]
        assert "is damaged" in progress.notices[0]
        with pytest.raises(WorkspaceProblem):
            add(path, 2)
    assert path.read_bytes() == b"{"
    add(path, 3)
    assert numbers(load(path)) == [0, 3]


def test_a_disk_full_while_restoring_leaves_the_copy_to_be_used(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(path, 0)
    add(path, 1)
    path.write_bytes(b"{")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fails(errno.ENOSPC))
        assert numbers(load(path)) == [0]
        assert numbers(load(path)) == [0]
    assert kept_aside(path) == [b"{"]
    assert numbers(load(path)) == [0]


@pytest.mark.parametrize("unlike", [False, True])
def test_a_newer_file_is_read_as_far_as_can_be_and_never_written(path: Path, unlike: bool) -> None:
    add(path, 0)
    data = json.loads(path.read_bytes()) | {"version": 2}
    if unlike:
        data["exercises"] = ["another", "shape"]
    path.write_text(json.dumps(data))
    before = path.read_bytes()
    progress = load(path)
    assert numbers(progress) == ([] if unlike else [0])
    assert "newer mlprep" in progress.notices[0]
    for known in (None, progress):
        with pytest.raises(ProgressTooNew):
            add(path, 1, known)
    assert path.read_bytes() == before
    assert kept_aside(path) == []


# Any content at all

moments = st.floats(-1e10, 1e11) | st.integers(0, 2**31)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
)
entries = st.fixed_dictionaries(
    {},
    optional={
        "started": json_values,
        "active": json_values,
        "hints": json_values,
        "unknown": json_values,
        "attempts": st.lists(
            st.tuples(moments, json_values, json_values, st.integers(), st.booleans(), json_values) | json_values,
            max_size=3,
        ),
    },
)
files = st.binary() | st.builds(
    lambda version, current, exercises: json.dumps(
        {"version": version, "current": current, "exercises": exercises}
    ).encode(),
    st.just(1) | json_values,
    st.none() | json_values,
    st.dictionaries(st.text(max_size=5), entries | json_values, max_size=3) | json_values,
)


@settings(deadline=None, max_examples=300)
@given(files)
def test_whatever_the_file_holds_everything_can_be_asked_and_nothing_is_deleted(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "progress.json"
        path.write_bytes(content)
        progress = load(path)
        assert [path.read_bytes()] == [content] if not kept_aside(path) else kept_aside(path) == [content]
        for exercise in progress.exercises():
            progress.attempts(exercise)
            progress.state(exercise)
            progress.seconds(exercise, NOW)
        progress.days()
        progress.streak(date(2024, 3, 1))
        if not progress.refusal:
            update(path, lambda progress: progress.start("softmax", NOW), progress)
            assert load(path).current == "softmax"
