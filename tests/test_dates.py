"""Dates are read as people write them, and nothing else is taken for one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlprep.learner.dates import parse

TODAY = date(2026, 11, 30)  # a Monday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-24", date(2026, 12, 24)),
        ("Dec 24", date(2026, 12, 24)),
        ("december 24th", date(2026, 12, 24)),
        ("24 Dec", date(2026, 12, 24)),
        ("24. December 2027", date(2027, 12, 24)),
        ("Dec. 24, 2026", date(2026, 12, 24)),
        ("12/24", date(2026, 12, 24)),
        ("12/24/27", date(2027, 12, 24)),
        ("1/5", date(2027, 1, 5)),
        ("Jan 5", date(2027, 1, 5)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 12, 1)),
        ("+14", date(2026, 12, 14)),
        ("4 weeks", date(2026, 12, 28)),
        ("in 4 weeks", date(2026, 12, 28)),
        ("a week", date(2026, 12, 7)),
        ("10 days", date(2026, 12, 10)),
        ("friday", date(2026, 12, 4)),
        ("on Mon", date(2026, 12, 7)),
        ("next Monday", date(2026, 12, 7)),
    ],
)
def test_a_date_is_read_as_it_is_meant(text, day):
    assert parse(text, TODAY) == day


@pytest.mark.parametrize(
    "text", ["", "soon", "Feb 30", "13/13", "2026-13-01", "+", "-3", "4", "24", "4 fortnights", "May", "99999999 weeks"]
)
def test_what_is_no_date_is_none(text):
    assert parse(text, TODAY) is None


@given(st.dates(TODAY + timedelta(days=1), TODAY + timedelta(days=364)))
def test_every_day_of_the_next_year_can_be_written_in_each_way(day):
    for text in (day.isoformat(), f"{day:%b} {day.day}", f"{day.day} {day:%B}", f"{day.month}/{day.day}"):
        assert parse(text, TODAY) == day


@given(st.text(max_size=30))
def test_no_text_breaks_it(text):
    assert parse(text, TODAY) is None or isinstance(parse(text, TODAY), date)
