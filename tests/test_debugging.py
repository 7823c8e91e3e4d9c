"""`mlprep debug`: a round is begun, kept, helped with and repaired, at the command line."""

from __future__ import annotations

import ast
import io
import json
from datetime import date

import pytest
from learner import Learner, Said

from mlprep.activities import debugging
from mlprep.activities.debug_help import Repair
from mlprep.activities.reward import Reward
from mlprep.activities.session import Session
from mlprep.errors import NothingToDo
from mlprep.learner import rounds
from mlprep.learner.rounds import Bug, Round
from mlprep.learner.workspace import Workspace
from mlprep.views import passed
from mlprep.views.text import make_console

HEAD = '"""Softmax"""\n\nimport numpy as np\n\n\n'
FIXED = (
    HEAD
    + "def helper(x, axis):\n"
    + "    z = x - np.max(x, axis=axis, keepdims=True)\n"
    + "    return np.exp(z)\n\n\n"
    + "def softmax(x, axis=-1):\n"
    + "    e = helper(x, axis)\n"
    + "    e = e / e.sum(axis=axis, keepdims=True)\n"
    + "    return e\n"
)
WRONG = FIXED.replace("np.max(x, axis=axis", "np.max(x, axis=0").replace("e.sum(axis=axis, keepdims=True)", "e.sum()")
GAP = FIXED.replace("    e = e / e.sum(axis=axis, keepdims=True)\n", "")
BUGS = (
    Bug(7, "axis=0", "axis=axis", "The maximum belongs to the axis."),
    Bug(13, "e.sum()", "e.sum(axis=axis, keepdims=True)", "The sum belongs to the axis."),
)
MISSING = (Bug(13, "", "e = e / e.sum(axis=axis, keepdims=True)", "The division was left out."),)


def begun(learner: Learner, text: str = WRONG, bugs: tuple[Bug, ...] = BUGS) -> None:
    """A round of softmax as if `debug` had made it."""
    workspace = Workspace(learner.folder, "test")
    workspace.create()
    rounds.write(workspace, "softmax_debug", Round(1, text, FIXED, bugs))
    write(learner, text)
    learner.change(lambda progress: progress.start("softmax_debug", learner.now, restart=True))


def write(learner: Learner, text: str) -> None:
    learner.file("softmax_debug").write_text(text, encoding="utf-8")


def in_json(said: Said) -> dict:
    assert said.out, said.err
    return json.loads(said.out)


def test_debug_writes_a_wrong_solution_and_makes_it_current(learner):
    found = in_json(learner("debug", "softmax", "--bugs", "2", "--seed", "3", "--json"))
    assert (found["exercise"], found["bugs"], found["seed"], found["written"]) == ("softmax_debug", 2, 3, True)
    text = learner.file("softmax_debug").read_text(encoding="utf-8")
    assert text.startswith("# softmax_debug: easy, 5 min. Check it with: mlprep check softmax_debug\n")
    asked = ast.get_docstring(ast.parse(text))
    assert asked.startswith("This solution has 2 bugs. Find them and fix them.\n\nSoftmax along an axis\n")
    assert learner.progress.current == "softmax_debug"
    assert learner.progress.running("softmax_debug")
    assert learner("check").code == 1


def test_an_unfinished_round_is_kept_and_fresh_saves_it(learner):
    learner("debug", "softmax", "--seed", "3")
    first = learner.file("softmax_debug").read_text(encoding="utf-8")
    write(learner, first + "\n# mine\n")
    kept = learner("debug", "softmax", "--seed", "4")
    assert "was kept" in kept.err
    assert learner.file("softmax_debug").read_text(encoding="utf-8").endswith("# mine\n")
    assert learner("debug").code == 0  # without a name it is the one in progress
    fresh = in_json(learner("debug", "softmax", "--seed", "3", "--fresh", "--json"))
    assert learner.file("softmax_debug").read_text(encoding="utf-8") == first
    with open(fresh["saved"], encoding="utf-8") as file:
        assert file.read().endswith("# mine\n")


def test_a_fresh_round_begins_with_a_new_clock_and_no_hints(learner):
    begun(learner)
    learner("hint")
    learner.now += 600
    learner("debug", "softmax", "--fresh")
    assert learner.progress.hints("softmax_debug") == 0
    assert learner.progress.seconds("softmax_debug", learner.now) == 0


def test_once_it_is_fixed_another_round_begins_and_the_old_file_is_saved(learner):
    begun(learner)
    write(learner, FIXED)
    assert learner("check").code == 0
    found = in_json(learner("debug", "softmax", "--json"))
    assert found["written"]
    assert found["saved"]


def test_a_repair_tells_what_the_bugs_were_and_how_much_was_changed(learner):
    begun(learner)
    learner.now += 370
    write(learner, FIXED.replace("    return e\n", "    result = e\n    return result\n"))
    repair = in_json(learner("check", "--json"))["repair"]
    assert (repair["seconds"], repair["lines_changed"], repair["lines_needed"], repair["hints"]) == (370, 4, 2, 0)
    assert [bug["line"] for bug in repair["bugs"]] == [7, 13]
    assert all(bug["changed"] for bug in repair["bugs"])


def test_a_repair_is_shown_with_the_pass(learner):
    begun(learner)
    learner.now += 370
    write(learner, FIXED)
    said = learner("check").out
    assert said.startswith("✓ softmax_debug ★   fixed in 6:10   2 of 2 bugs   2 lines changed\n")
    assert "line 7    axis=0 -> axis=axis\n" in said
    assert "The sum belongs to the axis." in said
    assert "of 127" not in said
    assert "Review on" not in said


def test_another_repair_passes_too_and_a_line_that_was_left_alone_is_told(learner):
    begun(learner)
    other = WRONG.replace("    return np.exp(z)", "    return np.exp(x - x.max(axis=axis, keepdims=True))")
    write(learner, other.replace("e.sum()", "np.sum(e, axis, keepdims=True)"))
    found = in_json(learner("check", "--json"))
    assert found["outcome"] == "passed"
    assert [bug["changed"] for bug in found["repair"]["bugs"]] == [False, True]
    learner("check", "--json")
    assert "1 of 2 bugs" in learner("check").out


def test_a_statement_that_was_left_out_is_told_as_missing(learner):
    begun(learner, GAP, MISSING)
    learner("hint")
    learner("hint")
    assert "A statement is missing before line 13: `return e`" in learner("hint").out
    write(learner, FIXED)
    said = learner("check").out
    assert "a statement was missing" in said
    assert "1 bug " in said


def test_hints_narrow_it_down_to_the_first_bug_that_is_left(learner):
    begun(learner)
    first = learner("hint").out
    assert "hint 1 of 3, what fails" in first
    assert "test cases of" in first
    assert "The first bug is in `helper`." in learner("hint").out
    assert "The first bug is on line 7: `z = x - np.max(x, axis=0, keepdims=True)`" in learner("hint").out
    write(learner, "# a line above\n" + WRONG.replace("axis=0", "axis=axis"))
    again = in_json(learner("hint", "--again", "--json"))["seen"]
    assert again[1] == "The first bug is in `softmax`."
    assert again[2] == "The first bug is on line 14: `e = e / e.sum()`"


def test_hints_say_where_all_bugs_were_changed_and_it_still_fails(learner):
    begun(learner)
    write(learner, WRONG.replace("axis=0", "axis=1").replace("e.sum()", "e.max()"))
    learner("hint")
    assert "Every line that had a bug was changed" in learner("hint").out


def test_hints_say_when_nothing_fails_any_more(learner):
    begun(learner)
    write(learner, FIXED)
    assert "Your file passes now." in learner("hint").out


def test_the_solution_of_a_round_is_the_fixed_file_and_is_asked_for(learner):
    begun(learner)
    assert learner("solution").code == 2
    found = in_json(learner("solution", "--yes", "--diff", "--json"))
    assert found["code"] == FIXED.partition("\n\n")[2].rstrip("\n")
    assert found["title"] == "fixed file"
    assert [row["mine"].strip() for row in found["diff"] if not row["same"]] == [
        "z = x - np.max(x, axis=0, keepdims=True)",
        "e = e / e.sum()",
    ]


def test_reset_brings_the_round_back_as_it_began(learner):
    begun(learner)
    write(learner, "x = 1\n")
    assert learner("reset").code == 0
    assert learner.file("softmax_debug").read_text(encoding="utf-8") == WRONG


def test_without_the_round_a_pass_is_still_a_pass(learner):
    begun(learner)
    write(learner, FIXED)
    (learner.folder / ".mlprep" / "rounds" / "softmax_debug.json").unlink()
    found = in_json(learner("check", "--json"))
    assert found["outcome"] == "passed"
    assert "repair" not in found
    assert learner("hint").code == 2


def test_without_a_name_it_is_what_was_solved_and_not_debugged_lately_by_value(learner):
    for days, name in enumerate(["gelu", "attention", "softmax"]):
        learner.solve(name, days_ago=days + 1)
    session = Session()
    values = {"must": 0, "should": 1, "extra": 2}
    names = [each.id for each in debugging.choose(session, None)]
    ranks = [values[session.catalogue.exercises[name].value] for name in names]
    assert sorted(names) == ["attention", "gelu", "softmax"]
    assert ranks == sorted(ranks)
    first = names[0]
    learner.solve(f"{first}_debug", days_ago=1)
    assert [each.id for each in debugging.choose(Session(), None)][-1] == first
    learner.sleep(30)
    assert debugging.choose(Session(), None)[0].id == first


def test_a_level_leaves_only_exercises_of_that_level(learner):
    learner.solve("softmax")
    learner.solve("attention", days_ago=1)
    assert [each.id for each in debugging.choose(Session(), "easy")] == ["softmax"]
    with pytest.raises(NothingToDo, match="There are no hard exercises that you have solved"):
        debugging.choose(Session(), "hard")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("debug",), 0, "There are no exercises that you have solved."),
        (("debug", "softmax", "--bugs", "0"), 2, "0 is not a number of bugs."),
        (("debug", "softmax", "--seed", "-1"), 2, "-1 is not a seed."),
        (("debug", "softmax", "--level", "huge"), 2, "There is no level called 'huge'."),
        (("debug", "softmaxx"), 2, "Did you mean softmax"),
        (("debug", "relu", "--bugs", "5"), 2, "relu is too short for 5 bugs."),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do(learner, words, code, said):
    found = learner(*words)
    assert found.code == code
    assert said in found.out + found.err
    assert "error" in learner(*words, "--json").out or code == 0
    assert not list(learner.folder.glob("*_debug.py"))


@pytest.mark.parametrize("width", [50, 80, 120])
def test_a_repair_fits_every_window(width):
    long = Bug(12, "np.where(mask, scores, -np.inf)", "np.where(mask, -np.inf, scores)", "The branches are swapped.")
    repair = Repair(65, (*BUGS, long), (1,), 7, 3, 2)
    reward = Reward(
        "softmax_debug", date(2026, 12, 3), "first", 65, 300, None, None, 1, 0, 127, None, False, None, None
    )
    console = make_console(io.StringIO(), width=width)
    passed.show_headline(console, reward._replace(repair=repair), {"cases_passed": 5, "cases_total": 5})
    passed.show_reward(console, reward._replace(repair=repair))
    said = console.file.getvalue()
    assert "2 of 3 bugs" in said
    assert "7 lines changed, 3 would do" in said
    assert "2 hints" in said
    assert "no test case shows the bug" in " ".join(said.split())
    assert max(map(len, said.splitlines())) <= width
