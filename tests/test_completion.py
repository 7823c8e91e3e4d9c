"""What a shell offers when Tab is pressed, in the real shells where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs these shells")

SHELLS = [
    pytest.param(name, marks=pytest.mark.skipif(shutil.which(name) is None, reason=f"there is no {name}"))
    for name in ("bash", "zsh", "fish")
]
START = {
    "bash": (["--norc", "--noprofile", "-i"], "source <(mlprep completion bash)"),
    "zsh": (["-f", "-i"], "autoload -Uz compinit; compinit -D -u; source <(mlprep completion zsh)"),
    "fish": (["--no-config", "--interactive"], "mlprep completion fish | source"),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder, and an ``mlprep`` on the path."""
    command = tmp_path / "bin" / "mlprep"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m mlprep "$@"\n')
    command.chmod(0o755)
    (tmp_path / "home").mkdir()
    for name, value in {"PATH": f"{command.parent}:{os.environ['PATH']}", "HOME": str(tmp_path / "home")}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("MLPREP_HOME", str(tmp_path / "practice"))
    monkeypatch.chdir(tmp_path / "home")
    return tmp_path / "home"


CASES = [
    ("mlprep compl", "mlprep completion"),
    ("mlprep check log_soft", "mlprep check log_softmax"),
    ("mlprep start log_soft", "mlprep start log_softmax"),
    ("mlprep sheet activ", "mlprep sheet activations"),
    ("mlprep list --level med", "mlprep list --level medium"),
    ("mlprep list --lev", "mlprep list --level"),
    ("mlprep completion fi", "mlprep completion fish"),
    ("mlprep dev che", "mlprep dev check"),
    ("mlprep --workspace x history log_soft", "mlprep --workspace x history log_softmax"),
    ("mlprep check --file answ", "mlprep check --file answer.py"),
]
TO_THE_START, TO_THE_END = "\x01", "\x05"


@pytest.mark.parametrize("shell", SHELLS)
def test_tab_completes_what_can_follow(home, shell):
    """In a terminal: a line is typed in part, completed by Tab, and then printed by the shell instead of run."""
    (home / "answer.py").touch()
    words, setup = START[shell]
    env = {**os.environ, "TERM": "dumb"}
    child = pexpect.spawn(shell, words, encoding="utf-8", timeout=60, dimensions=(50, 200), env=env)
    child.sendline(f"{setup}; echo re''ady")
    child.expect("ready\r")
    for typed, whole in CASES:
        child.send(f"{typed}\t{TO_THE_START}echo '<' {TO_THE_END} '>'\r")
        child.expect("< (mlprep [^'\r]*) >\r")
        assert child.match[1].strip() == whole
    child.close(force=True)


def test_the_script_is_printed_and_nothing_is_written(home):
    for shell in START:
        done = subprocess.run(["mlprep", "completion", shell], capture_output=True, text=True, check=False, timeout=60)
        assert (done.returncode, done.stderr) == (0, "")
        assert "_MLPREP_COMPLETE" in done.stdout
    assert list(home.iterdir()) == []
    assert not (home.parent / "practice").exists()


def test_another_shell_is_refused_with_those_there_are(learner):
    said = learner("completion", "sh")
    assert said.code == 2
    assert "no completion for 'sh'" in said.err
    assert "bash, zsh, fish" in said.err


def test_the_options_that_write_into_the_home_folder_are_gone(learner):
    assert "completion" in learner("--help").out
    assert "--install-completion" not in learner("--help").out
    assert learner("--install-completion").code == 2
