"""What the keys of the app do, and that nothing is mixed up or lost whatever happens meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest
from desk import HERE
from learner import FIRST, solution_seen
from rich.text import Text

from mlprep.activities import practice
from mlprep.activities.session import Session
from mlprep.app.by_keys import by_keys
from mlprep.app.panels import folded
from mlprep.content.catalogue import Catalogue


def test_n_goes_to_the_next_exercise_and_watches_that(desk):
    async def steps(desk):
        desk.save("passed")
        await desk.until("Press n")
        await desk.press("n")
        current = desk.record.current
        assert current != "softmax"
        await desk.until(f"Your file is ~/mlprep/{current}.py")
        desk.save("failed", current)
        await desk.until(f"✗ {current}")
        desk.save("crashed")  # the file that was left is not watched any more
        await desk.pilot.pause(0.3)
        assert f"✗ {current}" in desk.text

    desk.run(steps)
    assert [each.outcome for each in desk.record.attempts("softmax")] == ["passed"]


def test_a_verdict_that_comes_after_a_switch_is_not_shown(desk):
    async def steps(desk):
        await desk.until("Your file is")
        desk.engine.held = True
        desk.save("failed")
        await desk.until(lambda: len(desk.engine.asked) == 2)
        await desk.press("n")
        desk.engine.held = False
        desk.engine.release()
        await desk.until("Your file is")
        await desk.pilot.pause(0.1)
        assert "✗" not in desk.text

    desk.run(steps)
    assert desk.record.attempts("softmax") == []


def test_only_the_verdict_on_the_newest_save_is_shown_and_recorded(desk):
    async def steps(desk):
        await desk.until("Your file is")
        desk.engine.held = True
        desk.save("failed")
        await desk.until(lambda: len(desk.engine.asked) == 2)
        desk.save("crashed")
        await desk.pilot.pause(0.05)
        desk.save("passed")
        await desk.pilot.pause(0.05)
        desk.engine.held = False
        desk.engine.release()
        await desk.until("✓ softmax")

    desk.run(steps)
    assert [each.outcome for each in desk.record.attempts("softmax")] == ["passed"]


def test_a_verdict_that_was_shown_is_recorded_though_the_app_ends_at_once(desk):
    async def steps(desk):
        await desk.until("Your file is")
        desk.app._record = lambda: None  # the screen is never painted again
        desk.save("failed")
        await desk.until("✗ softmax")

    desk.run(steps)
    assert [each.outcome for each in desk.record.attempts("softmax")] == ["failed"]


def test_x_resets_and_z_brings_the_code_back(desk):
    async def steps(desk):
        desk.save("failed")
        await desk.until("✗ softmax")
        await desk.press("x")
        await desk.until("Press z")
        assert "raise NotImplementedError" in desk.file().read_text()
        await desk.press("z")
        await desk.until("✗ softmax")
        assert desk.file().read_text() == "# report: failed\n"
        await desk.press("z")
        await desk.until("nothing to undo")

    desk.run(steps)


def test_what_was_written_after_a_reset_is_kept_when_it_is_undone(desk):
    async def steps(desk):
        desk.save("failed")
        await desk.until("✗ softmax")
        await desk.press("x")
        desk.save("crashed")
        await desk.press("z")
        await desk.until("is back in")

    desk.run(steps)
    kept = [path.read_text() for path in (desk.folder / ".mlprep").rglob("softmax.*.py")]
    assert "# report: crashed\n" in kept


def test_a_pass_with_code_that_came_back_is_no_review(desk):
    async def steps(desk):
        desk.save("passed")
        await desk.until("Press n")
        await desk.press("x")
        await desk.until("Your file is")
        await desk.press("z")
        await desk.until("✓ softmax")

    desk.run(steps)
    assert solution_seen(desk.record, "softmax")


def test_the_solution_is_asked_for_before_a_pass_and_recorded(desk):
    async def steps(desk):
        await desk.until("Your file is")
        await desk.press("s", "n")
        assert "reference" not in desk.text
        assert not solution_seen(desk.record, "softmax")
        await desk.press("s", "y")
        await desk.until("keepdims=True")
        assert solution_seen(desk.record, "softmax")
        await desk.press("escape")
        await desk.until("Your file is")

    desk.run(steps)


def test_enter_in_the_list_starts_the_exercise(desk):
    async def steps(desk):
        await desk.until("Your file is")
        await desk.press("l", *"pairwise", "enter")
        await desk.until("Your file is ~/mlprep/pairwise_distances.py")
        await desk.press("l", "escape")
        await desk.until("Your file is ~/mlprep/pairwise_distances.py")

    desk.run(steps)
    assert desk.record.current == "pairwise_distances"


def test_a_key_in_the_list_has_exercises_started_in_pytorch(desk):
    async def steps(desk):
        await desk.until("Your file is")
        await desk.press("l", *"relu", "ctrl+t")
        await desk.until("in NumPy")
        await desk.press("enter")
        await desk.until("Your file is ~/mlprep/relu.py")

    desk.run(steps)
    assert desk.record.framework == "torch"
    assert "import torch" in (desk.folder / "relu.py").read_text()


def test_escape_in_the_list_clears_the_filter_first(desk):
    async def steps(desk):
        await desk.press("l", *"relu")
        await desk.until("0 of 1 solved")
        await desk.press("escape")
        await desk.until("0 of 8 solved")
        await desk.press("escape")
        await desk.until("softmax.py")

    desk.run(steps)


def test_u_starts_what_is_due_and_says_when_nothing_is(desk):
    async def steps(desk):
        await desk.press("u")
        await desk.until("~/mlprep/relu.py")
        await desk.press("u")
        assert desk.record.current == "relu"

    desk.solve("relu", 30)
    desk.run(steps)


def test_p_makes_a_plan_and_shows_it(desk):
    async def steps(desk):
        await desk.press("p", *"nonsense", "enter")
        await desk.until("not a date")
        await desk.press(*["backspace"] * 8, *"+10", "enter", "enter", *"nothing", "enter")
        await desk.until("no topic")
        await desk.press(*["backspace"] * 7, *"transf", "enter")
        await desk.until("interview in 10 days")
        await desk.press("p")
        await desk.until("Study plan")

    desk.run(steps)
    assert desk.record.plan.until == FIRST + timedelta(days=10)
    assert desk.record.plan.minutes == 45
    assert desk.record.plan.focus == ("transformers",)


def test_the_first_run_can_be_skipped_by_enter_alone(desk):
    async def steps(desk):
        await desk.until("When is your interview?")
        await desk.press("enter", "enter", "enter")
        await desk.until("Your file is ~/mlprep/softmax.py")
        desk.save("failed")
        await desk.until("✗ softmax")

    desk.run(steps, name=None)
    assert desk.record.plan is None


def test_a_verdict_is_seen_by_who_reads_the_statement(desk):
    async def steps(desk):
        await desk.until("Your file is")
        await desk.press("t")
        await desk.until("Everywhere")
        desk.save("failed")
        await desk.until("✗ softmax")

    desk.run(steps)


def test_w_pauses_the_clock_until_the_next_key(desk):
    async def steps(desk):
        await desk.press("w")
        await desk.until("paused")
        desk.now += 1000
        await desk.press("h")
        desk.app.practice.tick()
        await desk.until("0:00 / 8:00")
        assert "paused" not in desk.text

    desk.run(steps)


def test_a_record_that_another_mlprep_changes_is_read_again(desk):
    async def steps(desk):
        await desk.until("Your file is")
        desk.solve("attention")
        await desk.press("l")
        await desk.until("1 of 8 solved")

    desk.run(steps)


def test_a_record_that_cannot_be_written_is_told_and_the_verdict_stands(desk):
    async def steps(desk):
        await desk.until("Your file is")
        path = desk.folder / ".mlprep" / "progress.json"
        path.write_text(path.read_text().replace('"version":1', '"version":99'))
        desk.save("passed")
        await desk.until("✓ softmax")
        await desk.until("newer mlprep")

    desk.run(steps)


def test_the_keys_at_the_foot_are_buttons(desk):
    async def steps(desk):
        await desk.until("Your file is")
        column = desk.text.splitlines()[-1].index("h hint")
        await desk.pilot.click(offset=(column, 23))
        await desk.until("hint 1 of 3")

    desk.run(steps)


@pytest.mark.parametrize("size", [(20, 5), (3, 1), (1, 1), (200, 3), (10, 60)])
def test_a_window_of_any_size_is_no_trouble(desk, size):
    async def steps(desk):
        desk.save("failed")
        await desk.until(lambda: desk.app.practice._checks > 1)
        for keys in (
            "h",
            "t",
            "t",
            "l escape",
            "slash escape",
            "g escape",
            "question_mark escape",
            "c escape",
            "p escape",
        ):
            await desk.press(*keys.split())
            await desk.pilot.pause()
        await desk.pilot.resize_terminal(80, 24)
        await desk.until("✗ softmax")

    desk.run(steps, size)


def test_control_characters_are_spelled_out(desk):
    async def steps(desk):
        await desk.until("Your file is")
        desk.save("printed")
        await desk.until(lambda: desk.app.practice._checks > 1)
        await desk.press("end")
        await desk.until("\\x1b[2J")
        desk.file().write_text("# report: printed\nx = '\x1b[2J'\n")
        await desk.pilot.pause(0.1)
        await desk.press("d", "y")
        await desk.until("\\x1b[2J")
        assert "\x1b" not in desk.text

    desk.run(steps)


def test_a_very_long_output_and_a_very_long_file_are_shown_in_part(desk):
    async def steps(desk):
        await desk.until("Your file is")
        desk.file().write_text("# report: failed\n" + "".join(f"x{i} = {'1 + ' * 300}1\n" for i in range(300)))
        await desk.until("✗ softmax")
        await desk.press("d", "y")
        await desk.until("reference solution")

    desk.run(steps)


@pytest.mark.parametrize("width", [10, 24, 80])
def test_a_long_line_is_folded_below_its_own_indentation(width):
    code = "    e = np.exp(x - np.max(x, axis=axis, keepdims=True))  # of each slice"
    pieces = [piece.plain for piece in folded(Text(code), width)]
    assert all(len(piece) <= width for piece in pieces)
    assert all(piece.startswith("    ") for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(code.split())
    assert folded(Text("語" * 20), 10)[0].plain == "語" * 5


def test_an_exercise_that_another_terminal_starts_is_opened(desk):
    async def steps(desk):
        await desk.until("Your file is")
        elsewhere = Session()
        elsewhere.catalogue = Catalogue(HERE / "catalogue")
        practice.start(elsewhere, elsewhere.catalogue.find("attention"))
        await desk.until("Your file is ~/mlprep/attention.py")
        desk.save("failed", "attention")
        await desk.until("✗ attention")

    desk.run(steps)
    assert desk.record.current == "attention"


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("To go back to it, run `mlprep start relu`.", "To go back to it, press l and choose relu."),
        ("To start over, run `mlprep start relu --fresh`.", "To start over, press x."),
        ("Run `mlprep next` for something new.", "Press n for something new."),
        ("Run `mlprep plan --until DATE` to make a new one.", "Press p to make a new one."),
        ("To add what is in it, run `mlprep doctor --merge`.", "To add what is in it, run `mlprep doctor --merge`."),
    ],
)
def test_messages_name_keys_where_there_are_any(message, told):
    assert by_keys(message) == told
