"""What a mock interview consists of."""

from __future__ import annotations

from collections import Counter

import pytest
from support import catalogue

from mlprep.activities.interview_parts import KINDS, Wishes, parts
from mlprep.errors import MlprepError
from mlprep.learner.record import Progress

SEEDS = range(40)


def drawn(seed: int, lately: tuple[str, ...] = (), progress: Progress | None = None, **wishes: object):
    return parts(catalogue, progress or Progress(), Wishes(**wishes), seed, lately)  # type: ignore[arg-type]


@pytest.mark.parametrize("minutes", [10, 20, 30, 45, 60, 90, 180])
def test_it_fits_the_time_and_uses_most_of_it(minutes):
    for seed in SEEDS:
        found = drawn(seed, minutes=minutes)
        total = sum(part.minutes for part in found)
        assert total <= minutes
        assert total >= 0.7 * minutes
        assert found[0].kind == "quiz"
        assert found[1].kind == "solve"
        names = [part.exercise for part in found[1:]]
        assert len(names) == len(set(names))


def test_the_same_seed_gives_the_same_interview_and_others_differ():
    assert drawn(7) == drawn(7)
    assert len({tuple(drawn(seed)) for seed in SEEDS}) > len(SEEDS) // 2


def test_topic_level_and_kinds_are_kept():
    for seed in SEEDS:
        found = drawn(seed, minutes=60, topic="transformers", level="medium", kinds=("solve", "debug"))
        exercises = [catalogue.exercises[part.exercise] for part in found]
        assert {each.topic for each in exercises} == {"transformers"}
        assert {each.level for each in exercises} == {"medium"}
        assert {part.kind for part in found} <= {"solve", "debug"}
        assert found[0].kind == "solve"


def test_every_kind_comes_up_in_an_hour():
    kinds = Counter(part.kind for seed in SEEDS for part in drawn(seed, minutes=60))
    assert set(kinds) == set(KINDS)


def test_musts_are_asked_most_and_what_was_asked_lately_is_asked_less():
    def musts(lately: tuple[str, ...] = ()) -> Counter[str]:
        return Counter(part.exercise for seed in range(200) for part in drawn(seed, lately, kinds=("solve",)))

    asked = musts()
    values = Counter(catalogue.exercises[name].value for name in asked.elements())
    assert values["must"] > values["should"] > values["extra"]
    most = asked.most_common(1)[0][0]
    assert musts((most,))[most] < asked[most] / 2


def test_a_quiz_alone_takes_the_whole_time():
    assert [(part.kind, part.minutes) for part in drawn(1, minutes=20, kinds=("quiz",))] == [("quiz", 20)]


@pytest.mark.parametrize("wishes", [{"minutes": 5}, {"minutes": 500}, {"level": "brutal"}])
def test_what_cannot_be_is_said(wishes):
    with pytest.raises(MlprepError):
        drawn(1, **wishes)


def test_too_little_time_for_hard_ones_is_said():
    with pytest.raises(MlprepError) as said:
        drawn(1, minutes=15, level="hard", kinds=("solve",))
    assert "more minutes" in said.value.next_step
