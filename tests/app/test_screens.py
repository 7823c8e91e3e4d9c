"""Every screen of the app at three sizes, in color and without, held against the one that is kept in `screens`."""

from __future__ import annotations

import pytest
from conftest import SIZES, Desk  # type: ignore[attr-defined]

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
        desk.matches("new")

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
        desk.matches(report)

    desk.run(steps, size, "softmax")
