"""An attempt, the row that the progress file keeps of it, and moments and days as they are in that file."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from datetime import date

LATEST = 32_503_680_000  # the year 3000, where local time ends on some systems


class Attempt(NamedTuple):
    """One verdict: ``seconds`` is None when no clock ran; help is what had been seen by then.

    ``beyond`` is how many notes beyond the task a pass had, None where that is not known. ``kept`` is the number of
    the day that it was where the learner was then, None in records of the first version.
    """

    time: int
    outcome: str
    seconds: int | None
    hints: int
    solution: bool
    diagnosis: str | None
    beyond: int | None = None
    kept: int | None = None

    @property
    def day(self) -> date:
        """The day of the attempt, whatever the time zone is now."""
        return day_of(self.kept, self.time)


_DAY, _BEYOND = 6, 7  # where a row has them
FIELDS = 6  # of an attempt, that every row has


def attempt_of(row: list[Any]) -> Attempt:
    """The attempt that a row keeps."""
    beyond = row[_BEYOND] if len(row) > _BEYOND and type(row[_BEYOND]) is int else None
    return Attempt._make([*row[:FIELDS], beyond, kept_day(row)])


def row_of(attempt: Attempt) -> list[Any]:
    """What the file keeps of an attempt."""
    row = [*attempt[:FIELDS], attempt.kept]
    return row if attempt.beyond is None else [*row, attempt.beyond]


def kept_day(row: list[Any]) -> int | None:
    """The number of the day, where a row has it."""
    return row[_DAY] if len(row) > _DAY and type(row[_DAY]) is int else None


def day_of(kept: int | None, moment: float) -> date:
    """The day that was kept, or else the moment's in the present zone."""
    from datetime import date

    return (None if kept is None else day_named(kept)) or date.fromtimestamp(moment)


def moment_of(now: float) -> float:
    """A time as the file has it: within what local time can tell, in milliseconds."""
    return round(min(max(now, 0), LATEST), 3)


def day_number(moment: float) -> int:
    """The day here and now, as in 20261129."""
    local = time.localtime(moment)
    return 10_000 * local.tm_year + 100 * local.tm_mon + local.tm_mday


@cache
def day_named(number: int) -> date | None:
    """The day of a number as in 20261129, if it is one."""
    from datetime import date

    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError:
        return None
