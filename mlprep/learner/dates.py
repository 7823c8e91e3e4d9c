"""Dates as people write them: Dec 24, 24 December, 12/24, 2026-12-24, tomorrow, Friday, 4 weeks, +14."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mlprep.errors import MlprepError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_UNITS = {"day": 1, "week": 7, "month": 30}
_FURTHEST = 366  # days


def parse(text: str, today: date) -> date | None:
    """The day that is meant, the next one of its kind after today where no year is given; None if it is not a date."""
    said = re.sub(r"[,\s]+", " ", text.strip().lower().removeprefix("in ").removeprefix("on "))
    if said in ("today", "tomorrow"):
        return today + timedelta(days=said == "tomorrow")
    try:
        return _relative(said, today) or _weekday(said, today) or _named(said, today) or _in_numbers(said, today)
    except (ValueError, OverflowError):  # the 30th of February, or a day past the calendar's end
        return None


def interview_day(text: str, today: date) -> date:
    """A date within the next year. Raises MlprepError."""
    day = parse(text, today)
    if day is None:
        raise MlprepError(f"{text!r} is not a date.", "Try Dec 24, 12/24, 2026-12-24, 4 weeks or +14 (days).")
    if day <= today:
        raise MlprepError(f"{day} is {'today' if day == today else 'in the past'}.", "Give a later day.")
    if (day - today).days > _FURTHEST:
        raise MlprepError(f"{day} is more than a year away.", "Plan for an earlier day.")
    return day


def _relative(said: str, today: date) -> date | None:
    found = re.fullmatch(r"\+ ?(\d+)|(\d+|an?) (day|week|month)s?", said)
    if not found:
        return None
    if found[1]:
        return today + timedelta(days=int(found[1]))
    count = int(found[2]) if found[2].isdigit() else 1
    return today + timedelta(days=count * _UNITS[found[3]])


def _weekday(said: str, today: date) -> date | None:
    found = re.fullmatch(r"(?:next )?([a-z]{3})[a-z]*", said)
    if not found or found[1] not in WEEKDAYS:
        return None
    return today + timedelta(days=(WEEKDAYS.index(found[1]) - today.weekday() - 1) % 7 + 1)


def _named(said: str, today: date) -> date | None:
    found = re.fullmatch(r"([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?", said)
    month, day, year = (found[1], found[2], found[3]) if found else (None, None, None)
    if not found:
        found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|\.)? ([a-z]{3})[a-z]*\.?(?: (\d{4}))?", said)
        month, day, year = (found[2], found[1], found[3]) if found else (None, None, None)
    if month not in _MONTHS or day is None:
        return None
    return _dated(int(year) if year else None, _MONTHS.index(month) + 1, int(day), today)


def _in_numbers(said: str, today: date) -> date | None:
    found = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", said)
    if found:
        return date(int(found[1]), int(found[2]), int(found[3]))
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})(?:/(\d{2}|\d{4}))?", said)  # month first, as in the United States
    if not found:
        return None
    year = int(found[3]) + (2000 if len(found[3]) == 2 else 0) if found[3] else None
    return _dated(year, int(found[1]), int(found[2]), today)


def _dated(year: int | None, month: int, day: int, today: date) -> date:
    """That day, in the year given or in the next that has it after today."""
    if year is not None:
        return date(year, month, day)
    found = date(today.year, month, day)
    return found if found > today else date(today.year + 1, month, day)
