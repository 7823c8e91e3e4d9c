"""The plan: the days to the interview hold what they can, in a sensible order, and follow what was really done."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from learner import DAY, FIRST, MINUTE, at

from mlprep.content.catalogue import VALUES, Catalogue, Exercise, Topic
from mlprep.learner import share as share_of
from mlprep.learner import state, study_plan
from mlprep.learner.record import PASSED, Plan, Progress
from mlprep.learner.study_plan import FINISH, NEW, REVIEW

LEVELS = ("easy", "medium", "hard")


class Made(Catalogue):
    """A catalogue that lies in no files."""

    def __init__(self, *topics: list[Exercise]) -> None:
        super().__init__(Path("/nowhere"))
        self.topics = tuple(Topic(f"t{i}", f"Topic {i}", tuple(topic)) for i, topic in enumerate(topics))  # type: ignore[misc]
        self.turns = self.topics  # type: ignore[misc]


def exercise(name: str, minutes: int = 10, level: str = "easy", after: tuple[str, ...] = ()) -> Exercise:
    return Exercise(name, "t0", name, level, minutes, (name,), (), (), after)


def small() -> Made:
    return Made([exercise("a"), exercise("b", after=("d",)), exercise("c", level="hard")], [exercise("d")])


def solve(progress: Progress, name: str, day: date, minutes: float = 10, hour: float = 12) -> None:
    progress.start(name, at(day, hour))
    for quarter in range(1, 5):
        progress.touch(name, at(day, hour) + minutes * MINUTE * quarter / 4)
    progress.record(name, PASSED, at(day, hour) + minutes * MINUTE)


def plan(days: int, minutes: int) -> Plan:
    return Plan(FIRST + timedelta(days=days), minutes, FIRST)


def lay_out(catalogue: Catalogue, progress: Progress, days: int, minutes: int) -> study_plan.Layout:
    return study_plan.lay_out(catalogue, progress, plan(days, minutes), at(FIRST))


# The order


def test_new_exercises_follow_the_curriculum_but_never_what_they_need():
    assert [each.id for each in state.in_order(small(), Progress())] == ["a", "d", "b", "c"]


def test_exercises_that_need_each_other_end_no_loop():
    catalogue = Made([exercise("a", after=("b",)), exercise("b", after=("a",)), exercise("c", after=("gone",))])
    assert [each.id for each in state.in_order(catalogue, Progress())] == ["b", "a", "c"]


def test_what_is_hard_waits_where_time_is_short():
    catalogue = Made([exercise("a", level="hard"), *(exercise(f"e{i}") for i in range(5))])
    assert lay_out(catalogue, Progress(), 30, 20).days[0].steps[0].exercise == "a"
    assert lay_out(catalogue, Progress(), 3, 20).days[0].steps[0].exercise == "e0"


def test_what_is_under_way_comes_first_and_costs_only_the_rest():
    progress = Progress()
    progress.start("c", at(FIRST) - 4 * MINUTE)
    assert lay_out(small(), progress, 10, 30).days[0].steps[0] == ("c", NEW, 10)  # it was only opened
    progress.saved("c", at(FIRST) - 2 * MINUTE, at(FIRST))
    first = lay_out(small(), progress, 10, 30).days[0].steps[0]
    assert first == ("c", FINISH, 6)


# The days


@st.composite
def catalogues(draw: st.DrawFn) -> Made:
    names = [f"e{number}" for number in range(draw(st.integers(0, 25)))]
    made = []
    for number, name in enumerate(names):
        after = draw(st.lists(st.sampled_from(names[:number]), max_size=2)) if number else []
        made.append(exercise(name, draw(st.integers(3, 45)), draw(st.sampled_from(LEVELS)), tuple(after)))
    return Made(made)


@given(catalogues(), st.integers(1, 40), st.integers(5, 120), st.randoms(use_true_random=False))
def test_any_plan_keeps_its_rules(catalogue: Made, days: int, minutes: int, chance: random.Random):
    progress = Progress()
    for name in catalogue.exercises:
        if chance.random() < 0.3:
            solve(progress, name, FIRST - timedelta(days=chance.randrange(1, 60)), chance.choice([5, 30]))
    layout = lay_out(catalogue, progress, days, minutes)
    assert [day.on for day in layout.days] == [FIRST + timedelta(days=n) for n in range(days)]
    met = {name for name in catalogue.exercises if progress.solved(name)}
    spent = 0
    for day in layout.days:
        names = [step.exercise for step in day.steps]
        assert len(names) == len(set(names)), "nothing twice on a day"
        for step in day.steps:
            if step.exercise in ("quiz", "interview"):
                assert step.kind == step.exercise
            elif step.kind in study_plan.ROUNDS:
                assert step.exercise in met, "only what was learned is debugged or tested"
            elif step.kind == REVIEW:
                assert step.exercise in met, "only what was learned comes back"
            else:
                needed = {name for name in catalogue.exercises[step.exercise].after if name in catalogue.exercises}
                assert needed <= met, "what it builds on came before"
                assert step.exercise not in met, "new only once"
                met.add(step.exercise)
            assert step.minutes >= 1
        spent += day.minutes
    assert spent <= days * minutes + max((each.minutes * 3 for each in catalogue.exercises.values()), default=0)
    assert met.isdisjoint(layout.left_out)
    assert met | set(layout.left_out) == set(catalogue.exercises)
    if days >= 4:
        assert all(step.kind != NEW for step in layout.days[-1].steps), "the last day brings nothing new"
    first = study_plan.lay_out(catalogue, progress, plan(days, minutes), at(FIRST), days=1)
    assert first.days == layout.days[:1], "today's share is the first day of the whole"
    assert layout == lay_out(catalogue, Progress(progress.data), days, minutes), "the same each time"


def test_enough_time_holds_everything_and_reviews_come_back():
    catalogue = Made([exercise(f"e{i}") for i in range(20)])
    layout = lay_out(catalogue, Progress(), 30, 45)
    assert layout.left_out == ()
    steps = [step for day in layout.days for step in day.steps]
    assert sum(step.kind == NEW for step in steps) == 20
    assert sum(step.kind == REVIEW for step in steps) > 20


def test_a_long_exercise_finds_room_on_short_days():
    catalogue = Made([exercise("long", 60), exercise("short", 5)])
    layout = lay_out(catalogue, Progress(), 20, 10)
    assert layout.left_out == ()
    assert sum(day.minutes for day in layout.days) <= 20 * 10 + 60
    assert not any(day.steps for day in layout.days[1:6]), "it takes its minutes from the days after it"


def test_reviews_never_keep_all_that_is_new_out():
    """Whatever piles up: half of each day is kept, or the next one begins with what is new."""
    old = [exercise(f"old{i}", 30) for i in range(60)]
    catalogue = Made(old, [exercise(f"new{i}", 20) for i in range(10)])
    progress = Progress()
    for each in old:
        solve(progress, each.id, FIRST - timedelta(days=200), 30)
    for minutes in (10, 18, 25, 60):
        layout = lay_out(catalogue, progress, 40, minutes)
        new = [day.on for day in layout.days if any(step.kind == NEW for step in day.steps)]
        assert len(new) >= 5, minutes
        assert any(step.kind == REVIEW for day in layout.days for step in day.steps), minutes


def test_the_last_day_goes_over_what_has_faded_most():
    catalogue = Made([exercise(f"e{i}") for i in range(8)])
    layout = lay_out(catalogue, Progress(), 30, 60)
    assert layout.days[-1].steps
    assert layout.days[-1].minutes <= 60 + 6


def test_minutes_needed_are_the_fewest_that_hold_everything():
    catalogue = Made([exercise(f"e{i}", 15) for i in range(30)])
    known = plan(10, 20)
    needed = study_plan.minutes_needed(catalogue, Progress(), known, at(FIRST))
    assert needed
    assert not study_plan.lay_out(catalogue, Progress(), known._replace(minutes=needed), at(FIRST)).left_out
    assert study_plan.lay_out(catalogue, Progress(), known._replace(minutes=needed - 5), at(FIRST)).left_out
    assert study_plan.minutes_needed(catalogue, Progress(), plan(1, 5), at(FIRST)) == 445  # half of a step is enough
    assert (
        study_plan.minutes_needed(Made([exercise("e", 10**4), exercise("f")]), Progress(), plan(1, 5), at(FIRST))
        is None
    )


# What was really done


def test_today_counts_what_is_done_and_offers_the_rest():
    catalogue = Made([exercise(f"e{i}") for i in range(20)])
    progress = Progress()
    progress.make_plan(FIRST + timedelta(days=10), 30, at(FIRST))
    before = study_plan.today(catalogue, progress, at(FIRST))
    assert before
    assert [step.exercise for step in before.days[0].steps] == ["e0", "e1", "e2"]
    solve(progress, "e0", FIRST, minutes=10)
    after = study_plan.today(catalogue, progress, at(FIRST, 13))
    assert after
    assert after.done == ("e0",)
    assert [step.exercise for step in after.days[0].steps] == ["e1", "e2"]
    for name in ("e1", "e2"):
        solve(progress, name, FIRST, minutes=10, hour=14)
    share = share_of.overview(catalogue, progress, at(FIRST, 15))["share"]
    assert share["done"] == ["e0", "e1", "e2"]
    assert share["left"] == []
    assert study_plan.choose(catalogue, progress, at(FIRST, 15)), "who wants more gets more"


def test_missed_days_move_the_rest_and_a_slow_learner_gets_less():
    catalogue = Made([exercise(f"e{i}") for i in range(40)])
    quick, slow = Progress(), Progress()
    for number in range(4):
        solve(quick, f"e{number}", FIRST - timedelta(days=1), 10, hour=8 + number)
        solve(slow, f"e{number}", FIRST - timedelta(days=1), 25, hour=8 + number)
    new = [
        sum(step.kind == NEW for day in lay_out(catalogue, each, 14, 45).days for step in day.steps)
        for each in (quick, slow)
    ]
    assert new[0] > new[1]
    late = study_plan.lay_out(catalogue, quick, plan(14, 45), at(FIRST) + 6 * DAY)
    assert late.days[0].on == FIRST + timedelta(days=6)
    assert len(late.days) == 8


def test_a_plan_that_ended_gives_no_share():
    progress = Progress()
    progress.make_plan(FIRST, 30, at(FIRST) - DAY)
    assert study_plan.today(small(), progress, at(FIRST)) is None


@pytest.mark.parametrize(
    "stored",
    [None, 5, [], {}, {"until": "2024-05-01"}, {"until": 7, "minutes": 5, "made": 1},
     {"until": "soon", "minutes": 5, "made": 1}, {"until": "2024-05-01", "minutes": "x", "made": 1},
     {"until": "2024-05-01", "minutes": 0, "made": 1}, {"until": "2024-05-01", "minutes": 5, "made": 1e300}],
)  # fmt: skip
def test_a_plan_that_makes_no_sense_is_no_plan_and_no_damage(stored):
    progress = Progress()
    progress.data["plan"] = stored
    assert progress.plan is None


# The command


def test_the_plan_is_kept_shown_and_forgotten(learner):
    assert "no plan yet" in learner("plan").err
    made = learner("plan", "--until", "+14", "--minutes", "40")
    assert made.code == 0
    assert "14 days until your interview on Monday, March 18" in made.out
    assert max(map(len, made.out.splitlines())) <= 80
    assert learner("plan").out == made.out
    assert learner.progress.plan == Plan(FIRST + timedelta(days=14), 40, FIRST)
    today = learner().out
    assert "0 of" in today
    assert "interview in 14 days (Mar 18)" in today
    learner("plan", "--minutes", "20")
    assert learner.progress.plan == Plan(FIRST + timedelta(days=14), 20, FIRST)
    learner("plan", "--drop")
    assert "no plan yet" in learner("plan").err
    assert "interview in 14 days (Mar 18)" not in learner().out


def test_a_day_that_has_begun_is_the_first_of_a_plan_and_the_interview_is_not_in_it(learner):
    learner.now = at(FIRST, 23)
    out = learner("plan", "--until", "+3", "--minutes", "45").out
    assert [word for word in ("Mar  4", "Mar  6", "Mar  7") if word in out] == ["Mar  4", "Mar  6"]
    assert learner.now < at(FIRST) + DAY


def test_next_follows_the_plan(learner):
    learner("plan", "--until", "+7", "--minutes", "30")
    value = json.loads(learner("plan", "--json").out)
    assert value["until"] == "2024-03-11"
    learner("next")
    assert learner.progress.current == value["days"][0]["steps"][0]["exercise"]


def test_a_share_that_is_done_is_said_to_be(learner):
    learner("plan", "--until", "+7", "--minutes", "10")
    learner("next")
    learner.solve(learner.progress.current, minutes=10)
    assert "Today         done" in learner().out


def test_a_plan_that_has_ended_says_so(learner):
    learner("plan", "--until", "+3")
    learner.sleep(3)
    said = learner("plan")
    assert said.code == 2
    assert "ended on 2024-03-07" in said.err
    assert learner().code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--minutes", "30"), "When is your interview?"),
        (("--until", "2024-03-04"), "Give a later day"),
        (("--until", "2023-03-04"), "Give a later day"),
        (("--until", "+0"), "Give a later day"),
        (("--until", "soon"), "is not a date"),
        (("--until", "+99999999999"), "is not a date"),
        (("--until", "2031-01-01"), "more than a year away"),
        (("--until", "+7", "--minutes", "0"), "minutes"),
    ],
)
def test_what_cannot_be_planned_is_said(learner, words, says):
    said = learner("plan", *words)
    assert said.code == 2
    assert says in said.err
    assert learner.progress.plan is None


def test_what_finds_no_room_is_named_with_what_would_make_room(learner):
    said = learner("plan", "--until", "+3", "--minutes", "10")
    lines = said.out.splitlines()
    assert re.search(r"\d+ exercises do not fit. With \d+ min per day, all would.", lines[3])
    order = [next(i for i, line in enumerate(lines) if word in line) for word in ("must", "should", "Week")]
    assert order == sorted(order), "what does not fit comes first, by value"
    assert "attention" in said.out, "all that interviews ask most is named"


def test_a_long_plan_leaves_out_its_middle_and_says_so_and_shows_its_last_week(learner):
    said = learner("plan", "--until", "+300", "--minutes", "10")
    assert re.search(r"\.\.\. \d+ days \(--json has them\)", said.out)
    assert len(said.out.splitlines()) < 90
    assert "Dec 28" in said.out.splitlines()[-4]
    assert len(json.loads(learner("plan", "--json").out)["days"]) == 300


# What interviews ask comes first

ASKED = (
    "softmax cross_entropy attention layer_norm kmeans pca logistic_regression mlp_backward adam_step conv2d roc_auc"
    " top_p_filter"
)


def test_two_weeks_reach_what_interviews_ask_most_in_their_first_half():
    layout = lay_out(Catalogue(), Progress(), 14, 60)
    first_half = {step.exercise for day in layout.days[:7] for step in day.steps}
    assert set(ASKED.split()) <= first_half, set(ASKED.split()) - first_half
    assert layout.days[0].steps[0].exercise == "softmax"


def test_two_days_hold_nothing_but_musts():
    catalogue = Catalogue()
    layout = lay_out(catalogue, Progress(), 2, 30)
    planned = {step.exercise for day in layout.days for step in day.steps}
    assert {"softmax", "attention"} <= planned
    assert all(catalogue.exercises[name].value == "must" for name in planned)


def test_what_finds_no_room_is_told_by_value():
    catalogue = Catalogue()
    ranks = [VALUES.index(catalogue.exercises[name].value) for name in lay_out(catalogue, Progress(), 2, 30).left_out]
    assert ranks == sorted(ranks)


def test_a_less_valuable_exercise_is_never_pulled_in_by_what_builds_on_it():
    must, extra = exercise("must", after=("extra",)), exercise("extra")
    catalogue = Made([replace(extra, value="extra"), replace(must, value="must")])
    assert [each.id for each in state.in_order(catalogue, Progress())] == ["must", "extra"]
    assert state.can_begin(catalogue, Progress(), catalogue.exercises["must"])


def test_every_exercise_has_a_value():
    catalogue = Catalogue()
    files = [catalogue.root / "exercises" / topic.id / "topic.toml" for topic in catalogue.topics]
    assert sum(path.read_text(encoding="utf-8").count("\nvalue = ") for path in files) == len(catalogue.exercises)
