"""What a grader file is written with; everything else in this package is the engine's own.

A grader (``graders/<topic>/<id>.py``) defines ``cases`` and, as needed, ``CHECKS``, ``probe``, ``SECONDS``, mistakes
and alternatives. docs/writing-an-exercise.md tells how.
"""

from mlprep.grading.common.plain_data import Rng
from mlprep.grading.judging.checks import (
    Check,
    accuracy_at_least,
    close,
    equal,
    faster_than,
    fresh,
    gradients,
    holds,
    max_peak_bytes,
    must_not_call,
    one_call_of,
    shaped_like_reference,
    up_to_order,
    up_to_sign,
)
from mlprep.grading.judging.conditions import (
    both,
    crashes_over,
    draws_elsewhere,
    draws_globally,
    lacks,
    loops,
    says,
    uses,
)
from mlprep.grading.judging.grader import alternative, mistake
from mlprep.grading.judging.model import Case, Failure

__all__ = [
    "Case",
    "Check",
    "Failure",
    "Rng",
    "accuracy_at_least",
    "alternative",
    "both",
    "close",
    "crashes_over",
    "draws_elsewhere",
    "draws_globally",
    "equal",
    "faster_than",
    "fresh",
    "gradients",
    "holds",
    "lacks",
    "loops",
    "max_peak_bytes",
    "mistake",
    "must_not_call",
    "one_call_of",
    "says",
    "shaped_like_reference",
    "up_to_order",
    "up_to_sign",
    "uses",
]
