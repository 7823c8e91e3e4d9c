"""The magics without IPython: a shell that only remembers what it is given. `test_notebook` has a real kernel."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

import mlprep
from mlprep.notebook import magic
from mlprep.notebook.desk import in_notebook

RIGHT = "import numpy as np\ndef relu(x):\n    return np.maximum(x, 0)\n"


class Shell:
    """Remembers."""

    def __init__(self) -> None:
        self.magics_manager = SimpleNamespace(magics={"line": {}, "cell": {}})
        self.display_pub = SimpleNamespace(publish=self._publish)
        self.text = self.html = ""
        self.next_input = None

    def register_magic_function(self, function, magic_kind, magic_name):
        assert magic_kind == "line_cell"
        self.magics_manager.magics = {"line": {magic_name: function}, "cell": {magic_name: function}}

    def set_next_input(self, text):
        self.next_input = text

    def _publish(self, data):
        self.text, self.html = data["text/plain"], data["text/html"]

    def line(self, words):
        self.magics_manager.magics["line"]["mlprep"](words)
        return self.text

    def cell(self, words, code):
        self.magics_manager.magics["cell"]["mlprep"](words, code)
        return self.text


@pytest.fixture
def shell(learner):
    shell = Shell()
    mlprep.load_ipython_extension(shell)
    yield shell
    mlprep.unload_ipython_extension(shell)


def test_a_session_in_a_notebook_is_in_the_same_record_as_the_terminal(shell, learner, capsys):
    assert "begins with %%mlprep relu" in shell.line("start relu")
    assert shell.next_input.startswith("%%mlprep relu\nimport numpy")
    assert shell.cell("", RIGHT.replace("maximum", "minimum")).startswith("✗ relu")
    assert shell.cell("relu", RIGHT).startswith("✓ relu")
    assert [each.outcome for each in learner.progress.attempts("relu")] == ["failed", "passed"]
    assert "return x" not in learner.file("relu").read_text(encoding="utf-8")
    assert '"outcome": "passed"' in learner("history", "relu", "--json").out
    shell.cell("relu --json --seed 3", RIGHT)
    assert json.loads(capsys.readouterr().out)["seed"] == 3


def test_a_fault_of_ours_is_a_sentence_with_the_place_of_its_report(shell, monkeypatch):
    def breaks(*_):
        raise RuntimeError("no")

    monkeypatch.setattr("mlprep.notebook.desk.practice.start", breaks)
    said = " ".join(shell.line("start relu").split())
    assert said.startswith("mlprep failed. The report is in ")
    assert "Traceback" not in said


def test_an_interrupt_is_no_fault_and_leaves_no_engine(shell, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("mlprep.activities.referee.Referee.take", interrupted)
    assert "Stopped." in shell.cell("relu", RIGHT)
    monkeypatch.undo()


def test_unloading_takes_the_magics_back(shell):
    mlprep.unload_ipython_extension(shell)
    assert shell.magics_manager.magics == {"line": {}, "cell": {}}
    mlprep.load_ipython_extension(shell)


@pytest.mark.parametrize(
    ("said", "here"),
    [
        ("Run `mlprep start NAME`", "Run `%mlprep start NAME`"),
        ("give a name: `mlprep check NAME`", "give a name: `%%mlprep NAME`"),
        ("`%mlprep start softmax` or `%%mlprep softmax`", "`%mlprep start softmax` or `%%mlprep softmax`"),
        ("mlprep solution --diff", "mlprep solution --diff"),
        ("mlprep list", "mlprep list"),
    ],
)
def test_commands_are_told_as_a_notebook_takes_them(said, here):
    assert in_notebook(said) == here


def test_one_desk_serves_however_often_the_extension_is_loaded(shell):
    mlprep.load_ipython_extension(shell)
    assert len(magic._desks) == 1
