"""Every gradient that an exercise asks for is that of its loss, by central differences."""

from __future__ import annotations

import re

import numpy as np
import pytest
from support import catalogue, grader

from mlprep.grading.judging import case_plan
from mlprep.grading.judging.checks import gradients, has_float32
from mlprep.grading.judging.judge import expected
from mlprep.grading.judging.model import Outcome

# autograd builds its graphs from text; its oracle differentiates those itself. gradient_flow returns norms.
RETURN_GRADIENTS = (
    "linear_regression_gradients",
    "logistic_regression_gradients",
    "activation_gradients",
    "softmax_cross_entropy",
    "mlp_backward",
    "batch_norm_backward",
    "conv2d_backward",
    "rnn_backward",
    "max_pool2d_backward",
    "huber_loss",
    "layer_norm_backward",
    "attention_backward",
)


# Sums of given gradients, which are compared exactly: differences would tell nothing more.
EXACT = ("accumulate_gradients", "embedding_backward")


@pytest.mark.parametrize("name", RETURN_GRADIENTS)
def test_the_reference_agrees_with_finite_differences_on_the_cases_it_judges(name):
    """So an answer that is close to it agrees as well, and differences need only explain what is not."""
    judge, compared = grader(name), 0
    for seed in (1, 2, 3):
        for case in case_plan.plan(judge, seed):
            for check in case.checks or judge.checks:
                if isinstance(check, gradients):
                    assert check.disagreement(case, expected(judge, case).value) is None, case.name
                    compared += 1
    assert compared >= 10


@pytest.mark.parametrize("name", RETURN_GRADIENTS)
def test_a_wrong_gradient_is_told_with_its_worst_entry(name):
    """Wherever a case is judged by differences: one entry of the last gradient that can be differenced is off."""
    judge, told = grader(name), 0
    which = {"batch_norm_backward": 1, "conv2d_backward": 1, "layer_norm_backward": 1}.get(name, -1)
    for case in case_plan.plan(judge, 1):
        for check in case.checks or judge.checks:
            value = expected(judge, case).value
            several = isinstance(value, tuple | list)
            results = [np.array(each, dtype=float) for each in value] if several else [np.array(value, dtype=float)]
            if not isinstance(check, gradients) or has_float32(case) or abs(results[which].reshape(-1)[-1]) < 1e-3:
                continue
            results[which].reshape(-1)[-1] *= 1.37
            failure = check(case, Outcome(tuple(results) if several else results[0]), expected(judge, case))
            if failure is None:  # the entry is too small beside the others to count
                continue
            assert "disagrees with finite differences" in failure.reason, case.name
            assert re.search(r"a relative error of (2\.7|3\.7)e-01", failure.reason), failure.reason
            told += 1
    assert told >= 5


def test_no_gradient_is_forgotten():
    """Whatever is named a gradient, or a backward pass, is in the list above, or says there why not."""
    named = {name for name in catalogue.exercises if "gradients" in name or name.endswith("_backward")}
    assert named <= {*RETURN_GRADIENTS, *EXACT}
    assert all(name in catalogue.exercises for name in RETURN_GRADIENTS)
