"""Packs: exercises from elsewhere are in every command, and nothing that is wrong with one stops mlprep."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pack_example
import pytest
from support import catalogue

from mlprep.content.catalogue import Catalogue, base_of, round_names
from mlprep.content.names import file_stem, from_file
from mlprep.content.packs import Pack
from mlprep.errors import UnknownName
from mlprep.grading.launching import hidden_trees, packs_file

ID = f"acme/{pack_example.NAME}"
ROWS = "exercises/scores/topic.toml"


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    """The example of the page, as a folder that was not added yet."""
    return pack_example.write(tmp_path / "acme")


@pytest.fixture
def added(learner, acme: Path) -> Path:
    assert learner("pack", "add", str(acme), "--yes").code == 0
    return acme


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def add_exercise(pack: Path, name: str, topic: str = "scores") -> None:
    """Another exercise like the one of the example."""
    for tree in ("exercises", "solutions", "graders"):
        (pack / tree / topic).mkdir(exist_ok=True)
        shutil.copy(pack / tree / "scores" / f"{pack_example.NAME}.py", pack / tree / topic / f"{name}.py")
    head, mark, row = (pack / ROWS).read_text(encoding="utf-8").partition("[[exercise]]")
    path = pack / "exercises" / topic / "topic.toml"
    before = path.read_text(encoding="utf-8") if path.exists() else head
    path.write_text(before + mark + row.replace(f'id = "{pack_example.NAME}"', f'id = "{name}"'), encoding="utf-8")


# Names


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (ID, ID),
        ("Acme/Score-Margin", ID),
        ("acme__score_margin", ID),
        ("acme__score_margin.py", ID),
        ("score_margin", ID),
        ("acme/sc", ID),
        ("score_margin_debug", f"{ID}_debug"),
        (f"{ID}_debug", f"{ID}_debug"),
        ("acme/test_score_margin", "acme/test_score_margin"),
        ("acme__test_score_margin", "acme/test_score_margin"),
    ],
)
def test_an_exercise_of_a_pack_is_found_by_all_its_names(acme, typed, meant):
    assert Catalogue(packs=[Pack("acme", acme)]).find(typed).id == meant


def test_a_pack_never_changes_what_a_name_of_ours_means(acme):
    for name in ("softmax", "soft", "log_softmax"):
        add_exercise(acme, name)
    merged = Catalogue(packs=[Pack("soft", acme), Pack("test", acme)])
    for typed in ("softmax", "softmax_debug", "test_softmax", "SoftMax", "softmax.py", "sigm"):
        assert merged.find(typed) == catalogue.find(typed)
    assert merged.find("soft/softmax").id == "soft/softmax"
    assert merged.find("test/softmax").id == "test/softmax"
    with pytest.raises(UnknownName):
        merged.find("soft__max")  # neither softmax nor an exercise of the pack


def test_the_files_of_no_two_exercises_and_rounds_have_one_name():
    ids = ["softmax", "acme/softmax", "acme_x/softmax", "acme/x_softmax", "test/softmax", "test_acme/softmax"]
    names = [*ids, *(each for name in ids for each in round_names(name))]
    stems = [file_stem(name) for name in names]
    assert len(set(stems)) == len(names)
    assert [from_file(stem) for stem in stems] == names


def test_a_round_of_a_pack_is_known_by_its_name():
    assert round_names("acme/softmax") == ("acme/softmax_debug", "acme/test_softmax")
    assert base_of("acme/softmax_debug") == ("debug", "acme/softmax")
    assert base_of("acme/test_softmax") == ("tests", "acme/softmax")
    assert base_of("test_acme/softmax") == ("solve", "test_acme/softmax")


# Adding, listing, removing


def test_adding_asks_and_says_that_graders_are_trusted(learner, acme):
    said = learner("pack", "add", str(acme))
    assert said.code == 2
    assert "not inside the limits on your code" in said.out
    assert "Nothing was added." in said.err
    assert json.loads(learner("pack", "list", "--json").out) == {"packs": []}


def test_a_pack_is_added_listed_and_removed(learner, acme):
    value = json.loads(learner("pack", "add", str(acme), "--yes", "--json").out)
    assert (value["pack"], value["exercises"], value["problems"]) == ("acme", [ID], [])
    assert json.loads(learner("pack", "list", "--json").out)["packs"][0]["path"] == str(acme)
    assert ID in learner("list", "scores").out
    assert learner("pack", "remove", "Acme").code == 0
    assert ID not in learner("list").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("nosuch",), "does not exist"),
        (("acme/exercises/scores/topic.toml",), "is a file, not a folder"),
        (("acme/exercises",), "has no folder exercises"),
        (("acme", "--name", "../x"), "cannot be the name of a pack"),
        (("acme", "--name", "a__b"), "cannot be the name of a pack"),
        (("acme", "--name", "größe"), "cannot be the name of a pack"),
        (("acme", "--name", "a" * 41), "cannot be the name of a pack"),
        ((str(catalogue.root),), "is mlprep itself"),
    ],
)
def test_what_cannot_be_added_is_told(learner, acme, words, says, monkeypatch):
    monkeypatch.chdir(acme.parent)
    said = learner("pack", "add", *words, "--yes")
    assert said.code == 2
    assert says in said.err
    assert not Path(packs_file()).exists()


def test_a_pack_is_added_once_and_by_one_name(learner, added, tmp_path):
    assert "was added already, as acme" in learner("pack", "add", str(added), "--yes", "--name", "other").err
    (tmp_path / "link").symlink_to(added)
    assert "was added already" in learner("pack", "add", str(tmp_path / "link"), "--yes").err
    other = pack_example.write(tmp_path / "other" / "acme")
    assert "There is a pack called acme already" in learner("pack", "add", str(other), "--yes").err
    assert "There is a pack called acme already" in learner("pack", "add", str(other), "--yes", "--name", "ac_me").err
    assert learner("pack", "add", str(other), "--yes", "--name", "acme-2").code == 0
    assert [each["pack"] for each in json.loads(learner("pack", "list", "--json").out)["packs"]] == ["acme", "acme_2"]


# In every command


def test_its_solutions_and_graders_are_hidden_from_every_candidate(learner, added):
    (added / "tests").mkdir()
    for root in (str(catalogue.root), str(added)):
        assert {f"{added}/{tree}" for tree in ("solutions", "graders", "tests")} < set(hidden_trees(root))
    assert hidden_trees(str(added)) == hidden_trees(str(catalogue.root)), "so the wall that waits is the one needed"
