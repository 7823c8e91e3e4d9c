"""Learning paths: what they hold, how they are listed, and that `next` and the plan follow them."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from learner import HOUR
from support import catalogue

from mlprep.errors import UnknownName

PATHS = list(catalogue.paths.values())


@pytest.mark.parametrize("path", PATHS, ids=lambda each: each.id)
def test_a_path_holds_each_exercise_once_and_what_it_builds_on_before(path):
    assert [name for name, count in Counter(path.exercises).items() if count > 1] == []
    assert [name for name in path.exercises if name not in catalogue.exercises] == []
    places = {name: place for place, name in enumerate(path.exercises)}
    for name, place in places.items():
        late = [each for each in catalogue.exercises[name].after if places.get(each, -1) > place]
        assert late == [], name


def test_a_path_is_found_by_its_name_or_title_or_the_start_of_one():
    assert catalogue.find_path("First week").id == "first-week"
    assert catalogue.find_path("llm_engineer").id == "llm-engineer"
    assert catalogue.find_path("two").id == "two-days"
    with pytest.raises(UnknownName):
        catalogue.find_path("zebra")


def test_list_shows_a_path_in_its_order_and_all_paths(learner):
    listed = json.loads(learner("list", "--path", "two-days", "--json").out)
    assert [each["id"] for each in listed] == list(catalogue.paths["two-days"].exercises)
    paths = json.loads(learner("list", "--path", "list", "--json").out)["paths"]
    assert [each["id"] for each in paths] == list(catalogue.paths)
    shown = learner("list", "--path", "list").out
    assert all(each.id in shown for each in PATHS)


def test_next_follows_a_path_until_it_is_left(learner):
    learner("next", "--path", "inference")
    names = list(catalogue.paths["inference"].exercises)
    for name in names[:3]:
        assert learner.progress.current == name
        learner.now += HOUR
        learner.change(lambda progress, name=name: progress.record(name, "passed", learner.now))
        learner("next")
    assert learner.progress.current == names[3]
    learner("next", "--path", "none")
    assert learner.progress.path is None
    assert learner.progress.current not in names


def test_a_plan_can_focus_on_a_path(learner):
    learner("plan", "--until", "+10", "--minutes", "60", "--focus", "two-days")
    plan = json.loads(learner("plan", "--json").out)
    steps = [step["exercise"] for day in plan["days"] for step in day["steps"] if step["kind"] == "new"]
    names = list(catalogue.paths["two-days"].exercises)
    assert steps[: len(names)] == names


def test_an_unknown_path_is_told_with_the_known_ones(learner):
    said = learner("next", "--path", "zebra")
    assert said.code == 2
    assert "first-week" in said.err
