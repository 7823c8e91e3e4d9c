"""Which editor opens the code, and whether it needs the terminal."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mlprep.activities import editor
from mlprep.errors import MlprepError

FILE = Path("/home/me/my code/softmax.py")


def test_the_users_editor_gets_the_terminal():
    assert editor.choose(FILE, {"EDITOR": "vim -n"}) == (("vim", "-n", str(FILE)), False)
    assert editor.choose(FILE, {"EDITOR": "vim", "VISUAL": "nano"}).command[0] == "nano"


def test_a_command_of_ones_own_comes_first():
    assert editor.choose(FILE, {"EDITOR": "vim", "TMUX": "1", "ZELLIJ": "0"}, "hx") == (("hx", str(FILE)), False)


def test_inside_something_larger_it_opens_beside(tmp_path):
    code = tmp_path / "code"
    code.touch(0o755)
    vscode = {"TERM_PROGRAM": "vscode", "PATH": str(tmp_path), "EDITOR": "vim"}
    assert editor.choose(FILE, vscode) == (("code", "--reuse-window", str(FILE)), True)
    assert not editor.choose(FILE, {**vscode, "PATH": ""}).beside, "VS Code's command is not there"
    assert editor.choose(FILE, {"ZELLIJ": "0"}).command[:2] == ("zellij", "action")
    split = editor.choose(FILE, {"TMUX": "1", "EDITOR": "vim"})
    assert split.command[-1] == f"vim '{FILE}'"
    assert split.beside


@pytest.mark.parametrize("environ", [{}, {"TMUX": "1"}, {"EDITOR": "vim 'open"}])
def test_without_an_editor_it_says_what_to_set(environ):
    with pytest.raises(MlprepError, match=r"EDITOR|editor"):
        editor.choose(FILE, environ)


def test_an_editor_that_does_not_start_is_told(tmp_path):
    with pytest.raises(MlprepError, match="did not start"):
        editor.run(editor.Editor((str(tmp_path / "none"),), beside=False))
    if os.name == "posix":
        with pytest.raises(MlprepError, match="exit code 1"):
            editor.run(editor.Editor(("false",), beside=True))
