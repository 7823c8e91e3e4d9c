"""Control codes in paths, code and records: spelled out wherever they are printed, and never in the way."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import PROGRAM

import mlprep
from mlprep.escapes import safe

ODD = "pra\x1b]0;mine\x07\x9b2J\u202ec\u2066tice\udcff"  # the last is a byte that is no UTF-8
SPELLED = r"pra\x1b]0;mine\x07\x9b2J\u202ec\u2066tice\xff"
RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")


def test_control_codes_are_spelled_out_and_text_is_not():
    assert safe(ODD) == SPELLED
    assert safe(Path("a\tb\nc é ∑ \u3000")) == "a\tb\nc é ∑ \u3000"
    assert safe("one\r\ntwo\rthree\ud800") == "one\ntwo\\x0dthree\\ud800"


@pytest.fixture
def run(tmp_path):
    """Runs a command in a workspace whose name is full of control codes."""
    folder = tmp_path / ODD

    def command(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*PROGRAM, *words], capture_output=True, check=False, cwd=tmp_path, timeout=60,
            env={**os.environ, "MLPREP_HOME": str(folder), **env}, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        assert not RAW.search(out + err), (words, out, err)
        assert "broke" not in err
        assert done.returncode != 3
        return subprocess.CompletedProcess(words, done.returncode, out, err)

    command.folder = folder
    return command


def test_a_path_is_printed_with_its_control_codes_spelled_out(run, tmp_path):
    folder = run.folder
    assert SPELLED in run("start", "softmax").stdout
    assert SPELLED in run("init", str(folder)).stdout
    assert SPELLED in run("init", str(tmp_path / "new")).stdout, "MLPREP_HOME comes first"
    assert SPELLED in run("reset").stdout
    (folder / "softmax.py").write_text("# \x1b[31m red \x9b and \u202e more\n")
    assert SPELLED in run("reset").stderr
    assert SPELLED in run("history", "softmax", "--restore", "1").stdout
    assert r"# \x1b[31m red \x9b and \u202e more" in run("history", "softmax", "--show", "1").stdout
    assert SPELLED in run("check", "softmax", "--file", str(folder / "missing.py")).stderr
    assert SPELLED in run("check", str(folder / "softmax.txt")).stderr
    assert SPELLED in run("progress", "--export", str(folder / "a.svg")).stdout
    assert SPELLED in run("progress", "--export", str(folder / "a.pdf")).stderr
    assert SPELLED in "".join(run("doctor").stdout.split())  # folded at the width of a pipe
    assert r"--\x1b[31m" in run("check", "--\x1b[31m").stderr
    run("check", "softmax")
    run("list")
    run()
    for words in (("history", "softmax"), ("history", "softmax", "--show", "1"), ("check", "softmax"), ("doctor",)):
        json.loads(run(*words, "--json").stdout)


def test_a_watched_path_is_printed_likewise(run):
    run("start", "softmax")
    watching = subprocess.Popen(
        [*PROGRAM, "watch", "softmax"], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL,
        env={**os.environ, "MLPREP_HOME": str(run.folder)},
    )  # fmt: skip
    try:
        assert watching.stdout
        line = watching.stdout.readline().decode("utf-8")
    finally:
        watching.terminate()
        watching.communicate()
    assert SPELLED in line
    assert not RAW.search(line)


def test_lone_surrogates_in_a_record_edited_by_hand_are_shown_and_break_nothing(run, tmp_path):
    run("start", "softmax")
    path = run.folder / ".mlprep" / "progress.json"
    attempt = [1_700_000_000, "failed", 5, 0, False, "mist\ud800ake"]
    record = json.loads(path.read_text())
    record["current"] = "\udc80\ud800"
    record["exercises"]["soft\udfff"] = {"attempts": [attempt, [1_700_000_001, "f\ud800", 5, 0, False, "\ud800"]]}
    record["exercises"]["softmax"]["attempts"] = [attempt, attempt]
    path.write_text(json.dumps(record))
    assert "mist\\ud800ake" in run("history", "softmax").stdout
    for words in (
        ("progress",), ("progress", "--json"), ("progress", "--export", str(tmp_path / "a.svg")), (), ("list",),
        ("check",), ("next",), ("plan", "--until", "+9"),
    ):  # fmt: skip
        run(*words)
        path.write_text(json.dumps(record))


def test_only_one_function_prints():
    """What a command prints without a view goes through `say` or `print_json`; so nothing is forgotten."""
    package = Path(mlprep.__file__).parent
    found = []
    for path in [package / "cli.py", *package.glob("commands/*.py"), *package.glob("app/*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            calls = [node.func for node in ast.walk(function) if isinstance(node, ast.Call)]
            names = [call.id for call in calls if isinstance(call, ast.Name)]
            found += [f"{path.stem}.{function.name}"] * names.count("print")
    ours = [
        "asking.read_line", "base.print_json", "base.say", "cli.main", "completion.completion", "past_attempts.history",
    ]  # fmt: skip
    assert sorted(found) == ours
