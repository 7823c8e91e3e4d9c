"""Where no named mistake fits, the generic reading does: each is tried on exercises that do not name it."""

from __future__ import annotations

import pytest
from support import catalogue

WRAPPED = """

_right = {name}


def {name}(*args, **kwargs):
    x = args[0]
    out = np.asarray(_right({given}, *args[1:], **kwargs))
    return {change}
"""
TURNED = "np.swapaxes(x, -1, -2)"

READINGS = {
    "wrong sign": ("-out", ["layer_norm", "attention", "gelu", "positional_encoding"]),
    "twice": ("2 * out", ["layer_norm", "attention", "pairwise_distances", "softmax"]),
    "0.3 times": ("0.3 * out", ["layer_norm", "attention", "pairwise_distances"]),
    "off by the same 1": ("out + 1", ["layer_norm", "attention", "gelu"]),
    "square of the expected": (
        "out ** 2",
        ["pairwise_distances", "softmax", "perplexity", "entropy", "gini"],
    ),
    "square root of the expected": (
        "np.sqrt(out)",
        ["pairwise_distances", "softmax", "perplexity", "entropy", "gini"],
    ),
    "transpose": (
        "np.swapaxes(out, -1, -2) if out.ndim > 1 else out",
        ["pairwise_distances", "rope", "min_max_scale", "attention"],
    ),
    "reverse order|places": ("out[..., ::-1]", ["cosine_lr", "gae", "positional_encoding", "min_max_scale"]),
    "sum to 1|sums to": ("out ** 1.5", ["softmax", "temperature_softmax", "cnn_forward"]),
    "Nearly right": ("out * (1 + 1e-5)", ["layer_norm", "attention", "pairwise_distances"]),
    "in line 4|in line 3": (
        "out + 0 * np.log(-1.0 - np.abs(x).max())",
        ["layer_norm", "mse_loss", "attention", "perplexity"],
    ),
    "n / (n - 1), with n = ": ("out * len(x) / max(1, len(x) - 1)", ["clip_outliers", "gelu", "entropy", "layer_norm"]),
    "a sum where a mean is meant": ("out * len(x)", ["mse_loss", "entropy", "tanh", "gelu"]),
    "Off by one|too large by 1": ("out + 1", ["kmeans_assign", "top_k", "knn_predict", "conv_output_size"]),
    "shape": ("out[None]", ["layer_norm", "softmax", "gae"]),
    "dtype": ("out.astype(float)", ["kmeans_assign", "knn_predict", "decision_tree", "top_k"]),
}


OF_TURNED = {
    "is the one to reduce": ["kmeans_assign"],
    "is a transpose missing": [
        "linear_regression_gradients",
        "logistic_regression_gradients",
        "mlp_backward",
        "multi_head_attention",
    ],
}


def wrapped(name: str, change: str, given: str = "x") -> str:
    source = catalogue.solution(catalogue.find(name)).read_text(encoding="utf-8")
    return (
        source
        + "\nimport numpy as np\n"
        + WRAPPED.format(name=catalogue.find(name).entry[0], change=change, given=given)
    )


@pytest.mark.parametrize("words", READINGS)
def test_a_reading_is_given_on_exercises_that_do_not_name_it(bench, words):
    change, names = READINGS[words]
    hold(words, {name: bench.grade(name, wrapped(name, change)) for name in names})


@pytest.mark.parametrize("words", OF_TURNED)
def test_axes_taken_for_one_another_are_told(bench, words):
    """The right computation on the transposed input: its shapes say so, whether it returns or stops."""
    hold(words, {name: bench.grade(name, wrapped(name, "out", TURNED)) for name in OF_TURNED[words]})


def hold(words, reports):
    said = {}
    for name, report in reports.items():
        if report["outcome"] == "passed" or report["mistake"] is not None:
            continue
        text = f"{report['diagnosis']} {report['failure']['reason']}"
        said[name] = any(word in text for word in words.split("|")) or text
    assert sum(each is True for each in said.values()) >= min(3, len(reports)), said


@pytest.mark.parametrize("name", ["layer_norm", "softmax", "attention"])
def test_a_modified_argument_is_named(bench, name):
    exercise = catalogue.find(name)
    source = catalogue.solution(exercise).read_text(encoding="utf-8")
    source += f"\n\n_right = {exercise.entry[0]}\n\n\ndef {exercise.entry[0]}(x, *args, **kwargs):\n"
    source += "    out = _right(x, *args, **kwargs)\n    x += 1.0\n    return out\n"
    report = bench.grade(name, source)
    assert report["failure"]["kind"] == "changed"
    assert "first argument was modified" in report["failure"]["reason"]
