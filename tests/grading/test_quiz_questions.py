"""Every kind of quiz question over many seeds: sound in form, and with one right answer."""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

import pytest
from quiz_oracles import SEEDS, draws
from support import catalogue, grader
from test_words import findings

from mlprep.activities.answer_forms import judge
from mlprep.content.quiz_kinds import BUGS, KINDS
from mlprep.grading.questions.quiz import bug_questions, einsums, generator
from mlprep.grading.questions.quiz.drawn import MAKERS

DRAWN = [kind.id for kind in KINDS if kind.id != BUGS]


# Form


def test_every_kind_has_a_maker_and_every_maker_a_kind():
    assert sorted(MAKERS) == sorted(DRAWN)
    assert len({kind.id for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", DRAWN)
def test_questions_are_sound_in_form(kind):
    texts = set()
    for drawn in draws(kind):
        texts.add(drawn.text + drawn.code + "".join(drawn.choices))
        assert "?" in drawn.text
        assert drawn.explanation.endswith((".", "?"))
        assert len(drawn.code.splitlines()) <= 8
        assert max(map(len, drawn.code.splitlines()), default=0) <= 76
        assert not re.search(
            r"\bnan\b|\binf\b|\{|\}|e-\d|\d{16}", drawn.text.replace("NaN", "") if "{" in drawn.text else ""
        )
        json.dumps([drawn.expected, drawn.shown, drawn.choices])
    assert len(texts) >= 15, "it has variety"


@pytest.mark.parametrize("kind", DRAWN)
def test_questions_are_in_our_words(kind):
    said = "\n".join(f"{each.text}\n{each.explanation}\n{each.choices}" for each in draws(kind)[:40])
    assert [*findings(said, kind)] == []


@pytest.mark.parametrize("kind", DRAWN)
def test_the_answer_that_is_shown_is_right_and_others_are_not(kind):
    for drawn in draws(kind):
        form = drawn.expected["form"]
        if form == "einsum":
            assert einsums.is_right(drawn.expected, drawn.shown)["right"]
            continue
        assert judge(drawn.expected, drawn.shown, drawn.choices).right, drawn
        if form == "choice":
            assert 3 <= len(drawn.choices) <= 4
            assert drawn.choices[drawn.expected["choice"]] == drawn.shown
            wrong = next(each for each in drawn.choices if each != drawn.shown)
            assert judge(drawn.expected, wrong, drawn.choices).right is False
        elif form == "shape":
            assert judge(drawn.expected, "(9, 9, 9, 9, 9)").right is False
            assert judge(drawn.expected, "error").right is (drawn.expected["shape"] is None)
        elif form == "output":
            assert judge(drawn.expected, "12345").right is False
        elif form == "numbers":
            off = [value + 3 * drawn.expected["tolerance"] + 1 for value in drawn.expected["values"]]
            assert judge(drawn.expected, str(off)).right is False
        else:
            value = drawn.expected["values"][0]
            off = (
                value
                + 3 * drawn.expected["tolerance"]
                + (1 if form == "number" and not drawn.expected["tolerance"] else 0)
            )
            if form == "bytes":
                assert judge(drawn.expected, f"{value * 1.3 + 1:.0f} bytes").right is False
            else:
                assert judge(drawn.expected, f"{off}").right is False, drawn


@pytest.mark.parametrize("kind", DRAWN)
def test_the_same_seed_gives_the_same_question(kind):
    for seed in SEEDS[:20]:
        assert generator.question(kind, seed) == generator.question(kind, seed)
    assert len({json.dumps(generator.question(kind, seed)) for seed in SEEDS[:20]}) >= 5


@pytest.mark.parametrize(
    ("text", "said"),
    [("2·-3 = -6", "2·(-3) = -6"), ("5 − -1.5.", "5 − (-1.5)."), ("1 + -2", "1 + (-2)"), ("a-1, e-05", "a-1, e-05")],
)
def test_negative_numbers_behind_an_operator_get_brackets(text, said):
    assert generator.bracketed(text) == said


# Spot the bug


def _exercises(*names: str) -> list[dict[str, Any]]:
    found = [catalogue.find(name) for name in names]
    return [
        {"id": each.id, "entry": list(each.entry), "grader": str(catalogue.grader(each)),
         "solution": str(catalogue.solution(each))} for each in found
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["softmax", "layer_norm", "roc_auc", "adam_step", "kmeans_assign", "relu"])
def test_only_one_explanation_fits_the_code_with_a_bug(name, bench):
    drawn = bug_questions.draw(Random(name), _exercises(name))
    assert drawn is not None
    by_key = {each.key: each for each in grader(name).mistakes}
    shown = by_key[drawn.facts["key"]]
    assert drawn.choices[drawn.expected["choice"]] == shown.message
    assert len({*drawn.choices}) == 4
    report = bench.grade(name, drawn.code)
    assert report["outcome"] == "failed"
    assert report["diagnosis"] not in {*drawn.choices} - {shown.message}
    compile(drawn.code, "shown", "exec")


def test_an_exercise_without_such_a_question_gives_none():
    assert bug_questions.draw(Random(1), _exercises("einsum_basics")) is None
    assert bug_questions.draw(Random(1), []) is None
    assert generator.question(BUGS, "1") is None


def test_the_service_answers_with_questions_or_a_verdict_or_what_broke():
    service = generator.Service(None)  # type: ignore[arg-type]
    made = service.answer({"wanted": [("gini", "1"), ("entropy", "2")]})
    assert [each["kind"] for each in made["questions"]] == ["gini", "entropy"]
    expected = {"form": "einsum", "text": "ij->ji", "operands": [[2, 3]]}
    assert service.answer({"einsum": "ab->ba", "expected": expected})["right"] is True
    assert service.answer({"wanted": [("nosuch", "1")]})["fault"].startswith("KeyError")
