"""The engine's service for the quiz: draws questions, the same ones for the same seed, and tries einsum strings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import Any

from mlprep.content.quiz_kinds import ALGORITHMS, BUGS
from mlprep.grading.contracts import QuizQuestion, QuizRequest
from mlprep.grading.engine.process import Nursery
from mlprep.grading.questions.quiz import (
    alignment_questions,
    array_shapes,
    bug_questions,
    complexity_questions,
    cost_questions,
    distance_questions,
    einsums,
    layer_questions,
    memory_snippets,
    metric_questions,
    optimizer_questions,
    order_snippets,
    output_sizes,
    parameter_questions,
    probability_questions,
    ranking_questions,
    sequence_questions,
    token_questions,
    training_questions,
    tree_questions,
)
from mlprep.grading.questions.quiz.drawn import MAKERS, Drawn

# Each of these modules marks its functions, so MAKERS is whole once they are imported.
_MARKING = (
    alignment_questions, array_shapes, complexity_questions, cost_questions, distance_questions, einsums,
    layer_questions, memory_snippets, metric_questions, optimizer_questions, order_snippets, output_sizes,
    parameter_questions, probability_questions, ranking_questions, sequence_questions, token_questions,
    training_questions, tree_questions,
)  # fmt: skip


class Service:
    """Answers requests of `mlprep.activities.quiz`."""

    def __init__(self, nursery: Nursery) -> None:
        pass  # no code of a user's runs here

    def answer(self, request: QuizRequest) -> dict[str, Any]:
        """The questions asked for, or the verdict on an einsum string. A fault of ours is told as such."""
        try:
            if "einsum" in request:
                return einsums.is_right(request["expected"], request["einsum"])
            exercises, topic = request.get("exercises", []), request.get("topic")
            return {"questions": [question(kind, seed, exercises, topic) for kind, seed in request["wanted"]]}
        except Exception as error:
            import traceback

            return {
                "fault": f"{type(error).__name__}: {error}",
                "traceback": "".join(traceback.format_exception(error)),
            }


def question(kind: str, seed: str, exercises: Sequence[Any] = (), topic: str | None = None) -> QuizQuestion | None:
    """The question of that kind that a seed gives; None where no exercise has one."""
    rng = Random(f"{kind} {seed}")
    if kind == BUGS:
        drawn = bug_questions.draw(rng, exercises)
    else:
        drawn = MAKERS[kind](rng, topic) if kind == ALGORITHMS else MAKERS[kind](rng)
    return None if drawn is None else _plain(kind, drawn)


def _plain(kind: str, drawn: Drawn) -> QuizQuestion:
    return {
        "kind": kind,
        "text": drawn.text,
        "code": drawn.code,
        "choices": list(drawn.choices),
        "expected": drawn.expected,
        "shown": drawn.shown,
        "explanation": bracketed(drawn.explanation),
    }


def bracketed(text: str) -> str:
    """Negative numbers behind an operator in brackets, as they are written: 2·(-3), 5 − (-1)."""
    return re.sub(r"(?<=[·−+/])( ?)-(\d+(?:\.\d+)?)", r"\1(-\2)", text)
