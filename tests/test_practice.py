"""Help, reviews and history: each step is recorded, and nothing that the learner wrote is ever lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from learner import MINUTE, Learner, solution_seen
from support import RIGHT, catalogue

from mlprep.activities import help
from mlprep.content.statement import starter
from mlprep.learner import state
from mlprep.learner.record import PASSED

SOFTMAX = catalogue.find("softmax")
STARTER = starter(catalogue, SOFTMAX)
MINE = "import numpy as np\n\n\ndef softmax(x, axis=-1):\n    return np.exp(x)\n"


def kept(learner: Learner, folder: str) -> list[str]:
    where = learner.folder / ".mlprep" / folder
    return [path.read_text() for path in sorted(where.iterdir())] if where.is_dir() else []


# Hints


def test_hints_come_one_at_a_time_and_each_is_recorded(learner):
    learner("start", "softmax")
    for number, text in enumerate(SOFTMAX.hints, 1):
        said = learner("hint")
        assert said.code == 0
        assert f"hint {number} of 3" in said.out
        assert " ".join(text.split()) in " ".join(said.out.split())
        assert learner.progress.hints("softmax") == number
    assert "the last hint" in said.out


def test_after_the_third_hint_it_says_so_and_shows_them_again(learner):
    for _ in range(3):
        learner("hint", "softmax")
    said = learner("hint", "softmax")
    assert said.code == 0
    assert all(f"hint {number} of 3" in said.out for number in (1, 2, 3))
    assert "no more hints" in said.out
    assert "mlprep solution" in said.out
    assert learner.progress.hints("softmax") == 3


def test_seen_hints_can_be_read_again_without_taking_one(learner):
    assert "You have not seen a hint yet" in learner("hint", "softmax", "--again").out
    learner("hint", "softmax")
    said = learner("hint", "softmax", "--again")
    assert "hint 1 of 3" in said.out
    assert "hint 2" not in said.out
    assert learner.progress.hints("softmax") == 1


def test_hints_as_json_are_one_value(learner):
    value = json.loads(learner("hint", "softmax", "--json").out)
    assert (value["exercise"], len(value["seen"]), value["total"], value["new"]) == ("softmax", 1, 3, True)


def test_a_hint_needs_an_exercise(learner):
    said = learner("hint")
    assert said.code == 2
    assert "No exercise is in progress" in said.err


# Solutions


def test_an_unsolved_solution_is_not_shown_unasked(learner):
    said = learner("solution", "softmax")
    assert said.code == 2
    assert "np.exp" not in said.out
    assert "--yes" in said.err
    assert not solution_seen(learner.progress, "softmax")


def test_a_solution_comes_with_its_explanation_and_code_that_can_be_copied(learner):
    said = learner("solution", "softmax", "--yes")
    assert said.code == 0
    assert "shifted by the maximum" in said.out
    assert help.reference(catalogue, SOFTMAX).code in said.out
    assert "What an interviewer asks next" in said.out
    assert solution_seen(learner.progress, "softmax")


def test_a_solved_exercise_shows_its_solution_at_once_but_a_review_under_way_does_not(learner):
    learner.solve("softmax")
    assert learner("solution", "softmax").code == 0
    learner.sleep(1)
    learner("review", "softmax")
    assert learner("solution", "softmax").code == 2


def test_a_difference_marks_what_is_only_on_one_side_and_fits_80_columns(learner):
    learner("start", "softmax")
    learner.file().write_text(MINE)
    said = learner("solution", "--diff", "--yes")
    lines = said.out.splitlines()
    assert "-     return np.exp(x)" in lines
    assert "+     exps = np.exp(shifted)" in lines
    assert "  import numpy as np" in lines
    assert max(map(len, lines)) <= 80


def test_a_difference_with_the_same_code_says_so(learner):
    learner("start", "softmax")
    learner.file().write_text(RIGHT)
    assert "5 of 5 lines do the same" in learner("solution", "--diff", "--yes").out


def test_a_difference_of_a_half_written_answer_is_shown_all_the_same(learner):
    learner("start", "softmax")
    learner.file().write_text("def softmax(x, axis\x1b[2J\n")
    said = learner("solution", "--diff", "--yes")
    assert "- def softmax(x, axis\\x1b[2J" in said.out


# Back to the starter code


def test_reset_goes_back_to_the_starter_code_and_says_where_the_old_code_is(learner):
    learner("start", "softmax")
    learner.file().write_text(MINE)
    said = learner("reset")
    assert said.code == 0
    assert learner.file().read_text() == STARTER
    assert kept(learner, "aside") == [MINE]
    assert ".mlprep/aside/softmax." in said.err


def test_reset_of_an_untouched_starter_file_puts_nothing_aside(learner):
    learner("start", "softmax")
    said = learner("reset")
    assert "is the starter code already" in said.out
    assert kept(learner, "aside") == []
    learner("start", "softmax", "--fresh")
    assert kept(learner, "aside") == []


def test_what_was_done_is_said_even_if_the_record_then_fails(learner, monkeypatch):
    learner("start", "softmax")
    learner.file().write_text(MINE)
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    said = learner("reset")
    assert said.code == 2
    assert "Your previous code was saved to" in said.err
    assert kept(learner, "aside") == [MINE]


# Reviews


def test_a_review_is_begins_with_the_starter_code_and_the_old_code_is_put_aside(learner):
    learner.solve("softmax")
    learner.file().write_text(RIGHT)
    learner.sleep(30)
    said = learner("review")
    assert said.code == 0
    assert "Softmax along an axis" in said.out
    assert learner.file().read_text() == STARTER
    assert kept(learner, "aside") == [RIGHT]
    assert learner.progress.running("softmax")
    assert learner.progress.current == "softmax"


def test_a_review_under_way_is_gone_on_with_and_not_begun_again(learner):
    learner.solve("softmax")
    learner.file().write_text(RIGHT)
    learner.sleep(30)
    learner("review")
    learner.file().write_text(MINE)
    learner("start", "attention")
    said = learner("review")
    assert "Softmax" in said.out
    assert learner.file().read_text() == MINE
    assert kept(learner, "aside") == [RIGHT]


def test_a_review_starts_with_no_help_seen(learner):
    learner.solve("softmax")
    learner("hint", "softmax")
    learner("solution", "softmax")
    learner.sleep(30)
    learner("review")
    assert learner.progress.hints("softmax") == 0
    assert not solution_seen(learner.progress, "softmax")


def test_a_review_of_what_was_never_solved_throws_nothing_away(learner):
    learner("start", "softmax")
    learner.file().write_text(MINE)
    learner("review", "softmax")
    assert learner.file().read_text() == MINE


def test_when_nothing_is_due_the_next_day_is_named(learner):
    assert "No exercise is due for review" in learner("review").out
    learner.solve("softmax")
    said = learner("review")
    assert said.code == 0
    assert "The next one is softmax, on " in said.out


def test_the_most_pressing_review_comes_first(learner):
    learner.solve("softmax", days_ago=3)
    learner.solve("attention", days_ago=90)
    assert "Scaled dot-product attention" in learner("review").out


# Next


def test_next_begins_with_softmax_and_goes_on_with_what_is_needed_first(learner):
    seen = []
    for _ in range(6):
        assert learner("next").code == 0
        name = learner.progress.current
        seen.append(name)
        assert all(learner.progress.solved(each) for each in state.needed(catalogue, catalogue.exercises[name]))
        learner.solve(name)
    assert seen[0] == "softmax"
    assert len(set(seen)) == 6


def test_next_leaves_an_unsolved_exercise_and_says_how_to_come_back(learner):
    learner("next")
    first = learner.progress.current
    said = learner("next")
    assert learner.progress.current != first
    assert f"mlprep start {first}" in said.err


def test_next_serves_what_is_due_but_after_two_reviews_something_new(learner):
    for name in ("softmax", "attention", "kmeans_assign", "pca"):
        learner.solve(name, days_ago=60)
    kinds = []
    for _ in range(5):
        before = set(catalogue.exercises) - {name for name in catalogue.exercises if learner.progress.solved(name)}
        learner("next")
        name = learner.progress.current
        kinds.append("new" if name in before else "review")
        learner.now += 10 * MINUTE
        learner.solve(name)
    assert kinds == ["review", "review", "new", "review", "review"]


def test_when_everything_is_done_next_says_so(learner):
    for name in catalogue.exercises:
        learner.solve(name)
    said = learner("next")
    assert said.code == 0
    assert "Every other exercise is solved" in said.out


# History


def test_history_lists_checks_and_saved_code(learner):
    learner.solve("softmax", days_ago=2)
    learner.change(lambda progress: progress.record("softmax", "failed", learner.now, "whole_array"))
    learner("start", "softmax")
    learner.file().write_text(MINE)
    learner("reset")
    said = learner("history", "softmax")
    assert said.code == 0
    assert "2 checks, 1 passed" in said.out
    assert "whole array" in said.out
    assert "replaced" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_the_history_speaks_in_words_under_a_heading(learner):
    def change(progress):
        progress.start("softmax", learner.now - 9 * MINUTE)
        for minute, (outcome, kind) in enumerate([("failed", "none"), ("error", "missing"), ("timeout", "timeout")], 1):
            progress.record("softmax", outcome, learner.now - (9 - minute) * MINUTE, kind)
        progress.record("softmax", PASSED, learner.now, None, 0)

    learner.change(change)
    lines = learner("history", "softmax").out.splitlines()
    assert lines[2].split() == ["when", "outcome", "on", "the", "clock"]
    for words in ("nothing returned", "a function is missing", "timed out", "9:00"):
        assert words in "\n".join(lines)
    assert lines[6].endswith("★")


def test_history_of_what_was_never_begun_is_empty_and_no_error(learner):
    said = learner("history", "softmax")
    assert said.code == 0
    assert "not checked yet" in said.out


def test_any_kept_answer_can_be_read_and_brought_back_and_nothing_is_lost(learner):
    learner("start", "softmax")
    texts = [MINE + f"# {number}\n" for number in range(3)]
    for text in texts:
        learner.file().write_text(text)
        learner("reset")
        learner.now += 1
    learner.file().write_text("# the present one\n")
    assert learner("history", "--show", "2").out == texts[1]
    said = learner("history", "--restore", "2")
    assert said.code == 0
    assert learner.file().read_text() == texts[1]
    assert sorted(kept(learner, "aside")) == sorted([*texts, "# the present one\n"])
    assert learner("history", "--show", "2").out == texts[1]


def test_untouched_starter_code_makes_room_without_being_kept(learner):
    learner("start", "softmax")
    learner.file().write_text(MINE)
    learner("reset")
    learner("history", "--restore", "1")
    assert learner.file().read_text() == MINE
    assert kept(learner, "aside") == [MINE]


def test_bringing_back_a_passed_answer_in_a_review_counts_as_help(learner):
    learner.solve("softmax")
    learner.file().parent.joinpath(".mlprep", "passed").mkdir()
    learner.file().parent.joinpath(".mlprep", "passed", "softmax.2024-03-04-120000.py").write_text(RIGHT)
    learner.sleep(30)
    learner("review")
    said = learner("history", "--restore", "1")
    assert "counts as having seen the solution" in said.out
    assert solution_seen(learner.progress, "softmax")


@pytest.mark.parametrize("words", [("--restore", "9"), ("--show", "0")])
def test_a_number_that_is_not_there_is_said_with_those_that_are(learner, words):
    learner("start", "softmax")
    assert "No code of softmax was saved" in learner("history", *words).err
    learner.file().write_text(MINE)
    learner("reset")
    said = learner("history", *words)
    assert said.code == 2
    assert "1 to 1" in said.err


def test_history_as_json_is_one_value(learner):
    learner.solve("softmax")
    value = json.loads(learner("history", "softmax", "--json").out)
    assert value["attempts"][0]["outcome"] == "passed"
    assert value["kept"] == []


def test_a_workspace_that_moves_takes_everything_along(learner, tmp_path: Path, monkeypatch):
    learner.solve("softmax", days_ago=1)
    learner("start", "attention")
    learner("plan", "--until", "+9", "--minutes", "30")
    before = learner("progress").out, learner("history", "softmax").out, learner("plan").out
    learner.folder.rename(tmp_path / "elsewhere")
    monkeypatch.setenv("MLPREP_HOME", str(tmp_path / "elsewhere"))
    assert (learner("progress").out, learner("history", "softmax").out, learner("plan").out) == before
