"""An attempt, the row that the progress file keeps of it, and moments and days as they are in that file."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from datetime import date

LATEST = 32_503_680_000  # the year 3000, where local time ends on some systems


class Attempt(NamedTuple):
    """One verdict, in the order of a row: ``seconds`` is None when no clock ran; help is what had been seen by then.

    ``beyond`` is how many notes beyond the task a pass had, None where that is not known. ``kept`` is the number of
    the day that it was where the learner was then, None in records of the first version.
    """

    time: int
    outcome: str
    seconds: int | None
    hints: int
    solution: bool
    diagnosis: str | None
    kept: int | None = None
    beyond: int | None = None

    @property
    def day(self) -> date:
        """The day of the attempt, whatever the time zone is now."""
        return day_of(self.kept, self.time)


FIELDS, _USUAL, _ALL = 6, 7, 8  # those of an attempt that every row has, that nearly all have, and all there are
_DAY = 6  # where a row has it


def attempt_of(row: list[Any]) -> Attempt:
    """The attempt that a row keeps."""
    if len(row) == _USUAL and type(row[_DAY]) is int:  # nearly all, and after years there are thousands
        return Attempt(*row)
    return Attempt(*row[:FIELDS], *(each if type(each) is int else None for each in row[FIELDS:_ALL]))


def row_of(attempt: Attempt) -> list[Any]:
    """What the file keeps of an attempt."""
    return [*attempt] if attempt.beyond is not None else [*attempt[:_USUAL]]


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
