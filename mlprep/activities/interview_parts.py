"""What a mock interview consists of: a warm-up, then rounds that fit the time, the level and what was practiced."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from random import Random
from typing import NamedTuple

from mlprep.content.catalogue import DEBUG, SOLVE, TESTS, Catalogue, Exercise, round_of
from mlprep.errors import MlprepError
from mlprep.learner.interviews import QUIZ, Planned
from mlprep.learner.record import Progress

KINDS = (QUIZ, SOLVE, DEBUG, TESTS)
LEAST, MOST, USUAL = 10, 180, 45  # minutes
_WARM_UP = 0.12  # of the time, in which
_LEAST_WARM_UP, _MOST_WARM_UP = 3, 10
_FOLLOW_UPS = 3  # minutes for the questions after a round
_VALUES = {"must": 6.0, "should": 2.0, "extra": 0.5}
_STATES = {"solved": 2.0, "new": 1.5, "started": 1.0}  # an interview asks rather for what one should know
_ASKED_LATELY = 0.1
_GIVEN_AWAY = 0.05  # debugging shows most of a solution, which is a pity where it was not solved before
_SHARE = {SOLVE: 1.0, DEBUG: 0.6, TESTS: 0.4}  # how often each kind is drawn once the first round is code


class Wishes(NamedTuple):
    """What is wished of an interview: minutes, a topic's id, a level, kinds of rounds; None leaves it open."""

    minutes: int = USUAL
    topic: str | None = None
    level: str | None = None
    kinds: tuple[str, ...] = KINDS


def parts(
    catalogue: Catalogue, progress: Progress, wishes: Wishes, seed: int, lately: Collection[str] = ()
) -> list[Planned]:
    """The parts, the same for the same seed and history. Raises MlprepError if nothing fits.

    ``lately`` names the exercises that the last interviews asked for.
    """
    _check(wishes)
    rng, left = Random(seed), float(wishes.minutes)
    found: list[Planned] = []
    if QUIZ in wishes.kinds:
        minutes = wishes.minutes
        if wishes.kinds != (QUIZ,):
            minutes = min(max(round(wishes.minutes * _WARM_UP), _LEAST_WARM_UP), _MOST_WARM_UP)
        found.append(Planned(QUIZ, "", minutes))
        left -= minutes
    taken: set[str] = set()
    while True:
        kinds = _kinds(wishes.kinds, [part.kind for part in found])
        choices = [(kind, each) for kind in kinds for each in _fitting(catalogue, wishes, kind, left, taken)]
        if not choices:
            break
        kind = rng.choices(kinds, [_SHARE[each] for each in kinds])[0]
        mine = [each for which, each in choices if which == kind]
        if not mine:
            kind, _ = choices[0]
            mine = [each for which, each in choices if which == kind]
        exercise = rng.choices(mine, [_weight(progress, each, kind, left, lately) for each in mine])[0]
        minutes = _round(exercise, kind).minutes + _FOLLOW_UPS
        found.append(Planned(kind, exercise.id, minutes))
        taken.add(exercise.id)
        left -= minutes
    if not found or (wishes.kinds != (QUIZ,) and len(found) == 1 and found[0].kind == QUIZ):
        raise MlprepError(
            f"No round fits into {wishes.minutes} minutes with these wishes.",
            "Give more minutes, or leave out --topic or --level.",
        )
    return found


def _check(wishes: Wishes) -> None:
    if not LEAST <= wishes.minutes <= MOST:
        raise MlprepError(
            f"{wishes.minutes} minutes cannot be an interview.", f"Give {LEAST} to {MOST} minutes: `--minutes {USUAL}`."
        )


def _kinds(wished: Sequence[str], before: Iterable[str]) -> list[str]:
    """The kinds of the next round: the first is code, where code is wished, and no other kind comes twice."""
    rounds = [kind for kind in wished if kind in _SHARE]
    had = [kind for kind in before if kind in _SHARE]
    if SOLVE in rounds and SOLVE not in had:
        return [SOLVE]
    fresh = [kind for kind in rounds if kind == SOLVE or kind not in had]
    return fresh or rounds


def _fitting(catalogue: Catalogue, wishes: Wishes, kind: str, left: float, taken: set[str]) -> list[Exercise]:
    return [
        each
        for each in catalogue.exercises.values()
        if each.id not in taken
        and (wishes.topic is None or each.topic == wishes.topic)
        and (wishes.level is None or each.level == wishes.level)
        and _round(each, kind).minutes + _FOLLOW_UPS <= left
    ]


def _weight(progress: Progress, exercise: Exercise, kind: str, left: float, lately: Collection[str]) -> float:
    """How readily it is drawn: by value and state, and rather what fills the time than many small ones."""
    state = _STATES[progress.state(exercise.id)]
    if kind == DEBUG and not progress.solved(exercise.id):
        state = _GIVEN_AWAY
    filling = 0.2 + min(exercise.minutes / max(left, 1), 1.0)
    return _VALUES[exercise.value] * state * filling * (_ASKED_LATELY if exercise.id in lately else 1.0)


def _round(exercise: Exercise, kind: str) -> Exercise:
    return exercise if kind == SOLVE else round_of(exercise, kind)
