"""What stands around the record: odd files in the place of ours, and files of other users."""

from __future__ import annotations

import errno
import json
import os
import shutil
import signal
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from learner import Learner
from record_files import add, fails, numbers
from test_lock import bind

from mlprep.errors import WorkspaceProblem
from mlprep.grading.client import EngineDied
from mlprep.learner.answer_file import read_source
from mlprep.learner.record_file import load
from mlprep.learner.workspace import Workspace

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs named pipes and users")

MINE = "import numpy as np\n\n\ndef softmax(x, axis=-1):\n    return np.exp(x)\n"
NOBODY = 65534


@pytest.fixture(autouse=True)
def never_hangs() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TimeoutError("it waits for what never comes")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


# Something else in the place of a file

KINDS = {
    "fifo": (os.mkfifo, "a named pipe"),
    "socket": (bind, "a socket"),
    "link": (lambda path: path.symlink_to(path.with_name("target")), "a symbolic link"),
    "link to nothing": (lambda path: path.symlink_to(path.with_name("nowhere")), "a symbolic link"),
    "folder": (lambda path: path.mkdir(), "a folder"),
    "device": (lambda path: os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 3)), "a device"),
}


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, learner: Learner):
    """Puts something that is no file in the place of one in a workspace in use; says what it is."""
    learner("start", "softmax")
    learner("hint")
    target = learner.folder / ".mlprep" / "target"
    target.write_text("mine")

    def put(name: str) -> str:
        path = learner.folder / ".mlprep" / name
        path.unlink(missing_ok=True)
        make, words = KINDS[request.param]
        try:
            make(path)
        except PermissionError:
            pytest.skip("only root makes devices")
        return words

    yield put
    assert target.read_text() == "mine"
    assert not target.with_name("nowhere").exists()


def test_what_is_in_the_place_of_the_record_is_named_and_nothing_waited_for(learner, place):
    words = place("progress.json")
    for command in (("list",), ("hint",), ("progress",)):
        said = learner(*command)
        assert said.code == 0 if command != ("hint",) else 2
        assert f"progress.json cannot be read: it is {words}." in said.err
        assert "Move it away" in said.err
    said = learner("start", "softmax")
    assert (said.code, "cannot be read" in said.err) == (2, True)


@pytest.mark.parametrize("name", ["progress.json.tmp", "progress.json.lock", "progress.last-good.json"])
def test_what_is_in_the_place_of_a_file_beside_it_is_replaced_unless_it_is_a_folder(learner, place, name):
    words = place(name)
    for tier in (2, 3):
        said = learner("hint", "softmax")
        assert said.code == 0
        if words == "a folder":
            assert "could not be recorded" in said.err
        else:
            assert said.err == ""
            assert learner.progress.hints("softmax") == tier


def test_what_is_in_the_place_of_the_good_copy_is_named_where_the_copy_is_needed(learner, place):
    words = place("progress.last-good.json")
    (learner.folder / ".mlprep" / "progress.json").write_text("{")
    said = learner("list")
    assert said.code == 0
    assert f"progress.last-good.json cannot be read: it is {words}." in said.err


def test_what_is_in_the_place_of_a_kept_answer_holds_nobody_up(learner, place):
    workspace = Workspace(learner.folder, "test")
    workspace.passed_dir.mkdir()
    place("passed/softmax.2024-03-04-120000.py")
    assert workspace.keep_source("softmax", b"new", learner.now).read_bytes() == b"new"
    assert learner("history", "softmax").code == 0
    for option in ("--show", "--restore"):
        said = learner("history", "softmax", option, "1")
        assert said.code == 2
        assert "broke" not in said.err


# A new answer in the place of an old one


@pytest.fixture
def full_disk() -> Iterator[Callable[[], None]]:
    """Once called, no file can grow any more."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize(
    "command", [("reset", "softmax"), ("start", "softmax", "--fresh"), ("history", "--restore", "1")]
)
@pytest.mark.parametrize("linked", [False, True])
def test_on_a_full_disk_the_answer_stays_where_it_is(learner, full_disk, command, linked):
    learner("start", "softmax")
    learner.file().write_text(MINE * 3)
    learner("reset")
    if linked:
        learner.file().unlink()
        learner.file().symlink_to("elsewhere.py")
        learner.file("elsewhere").write_text(MINE)
    else:
        learner.file().write_text(MINE)
    before = sorted(os.listdir(learner.folder)), len(list((learner.folder / ".mlprep" / "aside").iterdir()))
    full_disk()
    said = learner(*command)
    assert said.code == 2
    assert "softmax.py could not be written: File too large" in said.err
    assert learner.file().read_text() == MINE
    assert learner.file().is_symlink() == linked
    assert before == (sorted(os.listdir(learner.folder)), len(list((learner.folder / ".mlprep" / "aside").iterdir())))


@pytest.mark.parametrize("relative", [False, True])
def test_of_a_linked_answer_the_content_is_kept_and_can_be_brought_back(learner, tmp_path, relative):
    learner("start", "softmax")
    target = tmp_path / "repo.py"
    target.write_text(MINE)
    learner.file().unlink()
    learner.file().symlink_to("../repo.py" if relative else target)
    said = learner("reset")
    assert said.code == 0
    assert "was a link to" in said.err
    assert not learner.file().is_symlink()
    assert target.read_text() == MINE
    target.write_text("# something else by now\n")
    assert learner("history", "--show", "1").out == MINE
    assert learner("history", "--restore", "1").code == 0
    assert learner.file().read_text() == MINE


def test_a_file_saved_while_the_answer_is_exchanged_is_not_written_over(tmp_path, monkeypatch):
    workspace = Workspace(tmp_path, "test")
    workspace.create()
    answer = workspace.answer("softmax")
    answer.write_text(MINE)
    put_aside = Workspace.put_aside

    def and_saved(self: Workspace, *arguments: Any) -> Path | None:
        aside = put_aside(self, *arguments)
        answer.write_text("# saved by an editor\n")
        return aside

    monkeypatch.setattr(Workspace, "put_aside", and_saved)
    for links in (True, False):
        if not links:
            monkeypatch.setattr(os, "link", fails(errno.EPERM))
        with pytest.raises(WorkspaceProblem, match="saved at the same moment"):
            workspace.exchange_answer("softmax", b"stub", 1.7e9)
        assert answer.read_text() == "# saved by an editor\n"
    assert workspace.asides("softmax")[0].read_text() == MINE


def test_without_hard_links_an_answer_is_exchanged_as_well(learner, monkeypatch):
    learner("start", "softmax")
    learner.file().write_text(MINE)
    monkeypatch.setattr(os, "link", fails(errno.EPERM))
    assert learner("reset").code == 0
    assert "NotImplementedError" in learner.file().read_text()


def test_a_kept_answer_that_cannot_be_read_is_said_in_a_sentence(learner):
    learner("start", "softmax")
    learner.file().write_text(MINE)
    learner("reset")
    (kept,) = (learner.folder / ".mlprep" / "aside").iterdir()
    kept.unlink()
    kept.symlink_to("nowhere.py")  # as an earlier version left a relative link
    said = learner("history", "--restore", "1")
    assert said.code == 2
    assert f"There is no file {kept}" in said.err


# Which file


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A current folder that is no workspace, with a softmax.py in it."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "softmax.py").write_text(MINE)
    monkeypatch.chdir(folder)
    return folder


def test_where_the_current_folder_holds_another_file_of_that_name_the_one_checked_is_named(learner, elsewhere):
    learner("start", "softmax")
    said = learner("check", "softmax")
    assert f"Checked: {learner.file()}." in said.err
    assert "To check the softmax.py in this folder, run `mlprep check softmax.py`." in said.err
    value = json.loads(learner("check", "softmax", "--json").out)
    assert value["path"] == str(learner.file())
    assert f"Checked: {learner.file()}." in value["notes"][0]
    for words in (("check", "softmax.py"), ("check", "./softmax.py"), ("check", "softmax", "--file", "softmax.py")):
        said = learner(*words)
        assert "This is about" not in said.err
        assert json.loads(learner(*words, "--json").out)["path"] == str(elsewhere / "softmax.py")


def test_where_only_the_current_folder_holds_the_file_that_is_said(learner, elsewhere):
    said = learner("check", "softmax")
    assert said.code == 2
    assert f"There is no file {learner.file()}." in said.err
    assert "run `mlprep check softmax.py`" in said.err


def test_in_the_workspace_itself_nothing_is_said_of_it(learner, monkeypatch, tmp_path):
    learner("start", "softmax")
    monkeypatch.chdir(learner.folder)
    assert learner("check", "softmax").err == ""
    (tmp_path / "link").symlink_to(learner.folder)
    monkeypatch.chdir(tmp_path / "link")
    assert learner("check", "softmax").err == ""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("softmax.ipynb", '{"cells": [], "metadata": {}}'),
        ("softmax.ipynb", "\ufeffnot even JSON"),
        ("softmax.py", '\n {"metadata": {}, "cells": [{"source": ["null"]}]}'),
    ],
)
def test_a_notebook_is_refused_in_a_sentence_and_is_no_attempt(learner, elsewhere, name, content):
    learner("start", "softmax")
    (elsewhere / name).write_text(content)
    commands = [("check", "softmax", "--file", name), ("check", name)]
    for words in commands:
        said = learner(*words)
        assert said.code == 2
        assert f"{name} is a notebook, not a Python file." in said.err
        assert "jupyter nbconvert --to script" in said.err
    assert learner.progress.attempts("softmax") == []


def test_a_dictionary_with_cells_is_no_notebook(tmp_path):
    path = tmp_path / "softmax.py"
    path.write_text('{"cells": 1}\ndef softmax(x): return x\n')
    assert "def softmax" in read_source(path)


def test_one_file_that_cannot_be_read_keeps_no_other_from_being_checked(learner):
    learner("start", "softmax")
    learner.file("relu").mkdir()
    said = learner("check", "--all")
    assert said.code == 2
    assert "softmax" in said.out
    assert f"{learner.file('relu')} is a folder" in said.err
    (report,) = json.loads(learner("check", "--all", "--json").out)
    assert report["exercise"] == "softmax"
    assert "is a folder" in report["notes"][0]
    learner.file().unlink()
    said = learner("check", "--all")
    assert (said.code, said.err.count("is a folder")) == (2, 1)


# doctor, where something is wrong


@pytest.mark.parametrize("broken", ["catalogue", "progress", "workspace", "version", "locks"])
def test_whatever_breaks_doctor_tells_the_rest(learner, monkeypatch, broken):
    def fails(*_: object) -> Any:
        raise RuntimeError("it is broken")

    place = {
        "catalogue": "mlprep.content.catalogue.Catalogue.exercises",
        "progress": "mlprep.activities.session.Session.progress",
        "workspace": "mlprep.activities.session.Session.workspace",
        "version": "mlprep.activities.doctor.version",
        "locks": "mlprep.activities.doctor.file_system_locks",
    }[broken]
    learner("start", "softmax")
    monkeypatch.setattr(place, fails if broken in ("version", "locks") else property(fails))
    said = learner("doctor")
    assert said.code == 0
    assert "cannot be told: it is broken" in said.out
    assert "time limit" in said.out


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["", ".mlprep", ".mlprep/progress.json"])
def test_whatever_is_in_the_place_of_the_workspace_doctor_tells_it(learner, name, kind):
    learner("start", "softmax")
    path = learner.folder / name
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    try:
        KINDS[kind][0](path)
    except PermissionError:
        pytest.skip("only root makes devices")
    for words in (("doctor",), ("doctor", "--json"), ("list",), ("doctor", "--merge")):
        said = learner(*words)
        assert said.code == 0, said
        assert "broke" not in said.err
    if name == ".mlprep/progress.json":
        assert KINDS[kind][1] in learner("doctor").out


# Files of other users


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody reaches, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def as_nobody(shared: Path):
    """Makes this process another user's until the test is over."""
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    import pwd  # noqa: F401  (nobody may not be allowed to read the library)
    import shlex  # noqa: F401

    def become() -> None:
        os.setresuid(NOBODY, NOBODY, 0)

    yield become
    os.setresuid(0, 0, 0)


def workspace_of_root(shared: Path) -> Path:
    workspace = Workspace(shared / "practice", "test")
    workspace.create()
    add(workspace.progress_file, 0)
    return workspace.progress_file


def test_a_lock_file_that_root_made_in_our_folder_costs_nothing(shared, as_nobody):
    path = workspace_of_root(shared)
    for mode in (0o644, 0o600):
        path.with_name("progress.json.lock").chmod(mode)
        path.chmod(0o644)
        os.chown(path.parent, NOBODY, -1)
        as_nobody()
        add(path, 1 + (mode == 0o600))
        os.setresuid(0, 0, 0)
    assert numbers(load(path)) == [0, 1, 2]


def test_a_record_that_root_made_is_named_with_its_owner_and_the_way_out(shared, as_nobody):
    path = workspace_of_root(shared)
    path.chmod(0o600)
    os.chown(path.parent, NOBODY, -1)
    as_nobody()
    progress = load(path)
    assert "cannot be read: Permission denied." not in progress.notices[0]
    assert f"{path} belongs to root." in progress.notices[0]
    with pytest.raises(WorkspaceProblem) as caught:
        add(path, 1)
    assert caught.value.next_step == f'Run `sudo chown -R "$USER" {path.parent}`, then try again.'


def test_a_workspace_that_root_made_is_named_with_its_owner_and_the_way_out(shared, as_nobody):
    path = workspace_of_root(shared)
    as_nobody()
    assert numbers(load(path)) == [0]
    with pytest.raises(WorkspaceProblem, match=r"could not be recorded: .* belongs to root"):
        add(path, 1)
    workspace = Workspace(shared / "practice", "test")
    for change in (workspace.create, lambda: workspace.write_answer("softmax", MINE)):
        with pytest.raises(WorkspaceProblem, match="belongs to root") as caught:
            change()
        assert caught.value.next_step.startswith('Run `sudo chown -R "$USER" ')


@pytest.mark.parametrize("closed", ["practice", "practice/.mlprep", "practice/.mlprep/progress.json"])
def test_doctor_tells_of_a_workspace_that_may_not_be_read(learner, shared, as_nobody, monkeypatch, closed):
    workspace_of_root(shared)
    monkeypatch.setenv("MLPREP_HOME", str(shared / "practice"))
    for words in (("doctor",), ("list",), ("check", "softmax")):
        learner(*words)  # loads what nobody may not
    (shared / closed).chmod(0)
    as_nobody()
    said = learner("doctor")
    assert said.code == 0
    assert "broke" not in said.err
    out = " ".join(said.out.split())
    assert "belongs to root" in out or "Permission denied" in out
    for words in (("list",), ("doctor", "--json"), ("doctor", "--merge"), ()):
        said = learner(*words)
        assert (said.code, "broke" in said.err) == (0, False), (words, said)


def test_a_grading_process_that_dies_in_check_all_loses_no_verdict_that_was_shown(learner, monkeypatch):
    for name in ("softmax", "relu"):
        learner("start", name)

    def ask(pool, requests):
        first, *_ = requests
        yield {
            "exercise": first["exercise"], "path": first["path"], "outcome": "passed", "summary": "", "cases_passed": 1,
            "cases_total": 1, "parts": [], "beyond": [], "diagnosis": None, "diagnoses": [], "mistake": None,
            "failure": None, "notes": [], "output": "", "seed": 1, "seconds": 0.1,
        }  # fmt: skip
        raise EngineDied

    monkeypatch.setattr("mlprep.grading.pool.Pool.ask", ask)
    said = learner("check", "--all")
    assert said.code == 3
    assert "process ended without a verdict" in said.err
    record = json.loads((learner.folder / ".mlprep" / "progress.json").read_text())
    passed = [name for name, entry in record["exercises"].items() if entry["attempts"]]
    assert len(passed) == 1
    assert passed[0] in said.out
