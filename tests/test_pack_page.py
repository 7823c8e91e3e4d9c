"""docs/packs.md: the example is written into an empty folder, and everything on the page is done with it."""

from __future__ import annotations

import shlex
from pathlib import Path

import pack_example
import pytest


def shell(learner, text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a block of commands as a reader would; what they print."""
    printed = ""
    for line in text.splitlines():
        words = shlex.split(line)
        if words[0] == "cd":
            monkeypatch.chdir(words[1])
            continue
        assert words[0] == "mlprep"
        said = learner(*words[1:])
        printed += said.out + said.err
    return printed


def test_everything_on_the_page_works(learner, tmp_path, monkeypatch):
    pack_example.write(tmp_path / "acme")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("mlprep.commands.pack_commands.confirm", lambda *_: True)
    prove, add, wrong, check, diagnosis, right = (text for _, text in pack_example.others())
    assert "score_margin is sound" in shell(learner, prove, monkeypatch)
    assert "returns (n,): the margins, none below 0" in shell(learner, add, monkeypatch)
    file = learner.file("acme__score_margin")
    assert "def score_margin" in file.read_text()
    file.write_text(wrong)
    printed = shell(learner, check, monkeypatch)
    assert "✗ acme/score_margin" in printed
    assert " ".join(diagnosis.split()) in " ".join(printed.split())
    file.write_text(right)
    assert "✓ acme/score_margin" in shell(learner, check, monkeypatch)


@pytest.mark.parametrize("path", pack_example.files(), ids=str)
def test_the_lines_of_the_example_fit_the_widths_that_are_asked_for(path):
    text = pack_example.files()[path]
    assert max(map(len, text.splitlines())) <= (
        79 if Path(path).parts[0] == "exercises" and path.endswith(".py") else 120
    )
