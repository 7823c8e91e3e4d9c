"""What `check` checks: which file, no notebook, and every file of the workspace whatever is wrong with one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mlprep.grading.client import EngineDied
from mlprep.learner.answer_file import read_source

MINE = "import numpy as np\n\n\ndef softmax(x, axis=-1):\n    return np.exp(x)\n"


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
