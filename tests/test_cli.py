"""The commands as a user meets them: what they print, what they return, and that nothing is lost or left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from processes import all_end, marked
from support import PROGRAM, RIGHT, WRONG, catalogue

SLOW = "import time\nprint('loaded', flush=True)\ndef softmax(x, axis=-1):\n    time.sleep(60)\n"


class Shell:
    """Runs mlprep in a workspace of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env = {**os.environ, "MLPREP_HOME": str(folder)}

    def command(self, *words: str) -> list[str]:
        return [*PROGRAM, *words]

    def __call__(self, *words: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*words),
            capture_output=True,
            text=True,
            env={**self.env, **env},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            timeout=120,
            check=False,
        )

    def start(self, *words: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(*words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=self.env
        )

    def answer(self, text: str, name: str = "softmax") -> Path:
        self.folder.mkdir(exist_ok=True)
        path = self.folder / f"{name}.py"
        path.write_text(text, encoding="utf-8")
        return path

    def attempts(self, name: str = "softmax") -> list[list[object]]:
        record = json.loads((self.folder / ".mlprep" / "progress.json").read_text(encoding="utf-8"))
        return record["exercises"].get(name, {}).get("attempts", [])


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    return Shell(tmp_path / "practice")


def test_the_whole_loop(shell):
    """Start, starter code, wrong, right, progress."""
    begun = shell("start", "softmax")
    assert begun.returncode == 0
    assert "Softmax along an axis" in begun.stdout
    assert "workspace is" in begun.stderr
    unfinished = shell("check")
    assert (unfinished.returncode, unfinished.stdout.splitlines()[0]) == (1, "· softmax not finished yet")
    shell.answer(WRONG)
    wrong = shell("check", "softmax")
    assert wrong.returncode == 1
    assert "You normalized over the whole array" in wrong.stdout
    shell.answer(RIGHT)
    right = shell("check")
    assert right.returncode == 0
    assert "✓ softmax" in right.stdout
    assert [attempt[1] for attempt in shell.attempts()] == ["unfinished", "failed", "passed"]
    done = shell("progress")
    assert done.returncode == 0
    assert "1 of" in done.stdout


@pytest.mark.parametrize(
    "words", [("list",), ("progress",), ("check", "softmax"), ("doctor",), (), ("start", "softmax")]
)
def test_output_on_a_pipe_is_plain_text(shell, words):
    """No control codes, and nothing wider than the 80 columns a pipe is taken for, but for paths."""
    shell.answer(WRONG)
    said = shell(*words, COLUMNS="80")
    assert "\x1b" not in said.stdout + said.stderr
    assert not [line for line in said.stdout.splitlines() if len(line) > 80 and "/" not in line]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("start", "nosuchthing"), "no exercise called 'nosuchthing'"),
        (("start", "softmaxx"), "Did you mean softmax"),
        (("check", "softmaxx"), "Did you mean softmax"),
        (("check",), "No exercise is in progress"),
        (("check", "softmax"), "mlprep start softmax"),
        (("check", "softmax", "--file", "nowhere.py"), "no file nowhere.py"),
        (("check", "nowhere/softmax.py"), "no file nowhere/softmax.py"),
        (("check", "softmax", "--file", "."), "is a folder"),
        (("check", "./"), "is a folder"),
        (("check", "--all"), "no file to check"),
        (("list", "nosuchtopic"), "no topic or exercise called 'nosuchtopic'"),
        (("list", "--level", "silly"), "no level called 'silly'"),
        (("--workspace", "", "list"), "--workspace"),
    ],
)
def test_wrong_usage_says_what_to_do_next(shell, words, says, tmp_path):
    said = shell(*words, cwd=tmp_path)
    assert said.returncode == 2
    assert says in said.stderr
    assert len(said.stderr.strip().splitlines()) >= 2, "a message and a next step"
    assert "Traceback" not in said.stderr


def test_a_file_that_is_not_utf8_is_named_with_its_line(shell):
    shell.answer("").write_bytes(b"import numpy as np\n# caf\xe9\n")
    said = shell("check", "softmax")
    assert said.returncode == 2
    assert "not UTF-8: line 2 holds the byte 0xe9" in said.stderr


def test_a_fifo_does_not_hold_us(shell):
    shell.folder.mkdir()
    os.mkfifo(shell.folder / "softmax.py")
    said = shell("check", "softmax")
    assert said.returncode == 2
    assert "not a regular file" in said.stderr


@pytest.mark.parametrize("name", ["softmax", "SoftMax", "soft-max", "softmax_", "softmax.py"])
def test_names_are_forgiving(shell, name):
    shell.answer(RIGHT)
    assert shell("check", name).returncode == 0


def test_a_file_named_after_an_exercise_is_graded_where_it_lies(shell, tmp_path):
    (tmp_path / "softmax.py").write_text(RIGHT)
    assert shell("check", "softmax.py", cwd=tmp_path).returncode == 0
    (tmp_path / "mine.py").write_text(RIGHT)
    assert shell("check", "softmax", "--file", "mine.py", cwd=tmp_path).returncode == 0


def test_json_is_one_value_and_nothing_else(shell):
    shell.answer(WRONG)
    report = json.loads(shell("check", "softmax", "--json", "--seed", "5").stdout)
    assert report["exercise"] == "softmax"
    assert report["outcome"] == "failed"
    assert report["seed"] == 5
    assert "whole array" in report["diagnosis"]
    assert set(report["failure"]) >= {"case", "inputs", "expected", "got", "reason"}
    assert {"summary", "cases_passed", "cases_total", "notes", "output", "seconds"} <= set(report)
    assert report["cases_passed"] < report["cases_total"]
    (only,) = json.loads(shell("check", "--all", "--json").stdout)
    assert only["exercise"] == "softmax"
    listed = json.loads(shell("list", "--json").stdout)
    assert [each["state"] for each in listed if each["id"] == "softmax"] == ["started"]
    assert json.loads(shell("progress", "--json").stdout)["solved"] == 0


def test_seeds_repeat_a_check(shell):
    shell.answer(WRONG)
    one, two = (json.loads(shell("check", "softmax", "--json", "--seed", "9").stdout) for _ in range(2))
    one.pop("seconds"), two.pop("seconds")
    assert one == two


def test_an_existing_answer_is_kept_and_fresh_puts_it_aside(shell):
    shell.answer("# mine\n")
    kept = shell("start", "softmax")
    assert "was kept" in kept.stderr
    assert (shell.folder / "softmax.py").read_text() == "# mine\n"
    fresh = shell("start", "softmax", "--fresh")
    assert fresh.returncode == 0
    (aside,) = (shell.folder / ".mlprep" / "aside").iterdir()
    assert aside.read_text() == "# mine\n"
    assert str(aside) in fresh.stderr


def test_an_untouched_starter_file_loads_and_names_its_check(shell):
    shell("start", "softmax")
    assert "mlprep check softmax" in (shell.folder / "softmax.py").read_text().splitlines()[0]


def test_the_workspace_is_the_nearest_one_upward(shell, tmp_path):
    inner = tmp_path / "project" / "deep"
    inner.mkdir(parents=True)
    env = {"MLPREP_HOME": ""}
    assert shell("init", cwd=inner.parent, **env).returncode == 0
    assert shell("start", "softmax", cwd=inner, **env).returncode == 0
    assert (inner.parent / "softmax.py").is_file()


def test_a_workspace_that_cannot_be_written_costs_the_record_not_the_verdict(shell, tmp_path):
    (tmp_path / "file").write_text("in the way")
    answer = tmp_path / "softmax.py"
    answer.write_text(RIGHT)
    said = shell("--workspace", str(tmp_path / "file"), "check", str(answer))
    assert "✓ softmax" in said.stdout
    assert said.returncode == 0
    assert "file" in said.stderr


def test_a_record_that_knows_more_than_this_version_keeps_it(shell):
    shell("start", "softmax")
    path = shell.folder / ".mlprep" / "progress.json"
    record = json.loads(path.read_text())
    old = {**record["exercises"]["softmax"], "attempts": [[1, "passed", 5, 0, False, None]]}
    record["exercises"]["from_the_future"] = old
    path.write_text(json.dumps(record))
    shell.answer(RIGHT)
    assert shell("check").returncode == 0
    assert shell("list").returncode == 0
    assert json.loads(path.read_text())["exercises"]["from_the_future"] == old


def test_a_record_of_a_newer_version_is_left_alone(shell):
    shell("start", "softmax")
    path = shell.folder / ".mlprep" / "progress.json"
    path.write_text(path.read_text().replace('"version":1', '"version":99'))
    before = path.read_text()
    shell.answer(RIGHT)
    said = shell("check", "softmax")
    assert said.returncode == 0
    assert "newer" in said.stderr
    assert path.read_text() == before


def test_two_checks_at_once_are_both_recorded(shell):
    shell.answer(RIGHT)
    runs = [shell.start("check", "softmax") for _ in range(4)]
    assert [run.wait(60) for run in runs] == [0] * 4
    for run in runs:
        run.communicate()
    assert len(shell.attempts()) == 4


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_whatever_ends_a_check_no_process_stays(shell, end):
    shell.answer(RIGHT)
    assert shell("check", "softmax").returncode == 0
    shell.answer(SLOW)
    run = shell.start("check", "softmax")
    until = time.monotonic() + 20
    while len(marked(str(shell.folder))) < 4 and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.3)
    run.send_signal(end)
    _, said = run.communicate(timeout=60)
    assert all_end(str(shell.folder)), marked(str(shell.folder))
    assert "Traceback" not in said
    if end == signal.SIGINT:
        assert (run.returncode, said.strip()) == (130, "Stopped.")
    assert len(shell.attempts()) == 1, "what was recorded before is still there"


def test_check_all_judges_every_answer(shell):
    shell.answer(RIGHT)
    shell.answer("def autograd(): pass\n", "autograd")
    said = shell("check", "--all")
    assert said.returncode == 1
    assert "1 of 2 files pass" in said.stdout
    assert len(shell.attempts()) == 1


def test_spawned_candidates_reach_the_same_verdicts(shell):
    shell.answer(WRONG)
    said = shell("check", "softmax", MLPREP_SPAWN="1")
    assert said.returncode == 1
    assert "You normalized over the whole array" in said.stdout
    assert "one by one" in shell("doctor", MLPREP_SPAWN="1").stdout


def test_the_command_line_never_imports_numpy():
    code = "import sys, mlprep.cli, mlprep.views.verdict, mlprep.activities.practice, mlprep.learner.state; "
    code += "sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_the_user_prints_is_shown_as_text(shell):
    shell.answer("print('\\x1b[2J[bold red]boo[/]')\n" + WRONG)
    said = shell("check", "softmax")
    assert "\\x1b[2J[bold red]boo[/]" in said.stdout


def test_help_and_version(shell):
    assert shell("--help").returncode == 0
    assert shell("--version").stdout.startswith("mlprep 0.")


def test_the_program_under_test_is_the_installed_one_where_ci_says_so(shell):
    """With `MLPREP_PROGRAM`, nothing is taken from the checkout that the tests run in."""
    trees = json.loads(shell("doctor", "--json", cwd=catalogue.root).stdout)["exercises"]
    assert (str(catalogue.root) in trees) == ("MLPREP_PROGRAM" not in os.environ)
