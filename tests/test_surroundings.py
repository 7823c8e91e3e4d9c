"""What stands around the record: odd files in the place of ours, and files of other users."""

from __future__ import annotations

import errno
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
