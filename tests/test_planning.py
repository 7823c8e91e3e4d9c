"""`mlprep plan`: what people wish for, as they write it."""

from __future__ import annotations

import json

import pytest
from support import catalogue


def planned(learner, *words: str) -> dict:
    return json.loads(learner("plan", "--until", "+14", *words, "--json").out)


def names(plan: dict) -> list[str]:
    return [step["exercise"] for day in plan["days"] for step in day["steps"] if step["kind"] == "new"]


def topics(plan: dict) -> list[str]:
    return [catalogue.exercises[name].topic for name in names(plan)]


def test_what_the_plan_focuses_on_comes_first(learner):
    plan = planned(learner, "--focus", "llm,Transformers")
    assert plan["focus"] == ["llm", "transformers"]
    assert set(topics(plan)[:6]) == {"llm", "transformers"}
    assert {"softmax", "kmeans"} <= set(names(plan)), "and the musts of the others follow"


def test_an_exercise_can_be_the_focus_as_well(learner):
    before = catalogue.exercises["quantize_int8"].after
    first = names(planned(learner, "--focus", "quantize_int8"))[: len(before) + 1]
    assert "quantize_int8" in first, "what is named comes first, and what it builds on"


def test_what_is_skipped_is_nowhere(learner):
    plan = planned(learner, "--skip", "numpy, softmax")
    assert plan["skip"] == ["numpy", "softmax"]
    assert "numpy" not in topics(plan)
    assert "softmax" not in names(plan)
    assert "softmax" not in plan["left_out"]
    assert "attention" in names(plan), "what builds on it comes all the same"
    assert json.loads(learner("next", "--json").out)["exercise"] != "softmax"


def test_days_off_stay_empty_and_take_no_debt(learner):
    plan = planned(learner, "--off", "sat, Sunday")
    assert plan["off"] == ["Sat", "Sun"]
    assert [day["minutes"] for day in plan["days"] if day["date"] in ("2024-03-09", "2024-03-10", "2024-03-16")] == [
        0
    ] * 3
    out = learner("plan").out
    assert "off Sat, Sun" in out
    assert len([line for line in out.splitlines() if line.endswith(" off")]) == 4


def test_a_wish_stays_until_it_is_changed_and_none_takes_it_back(learner):
    planned(learner, "--focus", "llm", "--off", "sat")
    assert json.loads(learner("plan", "--minutes", "30", "--json").out)["focus"] == ["llm"]
    plan = json.loads(learner("plan", "--focus", "none", "--json").out)
    assert (plan["focus"], plan["off"], plan["minutes"]) == ([], ["Sat"], 30)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--focus", "nosuch"), "There is no topic or exercise called 'nosuch'."),
        (("--off", "someday"), "'someday' is not a weekday.\nWrite them like sat,sun."),
        (("--off", "mon tue wed thu fri sat sun"), "No day is left for practice."),
        (("--minutes", "1000"), "1000 minutes per day cannot be planned."),
    ],
)
def test_what_cannot_be_wished_is_said_and_changes_nothing(learner, words, said):
    planned(learner)
    before = learner.progress.plan
    answer = learner("plan", *words)
    assert answer.code == 2
    assert said in answer.err
    assert learner.progress.plan == before


def test_a_plan_made_by_an_older_version_has_no_wishes(learner):
    learner.change(
        lambda progress: progress.data.update({"plan": {"until": "2024-04-01", "minutes": 30, "made": 1.7e9}})
    )
    plan = learner.progress.plan
    assert (plan.minutes, plan.focus, plan.skip, plan.off) == (30, (), (), ())


def test_deleting_a_plan_says_whether_there_was_one(learner):
    assert "no plan to delete" in learner("plan", "--drop").out
    planned(learner)
    assert "Plan deleted." in learner("plan", "--drop").out


def test_a_quiz_of_today_is_done_once_a_question_was_answered(learner):
    names = list(catalogue.exercises)[:20]
    for name in names:
        learner.solve(name, days_ago=3)
    learner("plan", "--until", "+20", "--minutes", "60")
    for _ in range(4):  # one of the days has a quiz
        today = json.loads(learner("plan", "--json").out)["days"][0]["steps"]
        if "quiz" in [step["kind"] for step in today]:
            break
        learner.sleep(1)
    else:
        raise AssertionError("no quiz in four days")
    learner.change(lambda progress: progress.count_question("broadcasting", learner.now, right=True))
    today = json.loads(learner("plan", "--json").out)["days"][0]["steps"]
    assert "quiz" not in [step["kind"] for step in today]
    learner.sleep(4)
    later = json.loads(learner("plan", "--json").out)["days"]
    assert any(step["kind"] == "quiz" for day in later for step in day["steps"])
