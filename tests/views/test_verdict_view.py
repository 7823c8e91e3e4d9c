"""The verdict in the terminal: frames, inputs, and what comes last."""

from __future__ import annotations

import io
import re

from support import printed

from mlprep.views.text import make_console
from mlprep.views.verdict import show_verdict

REPORT = {
    "exercise": "kmeans", "outcome": "failed", "summary": "", "cases_passed": 0, "cases_total": 2,
    "parts": [{"name": "core", "part": "core", "passed": 0, "total": 2}],
    "beyond": [], "diagnosis": None, "diagnoses": [], "mistake": None, "notes": [], "output": "", "seed": 7,
    "seconds": 0.1,
}  # fmt: skip
FAILURE = {
    "case": "two",
    "part": "core",
    "inputs": None,
    "expected": None,
    "got": None,
    "reason": "No.",
    "kind": "values",
}


def test_a_frame_that_comes_again_and_again_is_shown_once():
    frames = [[2, "f", "return f(x)", "softmax.py"]] * 12
    lines = printed(show_verdict, {**REPORT, "failure": {**FAILURE, "kind": "crashed", "frames": frames}})
    assert [line for line in lines if "softmax.py:2" in line] == ["  softmax.py:2   return f(x)   (12 times)"]


def test_a_frame_is_a_link_where_a_terminal_takes_it_and_plain_text_elsewhere():
    report = {**REPORT, "path": "/a b/softmax.py", "failure": {**FAILURE, "frames": [[2, "f", "x", "softmax.py"]]}}
    stream = io.StringIO()
    console = make_console(stream, force_terminal=True, color_system="standard", legacy_windows=False)
    show_verdict(console, report)
    assert re.search(r"\x1b\]8;id=\d+;file:///a%20b/softmax\.py\x1b\\", stream.getvalue())
    assert "\x1b" not in "\n".join(printed(show_verdict, report))


def test_the_inputs_of_a_failing_case_stand_in_one_column():
    inputs = [("X", "shape (2, 1)\n[[1.], [2.]]"), ("centroids", "shape (2, 1)"), ("max_iters", "10")]
    lines = printed(show_verdict, {**REPORT, "failure": {**FAILURE, "inputs": inputs}})
    columns = {line.index(text) for line in lines for text in ("shape", "[[1.]", "10") if text in line}
    assert len(columns) == 1


def test_a_failing_check_ends_with_the_next_step_and_says_nothing_of_the_seed():
    lines = printed(show_verdict, {**REPORT, "failure": FAILURE})
    assert lines[-1] == "  mlprep hint"
    assert "seed" not in "\n".join(lines)
    assert "--seed 7" in "\n".join(printed(show_verdict, {**REPORT, "failure": FAILURE}, verbose=True))
