"""The preprocessing references agree with scikit-learn, or with a plain specification, over random inputs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from sklearn.impute import SimpleImputer
from sklearn.model_selection import KFold
from sklearn.preprocessing import LabelBinarizer, MinMaxScaler, StandardScaler
from support import reference

shapes = array_shapes(min_dims=2, max_dims=2, max_side=6)
# Eighths: sums are exact, so scikit-learn's own rule for constant columns cannot differ from ours by rounding.
eighths = st.integers(-800, 800).map(lambda eighth: eighth / 8)
tables = arrays(float, shapes, elements=eighths)
sizes = st.integers(1, 30)
seeds = st.integers(0, 2**32 - 1)


@given(tables)
def test_min_max_scale_agrees_with_scikit_learn(X):
    np.testing.assert_allclose(reference("min_max_scale").min_max_scale(X), MinMaxScaler().fit_transform(X), atol=1e-12)


@given(tables)
def test_standardize_agrees_with_scikit_learn(X):
    np.testing.assert_allclose(reference("standardize").standardize(X), StandardScaler().fit_transform(X), atol=1e-10)


@given(tables, st.integers(1, 6), st.data())
def test_standardize_splits_agrees_with_scikit_learn(X_train, m, data):
    X_test = data.draw(arrays(float, (m, X_train.shape[1]), elements=eighths))
    train, test = reference("standardize_splits").standardize_splits(X_train, X_test)
    scaler = StandardScaler().fit(X_train)
    np.testing.assert_allclose(train, scaler.transform(X_train), atol=1e-10)
    np.testing.assert_allclose(test, scaler.transform(X_test), atol=1e-10)


@given(st.integers(1, 12), seeds)
def test_constant_columns_are_recognized_in_spite_of_rounding(n, seed):
    X = np.tile(np.random.default_rng(seed).normal(size=3) * np.array([1e-3, 1.0, 1e3]), (n, 1))
    train, test = reference("standardize_splits").standardize_splits(X, X + 1.0)
    assert not reference("standardize").standardize(X).any()
    np.testing.assert_allclose(train, 0, atol=1e-12)
    np.testing.assert_allclose(test, 1, atol=1e-9)


@given(st.lists(st.integers(0, 6), min_size=1, max_size=10), st.integers(0, 3))
def test_one_hot_agrees_with_scikit_learn(labels, more):
    y = np.array(labels)
    one_hot = reference("one_hot").one_hot
    width = max(labels) + 1 + more
    # three classes at least: with two, LabelBinarizer gives a single column
    expected = LabelBinarizer().fit(range(max(width, 3))).transform(y)[:, :width]
    np.testing.assert_array_equal(one_hot(y, width), expected)
    np.testing.assert_array_equal(one_hot(y), expected[:, : max(labels) + 1])
    for outside in (-1, width):
        with pytest.raises(ValueError):
            one_hot(np.append(y, outside), width)


@given(tables, st.data())
def test_impute_mean_agrees_with_scikit_learn(X, data):
    X[data.draw(arrays(bool, X.shape))] = np.nan
    if X.shape[0] > 1:
        X[:, 0] = np.nan
    expected = SimpleImputer(keep_empty_features=True).fit_transform(X)
    np.testing.assert_allclose(reference("impute_mean").impute_mean(X), expected, atol=1e-10)


@given(sizes, st.integers(0, 100), st.data(), seeds)
def test_train_val_test_split_agrees_with_its_specification(n, val, data, seed):
    test = data.draw(st.integers(0, 100 - val))
    X, y = np.arange(2.0 * n).reshape(n, 2), np.arange(n)
    parts = reference("train_val_test_split").train_val_test_split(
        X, y, val / 100, test / 100, np.random.default_rng(seed)
    )
    labels = parts[1::2]
    # whole percents: the sizes in exact arithmetic
    assert [len(part) for part in labels] == [n - n * val // 100 - n * test // 100, n * val // 100, n * test // 100]
    assert sorted(np.concatenate(labels)) == list(range(n))
    for rows, chosen in zip(parts[::2], labels, strict=True):
        np.testing.assert_array_equal(rows, X[chosen])


@given(st.integers(2, 30), st.data(), seeds)
def test_k_fold_agrees_with_scikit_learn_up_to_the_permutation(n, data, seed):
    k = data.draw(st.integers(2, n))
    folds = reference("k_fold").k_fold(n, k, np.random.default_rng(seed))
    assert [len(val) for _, val in folds] == [len(val) for _, val in KFold(k).split(np.zeros(n))]
    assert sorted(np.concatenate([val for _, val in folds])) == list(range(n))
    for train, val in folds:
        assert sorted(np.concatenate([train, val])) == list(range(n))
    for wrong in (1, n + 1):
        with pytest.raises(ValueError):
            reference("k_fold").k_fold(n, wrong, np.random.default_rng(seed))
