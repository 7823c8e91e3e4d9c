"""The guard reads nothing that an answer can replace; the wall holds for whatever a process does."""

from __future__ import annotations

import dis
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from types import CodeType

import pytest

from mlprep.grading.candidate import guard


def test_the_hook_reads_no_global_and_no_builtin():
    """Else replacing that name would switch it off."""

    def codes(code: CodeType) -> list[CodeType]:
        inner = [constant for constant in code.co_consts if isinstance(constant, CodeType)]
        return [code, *(each for one in inner for each in codes(one))]

    hook = guard._hook(frozenset(), frozenset())
    read = [each for code in codes(hook.__code__) for each in dis.get_instructions(code)]
    assert read
    assert not [each for each in read if each.opname in ("LOAD_GLOBAL", "LOAD_NAME")]


def test_a_survey_knows_folders_by_what_they_are(tmp_path):
    (tmp_path / "solutions" / "topic" / "__pycache__").mkdir(parents=True)
    (tmp_path / "solutions" / "one.py").touch()
    assert len(guard.survey([str(tmp_path / "solutions")])) == 3
    assert guard.survey([str(tmp_path / "not there")]) == frozenset()


def test_nothing_that_only_posix_has_is_imported_at_load_time():
    """So that what runs on every system can be loaded on every system."""
    only_posix = (
        "resource",
        "fcntl",
        "termios",
        "pwd",
        "grp",
        "mlprep.grading.candidate.limits",
        "mlprep.grading.candidate.zygote",
        "mlprep.grading.candidate.forking",
    )
    script = f"import sys; sys.modules.update(dict.fromkeys({only_posix!r})); "
    script += "import mlprep.grading.engine.main, mlprep.grading.engine.service, mlprep.cli, mlprep.launch; "
    script += "import mlprep.grading.candidate.spawned"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


def run_behind(tmp_path: Path, script: str, first: str = "") -> str:
    """What a script prints once it is behind the wall. ``attempt`` runs a thing and says how it went."""
    for name in ("hidden/topic", "open", "scratch"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("hidden/topic/secret", "hidden/secret", "open/file", "file"):
        (tmp_path / name).write_text("text")
    (tmp_path / "open" / "way").symlink_to(tmp_path / "hidden")
    head = f"""
        import os, subprocess, sys
        from mlprep.grading.candidate.wall import Wall
        os.chdir({str(tmp_path)!r})
        wall = Wall([{str(tmp_path / "hidden")!r}], {str(tmp_path / "scratch")!r})
        if not wall.height:
            print("no wall")
            sys.exit()
        def attempt(thing):
            try:
                print(thing())
            except OSError as error:
                print(type(error).__name__)
        root = os.open("hidden", os.O_RDONLY)
    """
    whole = "\n".join(map(textwrap.dedent, (head, first, "assert wall.enter()", script)))
    done = subprocess.run([sys.executable, "-c", whole], capture_output=True, text=True, check=False, timeout=30)
    assert not done.stderr, done.stderr
    if done.stdout == "no wall\n":
        pytest.skip("the kernel has no Landlock")
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_behind_the_wall_the_hidden_is_unreadable_by_every_way(tmp_path):
    said = run_behind(
        tmp_path,
        """
        for path in ("hidden/secret", "hidden/topic/secret", "open/way/secret", "open/../hidden/secret"):
            attempt(lambda: open(path).read())
        attempt(lambda: os.open("secret", os.O_RDONLY, dir_fd=root))
        attempt(lambda: os.rename("hidden", "open/moved"))
        attempt(lambda: os.link("hidden/secret", "open/link") or open("open/link").read())
        attempt(lambda: os.rename("hidden", "renamed"))
        attempt(lambda: os.rename("hidden", "scratch/renamed"))
        attempt(lambda: subprocess.run(["cat", "hidden/secret"], capture_output=True, check=False).stdout)
        """,
    )
    assert set(said.splitlines()) <= {"PermissionError", "OSError", "b''"}, said
    assert said.count("Error") == 9


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_behind_the_wall_all_else_can_be_read(tmp_path):
    said = run_behind(
        tmp_path,
        """
        attempt(lambda: open("open/file").read())
        attempt(lambda: open("file").read())
        attempt(lambda: len(subprocess.run(["cat", "file"], capture_output=True, check=False).stdout))
        attempt(lambda: open("/dev/null").read() + open("/proc/self/status").read()[:4])
        import numpy, json, sqlite3
        """,
    )
    assert said.split() == ["text", "text", "4", "Name"]


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_behind_the_wall_nothing_changes_outside_the_scratch_folder(tmp_path):
    """By any call: several of them raise no audit event."""
    said = run_behind(
        tmp_path,
        """
        import socket
        attempt(lambda: open("file", "w"))
        attempt(lambda: open("file", "a"))
        attempt(lambda: open("new", "w"))
        attempt(lambda: os.truncate("file", 1) if wall.height >= 3 else open("file", "w"))
        attempt(lambda: os.remove("file"))
        attempt(lambda: os.rename("file", "renamed"))
        attempt(lambda: os.rename("file", "scratch/file"))
        attempt(lambda: os.rename("scratch", "elsewhere"))
        attempt(lambda: os.mkdir("folder"))
        attempt(lambda: os.rmdir("scratch"))
        attempt(lambda: os.mkfifo("fifo"))
        attempt(lambda: os.mknod("node"))
        attempt(lambda: os.symlink("file", "symlink"))
        attempt(lambda: os.link("file", "link"))
        attempt(lambda: os.link("file", "scratch/link"))
        attempt(lambda: socket.socket(socket.AF_UNIX).bind("socket"))
        attempt(lambda: os.open(".", os.O_TMPFILE | os.O_WRONLY))
        attempt(lambda: os.open("secret", os.O_CREAT | os.O_WRONLY, dir_fd=root))
        attempt(lambda: open("/proc/self/clear_refs", "w").write("5"))
        attempt(lambda: open("/proc/self/coredump_filter", "w"))
        attempt(lambda: subprocess.run(["touch", "touched"], capture_output=True, check=False).returncode)
        """,
    )
    assert set(said.splitlines()) <= {"PermissionError", "OSError", "1"}, said
    assert said.count("Error") == 20
    assert {path.name for path in tmp_path.iterdir()} == {"hidden", "open", "scratch", "file"}


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_behind_the_wall_the_scratch_folder_and_the_usual_devices_can_be_written_to(tmp_path):
    said = run_behind(
        tmp_path,
        """
        import multiprocessing
        attempt(lambda: open("scratch/new", "w").write("four"))
        attempt(lambda: os.mkdir("scratch/folder") or os.rename("scratch/new", "scratch/folder/renamed"))
        attempt(lambda: os.truncate("scratch/folder/renamed", 2) or open("scratch/folder/renamed").read())
        attempt(lambda: os.remove("scratch/folder/renamed") or os.rmdir("scratch/folder"))
        attempt(lambda: open("/dev/null", "w").write("four"))
        attempt(lambda: open("/dev/stdout", "w").write(""))
        attempt(lambda: multiprocessing.Lock().acquire())
        attempt(lambda: multiprocessing.Array("d", 3)[2])
        """,
    )
    assert said.split() == ["4", "None", "fo", "None", "4", "0", "True", "0.0"]


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_what_comes_after_the_wall_was_built_is_let_in(tmp_path):
    """In watch mode it stands long before a helper file is saved, which makes a new file of the same name."""
    said = run_behind(
        tmp_path,
        """
        attempt(lambda: open("file").read())
        attempt(lambda: open("hidden/secret").read())
        """,
        first="""
        open("file.new", "w").write("saved")
        os.replace("file.new", "file")
        wall.refresh()
        """,
    )
    assert said.split() == ["saved", "PermissionError"]


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_behind_the_wall_other_processes_are_out_of_reach(tmp_path):
    said = run_behind(
        tmp_path,
        """
        attempt(lambda: open(f"/proc/{os.getppid()}/mem", "rb").read(1))
        attempt(lambda: os.listdir(f"/proc/{os.getppid()}/root"))
        attempt(lambda: open(f"/proc/{os.getppid()}/cmdline", "rb").read(1))
        attempt(lambda: open(f"/proc/{os.getppid()}/environ", "rb").read(1))
        attempt(lambda: open("/proc/kallsyms", "rb").read(1))
        attempt(lambda: wall.height < 6 or os.kill(os.getppid(), 0))
        """,
    )
    assert said.split()[:5] == ["PermissionError"] * 5
    assert said.split()[5] in ("PermissionError", "True")


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_behind_the_wall_devices_are_closed_and_what_python_asks_of_the_system_is_not(tmp_path):
    """A disk read as a device holds every file."""
    said = run_behind(
        tmp_path,
        """
        import glob, platform, resource, stat
        for path in glob.glob("/dev/*"):
            if stat.S_ISBLK(os.stat(path).st_mode) and os.access(path, os.R_OK):
                attempt(lambda: open(path, "rb").read(1))
                break
        else:
            print("PermissionError")  # there is none that we might read
        attempt(lambda: len(open("/dev/urandom", "rb").read(3)))
        attempt(lambda: open("/proc/self/status").readline()[:5])
        attempt(lambda: open("/proc/meminfo").readline()[:3])
        attempt(lambda: os.cpu_count() == os.sysconf("SC_NPROCESSORS_ONLN"))
        attempt(lambda: bool(os.getloadavg() and platform.platform() and os.urandom(3)))
        """,
    )
    assert said.split() == ["PermissionError", "3", "Name:", "Mem", "True", "True"]


def test_what_vanishes_while_the_wall_is_built_does_no_harm(monkeypatch):
    """The folders around are other people's, and change at any moment."""
    from mlprep.grading.candidate import wall

    monkeypatch.setattr(wall.os, "listdir", lambda folder: ["nothing of that name"])
    built = wall.Wall([os.devnull])
    built.close()
    monkeypatch.setattr(wall.os, "listdir", lambda folder: os.stat("/nothing/of/that/name"))
    assert not wall.Wall([os.devnull]).height


def test_a_hidden_folder_that_is_moved_away_takes_no_wall_from_the_others(tmp_path):
    from mlprep.grading.candidate.wall import Wall

    (tmp_path / "pack" / "solutions").mkdir(parents=True)
    wall = Wall([os.devnull, str(tmp_path / "pack" / "solutions")])
    height = wall.height
    (tmp_path / "pack").rename(tmp_path / "elsewhere")
    wall.refresh()
    assert wall.height == height
    wall.close()


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_a_wall_around_nothing_keeps_nothing_out():
    """It could only allow what it is built from; so it is not put up."""
    from mlprep.grading.candidate.wall import Wall

    assert not Wall(()).enter()


def test_without_landlock_the_wall_is_no_wall_and_no_hindrance():
    from mlprep.grading.candidate.wall import Wall

    wall = Wall([os.devnull])
    wall.close()
    assert not wall.enter()
