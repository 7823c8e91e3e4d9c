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
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_files import ADD, NOW, add, fails, good_copy, names, numbers, python

from mlprep.errors import WorkspaceProblem
from mlprep.learner import record_file as module
from mlprep.learner.clock import FULL
from mlprep.learner.record import PASSED, Progress
from mlprep.learner.record_file import load, update


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.json"


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
    assert [each._replace(kept=None) for each in progress.attempts("softmax")] == [
        (NOW + 60, "failed", 60, 1, False, "whole_array", None, None),
        (NOW + 90, PASSED, 90, 1, False, None, None, None),
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


def test_a_system_clock_that_is_absurd_writes_nothing_that_cannot_be_read(path: Path) -> None:
    for moment in (-1e12, 1e12, 0):
        update(path, lambda progress, now=moment: progress.start("softmax", now))  # type: ignore[misc]
        update(path, lambda progress, now=moment: progress.record("softmax", "failed", now))  # type: ignore[misc]
    assert load(path).notices == []
    assert len(load(path).attempts("softmax")) == 3
    assert load(path).days()


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
