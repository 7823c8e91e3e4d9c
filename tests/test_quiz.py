"""`mlprep quiz`: what it asks, what it takes for an answer, and what the record keeps, with nothing lost at any end."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from learner import DAY, FIRST, Learner, Said, at
from support import PROGRAM, catalogue

from mlprep.activities.quiz import Quiz
from mlprep.activities.quiz_plan import Plan, Wanted, find_kind
from mlprep.activities.quiz_questions import Question, letter, rating, read_points
from mlprep.activities.session import Session
from mlprep.content import quiz_cards
from mlprep.content.quiz_kinds import BUGS, CARDS, KINDS, kinds
from mlprep.errors import EngineBroke, MlprepError
from mlprep.learner.record import Progress
from mlprep.learner.schedule import AGAIN, GOOD, HARD
from mlprep.views import quiz_lines
from mlprep.views.text import make_console


@pytest.fixture
def session(learner: Learner) -> Iterator[Session]:
    session = Session()
    yield session
    session.close()


def answers(learner: Learner, monkeypatch: pytest.MonkeyPatch, text: str, *words: str) -> Said:
    """What the command says to these lines on a pipe."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    return learner("quiz", *words)


def right_answer(question: Question) -> str:
    if question.drawn is not None:
        return question.drawn["shown"]
    assert question.card is not None
    return question.card.choices[0] if question.card.choices else "something in words"


# A run


def test_a_run_asks_as_many_questions_as_were_wanted_and_counts_right_answers(session, learner):
    with Quiz(session, Wanted("trees", "gini", 4, seed=1)) as run:
        numbers = []
        while run.question is not None:
            numbers.append(run.question.number)
            judgment = run.answer(right_answer(run.question))
            assert judgment.right is True
            assert judgment.explanation
        summary = run.summary()
    assert numbers == [1, 2, 3, 4]
    assert (summary.asked, summary.right, summary.skipped) == (4, 4, 0)
    assert summary.weak == ()
    assert learner.progress.quiz_scores() == {"gini": (4, 4)}


def test_each_answer_is_recorded_at_once(session, learner):
    with Quiz(session, Wanted(kind="gini", seed=1)) as run:
        run.answer("7")
        assert learner.progress.quiz_scores() == {"gini": (1, 0)}
        run.answer(right_answer(run.question))
        assert learner.progress.quiz_scores() == {"gini": (2, 1)}


def test_what_cannot_be_read_is_told_and_asked_again(session, learner):
    with Quiz(session, Wanted(kind="gini", seed=1)) as run:
        first = run.question
        judgment = run.answer("a lot")
        assert judgment.is_unread
        assert judgment.note
        assert run.question is first
        assert run.summary().asked == 0
        assert learner.progress.quiz_scores() == {}


def test_a_skipped_question_shows_its_answer_and_is_not_recorded(session, learner):
    with Quiz(session, Wanted(kind="gini", seed=1)) as run:
        first = run.question
        judgment = run.skip()
        assert judgment.right is None
        assert judgment.answer == first.drawn["shown"]
        assert run.question is not first
        assert run.summary().skipped == 1
    assert learner.progress.quiz_scores() == {}


def test_a_wrong_answer_makes_its_kind_the_one_to_review(session):
    with Quiz(session, Wanted(kind="gini", length=2, seed=1)) as run:
        run.answer("7")
        run.answer(right_answer(run.question))
        summary = run.summary()
    assert [(each.kind, each.asked, each.right) for each in summary.weak] == [("gini", 2, 1)]
    assert quiz_lines.next_command(summary, None) == "mlprep quiz --kind gini"


def test_an_einsum_string_is_tried(session):
    with Quiz(session, Wanted(kind="einsum-strings", length=3, seed=1)) as run:
        assert run.answer(run.question.drawn["expected"]["text"]).right is True
        assert run.answer("what is that?").is_unread
        wrong = run.answer("abcd->a")
        assert wrong.right is False
        assert "NumPy refuses" in wrong.note


def test_no_question_comes_twice_in_one_run(session):
    with Quiz(session, Wanted(kind="perplexity", length=12, seed=3)) as run:
        texts = [each.text for each in run.every_question()]
    assert len({*texts}) == 12


def test_a_run_without_end_goes_on(session):
    with Quiz(session, Wanted("trees", length=0, seed=1)) as run:
        for number in range(1, 24):
            assert run.question.number == number
            run.skip() if not run.is_grading else run.grade("all")


def test_a_fault_of_the_engine_is_ours_and_told(session, monkeypatch):
    monkeypatch.setattr("mlprep.activities.quiz_plan.kinds", lambda topic: [KINDS[0]._replace(id="nosuch")])
    with pytest.raises(EngineBroke, match="KeyError"):
        Quiz(session, Wanted(kind="nosuch", seed=1))


# Seeds


@pytest.mark.parametrize("wanted", [Wanted(seed=5), Wanted("numpy", seed=5), Wanted(kind=CARDS, seed=5)])
def test_the_same_seed_asks_the_same_whatever_the_record_holds(session, learner, wanted):
    with Quiz(session, wanted) as run:
        first = run.every_question()
    learner.solve("softmax")
    learner.change(lambda progress: progress.count_question("gini", learner.now, right=False))
    for card in list(quiz_cards.card_ids(catalogue))[:40]:
        learner.change(lambda progress, card=card: progress.rate_card(card, AGAIN, at(FIRST) - 9 * DAY))
    session.reread()
    with Quiz(session, wanted) as run:
        assert run.every_question() == first
    with Quiz(session, wanted._replace(seed=6)) as run:
        assert run.every_question() != first


# Cards


def card_run(session: Session, **wanted: Any) -> Quiz:
    return Quiz(session, Wanted("trees", CARDS, **wanted))


def until(run: Quiz, *, recall: bool) -> Question:
    """Skip to the next card of that form."""
    while run.question is not None and run.question.is_recall is not recall:
        run.skip()
    assert run.question is not None
    return run.question


def test_a_card_is_answered_in_words_and_graded_point_by_point(session, learner):
    with card_run(session, length=40) as run:
        card = until(run, recall=True).card
        judgment = run.answer("the labels, I think")
        assert judgment.to_grade
        assert judgment.right is None
        assert judgment.answer == card.answer
        assert judgment.points == card.points
        assert judgment.wrong_turn == card.wrong_turn
        assert run.question.card == card, "it is still to be graded"
        assert run.grade("hm") is None
        graded = run.grade("all")
        assert (graded.had, graded.of) == (len(card.points), len(card.points))
        assert graded.on > FIRST
        assert run.question.card != card
    assert [each.rating for each in learner.progress.card_ratings(card.id)] == [GOOD]


@pytest.mark.parametrize(("said", "rated"), [("all", GOOD), ("1", None), ("none", AGAIN)])
def test_the_points_decide_when_a_card_comes_back(session, learner, said, rated):
    with card_run(session, length=40) as run:
        card = until(run, recall=True).card
        run.answer("")
        run.grade(said)
        summary = run.summary()
    expected = rated or rating(1, len(card.points))
    assert [each.rating for each in learner.progress.card_ratings(card.id)] == [expected]
    assert summary.right == (said == "all")
    assert summary.cards == (() if said == "all" else (card.question,))


def test_a_card_that_is_not_graded_is_not_rated(session, learner):
    with card_run(session, length=40) as run:
        card = until(run, recall=True).card
        run.answer("")
        assert run.grade("  ").had is None
        assert run.summary().asked == 0
    assert learner.progress.card_ratings(card.id) == []


@pytest.mark.parametrize("right", [True, False])
def test_a_card_with_choices_is_judged(session, learner, right):
    with card_run(session, length=40) as run:
        question = until(run, recall=False)
        assert sorted(question.choices) == sorted(question.card.choices)
        place = question.choices.index(question.card.choices[0])
        judgment = run.answer(letter(place if right else place - 1 if place else 1))
        assert judgment.right is right
        assert judgment.answer == f"{letter(place)}) {question.card.choices[0]}"
        assert judgment.explanation == question.card.answer
    assert [each.rating for each in learner.progress.card_ratings(question.card.id)] == [GOOD if right else AGAIN]


def test_a_card_of_an_exercise_has_its_title(session):
    with card_run(session, length=0) as run:
        for question in run.every_question():
            named = catalogue.exercises[question.card.exercise].title if question.card.exercise else "Decision trees"
            assert question.title == named


def test_cards_that_are_due_come_first_and_no_card_twice(session, learner):
    ids = list(quiz_cards.card_ids(catalogue, ["trees"]))
    for card in ids[:2]:
        learner.change(lambda progress, card=card: progress.rate_card(card, AGAIN, learner.now - 9 * DAY))
    learner.change(lambda progress: progress.rate_card(ids[2], GOOD, learner.now))
    with card_run(session, length=0) as run:
        asked = [question.card.id for question in run.every_question()]
    assert set(asked[:2]) == set(ids[:2])
    assert asked[-1] == ids[2], "what was known today comes last"
    assert sorted(asked) == sorted(ids)


def test_cards_that_are_due_come_more_often_in_a_mixed_quiz(session, learner):
    ids = list(quiz_cards.card_ids(catalogue))
    for card in ids[-4:]:
        learner.change(lambda progress, card=card: progress.rate_card(card, AGAIN, learner.now - 9 * DAY))
    with Quiz(session, Wanted(length=30)) as run:
        asked = [question.card.id for question in run.every_question() if question.card]
    assert set(asked[:4]) == set(ids[-4:])
    assert 4 <= len(asked) <= 28


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("1 3", {1, 3}), ("1,3", {1, 3}), ("1 and 3", {1, 3}), ("13", {1, 3}), ("2", {2}), ("all", {1, 2, 3}),
        ("All.", {1, 2, 3}), ("y", {1, 2, 3}), ("none", set()), ("0", set()), ("no", set()), ("4", None), ("0 1", None),
        ("maybe", None), ("1 x", None), ("", None),
    ],
)  # fmt: skip
def test_points_are_read_as_people_write_them(text, points):
    assert read_points(text, 3) == points


def test_half_of_the_points_are_hard():
    assert [rating(had, 3) for had in range(4)] == [AGAIN, AGAIN, HARD, GOOD]
    assert [rating(had, 2) for had in range(3)] == [AGAIN, HARD, GOOD]


# What comes


def plan_of(session: Session, wanted: Wanted) -> list[str]:
    plan = Plan(session, wanted, Random(1))
    return [step.kind for step in (plan.next() for _ in range(200)) if step is not None]


def test_kinds_that_go_wrong_come_more_often(session, learner):
    def change(progress: Progress) -> None:
        for kind in kinds("trees"):
            for _ in range(8):
                progress.count_question(kind.id, learner.now, right=kind.id != "gini")

    learner.change(change)
    asked = plan_of(session, Wanted("trees"))
    assert asked.count("gini") > 1.5 * asked.count("entropy") > 0


def test_without_a_record_every_kind_comes_and_none_twice_in_a_row(session):
    asked = [kind for kind in plan_of(session, Wanted("numpy")) if kind != CARDS]
    assert set(asked) == {kind.id for kind in kinds("numpy")} - {BUGS}
    assert all(one != two for one, two in pairwise(asked))


def test_bugs_are_those_of_solved_exercises_unless_they_are_asked_for(session, learner):
    assert BUGS not in plan_of(session, Wanted("activations"))
    learner.solve("softmax")
    session.reread()
    assert BUGS in plan_of(session, Wanted("activations"))
    with Quiz(session, Wanted("activations", BUGS, 2)) as run:
        assert len(run.every_question()) == 2


def test_every_topic_can_be_asked_about(session):
    for topic in catalogue.topics:
        asked = plan_of(session, Wanted(topic.id, seed=1))
        assert {*asked} - {CARDS}, topic.id
        assert (CARDS in asked) == bool(quiz_cards.card_ids(catalogue, [topic.id]))


@pytest.mark.parametrize(
    ("name", "kind"),
    [("gini", "gini"), ("GINI", "gini"), ("roc", "roc-auc"), ("roc_auc", "roc-auc"), ("cards", CARDS), ("spot", BUGS)],
)
def test_a_kind_is_found_by_the_start_of_its_name(name, kind):
    assert find_kind(name) == kind


@pytest.mark.parametrize(("name", "near"), [("ginny", "gini"), ("einsum", "einsum-strings or einsum-shapes")])
def test_what_is_no_kind_is_told_with_what_may_be_meant(name, near):
    with pytest.raises(MlprepError, match=near):
        find_kind(name)


# The command


def test_a_quiz_on_a_pipe_asks_judges_and_sums_up(learner, monkeypatch):
    said = answers(learner, monkeypatch, "1/2\n0.5\n\n", "--kind", "gini", "-n", "3", "--seed", "4")
    assert said.code == 0
    for text in ("1/3  Gini impurity by hand", "3/3", "> 1/2", "right", "1 skipped", "Next: mlprep quiz"):
        assert text in said.out
    assert sum(score.asked for score in learner.progress.quiz_scores().values()) == 2
    assert max(map(len, said.out.splitlines())) <= 80


@pytest.mark.parametrize("text", ["", "quit\n", "7\nq\n", "7\n"])
def test_the_end_of_the_input_and_quit_end_politely_and_keep_what_was_given(learner, monkeypatch, text):
    said = answers(learner, monkeypatch, text, "--kind", "gini", "--seed", "4")
    assert said.code == 0
    assert "Next: mlprep quiz" in said.out
    asked = text.count("7")
    assert ("0 of 1 right" if asked else "No question was answered.") in said.out
    assert learner.progress.quiz_scores() == ({"gini": (1, 0)} if asked else {})


def test_a_card_on_a_pipe_is_graded(learner, monkeypatch):
    lines = "some words\nhm\nall\na\n" * 40  # whichever cards are drawn: words, then points, or else a choice
    said = answers(learner, monkeypatch, lines, "trees", "--kind", "cards", "-n", "3")
    assert "A good answer says:" in said.out
    assert "The usual wrong turn:" in said.out
    assert "3 of 3 right" in said.out or "The card comes back on" in said.out
    assert len(learner.progress.rated_cards()) == 3


def test_answers_are_printed_without_asking_or_recording(learner, monkeypatch):
    said = answers(learner, monkeypatch, "", "trees", "-n", "6", "--seed", "2", "--answers")
    assert said.code == 0
    assert said.out.count("The answer is:") >= 3
    assert "> " not in said.out
    assert "--seed 2" in said.out
    assert not (learner.folder / ".mlprep").exists()


def test_json_is_one_list_of_questions(learner):
    said = learner("quiz", "-n", "5", "--json")
    assert said.code == 0
    assert said.out.isascii()
    rows = json.loads(said.out)
    assert [row["number"] for row in rows] == [1, 2, 3, 4, 5]
    assert all(row["text"] for row in rows)
    assert "answer" not in rows[0]
    again = json.loads(learner("quiz", "-n", "5", "--json", "--answers", "--seed", str(rows[0]["seed"])).out)
    assert [row["text"] for row in again] == [row["text"] for row in rows]
    assert all(row["answer"] for row in again)
    assert all((row["card"] is None) == bool(row["explanation"]) or row["choices"] for row in again)


def test_the_list_of_kinds_shows_what_was_right(learner):
    learner.change(lambda progress: progress.count_question("gini", learner.now, right=True))
    said = learner("quiz", "--kind", "list")
    assert all(kind.id in said.out for kind in KINDS)
    rows = {row["kind"]: row for row in json.loads(learner("quiz", "trees", "--kind", "list", "--json").out)}
    assert rows["gini"] == {
        "kind": "gini",
        "title": "Gini impurity by hand",
        "topics": ["trees"],
        "asked": 1,
        "right": 1,
    }
    assert "roc-auc" not in rows
    assert CARDS in rows


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nosuch",), "no topic called"),
        (("--kind", "nosuch"), "no kind of question"),
        (("numpy", "--kind", "gini"), "does not belong"),
        (("-n", "-1"), "not a number of questions"),
        (("-n", "0", "--json"), "needs an end"),
    ],
)
def test_wrong_usage_is_told(learner, words, said):
    found = learner("quiz", *words)
    assert found.code == 2
    assert said in (found.err or json.loads(found.out)["error"])


def test_a_record_that_cannot_be_written_is_said_once_and_stops_nothing(learner, monkeypatch):
    learner.folder.mkdir()
    (learner.folder / ".mlprep").write_text("in the way")
    said = answers(learner, monkeypatch, "7\n7\n7\n", "--kind", "gini", "-n", "3", "--seed", "4")
    assert said.code == 0
    assert "0 of 3 right" in said.out
    assert len(said.err.splitlines()) == 1


def test_ctrl_c_ends_with_the_summary_and_keeps_the_answers(tmp_path):
    env = {**os.environ, "MLPREP_HOME": str(tmp_path)}
    process = subprocess.Popen(
        [*PROGRAM, "quiz", "--kind", "gini", "--seed", "1"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, text=True,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("7\n")
    process.stdin.flush()
    seen = ""
    while "2/10" not in seen:
        line = process.stdout.readline()
        assert line, seen
        seen += line
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert "0 of 1 right" in out
    assert process.returncode == 0
    assert "Traceback" not in err
    record = json.loads((tmp_path / ".mlprep" / "progress.json").read_text())
    assert [*record["quiz"]["gini"].values()] == [[1, 0]]


def test_lines_that_are_no_text_are_no_fault(tmp_path):
    done = subprocess.run(
        [*PROGRAM, "quiz", "--kind", "gini", "--seed", "1", "-n", "1"],
        input=b"\xff\xfe\x1b[31m\n0.5\n", capture_output=True, check=False,
        env={**os.environ, "MLPREP_HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0
    assert b"\x1b[31m" not in done.stdout
    assert b"not a number" in done.stdout


@pytest.mark.parametrize("width", [50, 80])
def test_every_question_fits_the_window(session, width):
    out = io.StringIO()
    console = make_console(out, width=width)
    with Quiz(session, Wanted(length=60, seed=11)) as run:
        quiz_lines.show_answers(console, run.every_question(), 60)
    wide = [line for line in out.getvalue().splitlines() if len(line) > width]
    assert all(line.startswith("    ") for line in wide), "only code may be wider"


def test_in_a_terminal_ctrl_d_ends_with_the_summary(tmp_path):
    pexpect = pytest.importorskip("pexpect")
    env = {**os.environ, "MLPREP_HOME": str(tmp_path), "TERM": "xterm"}
    words = [*PROGRAM[1:], "quiz", "--kind", "gini", "--seed", "1"]
    child = pexpect.spawn(PROGRAM[0], words, env=env, dimensions=(24, 50), encoding="utf-8", timeout=60)
    child.expect("> ")
    child.sendline("no idea")
    child.expect("That is not a number.*> ")
    child.sendline("7")
    child.expect("2/10.*> ")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert "0 of 1 right" in child.before
    assert child.exitstatus == 0
