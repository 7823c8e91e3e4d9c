"""Making a study plan of what the learner wishes, given as people write it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from mlprep.content.catalogue import Catalogue
from mlprep.errors import MlprepError, UnknownName
from mlprep.learner import dates
from mlprep.learner.record import Plan

if TYPE_CHECKING:
    from mlprep.activities.session import Session

LEAST, MOST, USUAL = 5, 720, 45  # minutes per day
_NONE = "none"


class Wishes(NamedTuple):
    """What is wished, each as it was typed; None leaves a plan as it is in that."""

    until: str | None = None
    minutes: int | None = None
    focus: str | None = None
    skip: str | None = None
    off: str | None = None


def make(session: Session, wishes: Wishes) -> Plan:
    """The plan, made or changed by what is wished. Raises MlprepError where something cannot be planned."""
    now, known = session.now, session.progress.plan
    today = date.fromtimestamp(now)
    if any(wish is not None for wish in wishes):
        until = dates.interview_day(wishes.until, today) if wishes.until else known.until if known else None
        if until is None:
            raise MlprepError("When is your interview?", 'Run `mlprep plan --until "Dec 24"`.')
        minutes = _minutes(wishes.minutes) if wishes.minutes is not None else known.minutes if known else USUAL
        focus = known.focus if wishes.focus is None and known else names(session, wishes.focus or "")
        skip = known.skip if wishes.skip is None and known else names(session, wishes.skip or "")
        off = _weekdays(wishes.off, known.off if known else ())
        session.create_workspace()
        session.change(lambda progress: progress.make_plan(until, minutes, now, focus, skip, off))
        known = session.progress.plan
    if known is None:
        raise MlprepError("There is no plan yet.", 'Run `mlprep plan --until "Dec 24" --minutes 45`.')
    if known.until <= today:
        raise MlprepError(f"The plan ended on {known.until}.", "Run `mlprep plan --until DATE` to make a new one.")
    return known


def drop(session: Session) -> bool:
    """Delete the plan; whether there was one."""
    existed = session.progress.plan is not None
    session.create_workspace()
    session.change(lambda progress: progress.drop_plan())
    return existed


def _minutes(minutes: int) -> int:
    if not LEAST <= minutes <= MOST:
        raise MlprepError(f"{minutes} minutes per day cannot be planned.", f"Give {LEAST} to {MOST} minutes.")
    return minutes


def names(session: Session, wish: str) -> tuple[str, ...]:
    """The topics, exercises and learning paths that are meant, by their ids. Raises MlprepError."""
    return tuple(dict.fromkeys(_name(session.catalogue, word) for word in _words(wish)))


def _name(catalogue: Catalogue, word: str) -> str:
    """The id of a topic or an exercise, or else of a path."""
    try:
        return catalogue.find_any(word).id
    except UnknownName as unknown:
        try:
            return catalogue.find_path(word).id
        except UnknownName:
            raise unknown from None


def _weekdays(wish: str | None, known: Sequence[int]) -> tuple[int, ...]:
    if wish is None:
        return tuple(known)
    days = set()
    for word in _words(wish):
        if word[:3].lower() not in dates.WEEKDAYS:
            raise MlprepError(f"{word!r} is not a weekday.", "Write them like sat,sun.")
        days.add(dates.WEEKDAYS.index(word[:3].lower()))
    if len(days) == len(dates.WEEKDAYS):
        raise MlprepError("No day is left for practice.", "Leave out at least one weekday.")
    return tuple(sorted(days))


def _words(wish: str) -> list[str]:
    words = wish.replace(",", " ").split()
    return [] if [word.lower() for word in words] == [_NONE] else words
