"""Words on the command line that are no commands, and help that is asked for in words."""

from __future__ import annotations

import subprocess
import sys

import pytest


def run(*words: str) -> tuple[int, str, str]:
    done = subprocess.run([sys.executable, "-m", "mlprep", *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("softmax", "run `mlprep start softmax`"),
        ("Soft-Max", "run `mlprep start softmax`"),
        ("chek", "Did you mean `mlprep check`?"),
        ("xyzzy", "Run `mlprep --help`"),
    ],
)
def test_a_word_that_is_no_command_is_told_what_it_may_be(word, said):
    code, out, err = run(word)
    assert (code, out) == (2, "")
    assert said in err


def test_help_can_be_asked_for_in_words():
    assert run("help", "check")[:2] == run("check", "--help")[:2]
    assert run("help")[:2] == run("--help")[:2]
    assert run("help", "nosuch")[0] == 2
