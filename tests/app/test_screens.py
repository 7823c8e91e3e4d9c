"""Every screen of the app at three sizes, in color and without, held against the one that is kept in `screens`."""

from __future__ import annotations

from datetime import timedelta

import pytest
from desk import SIZES, Desk
from learner import FIRST

MINE = """# report: failed
import numpy as np


def softmax(x, axis=-1):
    e = np.exp(x - np.max(x))
    return e / e.sum()
"""

pytestmark = [
    pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size))),
    pytest.mark.parametrize("color", [True, False], ids=["color", "plain"]),
]


@pytest.fixture(autouse=True)
def maybe_no_color(color: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not color:
        monkeypatch.setenv("NO_COLOR", "1")


def test_a_new_exercise(desk: Desk, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.until("Your file is")
        await desk.matches("new")

    desk.run(steps, size, "softmax")


@pytest.mark.parametrize("report", ["failed", "passed", "syntax", "crashed", "printed"])
def test_a_verdict(desk: Desk, size: tuple[int, int], report: str) -> None:
    async def steps(desk: Desk) -> None:
        await desk.until("Your file is")
        desk.now += 222
        desk.save(report)
        await desk.until("Check 2")
        await desk.until("Press n" if report == "passed" else "0/8")
        desk.app.practice.tick()
        await desk.pilot.pause()
        await desk.matches(report)

    desk.run(steps, size, "softmax")


def test_the_first_run(desk: Desk, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.until("Practice machine-learning")
        await desk.matches("first_run")
        await desk.press(*"4 weeks", "enter", *"3")
        await desk.matches("first_run_answered")
        await desk.press(*"0", "enter", *"transformers", "enter")
        await desk.until("Your file is")
        await desk.matches("first_exercise")

    desk.run(steps, size, name=None)


def test_help(desk: Desk, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("question_mark")
        await desk.matches("help")

    desk.run(steps, size)


def test_hints(desk: Desk, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        desk.save("failed")
        await desk.until("Check 2")
        await desk.press("h")
        await desk.matches("hint")

    desk.run(steps, size)


def test_the_statement(desk: Desk, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.until("Your file is")
        await desk.press("t")
        await desk.matches("statement")

    desk.run(steps, size)


def test_the_solution(desk: Desk, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.until("Your file is")
        await desk.press("s")
        await desk.matches("question")
        await desk.press("y")
        await desk.matches("solution")

    desk.run(steps, size)


def test_the_diff(desk: Desk, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.until("Your file is")
        desk.file().write_text(MINE, encoding="utf-8")
        await desk.until("Check 2")
        await desk.press("d", "y")
        await desk.matches("diff")

    desk.run(steps, size)


def test_the_list(desk: Desk, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("l")
        await desk.matches("list")
        await desk.press(*"must tr")
        await desk.matches("list_filtered")
        await desk.press(*" none")
        await desk.matches("list_empty")

    desk.solve("relu", 30)
    desk.solve("top_k", 1)
    desk.run(steps, size)


def test_the_sheet(desk: Desk, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("slash")
        await desk.matches("sheet")
        await desk.press(*"mask")
        await desk.matches("sheet_searched")

    desk.run(steps, size)


def test_the_plan(desk: Desk, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("p")
        await desk.matches("plan")
        await desk.press("c")
        await desk.matches("plan_changed")

    desk.change(lambda progress: progress.make_plan(FIRST + timedelta(days=10), 30, desk.now))
    desk.solve("relu", 3)
    desk.run(steps, size)


def test_progress(desk: Desk, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        await desk.press("g")
        await desk.matches("progress")

    desk.solve("relu", 30)
    desk.solve("top_k", 1)
    desk.run(steps, size)


def test_check_all(desk: Desk, size: tuple[int, int]) -> None:
    async def steps(desk: Desk) -> None:
        desk.save("passed")
        desk.save("failed", "relu")
        desk.save("crashed", "attention")
        await desk.until("Press n")
        await desk.press("c")
        await desk.until("of 3 passed")
        await desk.matches("check_all")

    desk.run(steps, size)
