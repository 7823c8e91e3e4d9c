"""Today's page: it fits the window, and its columns never touch."""

from __future__ import annotations

import re

import pytest

LONGEST = "logistic_regression_gradients"


@pytest.mark.parametrize("width", [50, 80])
def test_the_home_page_fits_and_its_columns_never_touch(learner, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    learner.solve(LONGEST, days_ago=9)
    learner("plan", "--until", "+9", "--minutes", "60")
    learner("start", LONGEST)
    out = learner().out
    assert max(map(len, out.splitlines())) <= width
    assert not re.search(rf"{LONGEST}\w", out)
    lines = out.splitlines()
    assert all(
        line.startswith(" ") or line[:14].rstrip() in ("In progress", "Today", "Next", "Due") for line in lines[1:]
    )
