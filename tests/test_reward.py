"""What a pass gives, as data and on the screen."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from learner import FIRST, MINUTE
from support import catalogue

from mlprep.activities import reward as rewards
from mlprep.activities.reward import Following, Reward
from mlprep.activities.session import Session
from mlprep.content.reference_solution import FollowUp, follow_ups
from mlprep.learner import study_plan
from mlprep.learner.record import PASSED
from mlprep.views import passed
from mlprep.views.text import make_console
from mlprep.views.verdict import show_verdict

ATTENTION = Reward(
    exercise="attention", on=date(2026, 11, 30), kind="first", seconds=582, target=720, last_seconds=None, last_on=None,
    tries=2, solved=38, total=195, review_on=date(2026, 12, 3), saw_solution=False,
    question=FollowUp("Where do time and memory go for long sequences?", "Into the scores."),
    following=Following("multi_head_attention", "new", "medium", 20),
)  # fmt: skip
NOTE = {"name": "blocked", "text": "with a mask that blocks a whole row you return nan."}
REPORT = {
    "exercise": "attention", "outcome": "passed", "summary": "", "cases_passed": 66, "cases_total": 66, "parts": [],
    "beyond": [NOTE], "diagnosis": None, "diagnoses": [], "mistake": None, "failure": None, "notes": [], "output": "",
    "seed": 7, "seconds": 0.1,
}  # fmt: skip


def shown(reward: Reward, width: int = 100, verbose: bool = False, **report) -> str:
    stream = io.StringIO()
    console = make_console(stream, width=width)
    show_verdict(console, {**REPORT, **report}, reward=reward, verbose=verbose)
    return stream.getvalue()


def test_a_pass_is_told_in_a_few_lines():
    assert shown(ATTENTION) == (
        "✓ attention   66/66   9:42, target 12:00   2nd try   38 of 195\n"
        "\n"
        "  Beyond the task: with a mask that blocks a whole row you return nan.\n"
        "  Review on Thu Dec 3.   An interviewer asks next: where do time and memory go for long sequences?\n"
        "  Next: multi_head_attention (medium, 20 min)   mlprep next\n"
    )


def test_a_pass_with_nothing_left_to_add_has_a_star():
    assert shown(ATTENTION, beyond=[]).startswith("✓ attention ★   66/66")
    assert "★" not in shown(ATTENTION)
    assert "★" not in shown(ATTENTION._replace(saw_solution=True), beyond=[])


@pytest.mark.parametrize("width", [50, 80])
def test_a_pass_fits_a_narrow_window(width):
    assert max(map(len, shown(ATTENTION, width).splitlines())) <= width


def test_a_passed_review_says_so_and_tells_the_last_time():
    said = shown(ATTENTION._replace(kind="review", last_seconds=700))
    assert "9:42, target 12:00, last time 11:40" in said
    assert "Review passed. The next one is on Thu Dec 3." in said


def test_a_pass_with_the_solution_seen_says_what_it_counts_as():
    assert "You had seen the solution, so this counts as not known yet." in shown(ATTENTION._replace(saw_solution=True))


def test_a_pass_outside_a_review_says_that_the_review_stays():
    said = shown(ATTENTION._replace(kind="repeat", seconds=None))
    assert "Its review stays on Thu Dec 3." in said
    assert "target" not in said
    due = shown(ATTENTION._replace(kind="repeat", seconds=None, on=date(2026, 12, 4)))
    assert "due for review: mlprep review attention" in due


def test_the_seed_is_told_only_where_it_is_asked_for():
    assert "--seed 7" not in shown(ATTENTION)
    assert "--seed 7" in shown(ATTENTION, verbose=True)


def test_two_notes_are_shown_and_all_of_them_on_request():
    notes = [{"name": str(i), "text": f"note {i}."} for i in range(4)]
    assert shown(ATTENTION, beyond=notes).count("Beyond the task") == 2
    assert shown(ATTENTION, verbose=True, beyond=notes).count("Beyond the task") == 4


@pytest.mark.parametrize(("tries", "said"), [(1, "1st"), (3, "3rd"), (11, "11th"), (22, "22nd"), (113, "113th")])
def test_tries_are_counted_as_people_count(tries, said):
    assert passed.tries(ATTENTION._replace(tries=tries)) == f"{said} try"


@pytest.fixture
def session(learner, monkeypatch):
    """A session at the learner's time, with softmax passed twice and failed once since."""
    learner.solve("softmax", days_ago=30, minutes=6)
    learner.solve("softmax", days_ago=20, minutes=5)

    def review(progress):
        progress.start("softmax", learner.now - 4 * MINUTE)
        progress.record("softmax", "failed", learner.now - MINUTE)

    learner.change(review)
    return Session(str(learner.folder))


def reward_of(session: Session, name: str) -> Reward:
    exercise = catalogue.find(name)
    return rewards.if_passed(session, exercise, {"path": "/nowhere", "source": ""})


def test_the_reward_is_worked_out_from_the_record_and_leaves_it_as_it_is(session):
    before = repr(session.progress.data)
    reward = reward_of(session, "softmax")
    assert (reward.kind, reward.seconds, reward.target) == ("review", 240, 480)
    assert (reward.last_seconds, reward.last_on) == (300, FIRST - timedelta(days=20))
    assert (reward.tries, reward.solved, reward.total) == (2, 1, len(catalogue.exercises))
    assert reward.review_on > FIRST
    assert repr(session.progress.data) == before


def test_what_is_next_is_what_the_command_next_begins(session, learner):
    reward = reward_of(session, "softmax")
    learner.change(lambda progress: progress.record("softmax", PASSED, learner.now))
    step = study_plan.choose(session.catalogue, learner.progress, learner.now)
    assert (reward.following.exercise, reward.following.minutes) == (step.exercise, step.minutes)


def test_each_pass_comes_with_another_question(session):
    every = follow_ups(catalogue, catalogue.find("softmax"))
    assert len(every) >= 2
    assert reward_of(session, "softmax").question == every[2 % len(every)]
    assert reward_of(session, "attention").question == follow_ups(catalogue, catalogue.find("attention"))[0]


def test_a_star_is_kept_with_the_pass_and_none_with_the_solution_seen(learner):
    def change(progress):
        for name, beyond, seen in (("softmax", 0, False), ("attention", 2, False), ("pca", 0, True)):
            progress.start(name, learner.now)
            if seen:
                progress.see_solution(name, learner.now)
            progress.record(name, PASSED, learner.now, None, beyond)
        progress.start("kmeans", learner.now)
        progress.record("kmeans", PASSED, learner.now)  # as older versions did

    learner.change(change)
    progress = learner.progress
    assert [progress.starred(name) for name in ("softmax", "attention", "pca", "kmeans")] == [True, False, False, False]


def test_the_list_marks_a_pass_with_nothing_left_to_add(learner):
    def change(progress):
        progress.start("softmax", learner.now)
        progress.record("softmax", PASSED, learner.now, None, 0)

    learner.change(change)
    out = learner("list", "activations").out
    assert [line.split()[1] for line in out.splitlines() if "★" in line and "left" not in line] == ["softmax"]
    assert "★ nothing left to add" in out
    assert "★" not in learner("list", "trees").out
