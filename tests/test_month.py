"""A month of practice with missed days: the plan, the home page and `next` never contradict each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from learner import at
from simulated import CATALOGUE, Player, round_without_engine

from mlprep.learner import share, state, study_plan

FIRST = date(2026, 11, 30)
MISSED = {5, 6, 10, 17, 18, 19, 26}
# Two days off a week, one topic first, and one left out.
WISHES = {"off": (5, 6), "focus": ("transformers",), "skip": ("einsum",)}


@pytest.fixture
def player(tmp_path, monkeypatch) -> Player:
    monkeypatch.setattr("mlprep.activities.debugging._made", round_without_engine)
    return Player(tmp_path / "practice", FIRST)


def agree(player: Player) -> None:
    """What the three say at this moment."""
    progress, now = player.session.progress, player.now
    page = share.overview(CATALOGUE, progress, now)
    step = study_plan.choose(CATALOGUE, progress, now)
    layout = study_plan.lay_out(CATALOGUE, progress, progress.plan, now)
    assert page["next"] == (step.exercise if step else None)
    today = [each for each in layout.left_today() if each.exercise in CATALOGUE.exercises]
    assert [each for each in page["share"]["left"] if each.exercise in CATALOGUE.exercises] == today
    if step is None:
        return
    ready = [each.exercise for each in today if each.exercise != progress.current or each.kind in study_plan.ROUNDS]
    if ready:
        assert step.exercise in ready, "today's share comes first"
    elif step.kind == study_plan.REVIEW:
        assert step.exercise in state.due_now(CATALOGUE, progress, now), "no review before it is due"
    else:
        assert step.exercise not in layout.left_out or not any(
            each.kind != study_plan.REVIEW for day in layout.days for each in day.steps
        ), "nothing that the plan says it has no room for, while it has room for something"
    assert not state.is_skipped(CATALOGUE.exercises[step.exercise], progress.plan)


@pytest.mark.parametrize("wishes", [{}, WISHES], ids=["plain", "with wishes"])
def test_next_the_home_page_and_the_plan_agree_in_a_month_with_missed_days(player, wishes):
    player.plan(FIRST + timedelta(days=30), 45, **wishes)
    for offset in range(29):
        day = FIRST + timedelta(days=offset)
        player.now = at(day, 9)
        agree(player)
        if offset in MISSED or day.weekday() in wishes.get("off", ()):
            continue
        player.now = at(day, 18)
        end = player.now + 45 * 60
        while player.now < end and study_plan.choose(CATALOGUE, player.session.progress, player.now):
            player.solve()
            agree(player)
            player.now += 60


def test_two_weeks_of_evenings_reach_what_interviews_ask_most(player):
    player.plan(FIRST + timedelta(days=28), 45)
    for offset in range(15):
        if offset not in {5, 6, 10}:
            player.evening(FIRST + timedelta(days=offset))
    progress = player.session.progress
    for name in ("softmax", "attention", "cross_entropy", "layer_norm", "kmeans", "pca", "mlp_backward", "adam_step",
                 "conv2d", "roc_auc", "top_p_filter", "multi_head_attention"):  # fmt: skip
        assert progress.solved(name), name
    solved = [each for each in CATALOGUE.exercises.values() if progress.solved(each.id)]
    assert all(each.value == "must" for each in solved), "nothing less comes before"
    musts = [each.id for each in CATALOGUE.exercises.values() if each.value == "must"]
    assert sum(progress.solved(name) for name in musts) >= 3 * len(musts) // 4


def test_missed_days_are_said_with_what_no_longer_fits(player):
    player.plan(FIRST + timedelta(days=20), 30)
    player.evening(FIRST)
    player.now = at(FIRST + timedelta(days=4), 17)
    page = " ".join(" ".join(player.page()).split())
    assert "You missed 3 days." in page
    assert "no longer fit" in page
    player.evening(FIRST + timedelta(days=4))
    assert "You missed" not in " ".join(player.page()), "it is said until practice goes on"


def test_days_off_are_not_missed(player):
    friday = FIRST + timedelta(days=4)
    player.plan(FIRST + timedelta(days=20), 30, off=(5, 6))
    player.evening(friday)
    player.now = at(friday + timedelta(days=1), 9)
    assert any(line.startswith("Today         off") for line in player.page())
    player.now = at(friday + timedelta(days=3), 9)
    assert "You missed" not in " ".join(player.page())


def test_a_share_that_shrank_says_why(player):
    player.plan(FIRST + timedelta(days=20), 45)
    player.now = at(FIRST, 18)
    name = study_plan.choose(CATALOGUE, player.session.progress, player.now).exercise
    session = player.session
    session.create_workspace()

    def slow(progress):
        progress.start(name, player.now)
        progress.saved(name, player.now + 20 * 60, player.now + 20 * 60)
        progress.record(name, "passed", player.now + 38 * 60)

    session.change(slow)
    player.now += 39 * 60
    page = " ".join(" ".join(player.page()).split())
    assert "moved to later days: today took 30 min longer than planned" in page


def test_more_than_the_share_brings_what_is_due_and_then_something_new(player):
    player.plan(FIRST + timedelta(days=20), 10)
    player.evening(FIRST)
    progress = player.session.progress
    step = study_plan.choose(CATALOGUE, progress, player.now)
    assert step.kind == study_plan.NEW, "what was solved today is not due"
