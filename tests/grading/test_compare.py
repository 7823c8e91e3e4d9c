"""Any form that a contract permits is the same answer; any other value is not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from mlprep.grading.common.plain_data import Fields
from mlprep.grading.judging.compare import FLOAT32, FLOAT64, difference

floats = arrays(float, array_shapes(max_dims=3, max_side=4), elements=st.floats(-1e6, 1e6))


def kind(got, want, tolerance=FLOAT64):
    failure = difference(got, want, tolerance)
    return failure.kind if failure else None


@pytest.mark.parametrize("got", [1.5, np.float64(1.5), np.float32(1.5), np.array(1.5)])
@pytest.mark.parametrize("want", [1.5, np.float64(1.5), np.array(1.5)])
def test_a_float_a_scalar_and_a_0d_array_are_one_answer(got, want):
    assert kind(got, want) is None


@given(floats)
def test_nested_lists_are_the_array_they_spell(x):
    assert kind(x.tolist(), x) is None
    assert kind(tuple(x.tolist()), x) is None
    assert kind(list(x), x) is None


@given(floats)
def test_any_entry_off_is_seen(x):
    wrong = x.copy()
    wrong.flat[-1] += 1 + abs(x).max() * 1e-3
    assert kind(wrong, x) == "values"


@pytest.mark.parametrize("dtype", [np.int8, np.uint16, np.int32, np.int64])
def test_any_integer_dtype_will_do(dtype):
    assert kind(np.array([1, 2], dtype), np.array([1, 2])) is None


@pytest.mark.parametrize(
    ("got", "want", "expected"),
    [
        (np.array([1.0, 2.0]), np.array([1, 2]), "dtype"),  # whole floats are no integers
        (np.array([True, False]), np.array([1, 0]), "dtype"),
        (np.array([1, 0]), np.array([True, False]), "dtype"),
        (np.array([1, 2]), np.array([1.0, 2.0]), None),  # integers are numbers
        (np.array([True]), np.array([1.0]), "dtype"),
        (3.0, 3, "dtype"),
        (np.zeros((3, 1)), np.zeros(3), "shape"),
        (np.zeros(1), 0.0, "shape"),
        ([[1.0], [1.0, 2.0]], np.zeros((2, 2)), "type"),
        ("1.0", 1.0, "type"),
        (None, 1.0, "none"),
        (None, [1], "none"),
        ([1.0, None], (1.0, 2.0), "type"),
        (np.array([np.nan]), np.array([1.0]), "values"),
        (np.array([np.inf]), np.array([-np.inf]), "values"),
        (np.array([np.inf]), np.array([np.inf]), None),
        ([1.0, 2.0], (1.0, 2.0), None),
        (np.array([1.0, 2.0]), (1.0, 2.0), None),
        ((1.0,), (1.0, 2.0), "shape"),
        ({"a": 1.0}, {"a": 1.0, "b": 2.0}, "type"),
        ({"a": 1.0, "b": 2.0}, {"a": 1.0}, "type"),
        ({"b": 2.0, "a": 1.0}, {"a": 1.0, "b": 2.0}, None),
        (["a", "b"], ["a", "b"], None),
        (["b", "a"], ["a", "b"], "values"),
        ([("a", "b")], [("a", "b")], None),
        ([["a", "b"]], [("a", "b")], None),
        ((None, None, 0.0), (None, None, 0.0), None),
        ((0, 0.5, 0.1), (None, None, 0.0), "type"),
        ([3, 4], (3, 4), None),
        ((3, 4.0), (3, 4), "dtype"),
    ],
)
def test_what_fails_fails_for_its_own_reason(got, want, expected):
    assert kind(got, want) == expected


def test_float32_arithmetic_is_enough_where_the_input_is_float32():
    want = np.array([1.0, 100.0])
    assert kind(want * (1 + 1e-5), want, FLOAT32) is None
    assert kind(want * (1 + 1e-5), want, FLOAT64) == "values"
    assert kind(want * 1.01, want, FLOAT32) == "values"


def test_tiny_and_huge_values_are_judged_by_their_own_size():
    assert kind(np.array([2e-6]), np.array([1e-6])) == "values"
    assert kind(np.array([1e-17]), np.array([0.0])) is None
    assert kind(np.array([1e12 + 1]), np.array([1e12])) is None


def test_the_part_of_a_larger_result_is_named():
    failure = difference((1.0, np.zeros(2)), (1.0, np.ones(2)), FLOAT64)
    assert failure is not None
    assert failure.reason == "The second result is wrong."
    failure = difference({"mean": 1.0}, {"mean": 2.0}, FLOAT64)
    assert failure is not None
    assert "'mean'" in failure.reason


def test_right_values_in_the_wrong_shape_are_called_that():
    failure = difference(np.ones((3, 1)), np.ones(3), FLOAT64)
    assert failure is not None
    assert "only the shape is wrong" in failure.reason


def test_results_with_names_are_several_results_and_never_an_array():
    pair = Fields.of([np.ones(2), np.zeros(2)], "max", ["values", "indices"])
    assert difference(pair, (np.ones(2), np.zeros(2)), FLOAT64) is None
    for got in (pair, [pair]):
        failure = difference(got, np.array([[1.0, 1.0], [0.0, 0.0]]), FLOAT64)
        assert failure.kind == "type"
        assert failure.reason.endswith("Take .values or .indices.")
