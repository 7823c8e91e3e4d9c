"""Words on the command line that are no commands, and help that is asked for in words."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from support import PROGRAM

from mlprep import cli
from mlprep.cli import _COMMANDS


def run(*words: str) -> tuple[int, str, str]:
    done = subprocess.run([*PROGRAM, *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("softmax", "run `mlprep start softmax`"),
        ("Soft-Max", "run `mlprep start softmax`"),
        ("chek", "Did you mean `mlprep check`?"),
        ("xyzzy", "Run `mlprep --help`"),
    ],
)
def test_a_word_that_is_no_command_is_told_what_it_may_be(word, said):
    code, out, err = run(word)
    assert (code, out) == (2, "")
    assert said in err


def test_help_can_be_asked_for_in_words():
    assert run("help", "check")[:2] == run("check", "--help")[:2]
    assert run("help")[:2] == run("--help")[:2]
    assert run("help", "nosuch")[0] == 2


def test_help_names_every_command_once_by_what_it_is_for():
    out = run("--help")[1]
    for title in ("Practice:", "Get help, go back:", "Plan and progress:", "Set up:"):
        assert title in out
    for name in _COMMANDS:
        assert len(re.findall(rf"^  {name} ", out, re.MULTILINE)) == 1, name
    assert "..." not in out.partition("\n")[2], "every command is described in full"


GROUPS = {"dev": ("new", "check"), "pack": ("add", "list", "remove")}
WITH_HELP = [(name, *each) for name in _COMMANDS for each in [(inner,) for inner in GROUPS.get(name, ())] or [()]]


@pytest.mark.parametrize("words", WITH_HELP)
def test_the_help_of_every_command_has_two_examples_and_no_types(words, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["mlprep", *words, "--help"])
    assert cli.run(None) == 0
    out = capsys.readouterr().out
    _, _, examples = out.partition("Examples:\n")
    assert len([line for line in examples.splitlines() if "mlprep" in line]) == 2
    assert not re.search(r"<\w+|x>=|TEXT\.\.\.|INTEGER", out)
    assert max(map(len, out.splitlines())) <= 80


def test_the_version_has_a_short_option():
    assert run("-V") == run("--version")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", "--foo"), "There is no option --foo.\nRun `mlprep list --help` to see what it takes.\n"),
        (("list", "--tood"), "There is no option --tood. Did you mean --todo?"),
        (("start",), "Missing argument 'NAME'.\nRun `mlprep start --help`"),
        (("check", "--seed", "-1"), "-1 is not a seed.\nGive a number from 0 on"),
        (("plan", "--until", "+9", "--minutes", "3"), "3 minutes per day cannot be planned.\nGive 5 to 720 minutes."),
    ],
)
def test_wrong_usage_looks_like_every_other_error(words, said):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert said in err
    assert "╭" not in err


@pytest.mark.parametrize("words", [("list", "--search", "zzzzz"), ("list", "--due"), ("review",), ("list", "--done")])
def test_where_nothing_matches_or_is_due_nothing_is_wrong(words):
    code, out, err = run(*words)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 2


def test_exercises_are_found_by_what_people_call_them(learner):
    assert "multi_head_attention" in learner("start", "mha").err
    for text, name in (
        ("self-attention", "attention"), ("mha", "multi_head_attention"), ("optimizer", "adam_step"),
        ("optimiser", "adam_step"), ("batch normalisation", "batch_norm"), ("k-means", "kmeans"),
        ("tokenizer", "bpe_train"),
    ):  # fmt: skip
        assert f" {name} " in learner("list", "--search", text).out, text


def test_list_and_sheet_take_an_exercise_as_well_as_a_topic():
    assert re.findall(r"^  \S (\w+)", run("list", "softmax")[1], re.MULTILINE) == ["softmax"]
    out = run("sheet", "attention")[1]
    assert "Scaled Dot-Product Attention" in out
    assert "Positional" not in out
    assert "def attention" not in out
    assert "mlprep sheet attention --code" in " ".join(out.split())


def test_code_that_the_sheet_gives_away_is_recorded_as_seen(learner):
    assert "def attention" in learner("sheet", "attention", "--code").out
    entries = json.loads((learner.folder / ".mlprep" / "progress.json").read_text())["exercises"]
    assert entries["attention"]["solution"] is True


@pytest.mark.parametrize(
    "words", [(), ("start", "softmax"), ("reset", "softmax"), ("sheet", "softmax"), ("solution", "softmax", "--yes"),
              ("next",), ("review", "softmax"), ("review",), ("list",)]
)  # fmt: skip
def test_what_shows_something_prints_one_json_value_on_request(words):
    code, out, err = run(*words, "--json")
    assert code == 0, err
    assert json.loads(out)
    assert err == ""


def test_the_next_exercise_can_be_asked_for_by_an_editor():
    value = json.loads(run("next", "--json")[1])
    assert (value["exercise"], value["written"]) == ("softmax", True)
    assert value["path"].endswith("softmax.py")
    assert value["statement"].startswith("Softmax")


def test_init_says_what_to_do_next(tmp_path):
    assert "mlprep start softmax" in run("init", str(tmp_path / "here"))[1]
    assert "already a workspace" in run("init", str(tmp_path / "here"))[1]
