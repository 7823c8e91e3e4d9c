"""What the app does besides code: questions, debugging, writing tests, a mock interview."""

from __future__ import annotations

import pytest
from desk import CannedEngine, Desk
from learner import MINUTE

from mlprep.activities.interview_parts import Wishes
from mlprep.activities.quiz import Quiz
from mlprep.activities.quiz_plan import Wanted
from mlprep.app.questions_screen import QuestionsScreen
from mlprep.content.catalogue import Catalogue

CARDS = ("activations/log-of-softmax", "transformers/root-or-width")


@pytest.fixture
def real(desk: Desk) -> Desk:
    """With all exercises and their cards."""
    desk.catalogue = Catalogue()
    return desk


def test_cards_are_answered_graded_and_recorded(real):
    async def steps(desk):
        await desk.until("Your file is")
        quiz = Quiz(desk.app.session, Wanted(cards=CARDS, length=2))
        ended = []
        desk.app.push_screen(QuestionsScreen(quiz, lambda: "Quiz", desk.app._tell), ended.append)
        await desk.until("1/2")
        await desk.press(*"it underflows", "enter")
        await desk.until("You said: it underflows")
        await desk.until("A good answer says")
        await desk.press(*"seven", "enter")
        await desk.until("Write numbers from 1")
        await desk.press(*"all", "enter")
        await desk.until("The card comes back on")
        await desk.press("enter")
        await desk.until("2/2")
        await desk.press("escape")
        await desk.until("Your file is")
        assert ended == [False]

    real.run(steps)
    assert [each.rating for each in real.record.card_ratings(CARDS[0])] == [3]
    assert real.record.card_ratings(CARDS[1]) == []


@pytest.fixture
def one_round(monkeypatch: pytest.MonkeyPatch) -> None:
    """Interviews are ten minutes long: one easy round."""
    monkeypatch.setattr(
        "mlprep.activities.interview_parts.Wishes", lambda length: Wishes(10, "activations", "easy", ("solve",))
    )


@pytest.mark.usefixtures("one_round")
def test_an_interview_goes_from_a_round_to_its_questions_and_ends_with_a_report(real):
    async def steps(desk):
        await desk.until("Your file is")
        await desk.press("i")
        await desk.until("Take a mock interview")
        await desk.press("y")
        await desk.until("interview, ")
        name = desk.record.current
        await desk.until(f"Your file is ~/mlprep/{name}.py")
        desk.save("failed", name)
        await desk.until(f"✗ {name}")
        desk.save("passed", name)
        await desk.until("The interview goes on")
        await desk.press("n")
        await desk.until("1/2")
        for _ in range(2):
            await desk.press("enter")
            await desk.until("A good answer says")
            await desk.press(*"none", "enter")
            await desk.until("The card comes back")
            await desk.press("enter")
        await desk.until("Interview of")
        await desk.until("Solved         1 of 1, 0 at the first try")

    real.run(steps, size=(120, 40))
    assert [kind for kind, _ in real.record.sittings()] == ["interview"]


@pytest.mark.usefixtures("one_round")
def test_an_interview_that_is_left_waits_with_its_clock(real):
    async def begin(desk):
        await desk.until("Your file is")
        await desk.press("i", "y")
        await desk.until("interview, 10:00 left")
        desk.now += 2 * MINUTE

    async def go_on(desk):
        await desk.until("Your file is")
        await desk.press("i")
        await desk.until("interview, 8:00 left")
        await desk.press("n")
        await desk.until("Give up this round")
        await desk.press("y")
        await desk.until("1/2")

    real.run(begin, size=(120, 40))
    real.now += 100 * MINUTE
    real.engine = CannedEngine()
    real.run(go_on, size=(120, 40))


def test_b_and_a_begin_rounds_of_the_exercise(real):
    async def steps(desk):
        await desk.until("Your file is")
        await desk.press("a")
        await desk.until("test_softmax.py")
        await desk.press("b")
        await desk.until("softmax_debug.py")

    real.run(steps, size=(120, 40))
    assert real.record.current == "softmax_debug"
    assert real.file("test_softmax").exists()
