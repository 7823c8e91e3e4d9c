"""The references of the evaluation metrics agree with scikit-learn over random inputs."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn import metrics
from support import reference


@st.composite
def labeled(draw, n_classes=None):
    """Targets, predictions, and how many classes there may be."""
    classes = n_classes or draw(st.integers(1, 5))
    n = draw(st.integers(1, 12))
    y_true, y_pred = (draw(arrays(int, n, elements=st.integers(0, classes - 1))) for _ in range(2))
    return y_true, y_pred, classes


@given(labeled())
def test_accuracy_agrees_with_scikit_learn(drawn):
    y_true, y_pred, _ = drawn
    assert reference("accuracy").accuracy(y_true, y_pred) == metrics.accuracy_score(y_true, y_pred)


@given(labeled())
def test_confusion_matrix_agrees_with_scikit_learn(drawn):
    y_true, y_pred, classes = drawn
    counts = reference("confusion_matrix").confusion_matrix(y_true, y_pred, classes)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # scikit-learn warns of a single class
        expected = metrics.confusion_matrix(y_true, y_pred, labels=np.arange(classes))
    np.testing.assert_array_equal(counts, expected)


@given(labeled(2))
def test_precision_recall_f1_agrees_with_scikit_learn(drawn):
    y_true, y_pred, _ = drawn
    expected = metrics.precision_recall_fscore_support(y_true, y_pred, average="binary", zero_division=0)[:3]
    np.testing.assert_allclose(reference("precision_recall_f1").precision_recall_f1(y_true, y_pred), expected)


@given(labeled())
def test_macro_f1_agrees_with_scikit_learn(drawn):
    y_true, y_pred, classes = drawn
    expected = metrics.f1_score(y_true, y_pred, labels=np.arange(classes), average="macro", zero_division=0)
    np.testing.assert_allclose(reference("macro_f1").macro_f1(y_true, y_pred, classes), expected)


@given(st.integers(2, 12).flatmap(lambda n: st.tuples(*[arrays(float, n, elements=st.floats(-9, 9, width=16))] * 2)))
def test_regression_metrics_agrees_with_scikit_learn(drawn):
    y_true, y_pred = drawn
    expected = (
        metrics.mean_squared_error(y_true, y_pred),
        metrics.mean_absolute_error(y_true, y_pred),
        metrics.r2_score(y_true, y_pred),
    )
    found = reference("regression_metrics").regression_metrics(y_true, y_pred)
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-12)


@given(st.lists(st.tuples(st.booleans(), st.integers(-3, 3) | st.floats(-1e6, 1e6)), min_size=2, max_size=15))
def test_roc_auc_agrees_with_scikit_learn(samples):
    y_true, scores = np.array([int(y) for y, _ in samples]), np.array([float(score) for _, score in samples])
    if 0 < y_true.sum() < len(y_true):
        expected = metrics.roc_auc_score(y_true, scores)
        np.testing.assert_allclose(reference("roc_auc").roc_auc(y_true, scores), expected, atol=1e-12)
    else:
        with pytest.raises(ValueError):
            reference("roc_auc").roc_auc(y_true, scores)
