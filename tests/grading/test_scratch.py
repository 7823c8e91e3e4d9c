"""A candidate's own folder: ordinary temporary files work in it, and nothing of it is left after the verdict."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from test_containment import RIGHT, unguarded
from test_hostile import Arena, Trial

from mlprep.grading.candidate.wall import Wall
from mlprep.grading.common import scratch
from mlprep.grading.common.scratch import Scratch

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

ORDINARY = {
    "temporary files": """
with tempfile.TemporaryFile() as file, tempfile.NamedTemporaryFile() as named, tempfile.TemporaryDirectory() as folder:
    file.write(b"x")
    open(os.path.join(folder, "one"), "w").close()
    os.mkdir(os.path.join(folder, "two"))
    os.rename(os.path.join(folder, "one"), os.path.join(folder, "two", "three"))
open(tempfile.mkstemp()[1], "w").close()
tempfile.mkdtemp()
""",
    "arrays in files": """
path = os.path.join(tempfile.gettempdir(), "array")
np.save(path, np.arange(3))
assert np.load(path + ".npy").sum() == 3
np.memmap(path, shape=(4, 4), mode="w+")[:] = 1
""",
    "a thread pool": """
from multiprocessing.pool import ThreadPool
assert ThreadPool(2).map(abs, [-1, 2]) == [1, 2]
""",
    "shared memory": """
from multiprocessing import Array, Lock, Value, get_context, shared_memory
block = shared_memory.SharedMemory(create=True, size=100)
block.buf[0] = 7
again = shared_memory.SharedMemory(name=block.name)
assert again.buf[0] == 7
shared_memory.SharedMemory(create=True, size=10)
for context in (get_context("fork"), get_context("spawn")):
    with context.Lock(), context.Semaphore(2):
        context.Array("d", 3)[0] = 1.0
""",
    "what is no file": """
open(os.devnull, "w").write("x")
print("x", file=open("/dev/stdout", "w"))
""",
}


@pytest.fixture(params=["", "1"], ids=["forked", "spawned"])
def arena(request, tmp_path, monkeypatch):
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    arena = Arena(tmp_path, MLPREP_SPAWN=request.param)
    yield arena
    arena.engine.close()
    assert os.listdir(tmp_path / "temporary") == []


def answer(once: str) -> Trial:
    text = f"import os\nimport tempfile\n{RIGHT}\n{once}\ndef softmax(x, axis=-1):\n    return right(x, axis)\n"
    return Trial("", "", {"exercise": "softmax", "limit": "10"}, text)


@linux
@pytest.mark.parametrize("what", ORDINARY)
def test_ordinary_temporary_files_work_and_are_gone_with_the_verdict(arena, tmp_path, what):
    report = arena.try_(answer(ORDINARY[what]))
    assert report["outcome"] == "passed", report
    (folder,) = (tmp_path / "temporary").iterdir()
    assert os.listdir(folder) == []
    assert not list(Path("/dev/shm").glob(f"*{arena.mark}*"))


@linux
def test_names_in_shared_memory_are_gone_with_the_verdict(arena):
    report = arena.try_(
        answer(
            """
from multiprocessing import shared_memory, synchronize
import multiprocessing
print(shared_memory.SharedMemory(create=True, size=100).name)
synchronize.SemLock._make_name = staticmethod(lambda: "/mp-MARK")
multiprocessing.get_context("spawn").Lock()
""".replace("MARK", arena.mark)
        )
    )
    assert report["outcome"] == "passed", report
    assert not Path("/dev/shm", report["output"].strip()).exists()
    assert not Path("/dev/shm", f"sem.mp-{arena.mark}").exists()


@linux
def test_without_the_guard_nothing_is_written_outside_either(tmp_path):
    if not Wall(()).height:
        pytest.skip("the kernel has no Landlock")
    arena = unguarded(tmp_path)
    places = [tmp_path, arena.workspace, arena.state, arena.scratch, Path.home(), Path(tempfile.gettempdir())]
    for place in places:
        report = arena.try_(answer(f"open({str(place / 'left')!r}, 'w').close()"))
        assert "Permission denied" in report["failure"]["reason"], report
        assert not (place / "left").exists()
    report = arena.try_(answer(f"os.mkfifo({str(arena.state / 'progress.json.tmp')!r})"))
    assert "Permission denied" in report["failure"]["reason"]
    arena.engine.close()


def test_a_folder_however_deep_and_closed_is_emptied(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    mine = Scratch()
    here = os.getcwd()
    try:
        os.chdir(mine.path)
        for _ in range(1100):
            os.mkdir("inside")
            os.chdir("inside")
    finally:
        os.chdir(here)
    closed = Path(mine.path, "closed")
    (closed / "inside").mkdir(parents=True)
    (closed / "file").touch()
    closed.chmod(0)
    Path(mine.path, "way").symlink_to(tmp_path)
    mine.empty(60)  # for busy machines
    assert os.listdir(mine.path) == []
    mine.close()
    assert os.listdir(tmp_path) == []


@linux
def test_what_a_killed_engine_has_left_is_removed_by_the_next_and_a_living_one_keeps_its_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    living = Scratch()
    script = (
        "from mlprep.grading.common.scratch import Scratch; import os; print(Scratch().path, flush=True); os._exit(0)"
    )
    left = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.strip()
    (tmp_path / "mlprep-notes").mkdir()
    assert Path(left).exists()
    Scratch().close()
    assert not Path(left).exists()
    assert Path(living.path).exists()
    living.close()
    assert os.listdir(tmp_path) == ["mlprep-notes"]


@linux
@pytest.mark.parametrize("moment", ["before it is locked", "while it is locked"])
def test_a_folder_that_another_engine_takes_for_a_leftover_is_made_anew(tmp_path, monkeypatch, moment):
    """Between its making and its lock it looks like one."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    taken, lock = [], scratch._locked

    def interfered(path: str) -> int:
        if taken:
            return lock(path)
        taken.append(path)
        if moment == "before it is locked":
            os.rmdir(path)
            return lock(path)
        descriptor = lock(path)
        os.rmdir(path)
        return descriptor

    monkeypatch.setattr(scratch, "_locked", interfered)
    mine = Scratch()
    assert mine.path != taken[0]
    assert os.path.isdir(mine.path)
    mine.close()
    assert os.listdir(tmp_path) == []


@linux
def test_where_folders_cannot_be_locked_one_is_made_all_the_same(tmp_path, monkeypatch):
    import fcntl

    def refuse(*arguments: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(fcntl, "flock", refuse)
    mine, other = Scratch(), Scratch()
    other.close()
    assert os.listdir(tmp_path) == [os.path.basename(mine.path)]
    mine.close()
    assert os.listdir(tmp_path) == []


def test_where_no_folder_can_be_made_there_is_none_and_nothing_breaks(monkeypatch):
    monkeypatch.setattr(scratch, "_bases", lambda: ["/no/such/folder"])
    none = Scratch()
    assert none.path == ""
    none.empty()
    none.close()
