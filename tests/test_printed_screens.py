"""Every command's main screens, whole, as they are printed at 80 columns: held against the files in `tests/screens`.

`pytest tests/test_printed_screens.py --update-screens` keeps them as they are now; look at the diff. What does not
check code uses the small catalogue of the app's tests, so that a new exercise changes no screen.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from learner import MINUTE, Learner, Said
from support import RIGHT

from mlprep import cli
from mlprep.content.catalogue import Catalogue

HERE = Path(__file__).parent
SMALL = HERE / "app" / "catalogue"
FAR_APART = """import numpy as np


def softmax(x, axis=-1):
    e = np.exp(x - np.max(x))
    return e / e.sum(axis=axis, keepdims=True)
"""
TESTS = """import numpy as np


def test(softmax):
    assert np.allclose(softmax(np.array([[0.0, 0.0]])), 0.5)
"""


def save(text: str, name: str = "softmax") -> Callable[[Learner], object]:
    """Somebody wrote this code, seven minutes after they began."""

    def written(learner: Learner) -> None:
        learner.folder.mkdir(exist_ok=True)
        learner.file(name).write_text(text, encoding="utf-8")
        learner.now += 7 * MINUTE

    return written


def practiced(learner: Learner) -> None:
    """Somebody has practiced for ten days, and has a plan and an exercise in progress."""
    for i, name in enumerate(("relu", "checkerboard", "top_k", "softmax")):
        learner.solve(name, days_ago=10 - 2 * i, minutes=4 + 3 * i)
    learner("plan", "--until", "+20", "--minutes", "30")
    learner("start", "attention")
    learner.now += 5 * MINUTE


def ran(*words: str) -> Callable[[Learner], object]:
    """This command was run before."""
    return lambda learner: learner(*words)


# What came before, and the command. Those of REAL check code, or make something of a grader.
SCREENS: dict[str, tuple[list[Callable[[Learner], object]], str]] = {
    "help": ([], "--help"),
    "help_of_a_command": ([], "check --help"),
    "today_new": ([], ""),
    "today": ([practiced], ""),
    "list_new": ([], "list"),
    "list": ([practiced], "list"),
    "list_topic": ([practiced], "list numpy --todo"),
    "list_exercise": ([practiced], "list causal_mask"),
    "list_search": ([], "list --search self-attention"),
    "start": ([], "start softmax"),
    "start_again": ([ran("start", "softmax"), save("x = 1\n")], "start softmax"),
    "hint": ([ran("start", "softmax")], "hint"),
    "solution": ([], "solution softmax --yes"),
    "solution_diff": ([save(FAR_APART)], "solution softmax --diff --yes"),
    "solution_unsolved": ([], "solution softmax"),
    "reset": ([ran("start", "softmax"), save("x = 1\n")], "reset"),
    "history": ([practiced], "history softmax"),
    "next": ([practiced], "next"),
    "review": ([practiced, lambda learner: learner.sleep(9)], "review"),
    "review_none": ([], "review"),
    "plan": ([practiced], "plan"),
    "progress_new": ([], "progress"),
    "progress": ([practiced], "progress"),
    "sheet": ([], "sheet"),
    "sheet_topic": ([practiced], "sheet activations"),
    "init": ([], "init"),
    "pack_list": ([], "pack list"),
    "unknown_exercise": ([], "start sofmax"),
    "unknown_command": ([], "chek"),
    "unknown_option": ([], "check --sed 1"),
    "nothing_in_progress": ([], "check"),
}
REAL: dict[str, tuple[list[Callable[[Learner], object]], str]] = {
    "check_unfinished": ([ran("start", "softmax")], "check --seed 1"),
    "check_failed": ([ran("start", "softmax"), save(FAR_APART)], "check --seed 1"),
    "check_no_python": ([save(FAR_APART.replace("-1)", "-1"))], "check softmax --seed 1"),
    "check_crashed": ([save(FAR_APART.replace("e.sum", "e.smu"))], "check softmax --seed 1"),
    "check_passed": ([ran("start", "softmax"), save(RIGHT)], "check --seed 1"),
    "check_all": ([save(FAR_APART)], "check --all --seed 1"),
    "check_format": ([save(FAR_APART)], "check softmax --format gnu --seed 1"),
    "check_tests": ([ran("write-tests", "softmax"), save(TESTS, "test_softmax")], "check test_softmax --seed 1"),
    "write_tests": ([], "write-tests softmax"),
    "debug": ([], "debug softmax --seed 1"),
    "quiz": ([], "quiz --kind gini --seed 1 -n 2"),
    "interview": ([], "interview --minutes 30 --seed 1"),
}
TYPED = {"quiz": "0.5\nno idea\n"}
ELSEWHERE = {
    "completion": "a script for a shell: test_completion.py",
    "dev": "test_dev_new.py and test_dev_check.py",
    "doctor": "tells of this machine: test_cli.py",
    "grade": "the classroom's own tests",
    "watch": "follows a file: test_watch.py",
}


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")  # what `init` makes


def shown(learner: Learner, words: str, said: Said) -> str:
    """A screen as it is kept: no path of this machine is in it."""
    text = f"$ mlprep {words}".rstrip() + f"\n{said.out}"
    if said.err:
        text += f"--- on standard error\n{said.err}"
    text += f"--- exit code {said.code}\n"
    text = re.sub(rf"(/private)?{re.escape(str(learner.folder))}", "~/mlprep", text)
    return re.sub(rf"(/private)?{re.escape(str(learner.folder.parent))}", "~", text)


def matches(name: str, screen: str, *, update: bool) -> None:
    path = HERE / "screens" / f"{name}.txt"
    if update:
        path.parent.mkdir(exist_ok=True)
        path.write_text(screen, encoding="utf-8")
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    assert screen == expected, f"If this is right: pytest {Path(__file__).name} --update-screens"


def run(learner: Learner, monkeypatch: pytest.MonkeyPatch, name: str) -> str:
    before, words = {**SCREENS, **REAL}[name]
    for step in before:
        step(learner)
    monkeypatch.setattr("sys.stdin", io.StringIO(TYPED.get(name, "")))
    return shown(learner, words, learner(*words.split()))


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen(learner, monkeypatch, request, name):
    monkeypatch.setattr("mlprep.activities.session.every_exercise", lambda tell: Catalogue(SMALL))
    monkeypatch.setattr("mlprep.content.statement.everywhere", lambda _: "Everywhere: leave the arguments as is.")
    screen = run(learner, monkeypatch, name)
    matches(name, screen, update=request.config.getoption("--update-screens"))


@pytest.mark.parametrize("name", REAL)
def test_a_screen_of_a_check(learner, monkeypatch, request, name):
    matches(name, run(learner, monkeypatch, name), update=request.config.getoption("--update-screens"))


def test_every_command_has_a_screen_here_or_elsewhere():
    here = {words.split()[0] for _, words in (*SCREENS.values(), *REAL.values()) if words}
    assert {*cli._COMMANDS} - here <= {*ELSEWHERE}
    assert not here & {*ELSEWHERE}


def test_no_screen_is_kept_that_nothing_prints():
    assert {path.stem for path in (HERE / "screens").iterdir()} == {*SCREENS, *REAL}
