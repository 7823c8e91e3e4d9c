"""What `--format` prints is what editors read: real output, parsed by the patterns that docs/editors.md gives."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support import PROGRAM, RIGHT, WRONG, catalogue

PAGE = (Path(__file__).parent.parent / "docs" / "editors.md").read_text(encoding="utf-8")
SOURCES = {  # what is checked, and where the finding is
    "wrong values": (WRONG, 4, 1),
    "a crash": (WRONG.replace("e.sum", "e.smu"), 6, 5),
    "no Python": (WRONG.replace("-1)", "-1"), 4, 23),
    "a missing function": ("import numpy as np\n\n\n@staticmethod\ndef other(x):\n    return x\n", 5, 1),
    "an empty file": ("", 1, 1),
}


def block(language: str) -> str:
    return re.search(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)[1]


def vscode() -> re.Pattern[str]:
    """The pattern of the first task; the second has the same."""
    tasks = json.loads(block("json"))["tasks"]
    patterns = {task["problemMatcher"]["pattern"]["regexp"] for task in tasks}
    assert len(patterns) == 1
    groups = ("file", "line", "column", "severity", "message")
    assert [tasks[0]["problemMatcher"]["pattern"][key] for key in groups] == [1, 2, 3, 4, 5]
    return re.compile(patterns.pop())


def vim() -> re.Pattern[str]:
    """The errorformat, as a regular expression."""
    wanted, ignored = re.search(r"errorformat=(.*)", block("vim"))[1].replace("\\ ", " ").split(",")
    assert ignored == "%-G%.%#"  # whatever else there is
    for item, pattern in {
        "%f": "(.+)", "%l": r"(\d+)", "%c": r"(\d+)", "%t": "(.)", "%*[^:]": "[^:]+", "%m": "(.+)",
    }.items():  # fmt: skip
        assert item in wanted
        wanted = wanted.replace(item, pattern)
    return re.compile(f"^{wanted}$")


def emacs() -> re.Pattern[str]:
    """The regular expression of `compilation-error-regexp-alist-alist`."""
    found = re.search(r'\(mlprep "(.*)" 1 2 3 \(4\)\)', block("elisp"))[1].replace("\\\\", "\\")
    return re.compile(re.sub(r"\\([()|])", r"\1", found))


@pytest.mark.parametrize("pattern", [vscode, vim, emacs])
@pytest.mark.parametrize("case", SOURCES)
def test_a_finding_is_read_by_the_documented_pattern(learner, pattern, case):
    source, line, column = SOURCES[case]
    learner.folder.mkdir()
    learner.file().write_text(source)
    said = learner("check", "softmax", "--format", "gnu")
    first, *found, last = said.out.splitlines()
    assert said.code == 1
    matched = [pattern().match(each) for each in found]
    assert all(matched)
    assert matched
    assert matched[0].group(1, 2, 3) == (str(learner.file()), str(line), str(column))
    assert matched[0][4] in ("error", "e", None)
    assert not pattern().match(first)
    assert not pattern().match(last)


def held_together(lines: list[str]) -> bool:
    """Whether there is one opening line and, after it, one closing line, as VS Code waits for them."""
    background = json.loads(block("json"))["tasks"][1]["problemMatcher"]["background"]
    begun = [i for i, line in enumerate(lines) if re.match(background["beginsPattern"], line)]
    ended = [i for i, line in enumerate(lines) if re.match(background["endsPattern"], line)]
    return len(begun) == len(ended) == 1 and begun < ended


def test_the_lines_around_the_findings_are_those_that_vs_code_waits_for(learner):
    learner.folder.mkdir()
    for source in (RIGHT, WRONG, "", "def softmax(", "raise NotImplementedError"):
        learner.file().write_text(source)
        assert held_together(learner("check", "--all", "--format", "gnu").out.splitlines())


def test_watching_prints_the_same_lines_on_every_save(learner):
    learner.folder.mkdir()
    learner.file().write_text(WRONG)
    words = [*PROGRAM, "watch", "softmax", "--format", "gnu"]
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60)
    assert held_together(done.stdout.splitlines())
    assert any(vscode().match(line) for line in done.stdout.splitlines())


def test_a_pass_has_no_error_and_what_is_beyond_the_task_is_a_warning(learner):
    learner.folder.mkdir()
    learner.file().write_text(RIGHT)
    assert len(learner("check", "softmax", "--format", "gnu").out.splitlines()) == 2
    noted = next(path for path in sorted(catalogue.root.glob("tests/answers/*/beyond_*.py")))
    file = learner.file(noted.parent.name)
    file.write_bytes(noted.read_bytes())
    said = learner("check", noted.parent.name, "--format", "gnu")
    assert said.code == 0
    warnings = [line for line in said.out.splitlines() if vscode().match(line)]
    assert warnings
    assert all(": warning: Beyond the task: " in line for line in warnings)


def test_every_mistake_that_is_told_has_a_line(learner):
    learner.folder.mkdir()
    learner.file().write_text(WRONG)
    report = json.loads(learner("check", "softmax", "--json", "--seed", "1").out)
    lines = learner("check", "softmax", "--format", "gnu", "--seed", "1").out.splitlines()
    assert len(lines) == 2 + len(report["diagnoses"])
    assert all(each["text"] in line for each, line in zip(report["diagnoses"], lines[1:], strict=False))


def test_github_reads_the_findings_as_annotations(learner):
    learner.folder.mkdir()
    learner.file().write_text(WRONG.replace("e.sum", "e.smu"))
    lines = learner("check", "softmax", "--format", "github").out.splitlines()
    assert lines[1].startswith(f"::error file={learner.file()},line=6,col=5,title=mlprep::softmax.py:6 raises")


def test_a_format_that_is_none_is_refused(learner):
    said = learner("check", "softmax", "--format", "xml")
    assert (said.code, said.out) == (2, "")
    assert "Use gnu or github" in said.err
    said = learner("check", "softmax", "--format", "gnu", "--json")
    assert said.code == 2
    assert "cannot be combined" in json.loads(said.out)["error"]


@pytest.mark.skipif(shutil.which("vim") is None, reason="needs Vim")
def test_vim_itself_finds_the_place(learner, tmp_path):
    learner.folder.mkdir()
    learner.file().write_text(WRONG)
    output = tmp_path / "output.txt"
    output.write_text(learner("check", "softmax", "--format", "gnu").out)
    script = tmp_path / "script.vim"
    found = "join(map(getqflist(), {_, each -> bufname(each.bufnr) . '|' . each.lnum . '|' . each.type}), ';')"
    setting = re.search(r"setlocal (errorformat=.*)", block("vim"))[1]
    script.write_text(f"set {setting}\ncgetfile {output}\ncall writefile([{found}], '{tmp_path}/found')\nqall!\n")
    subprocess.run(["vim", "-u", "NONE", "-es", "-S", str(script)], check=False, timeout=60, stdin=subprocess.DEVNULL)
    assert (tmp_path / "found").read_text() == f"{learner.file()}|4|e\n"
