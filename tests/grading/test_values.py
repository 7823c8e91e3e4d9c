"""Each reading is recognized on several kinds of answer, and never where it does not fit every failing case."""

from __future__ import annotations

import numpy as np
import pytest

from mlprep.grading.diagnosis import precision
from mlprep.grading.diagnosis.source_lines import narrowing_line
from mlprep.grading.diagnosis.values import read
from mlprep.grading.judging.compare import FLOAT64, difference
from mlprep.grading.judging.conditions import Source
from mlprep.grading.judging.model import Case, Failure, Judged, Outcome

rng = np.random.default_rng(4)
MATRICES = [rng.normal(size=(n, n)) for n in (3, 4)]
TABLES = [rng.normal(size=shape) for shape in ((3, 4), (5, 2))]
VECTORS = [rng.normal(size=n) for n in (5, 6, 9)]
SPREADS = [x.std(axis=0) for x in (rng.normal(size=(4, 3)), rng.normal(size=(6, 3)))]
PROBABILITIES = [p / p.sum(axis=1, keepdims=True) for p in (rng.uniform(size=(3, 4)), rng.uniform(size=(2, 5)))]


def said(pairs, outcome=None, given=None) -> str | None:
    """The reading of these failures; what each case was called with is the expected value itself unless given."""
    failures = []
    for (got, want), args in zip(pairs, given or [want for _, want in pairs], strict=True):
        failure = difference(got, want, FLOAT64)
        assert failure is not None
        failures.append(Judged(Case("x", args), outcome or Outcome(), Outcome(), failure))
    return read(failures)


def each(change, wants):
    return said([(change(want), want) for want in wants])


@pytest.mark.parametrize(
    ("change", "wants", "words"),
    [
        (np.transpose, MATRICES, "transpose"),
        (lambda x: np.swapaxes(x, -1, -2), [np.stack(MATRICES[:1] * 2)], "transpose"),
        (np.negative, TABLES, "wrong sign"),
        (np.negative, VECTORS, "wrong sign"),
        (lambda x: 2 * x, TABLES, "twice"),
        (lambda x: x / 2, VECTORS, "half"),
        (lambda x: 0.3 * x, TABLES, "0.3 times"),
        (lambda x: x * np.log(2), VECTORS, "base 2"),
        (lambda x: x * len(x), [np.array(v) for v in VECTORS], "a sum where a mean is meant"),
        (lambda x: x / len(x), [np.array(v) for v in VECTORS], "a mean where a sum is meant"),
        (np.square, [np.abs(x) for x in TABLES], "square root missing"),
        (np.sqrt, [np.abs(x) for x in VECTORS], "a square root too many"),
        (lambda x: x[::-1], VECTORS, "reverse order"),
        (np.sort, VECTORS, "wrong order"),
        (lambda x: np.roll(x, 1), VECTORS, "one place too late"),
        (lambda x: np.r_[0.0, x[:-1]], VECTORS, "one place too late"),
        (lambda x: x + 1.0, TABLES, "off by the same 1"),
        (lambda x: x + 1.0, VECTORS, "off by the same 1"),
        (lambda p: p / p.sum(), PROBABILITIES, "as a whole"),
        (lambda p: p / p.sum(axis=0), PROBABILITIES, "along axis 0; it should along axis 1"),
        (lambda p: p**1.5, PROBABILITIES, "should sum to 1 along axis 1 and does not"),
        (lambda x: x + np.arange(x.shape[1]), [x - x.mean(axis=0) for x in TABLES], "should have mean 0"),
        (lambda x: x * (1 + 1e-4 * np.arange(x.size)), [np.abs(VECTORS[0])], "Nearly right"),
        (lambda x: np.where(np.arange(x.size) == 3, 9.0, x), [rng.normal(size=16)], "only 1 of 16"),
        (lambda n: n + 1, [np.array(4.0), np.array(7.0)], "Off by one"),
    ],
)
def test_the_difference_is_read(change, wants, words):
    assert words in (each(change, wants) or "nothing")


def test_sample_and_population_are_told_apart():
    tables = [rng.normal(size=(n, 3)) for n in (4, 6)]
    samples = said([(x.std(axis=0, ddof=1), x.std(axis=0)) for x in tables], given=tables)
    assert "too large by the square root of n / (n - 1)" in (samples or "")
    assert "n = 4" in (samples or "")
    assert "too small by (n - 1) / n" in (
        said([(x.var(axis=0), x.var(axis=0, ddof=1)) for x in tables], given=tables) or ""
    )


def test_a_count_is_one_of_something_in_the_case():
    """A ratio of 3/2 says nothing of samples where there are not three of anything."""
    wants = [rng.normal(size=7), rng.normal(size=5)]
    assert "ddof" not in (said([(1.5 * want, want) for want in wants]) or "")


def test_a_coincidence_in_the_smallest_case_is_not_believed():
    """0.2 for 0.4 looks like a factor; the second case shows that it is not."""
    half = (np.array([0.2, 0.3, 0.4]), np.array([0.4, 0.6, 0.8]))
    assert said([half]) == "Every entry is half the expected one."
    assert said([half, (rng.normal(size=6), rng.normal(size=6))]) is None
    assert said([(np.full(5, 0.2), np.full(5, 0.4))]) is None
    assert said([(np.array(0.5), np.array(1.0))] * 4) is None


def test_values_beyond_all_measure_are_read_without_a_fault():
    assert said([(np.array(1.7e308), np.array(0.5))]) is None
    assert said([(np.array(1e300), np.array(0.5)), (np.array(1e300), np.array(0.25))]) is None
    assert said([(np.full(3, 1e308), np.array([1e-300, 2e-300, 5.0]))]) is None


def test_noise_is_read_as_nothing():
    assert each(lambda x: rng.normal(size=x.shape), TABLES) is None


def test_nan_is_traced_to_the_line_that_overflowed():
    warning = {"message": "overflow encountered in exp", "line": 4, "text": "    e = np.exp(x)"}
    reading = said([(np.array([np.nan, 1.0]), np.array([0.5, 1.0]))], Outcome(warnings=[warning]))
    assert reading == (
        "There is NaN where a number is expected. NumPy warned of overflow encountered in exp, in line 4: e = np.exp(x)"
    )


def centered(n, d):
    x = rng.normal(size=(n, d))
    return x, x - x.mean(axis=0)


def test_centering_along_the_wrong_axis_or_as_a_whole_is_told():
    tables = [centered(4, 3), centered(5, 6)]
    assert "mean 0 along axis 1; it should along axis 0" in (
        said([(x - x.mean(axis=1, keepdims=True), want) for x, want in tables]) or ""
    )
    assert "mean 0 as a whole; each slice along axis 0 should" in (said([(x - x.mean(), w) for x, w in tables]) or "")


@pytest.mark.parametrize(
    ("got", "want", "args", "words"),
    [
        ((3, 3), (3, 1), [(3, 1)], "keepdims=True"),
        ((3, 3, 3), (3, 3, 1), [(3, 3, 1)], "keepdims=True"),
        ((4,), (3,), [(4, 3)], "along axis 1 of the (4, 3) input; axis 0"),
        ((1, 3), (4, 1), [(4, 3)], "along axis 0 of the (4, 3) input; axis 1"),
        ((), (3,), [(4, 3)], "over the whole array"),
        ((4, 3), (), [(4, 3)], "one number for all"),
        ((3, 3), (3,), [(4, 2)], "Shapes (3, 1) and (3,) broadcast to (3, 3)"),
        ((3, 2), (2, 3), [(4, 4)], "The axes are in another order"),
        ((1,), (), [(1,)], None),
        ((5,), (2, 3), [(4, 3)], None),
    ],
)
def test_a_shape_is_read(got, want, args, words):
    """Of the result as it came; the values do not matter."""
    failure = difference(np.zeros(got), np.zeros(want), FLOAT64)
    case = Case("x", *(rng.normal(size=shape) for shape in args))
    reading = read([Judged(case, Outcome(), Outcome(), failure)])
    assert words in reading if words else reading is None


@pytest.mark.parametrize(
    ("operation", "words"),
    [
        (lambda x: x - x.mean(axis=1), "keepdims=True"),
        (lambda x: x / x[:, 0], "keepdims=True"),
        (lambda x: x @ x, "a transpose missing"),
        (lambda x: np.dot(x, x), "a transpose missing"),
        (lambda x: x + np.zeros((7, 7)), None),
    ],
)
def test_shapes_that_do_not_fit_are_read_from_the_words_of_numpy(operation, words):
    outcome = Outcome()
    with pytest.raises(ValueError) as caught:
        operation(np.ones((3, 4)))
    outcome.raised = {"message": str(caught.value)}
    reading = read([Judged(Case("x"), outcome, Outcome(), Failure("crashed", ""))])
    assert words in reading if words else reading is None


def test_a_length_of_two_does_not_hide_what_the_other_lengths_tell():
    """1/2 is a mean over two, and (n - 1) / n for n = 2 as well; a length of three leaves only the mean."""
    tables = [rng.normal(size=(3, c)) for c in (2, 3, 4)]
    totals = [table.sum(axis=1) for table in tables]
    reading = said([(total / table.shape[1], total) for table, total in zip(tables, totals, strict=True)], given=tables)
    assert reading is not None
    assert "Is it a mean where a sum is meant?" in reading


def test_no_mean_is_told_of_one_number_or_of_zeros():
    """A scalar has no axis along which its mean could be 0, and of zeros every mean is."""
    assert "mean" not in (said([(np.array(0.5), np.array(0.0))] * 3) or "")
    assert "mean" not in (said([(rng.normal(size=(3, 2)), np.zeros((3, 2)))] * 2) or "")


def test_infinity_is_not_told_where_infinity_is_expected():
    want = np.array([1.0, -np.inf, 2.0])
    assert said([(np.array([-np.inf, 1.0, 2.0]), want)]) is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda x: np.round(x, 4), "rounded to 4 decimals"),
        (lambda x: np.round(x, 2), "rounded to 2 decimals"),
        (lambda x: x.astype(np.float16).astype(float), "float16"),
    ],
)
def test_rounding_is_told_by_its_digits(change, words):
    assert words in (each(change, TABLES) or "")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda x, k, b: x, "Your result is x, unchanged."),
        (lambda x, k, b: x @ x.T @ x + b, "divided by k"),
        (lambda x, k, b: k * (x @ x.T @ x), "minus b"),
        (lambda x, k, b: k * (x @ x.T @ x) + 2 * b, "plus b"),
        (lambda x, k, b: k * k * (x @ x.T @ x) + k * b, "times k"),
    ],
)
def test_an_argument_that_is_left_out_or_used_twice_is_named(change, words):
    failures = []
    for rows in (3, 4):
        x, k, b = rng.normal(size=(rows, 3)), float(rng.uniform(2, 3)), rng.normal(size=3)
        want = k * (x @ x.T @ x) + b if "divided" not in words else k * (x @ x.T @ x + b)
        failure = difference(change(x, k, b), want, FLOAT64)
        failures.append(Judged(Case("c", x, k, b), Outcome(), Outcome(want), failure))
    assert words in (read(failures, lambda case: list(zip("xkb", case.args, strict=True))) or "")


def of_terms(change, wants, args):
    """The reading where each case was called with these arguments by name."""
    names = list(args[0])
    failures = [
        Judged(Case("x", *given.values()), Outcome(), Outcome(), difference(change(want, **given), want, FLOAT64))
        for want, given in zip(wants, args, strict=True)
    ]
    return read(failures, lambda case: list(zip(names, case.args, strict=True)))


LOSSES = [{"y": rng.integers(0, 2, n).astype(float), "z": rng.normal(size=n)} for n in (4, 5, 7, 9)]
WANTS = [np.float64(np.mean(np.maximum(z["z"], 0) + 2.0)) for z in LOSSES]
LINEAR = [{"X": rng.normal(size=(n, 3)), "r": rng.normal(size=n)} for n in (4, 6, 7)]


@pytest.mark.parametrize(
    ("change", "wants", "args", "words"),
    [
        (lambda want, y, z: want + np.mean(y * z), WANTS, LOSSES, "plus the mean of y * z."),
        (lambda want, y, z: want - np.mean(z), WANTS, LOSSES, "minus the mean of z. Is that term missing?"),
        (lambda want, y, z: want + 2 * np.sum(np.abs(z)), WANTS, LOSSES, "plus twice the sum of |z|. Does that term"),
        (lambda want, y, z: want - np.mean(np.logaddexp(0, z) * (1 - y)), WANTS, LOSSES, "log(1 + exp(z)) * (1 - y)"),
        (lambda want, X, r: want + X.T @ r, [x["X"].mean(axis=0) for x in LINEAR], LINEAR, "plus X.T @ r."),
        (lambda want, X, r: want - X.sum(axis=1), [x["r"] for x in LINEAR], LINEAR, "the sum of X along axis 1"),
    ],
)
def test_a_term_that_is_missing_or_has_the_wrong_sign_is_named(change, wants, args, words):
    assert words in (of_terms(change, wants, args) or "nothing")


def test_a_term_is_named_only_if_it_is_off_in_every_case():
    first = iter([True, False, False, False])
    said = of_terms(lambda want, y, z: want + (np.mean(z) if next(first) else np.mean(y) + 0.3), WANTS, LOSSES)
    assert "mean of z" not in (said or "")


IN_FLOAT32 = """
import numpy as np
def information_gain(y, left):
    share = np.mean(left)
    return entropy(y) - share * entropy(y[left]) - (1 - share) * entropy(y[~left])
def entropy(y):
    counts = np.unique(y, return_counts=True)[1]
    p = counts.astype(np.float32) / np.float32(len(y))
    return -(p * np.log2(p)).sum()
"""


def test_the_rounding_of_float32_is_named_with_its_line(bench):
    said = bench.grade("information_gain", IN_FLOAT32)["diagnosis"]
    assert "The error is as small as that of float32 rounding" in said
    assert said.endswith("Line 8 converts to float32: p = counts.astype(np.float32) / np.float32(len(y))")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("def f(x): return x.float()", ""),
        ("import torch\ndef f(x): return x.float()", "Line 2"),
        ("import torch\ndef f(x):\n    return x.to(torch.float)", "Line 3"),
        ("def f(x): return x.astype('float32')", "Line 1"),
        ("def f(x): return x.dtype == np.float32", ""),
    ],
)
def test_a_line_that_converts_to_float32_is_seen_in_the_source(text, line):
    said = narrowing_line(Source(text))
    assert said.startswith(f"{line} converts to float32: ") if line else said == ""


def test_a_larger_error_of_a_result_in_float32_is_not_called_rounding():
    source = Source("def f(x): return x.astype(np.float32)")
    for factor, is_said in ((1 + 4e-6, True), (1.01, False)):
        wants = [1e-4 * want for want in VECTORS]
        pairs = [((factor * want).astype(np.float32), want) for want in wants]
        failed = [Judged(Case("x"), Outcome(), Outcome(), difference(*pair, FLOAT64)) for pair in pairs]
        assert (precision.read(failed, source) is not None) == is_said


LOST_AXIS = """
import numpy as np
def log_softmax(x, axis=-1):
    shifted = x - x.max(axis=axis, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=axis))
"""


def test_values_that_are_wrong_where_shapes_fit_by_chance_are_not_read_alone(bench):
    report = bench.grade("log_softmax", LOST_AXIS)
    assert report["failure"]["kind"] == "crashed"
    assert "has lost its axis" in report["diagnosis"]


def test_one_boolean_of_many_is_explained(bench):
    answer = "def accuracy(y_true, y_pred): return (y_true == 1 and y_pred == 1).mean()"
    assert "Combine conditions with &" in bench.grade("accuracy", answer)["diagnosis"]
