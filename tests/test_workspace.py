"""The user's folder: found by fixed rules, made only when asked, and never written over."""

from __future__ import annotations

import errno
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import NoReturn

import pytest

import mlprep
from mlprep import errors
from mlprep.errors import MlprepError, NothingToDo, OurFault, UnknownName, WorkspaceProblem
from mlprep.learner.safe_files import free_name, move
from mlprep.learner.workspace import Workspace, locate

NOON = 1_700_000_000.0
SOURCE = b"def softmax(x):\n    return x\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path / "answers", "test")
    made.create()
    return made


def no_room(*_: object, **__: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


# Where it is


def test_the_option_wins_over_everything(tmp_path: Path) -> None:
    (tmp_path / ".mlprep").mkdir()
    found = locate("elsewhere", {"MLPREP_HOME": "/env", "HOME": "/home"}, tmp_path)
    assert found == (tmp_path / "elsewhere", "--workspace")


def test_the_environment_wins_over_the_current_folder(tmp_path: Path) -> None:
    (tmp_path / ".mlprep").mkdir()
    assert locate(None, {"MLPREP_HOME": str(tmp_path / "env")}, tmp_path).root == tmp_path / "env"


def test_the_nearest_folder_upward_is_the_workspace(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c"
    (deep / "d").mkdir(parents=True)
    (tmp_path / ".mlprep").mkdir()
    (tmp_path / "a" / "b" / ".mlprep").mkdir()
    assert locate(None, {}, deep / "d").root == tmp_path / "a" / "b"
    assert locate(None, {}, tmp_path / "a" / "b").root == tmp_path / "a" / "b"
    assert locate(None, {}, tmp_path / "a").root == tmp_path


def test_a_file_called_mlprep_makes_no_workspace(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / ".mlprep").touch()
    (tmp_path / ".mlprep").mkdir()
    assert locate(None, {}, tmp_path / "inner").root == tmp_path


@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_option_is_refused_and_an_empty_variable_ignored(tmp_path: Path, empty: str) -> None:
    (tmp_path / ".mlprep").mkdir()
    assert locate(None, {"MLPREP_HOME": empty}, tmp_path).root == tmp_path
    with pytest.raises(WorkspaceProblem):
        locate(empty, {}, tmp_path)


def test_without_any_rule_it_lies_in_the_home_folder() -> None:
    root = Path("/").resolve()  # above which there is no workspace to find, unless someone made the disk one
    home = {"HOME": "/home/ada", "USERPROFILE": "/home/ada"}
    assert locate(None, home, root) == (Path("/home/ada/mlprep"), "default")


def test_a_tilde_that_the_shell_left_alone_is_the_home_folder(tmp_path: Path) -> None:
    home = {"HOME": "/home/ada", "USERPROFILE": "/home/ada"}
    assert locate("~/ml", home, tmp_path).root == Path("/home/ada/ml")
    assert locate("~", home, tmp_path).root == Path("/home/ada")
    assert locate(None, home | {"MLPREP_HOME": "~/ml"}, tmp_path).root == Path("/home/ada/ml")
    assert locate("a~b", home, tmp_path).root == tmp_path / "a~b"


def test_asking_for_paths_makes_nothing(tmp_path: Path) -> None:
    found = locate("new", {}, tmp_path)
    assert found.answer("softmax") == tmp_path / "new" / "softmax.py"
    assert found.progress_file == tmp_path / "new" / ".mlprep" / "progress.json"
    assert found.aside_dir == found.state_dir / "aside"
    assert found.passed_dir == found.state_dir / "passed"
    assert found.reports_dir.parent == found.state_dir
    assert found.passed_sources("softmax") == found.asides("softmax") == []
    assert list(tmp_path.iterdir()) == []


# Making it


def test_create_says_whether_the_workspace_is_new(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "a" / "b", "test")
    assert workspace.create() is True
    assert workspace.state_dir.is_dir()
    assert workspace.create() is False


@pytest.mark.parametrize("blocker", ["a", "a/b", "a/b/.mlprep"])
def test_a_file_in_the_way_is_named_and_left_alone(tmp_path: Path, blocker: str) -> None:
    file = tmp_path / blocker
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("mine")
    with pytest.raises(WorkspaceProblem, match="is a file") as caught:
        Workspace(tmp_path / "a" / "b", "test").create()
    assert str(file) in caught.value.message
    assert file.read_text() == "mine"


def test_a_read_only_place_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", denied)
        with pytest.raises(WorkspaceProblem, match="Permission denied"):
            Workspace(tmp_path / "new", "test").create()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(WorkspaceProblem, match="read-only"):
        Workspace(tmp_path, "test").create()


# Answers


def test_an_answer_is_written_as_given(workspace: Workspace) -> None:
    text = "# σ(x) = 1 / (1 + e⁻ˣ)\r\nx = 'ü'\n"
    assert workspace.write_answer("softmax", text) is True
    assert workspace.answer("softmax").read_bytes() == text.encode()


def test_an_existing_answer_is_never_written_over(workspace: Workspace) -> None:
    workspace.answer("softmax").write_bytes(b"hours of work")
    assert workspace.write_answer("softmax", "stub") is False
    assert workspace.answer("softmax").read_bytes() == b"hours of work"


def test_a_link_to_a_file_that_is_elsewhere_is_not_written_through(workspace: Workspace, tmp_path: Path) -> None:
    workspace.answer("softmax").symlink_to(tmp_path / "elsewhere.py")
    assert workspace.write_answer("softmax", "stub") is False
    assert not (tmp_path / "elsewhere.py").exists()


def test_a_folder_that_vanished_is_an_error_with_a_next_step(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceProblem, match="could not be written") as caught:
        Workspace(tmp_path / "gone", "test").write_answer("softmax", "stub")
    assert caught.value.next_step


def test_a_full_disk_leaves_no_half_written_answer(workspace: Workspace) -> None:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(WorkspaceProblem, match="could not be written"):
            workspace.write_answer("softmax", "x" * 1000)
        with pytest.raises(WorkspaceProblem, match="could not be written"):
            workspace.keep_source("softmax", b"x" * 1000, NOON)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not workspace.answer("softmax").exists()
    assert workspace.passed_sources("softmax") == []


def test_an_answer_put_aside_keeps_its_content_under_a_dated_name(workspace: Workspace) -> None:
    workspace.answer("softmax").write_bytes(SOURCE)
    moved = workspace.put_aside("softmax", NOON)
    assert moved is not None
    assert moved.read_bytes() == SOURCE
    assert moved.parent == workspace.state_dir / "aside"
    assert moved.name.startswith("softmax.2023-11-1")
    assert not workspace.answer("softmax").exists()


def test_without_an_answer_there_is_nothing_to_put_aside(workspace: Workspace) -> None:
    assert workspace.put_aside("softmax") is None
    assert not workspace.aside_dir.exists()


def test_answers_put_aside_in_one_second_are_all_kept_in_order(workspace: Workspace) -> None:
    for number in range(12):
        workspace.answer("softmax").write_text(str(number))
        workspace.put_aside("softmax", NOON)
    assert [path.read_text() for path in workspace.asides("softmax")] == [str(number) for number in range(12)]


def test_two_commands_that_put_the_same_answer_aside_lose_nothing(workspace: Workspace) -> None:
    def rewrite(number: int) -> None:
        try:
            workspace.put_aside("softmax", NOON)
        except WorkspaceProblem:
            return  # the other one was faster, and this one said that the answer was gone
        workspace.write_answer("softmax", str(number))

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(rewrite, range(100)))
    texts = [path.read_text() for path in workspace.asides("softmax")]
    assert "" not in texts
    assert len(texts) == len(set(texts))


def test_an_answer_that_cannot_be_moved_stays(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.answer("softmax").write_bytes(SOURCE)
    monkeypatch.setattr(os, "replace", no_room)
    with pytest.raises(WorkspaceProblem, match="No space left"):
        workspace.put_aside("softmax", NOON)
    assert workspace.answer("softmax").read_bytes() == SOURCE
    assert workspace.asides("softmax") == []


def test_the_same_source_is_kept_once(workspace: Workspace) -> None:
    first = workspace.keep_source("softmax", SOURCE, NOON)
    assert workspace.keep_source("softmax", SOURCE, NOON + 60) == first
    other = workspace.keep_source("softmax", SOURCE + b"\n", NOON + 60)
    again = workspace.keep_source("softmax", SOURCE, NOON + 60)
    assert workspace.passed_sources("softmax") == [first, other, again]
    assert first.read_bytes() == SOURCE


def test_old_answers_of_a_longer_name_are_not_taken_for_this_one(workspace: Workspace) -> None:
    workspace.keep_source("conv2d_batch", SOURCE, NOON)
    kept = workspace.keep_source("conv2d", SOURCE, NOON)
    (workspace.passed_dir / "conv2d.txt").touch()
    assert workspace.passed_sources("conv2d") == [kept]


def test_a_free_name_passes_over_links_that_lead_nowhere(tmp_path: Path) -> None:
    taken = free_name(tmp_path, "progress.damaged", ".json", NOON)
    taken.symlink_to(tmp_path / "nowhere")
    assert free_name(tmp_path, "progress.damaged", ".json", NOON).name == f"{taken.stem}-2.json"


def test_windows_is_given_time_to_let_go_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = [1, 2, 3]

    def replace(source: Path, target: Path) -> None:
        if refusals:
            refusals.pop()
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        source.rename(target)

    monkeypatch.setattr("mlprep.learner.safe_files.os", SimpleNamespace(name="nt", replace=replace))
    (tmp_path / "a").touch()
    move(tmp_path / "a", tmp_path / "b")
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


# What is said when something cannot be done


def every_error() -> list[type[MlprepError]]:
    return [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, MlprepError)]


def test_the_drawn_tree_of_errors_is_the_real_one() -> None:
    drawing = (errors.__doc__ or "").splitlines()
    drawn = {name for line in drawing for name in line.split()[:3] if hasattr(errors, name)}
    assert drawn == {each.__name__ for each in every_error()}


@pytest.mark.parametrize("error", every_error())
def test_the_exit_code_tells_our_faults_from_the_users(error: type[MlprepError]) -> None:
    assert error.exit_code == (3 if issubclass(error, OurFault) else 0 if issubclass(error, NothingToDo) else 2)


def test_an_error_crosses_processes_whole() -> None:
    error = pickle.loads(pickle.dumps(UnknownName("sofmax", ["softmax", "pca", "kmeans"], what="topic")))
    assert error.message == "There is no topic called 'sofmax'. Did you mean softmax, pca or kmeans?"
    assert error.next_step == "Run `mlprep list` to see the names."
    assert error.near == ("softmax", "pca", "kmeans")


def test_the_modules_of_every_start_import_nothing_slow() -> None:
    script = "import sys, mlprep.errors, mlprep.learner.workspace, mlprep.learner.record_file; print(*sys.modules)"
    environ = os.environ | {"PYTHONPATH": str(Path(mlprep.__file__).parents[1])}
    run = [sys.executable, "-S", "-c", script]
    loaded = set(subprocess.run(run, env=environ, capture_output=True, text=True, check=True).stdout.split())
    slow = {"filelock", "fsrs", "numpy", "typer", "rich", "subprocess", "asyncio", "dataclasses", "datetime"}
    assert not loaded & slow
