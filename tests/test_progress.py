"""The progress file: whatever happens to it or to us, no attempt recorded before is lost."""

from __future__ import annotations

import errno
import json
import os
import random
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from learner import solution_seen

import mlprep
from mlprep.errors import ProgressTooNew, WorkspaceProblem
from mlprep.learner import record_file as module
from mlprep.learner import schedule
from mlprep.learner.clock import FULL, PAUSE
from mlprep.learner.record import PASSED, Progress
from mlprep.learner.record_file import load, update

NOW = 1_700_000_000.0
MINUTE, HOUR = 60, 3600


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.json"


def add(path: Path, number: int, known: Progress | None = None) -> None:
    """Records an attempt that can be told apart from the others."""
    update(path, lambda progress: progress.record("softmax", "failed", NOW, f"number {number}"), known)


def numbers(progress: Progress) -> list[int]:
    return [int((each.diagnosis or "").split()[1]) for each in progress.attempts("softmax")]


def good_copy(path: Path) -> Path:
    return path.with_name("progress.last-good.json")


def names(folder: Path) -> set[str]:
    return set(os.listdir(folder))


def python(script: str, *arguments: object) -> subprocess.Popen[str]:
    """A process that runs the script with `mlprep` at hand; its arguments are in `sys.argv`."""
    environ = os.environ | {"PYTHONPATH": str(Path(mlprep.__file__).parents[1])}
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    return subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


ADD = """
    import os, sys
    from pathlib import Path
    from mlprep.errors import MlprepError
    from mlprep.learner.record_file import load, update
    path = Path(sys.argv[1])
    def add(number):
        update(path, lambda progress: progress.record("softmax", "failed", 1.7e9, f"number {number}"))
"""


# The file


def test_a_missing_file_is_an_empty_record_and_stays_missing(path: Path) -> None:
    progress = load(path)
    assert progress.exercises() == []
    assert progress.current is None
    assert progress.notices == []
    assert names(path.parent) == set()


def test_what_is_recorded_is_read_again(path: Path) -> None:
    def change(progress: Progress) -> str:
        progress.start("softmax", NOW)
        progress.see_hint("softmax", 1, NOW + 30)
        progress.record("softmax", "failed", NOW + 60, "whole_array")
        progress.record("softmax", PASSED, NOW + 90)
        return "done"

    assert update(path, change) == "done"
    progress = load(path)
    assert progress.current == "softmax"
    assert [each[:-1] for each in progress.attempts("softmax")] == [
        (NOW + 60, "failed", 60, 1, False, "whole_array", None),
        (NOW + 90, PASSED, 90, 1, False, None, None),
    ]
    assert progress.passes("softmax") == progress.attempts("softmax")[1:]


def test_the_copy_is_one_change_behind(path: Path) -> None:
    add(path, 0)
    assert names(path.parent) == {"progress.json", "progress.json.lock"}
    first = path.read_bytes()
    add(path, 1)
    assert good_copy(path).read_bytes() == first
    assert names(path.parent) == {"progress.json", "progress.json.lock", "progress.last-good.json"}


def test_what_this_version_does_not_know_is_written_back(path: Path) -> None:
    data = {
        "version": 1,
        "plan": {"until": "2030-01-01"},
        "exercises": {
            "from_the_future": {
                "color": "blue",
                "attempts": [[5, "marvellous", None, 0, False, None, "more"]],
            },
            "softmax": {"note": [1, 2]},
        },
    }
    path.write_text(json.dumps(data))
    add(path, 0)
    after = json.loads(path.read_bytes())
    assert after["plan"] == data["plan"]
    future = after["exercises"]["from_the_future"]
    assert future["color"] == "blue"
    assert future["attempts"] == [[5, "marvellous", None, 0, False, None, "more"]]
    assert after["exercises"]["softmax"]["note"] == [1, 2]
    assert load(path).attempts("from_the_future")[0].outcome == "marvellous"


def test_a_record_read_before_is_reused_while_the_file_is_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = load(path)
    add(path, 0, known)
    assert numbers(known) == [0]
    monkeypatch.setattr(module, "_recover", None)  # which would be called to read
    add(path, 1, known)
    add(path, 2, known)
    assert numbers(load(path)) == numbers(known) == [0, 1, 2]


def test_a_record_read_before_is_read_again_when_another_process_wrote(path: Path) -> None:
    add(path, 0)
    known = load(path)
    add(path, 1)
    add(path, 2, known)
    assert numbers(load(path)) == numbers(known) == [0, 1, 2]


def test_a_change_that_raises_changes_nothing(path: Path) -> None:
    add(path, 0)
    known, before = load(path), path.read_bytes()

    def change(progress: Progress) -> NoReturn:
        progress.record("softmax", PASSED, NOW)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update(path, change, known)
    assert path.read_bytes() == before
    add(path, 1, known)
    assert numbers(load(path)) == numbers(known) == [0, 1]


# Crashes and crowds


def test_two_processes_at_once_lose_nothing(path: Path) -> None:
    script = ADD + "\n    for i in range(40): add(int(sys.argv[2]) + i)"
    processes = [python(script, path, start) for start in (0, 100, 200)]
    while any(each.poll() is None for each in processes):
        seen = numbers(load(path))  # a reader meanwhile always finds a whole record
        assert len(seen) == len(set(seen))
    for each in processes:
        assert each.communicate()[1] == ""
        assert each.returncode == 0
    assert load(path).notices == []
    assert sorted(numbers(load(path))) == [start + i for start in (0, 100, 200) for i in range(40)]


def test_kill_at_a_random_moment_loses_nothing_that_was_acknowledged(path: Path) -> None:
    script = ADD + "\n    for i in range(int(sys.argv[2]), 10**6): add(i); os.write(1, b'%d\\n' % i)"
    randomness = random.Random(0)
    done = 0
    for _ in range(12):
        process = python(script, path, done)
        assert process.stdout
        acknowledged = [process.stdout.readline()]
        time.sleep(randomness.random() * 0.05)
        process.kill()
        acknowledged += process.stdout.readlines()  # not by `communicate`, which drops what was read ahead
        process.communicate()
        last = max(int(line) for line in acknowledged if line.strip())

        seen = numbers(load(path))
        assert seen == list(range(len(seen)))
        assert last + 1 <= len(seen) <= last + 2  # the one on its way may have arrived
        done = len(seen)
    add(path, done)
    assert names(path.parent) == {"progress.json", "progress.json.lock", "progress.last-good.json"}


def test_death_at_each_step_of_an_update_loses_nothing(path: Path) -> None:
    script = (
        ADD
        + """
    def die(event, arguments):
        global steps
        if event in ("open", "os.rename", "os.remove", "fsync") and str(path.parent) in str(arguments):
            steps += 1
            if steps == int(sys.argv[3]):
                os.kill(os.getpid(), 9)
    def fsync(descriptor, real=os.fsync):
        sys.audit("fsync", str(path))
        real(descriptor)
    os.fsync = fsync
    steps = 0
    sys.addaudithook(die)
    add(int(sys.argv[2]))
    print(steps)
    """
    )
    add(path, 0)
    done, step, died = 1, 1, True
    while died:
        process = python(script, path, done, step)
        out, err = process.communicate()
        died = process.returncode == -9
        assert died or not err
        progress = load(path)
        assert numbers(progress) in ([*range(done)], [*range(done + 1)])
        assert load(path).notices == []  # said once, and put right
        assert json.loads(path.read_bytes()) == progress.data
        done = len(numbers(progress))
        step += 1
    assert step - 1 == int(out) + 1
    assert step > 6  # lock, temporary file, disk, two names, folder
    assert numbers(load(path)) == [*range(done)]
    assert names(path.parent) == {"progress.json", "progress.json.lock", "progress.last-good.json"}


# Disks and permissions


def fails(number: int) -> Any:
    def failing(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return failing


@pytest.mark.parametrize("target", ["os.fsync", "os.open", "os.replace", "mlprep.learner.safe_files.open"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_what_cannot_be_written_is_said_and_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, target: str, number: int
) -> None:
    add(path, 0)
    add(path, 1)
    known, before = load(path), {name: (path.parent / name).read_bytes() for name in names(path.parent)}
    with monkeypatch.context() as patch:
        patch.setattr(target, fails(number), raising=False)
        with pytest.raises(WorkspaceProblem, match=f"could not be recorded: {os.strerror(number)}"):
            add(path, 2, known)
    assert {name: (path.parent / name).read_bytes() for name in names(path.parent)} == before
    add(path, 3, known)
    assert numbers(known) == numbers(load(path)) == [0, 1, 3]


def test_a_failure_between_the_two_renames_is_undone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(path, 0)
    before, real = path.read_bytes(), os.replace

    def replace(source: Path, target: Path) -> None:
        if str(source).endswith(".tmp"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        with pytest.raises(WorkspaceProblem):
            add(path, 1)
    assert path.read_bytes() == before
    assert load(path).notices == []


def test_a_disk_that_fills_half_way_keeps_the_old_file(path: Path) -> None:
    pytest.importorskip("resource")
    script = (
        ADD
        + """
    import resource
    for i in range(10): add(i)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 20, resource.RLIM_INFINITY))
    try: add(10)
    except MlprepError as error: print(error)
    """
    )
    out, err = python(script, path).communicate()
    assert err == ""
    assert out.startswith("This could not be recorded: File too large")
    assert numbers(load(path)) == list(range(10))
    assert names(path.parent) == {"progress.json", "progress.json.lock", "progress.last-good.json"}


def test_a_missing_folder_is_said_and_not_made(path: Path) -> None:
    with pytest.raises(WorkspaceProblem, match="no folder"):
        add(path.parent / "gone" / "progress.json", 0)
    assert load(path.parent / "gone" / "progress.json").exercises() == []
    assert names(path.parent) == set()


def test_a_file_where_the_folder_should_be_is_said(path: Path) -> None:
    path.write_text("not a folder")
    inside = path / "progress.json"
    with pytest.raises(WorkspaceProblem, match="could not be recorded"):
        add(inside, 0)
    assert "cannot be read" in load(inside).notices[0]
    assert path.read_text() == "not a folder"


def test_a_file_that_cannot_be_opened_is_left_alone(path: Path) -> None:
    path.mkdir()  # stands for one without permission, which does not stop root
    progress = load(path)
    assert "cannot be read" in progress.notices[0]
    assert progress.exercises() == []
    with pytest.raises(WorkspaceProblem, match="cannot be read"):
        add(path, 0)
    assert path.is_dir()


def test_a_lock_held_by_another_process_is_waited_for_only_so_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = """
    import sys
    from pathlib import Path
    from mlprep.learner.lock import locked
    with locked(Path(sys.argv[1] + ".lock"), 1):
        print("held", flush=True)
        sys.stdin.read()
    """
    environ = dict(os.environ)
    command = [sys.executable, "-c", textwrap.dedent(script), str(path)]
    monkeypatch.setattr(module, "LOCK_TIMEOUT", 0.05)
    with subprocess.Popen(command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(WorkspaceProblem, match="another mlprep"):
            add(path, 0)
        holder.communicate()
    add(path, 1)
    assert numbers(load(path)) == [1]


# Damage


def with_attempt(attempt: object) -> bytes:
    return json.dumps({"version": 1, "exercises": {"softmax": {"attempts": [attempt]}}}).encode()


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


# The clock


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
    assert progress.record("softmax", PASSED, NOW + 90)[:-1] == (NOW + 90, PASSED, 90, 2, False, None, None)


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
    assert progress.record("softmax", PASSED, NOW + 9 * HOUR + 20)[:-1] == (
        NOW + 9 * HOUR + 20,
        PASSED,
        20,
        0,
        False,
        None,
        None,
    )


def test_help_before_the_first_start_is_help() -> None:
    progress = Progress()
    progress.see_hint("softmax", 2, NOW)
    progress.see_hint("softmax", 1, NOW)
    progress.see_solution("softmax", NOW)
    assert progress.state("softmax") == "new"
    progress.start("softmax", NOW + 60)
    assert progress.hints("softmax") == 2
    assert solution_seen(progress, "softmax")


def test_going_back_to_an_answer_that_passed_starts_no_clock() -> None:
    progress = Progress()
    progress.start("softmax", NOW, fresh=False)
    progress.record("softmax", PASSED, NOW + 60)
    progress.start("softmax", NOW + 100, fresh=False)
    assert progress.current == "softmax"
    assert not progress.running("softmax")


def test_a_system_clock_that_is_absurd_writes_nothing_that_cannot_be_read(path: Path) -> None:
    for moment in (-1e12, 1e12, 0):
        update(path, lambda progress, now=moment: progress.start("softmax", now))  # type: ignore[misc]
        update(path, lambda progress, now=moment: progress.record("softmax", "failed", now))  # type: ignore[misc]
    assert load(path).notices == []
    assert len(load(path).attempts("softmax")) == 3
    assert load(path).days()


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


# Days


def at_noon(day: date) -> float:
    return time.mktime((day.year, day.month, day.day, 12, 0, 0, 0, 0, -1))


def practiced(*days: date) -> Progress:
    progress = Progress()
    for day in days:
        progress.record("softmax", "failed", at_noon(day))
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
    progress.record("pca", PASSED, at_noon(TODAY) - 11.9 * HOUR)
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
    moment = at_noon(date(2026, 11, 11))
    attempt = [moment, "failed", 3, 0, False, None, *kept]
    path.write_bytes(with_attempt(attempt))
    progress = load(path)
    assert progress.notices == []
    assert progress.days() == {date(2026, 11, 11): 1}
    add(path, 0)
    assert json.loads(path.read_bytes())["exercises"]["softmax"]["attempts"][0] == attempt


# Any history at all

moments = st.floats(-1e10, 1e11) | st.integers(0, 2**31)
exercises = st.sampled_from(["softmax", "pca", "σ", "\ud800", ""])
steps = st.one_of(
    st.tuples(st.just("start"), exercises, moments),
    st.tuples(st.just("touch"), exercises, moments),
    st.tuples(st.just("see_hint"), exercises, st.integers(1, 3), moments),
    st.tuples(st.just("see_solution"), exercises, moments),
    st.tuples(st.just("record"), exercises, st.sampled_from([PASSED, "failed"]), moments, st.none() | st.text()),
)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(steps, max_size=6), max_size=5))
def test_any_history_is_read_as_it_was_written(history: list[list[tuple[Any, ...]]]) -> None:
    memory = Progress()

    def live(chapter: list[tuple[Any, ...]], progress: Progress) -> None:
        for name, *arguments in chapter:
            getattr(progress, name)(*arguments)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "progress.json"
        for chapter in history:
            live(chapter, memory)
            update(path, partial(live, chapter))
            assert load(path).data == memory.data
            assert load(path).notices == []
    for exercise in memory.exercises():
        assert 0 <= memory.data["exercises"][exercise]["active"] <= FULL * sum(map(len, history))
        passes = memory.passes(exercise)
        assert memory.solved(exercise) == bool(passes)
        assert memory.state(exercise) in {"new", "started", "solved"}


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
        progress.streak(TODAY)
        if not progress.refusal:
            update(path, lambda progress: progress.start("softmax", NOW), progress)
            assert load(path).current == "softmax"
