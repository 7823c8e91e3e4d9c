"""The results file: rows are kept as they come, in three formats, and a run that was killed loses and doubles none."""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest

from mlprep.classroom.results import Results
from mlprep.classroom.rows import Row, key, made, unread
from mlprep.errors import MlprepError

FORMATS = ("r.jsonl", "r.csv", "r.xml")


def row(person: str = "ada", exercise: str = "softmax", seed: int = 7, **changes: object) -> Row:
    report = {
        **unread("It <fails> & says \"so\",\n  in ünïcode.", seed),
        "outcome": "failed", "cases_passed": 1, "cases_total": 3, "seconds": 0.25,
        "parts": [{"name": "core", "part": "core", "passed": 1, "total": 3}],
        "diagnosis": "=1+1 is what\tyou \x1b[31m return", "beyond": [],
        **changes,
    }  # fmt: skip
    return made(person, exercise, f"{person}/{exercise}.py", "ab" * 32, {"h.py": "cd"}, report)  # type: ignore[arg-type]


def kept(path: Path) -> list[Row]:
    results = Results(path)
    try:
        return [*results.rows(results._places)]
    finally:
        results.close()


def write(path: Path, *rows: Row, finish: bool = True) -> None:
    results = Results(path)
    for each in rows:
        results.add(each)
    if finish:
        results.finish()
    results.close()


@pytest.mark.parametrize("name", FORMATS)
def test_rows_come_back_as_they_were(tmp_path, name):
    rows = [row("ada"), row("'ben", mistake="axis", failure={"reason": "r", "case": None}), row("=cat", diagnosis=None)]
    write(tmp_path / name, *rows)
    assert sorted(kept(tmp_path / name), key=key) == sorted(rows, key=key)
    assert sorted(os.listdir(tmp_path)) == sorted({name} | ({f"{name}.part"} if name != "r.jsonl" else set()))


@pytest.mark.parametrize("name", FORMATS)
def test_a_run_that_was_killed_keeps_its_rows_and_drops_the_half_written_one(tmp_path, name):
    write(tmp_path / name, row("ada"))
    write(tmp_path / name, row("ben"), row("cat"), finish=False)
    journal = tmp_path / (name if name == "r.jsonl" else f"{name}.part")
    with open(journal, "ab") as file:
        file.write(json.dumps(row("dan")).encode()[:-20])
    write(tmp_path / name, row("dan"))
    assert sorted(each["person"] for each in kept(tmp_path / name)) == ["ada", "ben", "cat", "dan"]


def test_a_last_line_without_its_newline_is_not_run_into(tmp_path):
    path = tmp_path / "r.jsonl"
    write(path, row("ada"))
    path.write_bytes(path.read_bytes().rstrip())
    write(path, row("ben"))
    assert [each["person"] for each in kept(path)] == ["ada", "ben"]


def test_a_row_is_known_by_person_exercise_contents_and_seed(tmp_path):
    write(tmp_path / "r.jsonl", row())
    results = Results(tmp_path / "r.jsonl")
    assert key(row()) in results
    assert results.seed == 7
    for other in (
        row("ben"),
        row(exercise="attention"),
        row(seed=8),
        {**row(), "sha256": ""},
        {**row(), "helpers": {}},
    ):
        assert key(other) not in results
    results.close()


def test_what_failed_through_us_is_tried_once_more(tmp_path):
    write(tmp_path / "r.jsonl", row("ada", outcome="grader_error"), row("ben"))
    write(tmp_path / "r.jsonl", row("ada"))
    assert [(each["person"], each["outcome"]) for each in kept(tmp_path / "r.jsonl")] == [
        ("ben", "failed"),
        ("ada", "failed"),
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_is_not_ours_is_left_alone(tmp_path, name):
    (tmp_path / name).write_text("name,grade\nada,1\n")
    with pytest.raises(MlprepError) as caught:
        Results(tmp_path / name)
    assert "left unchanged" in caught.value.message
    assert (tmp_path / name).read_text() == "name,grade\nada,1\n"
    assert os.listdir(tmp_path) == [name]


@pytest.mark.parametrize("name", ["r.txt", "missing/r.jsonl"])
def test_a_place_that_cannot_be_written_is_told(tmp_path, name):
    with pytest.raises(MlprepError):
        Results(tmp_path / name)


def test_two_runs_do_not_write_one_file(tmp_path):
    first = Results(tmp_path / "r.jsonl")
    with pytest.raises(MlprepError, match="Another"):
        Results(tmp_path / "r.jsonl")
    first.close()


def test_no_cell_is_a_formula(tmp_path):
    write(tmp_path / "r.csv", row("=cmd()"))
    assert "\n'=cmd()," in (tmp_path / "r.csv").read_text()


def test_junit_tells_outcomes_as_other_tools_read_them(tmp_path):
    rows = [row("ada", outcome="passed"), row("ben"), row("cat", outcome="unfinished"), row("dan", outcome="timeout")]
    write(tmp_path / "r.xml", *rows, row("ada", "attention", outcome="passed"))
    root = ElementTree.parse(tmp_path / "r.xml").getroot()
    suites = {suite.get("name"): suite for suite in root}
    assert list(suites) == ["attention", "softmax"]
    tags = {case.get("name"): [child.tag for child in case][1:] for case in suites["softmax"]}
    assert tags == {
        "ada (ada/softmax.py)": [], "ben (ben/softmax.py)": ["failure"], "cat (cat/softmax.py)": ["skipped"],
        "dan (dan/softmax.py)": ["error"],
    }  # fmt: skip
