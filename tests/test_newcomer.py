"""What a newcomer stumbled over: one test for each thing that was wrong where it is held nowhere else."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import pytest
from learner import DAY, FIRST, MINUTE, at
from rich.console import Console
from support import catalogue

from mlprep.authoring.proof_parts import Proof
from mlprep.content.statement import statement
from mlprep.learner.record import PASSED
from mlprep.views import code, hints, lists, proof
from mlprep.views.verdict import show_verdict

WIDE = "logistic_regression_gradients"  # the longest name
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


def printed(show, *arguments, width: int = 80, terminal: bool = False, **options) -> list[str]:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, highlight=False, markup=False, emoji=False, force_terminal=terminal, color_system=None
    )
    show(console, *arguments, **options)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize("width", [50, 80])
def test_the_home_page_fits_and_its_columns_never_touch(learner, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    learner.solve(WIDE, days_ago=9)
    learner("plan", "--until", "+9", "--minutes", "60")
    learner("start", WIDE)
    out = learner().out
    assert max(map(len, out.splitlines())) <= width
    assert not re.search(rf"{WIDE}\w", out)
    lines = out.splitlines()
    assert all(
        line.startswith(" ") or line[:14].rstrip() in ("In progress", "Today", "Next", "Due") for line in lines[1:]
    )


def test_what_dev_check_says_has_a_space_after_the_longest_name():
    found = Proof(WIDE, WIDE, [], [], [], [], 21, 0, 1.0, False)
    assert f"{WIDE} 100.0%" in printed(proof.show_proof, found, 1, 2, catalogue.root)[0]


@pytest.mark.parametrize("width", [50, 80, 100])
def test_no_line_of_a_statement_is_wider_than_the_window(width):
    for exercise in catalogue.exercises.values():
        lines = printed(lists.show_statement, exercise, statement(catalogue, exercise), width=width)
        assert max(map(len, lines)) <= width, exercise.id


def test_code_that_a_terminal_would_wrap_is_folded_further_in_and_else_left_as_it_is():
    source = "def f(x):\n    return np.exp(x - np.max(x, axis=-1, keepdims=True)) / np.sum(np.exp(x), axis=-1)\n"
    assert printed(code.show_code, source.rstrip(), width=50) == source.splitlines()
    folded = printed(code.show_code, source, width=50, terminal=True)
    assert max(map(len, folded)) <= 50
    assert all(line.startswith("        ") for line in folded[2:] if line)
    assert "".join("".join(folded).split()) == "".join(source.split())


def test_double_backticks_of_a_docstring_are_not_shown():
    for name in ("attention", "rope", "kv_cache"):
        from mlprep.content.reference_solution import reference

        lines = printed(hints.show_solution, reference(catalogue, catalogue.find(name)))
        prose = [line for line in lines if line.startswith("  ") and not line.startswith("    ")]
        assert "``" not in "\n".join(prose)


def test_a_frame_that_comes_again_and_again_is_shown_once():
    frames = [[2, "f", "return f(x)", "softmax.py"]] * 12
    lines = printed(show_verdict, {**REPORT, "failure": {**FAILURE, "kind": "crashed", "frames": frames}})
    assert [line for line in lines if "softmax.py:2" in line] == ["  softmax.py:2   return f(x)   (12 times)"]


def test_a_frame_is_a_link_where_a_terminal_takes_it_and_plain_text_elsewhere():
    report = {**REPORT, "path": "/a b/softmax.py", "failure": {**FAILURE, "frames": [[2, "f", "x", "softmax.py"]]}}
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="standard", legacy_windows=False)
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


def test_the_history_speaks_in_words_under_a_heading(learner):
    def change(progress):
        progress.start("softmax", learner.now - 9 * MINUTE)
        for minute, (outcome, kind) in enumerate([("failed", "none"), ("error", "missing"), ("timeout", "timeout")], 1):
            progress.record("softmax", outcome, learner.now - (9 - minute) * MINUTE, kind)
        progress.record("softmax", PASSED, learner.now, None, 0)

    learner.change(change)
    lines = learner("history", "softmax").out.splitlines()
    assert lines[2].split() == ["when", "outcome", "on", "the", "clock"]
    for words in ("nothing returned", "a function is missing", "timed out", "9:00"):
        assert words in "\n".join(lines)
    assert lines[6].endswith("★")


def test_the_sheet_without_a_topic_lists_its_sections_and_all_is_asked_for(learner):
    contents = learner("sheet").out
    assert len(contents.splitlines()) < 90
    assert "mlprep sheet --all" in contents
    assert "def " not in contents
    assert len(learner("sheet", "--all").out.splitlines()) > 500


def test_no_heading_of_the_sheet_comes_twice_in_a_row(learner):
    lines = [line.strip().lower() for line in learner("sheet", "--all").out.splitlines() if line.strip()]
    headings = {topic.title.lower() for topic in catalogue.topics}
    assert not [line for line, following in pairwise(lines) if line == following and line in headings]


def test_restoring_what_passed_says_what_it_counts_as_and_so_does_the_pass(learner):
    learner.solve("softmax", days_ago=9)
    kept = learner.folder / ".mlprep" / "passed"
    kept.mkdir()
    (kept / "softmax.2024-02-24-120000.py").write_text("import numpy as np\n")
    learner("review", "softmax")
    assert "counts as having seen the solution" in learner("history", "softmax", "--restore", "1").out
    assert learner.progress.data["exercises"]["softmax"]["solution"] is True


def test_a_day_that_has_begun_is_the_first_of_a_plan_and_the_interview_is_not_in_it(learner):
    learner.now = at(FIRST, 23)
    out = learner("plan", "--until", "+3", "--minutes", "45").out
    assert [word for word in ("Mar  4", "Mar  6", "Mar  7") if word in out] == ["Mar  4", "Mar  6"]
    assert learner.now < at(FIRST) + DAY
