"""`--json`: one value on standard output whatever happens, and nothing kept from the script that reads it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from support import PROGRAM, RIGHT


def one_value(text: str) -> Any:
    assert text.isascii()
    assert text.count("\n") == 1
    return json.loads(text)


# Errors


@pytest.mark.parametrize(
    "words",
    [
        ("check", "nosuchthing"),
        ("check",),
        ("check", "softmax"),
        ("check", "--all"),
        ("check", "softmax", "--watch"),
        ("check", "--nosuch"),
        ("check", "softmax", "--seed", "many"),
        ("list", "nosuchtopic"),
        ("list", "--level", "silly"),
        ("hint",),
        ("history",),
        ("history", "softmax", "--restore", "1"),
        ("history", "softmax", "--show", "1"),
        ("plan",),
        ("plan", "--until", "yesterday"),
        ("progress", "--export", "picture.pdf"),
        ("dev", "check", "nosuchthing"),
        ("pack", "add", "nosuchfolder"),
        ("pack", "remove", "nosuchpack"),
        ("--nosuch", "list"),
        ("nosuch",),
    ],
)
def test_wrong_usage_is_one_object_with_what_to_do_next(learner, words):
    said = learner(*words, "--json")
    assert said.code == 2
    value = one_value(said.out)
    assert {*value} == {"error", "next_step"}
    assert value["error"].endswith((".", "'", "?", "nosuch"))
    assert value["next_step"]
    assert said.err == ""


def test_a_fault_of_ours_is_an_object_as_well(learner, monkeypatch):
    monkeypatch.setattr("mlprep.learner.summary.summarize", lambda *_: 1 / 0)
    said = learner("progress", "--json")
    assert said.code == 3
    value = one_value(said.out)
    assert "ZeroDivisionError" in value["error"]
    assert "The report is in" in value["next_step"]
    assert said.err == ""


def test_json_after_two_dashes_is_a_name(learner):
    said = learner("check", "--", "--json")
    assert (said.code, said.out) == (2, "")


def test_what_was_done_before_an_error_is_in_it(learner):
    learner("start", "softmax")
    learner("hint")
    (learner.folder / ".mlprep" / "progress.json").write_text("{")
    value = one_value(learner("plan", "--json").out)
    assert "There is no plan yet" in value["error"]
    assert "progress.json was damaged and is now" in value["notes"][0]


# What could not be recorded, and what was put aside


@pytest.mark.parametrize("words", [("check", "softmax"), ("check", "--all")])
@pytest.mark.parametrize(
    ("content", "says"), [("{", "was damaged and is now"), ('{"version":99,"exercises":{}}', "newer mlprep")]
)
def test_a_check_tells_what_happened_to_the_record(learner, words, content, says):
    learner("start", "softmax")
    learner("hint")
    learner.file().write_text(RIGHT)
    (learner.folder / ".mlprep" / "progress.json").write_text(content)
    said = learner(*words, "--json")
    value = one_value(said.out)
    report = value[0] if "--all" in words else value
    assert report["outcome"] == "passed"
    assert says in " ".join(report["notes"])
    assert (said.code, said.err) == (0, "")
    assert says not in learner(*words, "--json").out or "99" in content


def test_a_check_that_could_not_be_recorded_says_so(learner, monkeypatch):
    learner("start", "softmax")
    learner.file().write_text(RIGHT)
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    report = one_value(learner("check", "softmax", "--json").out)
    assert report["outcome"] == "passed"
    assert [note for note in report["notes"] if "could not be recorded: No space left on device" in note]


@pytest.mark.parametrize(
    "words", [("hint", "softmax"), ("history", "softmax"), ("progress",), ("doctor",), ("plan", "--until", "+9")]
)
def test_other_commands_tell_it_in_their_notes(learner, words):
    assert one_value(learner(*words, "--json").out)["notes"] == []
    learner("start", "softmax")
    (learner.folder / ".mlprep" / "progress.json").write_text("{")
    said = learner(*words, "--json")
    assert "was damaged" in one_value(said.out)["notes"][0]
    assert said.err == ""


def test_a_list_has_no_place_for_notes_so_they_are_on_standard_error(learner):
    learner("start", "softmax")
    learner("hint")
    (learner.folder / ".mlprep" / "progress.json").write_text("{")
    said = learner("list", "--json")
    assert isinstance(one_value(said.out), list)
    assert "was damaged" in said.err


def test_where_the_workspace_is_new_only_people_are_told(tmp_path: Path):
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "softmax.py").write_text(RIGHT)
    command = [*PROGRAM, "--workspace", str(folder), "check", "softmax"]
    done = subprocess.run([*command, "--json"], capture_output=True, text=True, check=False, timeout=60)
    assert one_value(done.stdout)["notes"] == []
    assert (folder / ".mlprep").is_dir()


@pytest.mark.parametrize("words", [("check", "softmax"), ("check", "--all")])
def test_a_broken_grader_leaves_its_report_and_says_where(learner, monkeypatch, words):
    learner("start", "softmax")
    broken = {**REPORT, "outcome": "grader_error", "traceback": "Traceback of a grader"}
    monkeypatch.setattr("mlprep.activities.session.Session.check", lambda *_: {**broken})
    monkeypatch.setattr("mlprep.activities.session.Session.check_all", lambda *_: iter([{**broken}]))
    said = learner(*words, "--json")
    assert said.code == 3
    value = one_value(said.out)
    report = value[0] if "--all" in words else value
    assert "traceback" not in report
    (kept,) = (learner.folder / ".mlprep" / "reports").iterdir()
    assert "Traceback of a grader" in kept.read_text()
    assert str(kept) in report["notes"][-1]
    said = learner(*words)
    assert said.code == 3
    assert ".mlprep/reports/" in said.err


REPORT = {
    "exercise": "softmax", "summary": "", "cases_passed": 0, "cases_total": 0, "parts": [], "beyond": [],
    "diagnosis": None, "diagnoses": [], "mistake": None, "failure": None, "notes": [], "output": "", "seed": 1,
    "seconds": 0.1,
}  # fmt: skip


# Options that act


def test_json_keeps_no_option_from_doing_its_work(learner, tmp_path):
    learner("start", "softmax")
    learner.file().write_text("# mine\n")
    learner("reset")
    shown = one_value(learner("history", "--show", "1", "--json").out)
    assert shown["source"] == "# mine\n"
    restored = one_value(learner("history", "--restore", "1", "--json").out)
    assert restored["restored"]["number"] == 1
    assert restored["path"] == str(learner.file())
    assert learner.file().read_text() == "# mine\n"
    learner("plan", "--until", "+9")
    assert one_value(learner("plan", "--drop", "--json").out)["plan"] is None
    picture = tmp_path / "progress.svg"
    one_value(learner("progress", "--export", str(picture), "--json").out)
    assert picture.is_file()
