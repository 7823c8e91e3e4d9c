"""Whole files of tests, as a careful and as a lazy person writes them: what they are worth."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_scoring import escaped, score  # noqa: F401 (a fixture)

CAREFUL = sorted((Path(__file__).parents[1] / "user_tests").glob("*.py"))


@pytest.mark.parametrize("path", CAREFUL, ids=lambda path: path.stem)
def test_careful_tests_pass_right_solutions_and_catch_nearly_all_wrong_ones(score, path):  # noqa: F811
    report = score(path.stem, path.read_text(encoding="utf-8"), seconds=5)
    assert report["rejected"] is None, report["failure"]
    assert report["outcome"] == "passed", report["escaped"]
    assert report["cases_passed"] >= 0.9 * report["cases_total"]
    assert report["cases_total"] >= 20
    assert len(report["beyond"]) == len(report["escaped"]) == report["cases_total"] - report["cases_passed"]


LAZY = {
    "softmax": (
        """
        def test(softmax):
            assert np.isclose(softmax(np.array([1.0, 2.0])).sum(), 1)
        """,
        {"not_normalized", "log_softmax_instead"},
        {"sign_flipped", "not_shifted", "ignores_axis", "in_place"},
    ),
    "layer_norm": (
        """
        def test(layer_norm):
            assert layer_norm(np.ones((2, 3)), np.ones(3), np.ones(3)).shape == (2, 3)
        """,
        set(),
        {"layer_norm: x - mean -> x + mean in `return gamma * (x - mean) / np.sqrt(var + eps) + beta`"},
    ),
    "conv2d": (
        """
        def test(conv2d):
            assert np.allclose(conv2d(np.eye(3), np.eye(3)), [[3.0]])
        """,
        set(),
        {"flipped"},
    ),
    "dropout": (
        """
        def test(dropout):
            out = dropout(np.ones(1000), 0.5, np.random.default_rng(0))
            assert 300 < (out == 0).sum() < 700
            assert set(out) == {0.0, 2.0}
        """,
        {"not_scaled"},
        {"own_seed"},
    ),
    "adam_step": (
        """
        def test(adam_step):
            zero = np.zeros(1)
            w, m, v = adam_step(np.ones(1), 4 + zero, zero, zero, 1, lr=0.1)
            assert np.isclose(w[0], 0.9)
        """,
        {"ascent", "v_uncorrected"},
        {"swapped_averages", "default_lr", "default_eps"},
    ),
    "roc_auc": (
        """
        def test(roc_auc):
            assert roc_auc(np.array([0, 1, 0, 1]), np.array([0.1, 0.4, 0.2, 0.8])) == 1
        """,
        {"upside_down"},
        {"in_float32", "nearly_tied", "one_class_allowed"},
    ),
}
TOO_STRICT = {
    "kmeans": """
        def test(kmeans):
            X = np.array([[0.0], [2.0], [10.0]])
            centroids, labels = kmeans(X, X[[0, 2]], 1)
            assert np.allclose(centroids, [[0.0], [10.0]])
        """,
    "dropout": """
        def test(dropout):
            kept = np.random.default_rng(3).random(50) >= 0.3
            assert ((dropout(np.ones(50), 0.3, np.random.default_rng(3)) != 0) == kept).all()
        """,
    "train_val_test_split": """
        def test(train_val_test_split):
            assert train_val_test_split(np.zeros((4, 1)), np.zeros(4), 0.5, 0.25)
        """,
    "autograd": """
        def test(Value):
            assert Value(2.0) + Value(3.0) == 5.0
        """,
    "bpe_train": """
        def test(bpe_train):
            assert bpe_train({"ab": 1}, 1) == ["ab"]
        """,
}


@pytest.mark.parametrize("name", LAZY)
def test_lazy_tests_have_a_low_score_and_say_what_they_miss(score, name):  # noqa: F811
    source, caught, away = LAZY[name]
    report = score(name, source)
    assert report["rejected"] is None, report["failure"]
    assert report["outcome"] == "failed"
    assert report["cases_passed"] < 0.75 * report["cases_total"]
    assert away <= escaped(report)
    assert not caught & escaped(report)


@pytest.mark.parametrize("name", TOO_STRICT)
def test_tests_that_ask_for_more_than_the_statement_are_told_so(score, name):  # noqa: F811
    report = score(name, TOO_STRICT[name])
    assert report["outcome"] == "failed"
    assert report["diagnosis"].startswith("Your tests fail ")
    assert report["failure"]["reason"].startswith(("AssertionError", "TypeError"))
    assert report["rejected"]["test"] == "test"
    assert report["failure"]["frames"][-1][1] == "test"
