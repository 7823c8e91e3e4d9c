"""What the record keeps of the quiz: cards and their reviews, scores by kind, and nothing unsound or lost."""

from __future__ import annotations

import json
from copy import deepcopy
from datetime import date

import pytest
from learner import DAY, FIRST, at

from mlprep.learner import record_file
from mlprep.learner.conflicted_copies import united
from mlprep.learner.record import Progress
from mlprep.learner.record_form import is_sound
from mlprep.learner.schedule import AGAIN, GOOD, HARD, card_memory, due_cards

NOW = at(FIRST)
CARD = "activations/why-not-linear"


def rated(*ratings: tuple[float, int], card: str = CARD) -> Progress:
    progress = Progress()
    for days, rating in ratings:
        progress.rate_card(card, rating, NOW + days * DAY)
    return progress


def test_a_card_that_was_never_rated_is_new():
    progress = Progress()
    assert progress.card_ratings(CARD) == []
    assert card_memory([]) is None
    assert due_cards(progress, NOW) == []


def test_a_card_is_due_sooner_the_worse_it_was_known():
    due = {rating: card_memory(rated((0, rating)).card_ratings(CARD)).due for rating in (AGAIN, HARD, GOOD)}
    assert due[AGAIN] <= due[HARD] <= due[GOOD]
    assert due[AGAIN].date() > FIRST
    assert due[AGAIN] < due[GOOD]


def test_cards_that_are_due_come_with_the_least_remembered_first():
    progress = rated((0, GOOD))
    for card, rating in (("a/forgotten", AGAIN), ("a/known", GOOD)):
        progress.rate_card(card, rating, NOW)
    progress.rate_card("a/known", GOOD, NOW + 3 * DAY)
    assert due_cards(progress, NOW) == []
    found = due_cards(progress, NOW + 4 * DAY)
    assert [each.card for each in found] == ["a/forgotten", CARD]
    assert all(each.on <= date.fromtimestamp(NOW + 4 * DAY) for each in found)


def test_a_review_on_an_earlier_day_than_the_last_one_breaks_nothing():
    assert card_memory(rated((3, GOOD), (0, GOOD)).card_ratings(CARD)) is not None


def test_scores_are_counted_by_kind_over_all_days():
    progress = Progress()
    assert progress.quiz_scores() == {}
    for day, right in ((0, True), (0, False), (1, True)):
        progress.count_question("gini", NOW + day * DAY, right=right)
    progress.count_question("entropy", NOW, right=False)
    assert progress.quiz_scores() == {"gini": (3, 2), "entropy": (1, 0)}
    assert len(progress.data["quiz"]["gini"]) == 2, "one row for each day"


def test_the_quiz_is_kept_in_the_progress_file(tmp_path):
    path = tmp_path / "progress.json"
    record_file.update(path, lambda progress: progress.rate_card(CARD, GOOD, NOW))
    record_file.update(path, lambda progress: progress.count_question("gini", NOW, right=True))
    found = record_file.load(path)
    assert found.card_ratings(CARD) == [(NOW, GOOD)]
    assert found.rated_cards() == [CARD]
    assert found.quiz_scores() == {"gini": (1, 1)}
    assert json.loads(path.read_text())["cards"] == {CARD: [[int(NOW), GOOD]]}


@pytest.mark.parametrize(
    "broken",
    [
        {"cards": []},
        {"cards": {"a": {}}},
        {"cards": {"a": [3]}},
        {"cards": {"a": [[3]]}},
        {"cards": {"a": [["3", 1]]}},
        {"cards": {"a": [[3, 5]]}},
        {"cards": {"a": [[3, True]]}},
        {"cards": {"a": [[-3, 1]]}},
        {"quiz": []},
        {"quiz": {"gini": []}},
        {"quiz": {"gini": {"20240304": 3}}},
        {"quiz": {"gini": {"20240304": [1]}}},
        {"quiz": {"gini": {"20240304": [1, 2]}}},
        {"quiz": {"gini": {"20240304": [1, -1]}}},
        {"quiz": {"gini": {"20240304": [1.0, 1]}}},
    ],
)
def test_what_has_another_form_is_not_sound(broken):
    assert not is_sound({"version": 1, "exercises": {}, **broken})


def test_a_record_without_the_quiz_is_sound():
    assert is_sound({"version": 1, "exercises": {}})
    assert is_sound({"version": 1, "exercises": {}, "cards": {"a": [[3, 1, "more"]]}, "quiz": {"gini": {}}})


def test_two_copies_of_a_record_have_all_reviews_of_both():
    mine, theirs = rated((0, GOOD)), rated((0, GOOD), (2, HARD))
    theirs.rate_card("a/other", AGAIN, NOW)
    mine.rate_card(CARD, AGAIN, NOW + DAY)
    for progress, asked in ((mine, 2), (theirs, 3)):
        for _ in range(asked):
            progress.count_question("gini", NOW, right=True)
    mine.count_question("entropy", NOW, right=False)
    before = deepcopy((mine.data, theirs.data))
    both = Progress(united(mine.data, theirs.data))
    assert (mine.data, theirs.data) == before
    assert [each.rating for each in both.card_ratings(CARD)] == [GOOD, AGAIN, HARD]
    assert [each.rating for each in both.card_ratings("a/other")] == [AGAIN]
    assert both.quiz_scores() == {"gini": (3, 3), "entropy": (1, 0)}
    assert united(both.data, theirs.data) == both.data, "a second time changes nothing"
