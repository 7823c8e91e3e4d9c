"""Precision, recall, F1: the right denominators, the positive class, and 0/0."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says

EQUIVALENT = {
    "precision_recall_f1: 1 -> 2 in `return (float(precision), float(recall), float(…))` at `max(predicted + actual, "
    "1)`": "Where predicted and actual positives add up to 1 there is no hit, and 0/2 is 0/1.",
}


def cases(rng):
    yield Case("one hit", np.array([1]), np.array([1]))
    yield Case("all right", np.array([1, 0, 1, 0]), np.array([1, 0, 1, 0]))
    yield Case("always positive", np.array([1, 0, 0, 0, 0]), np.array([1, 1, 1, 1, 1]))
    yield Case("precise, but little found", np.array([1, 1, 1, 1, 0]), np.array([1, 0, 0, 0, 0]))
    yield Case("more misses than false alarms", np.array([1, 1, 1, 1, 0, 0]), np.array([1, 1, 0, 0, 1, 0]))
    yield Case("random", *drawn(rng, 11))
    yield Case("random, mostly negative", *drawn(rng, 17))
    yield Case("300 hits", np.ones(300, dtype=int), np.ones(300, dtype=int))
    y_true, y_pred = np.repeat([1, 1, 0, 0], [300, 100, 20, 5]), np.repeat([1, 0, 1, 0], [300, 100, 20, 5])
    yield Case("300 hits, 100 misses, 20 false alarms", y_true, y_pred)
    yield Case("no hit at all", np.array([0, 1, 1]), np.array([1, 0, 0])).edge("no hits")
    yield Case("one miss", np.array([1]), np.array([0])).edge("nothing predicted")
    yield Case("nothing predicted positive", np.array([0, 1, 1]), np.array([0, 0, 0])).edge("nothing predicted")
    yield Case("one false alarm", np.array([0]), np.array([1])).edge("no positives")
    yield Case("nothing is positive", np.array([0, 0, 0]), np.array([1, 0, 1])).edge("no positives")
    yield Case("one true negative", np.array([0]), np.array([0])).edge("no positives")
    small = y_true.astype(np.int8), y_pred.astype(np.int8)
    yield Case("300 hits in int8", *small).edge("integer dtypes")
    yield Case("misses and false alarms in uint8", np.array([1, 1, 1, 0, 0], dtype=np.uint8),
               np.array([1, 0, 0, 1, 0], dtype=np.uint8)).edge("integer dtypes")


def drawn(rng, n):
    """Labels with two hits, one false alarm and two misses for certain."""
    y_true = np.append(rng.integers(0, 2, size=n - 5), [1, 1, 0, 1, 1])
    y_pred = np.append(y_true[: n - 5] * rng.integers(0, 2, size=n - 5), [1, 1, 1, 0, 0])
    order = rng.permutation(n)
    return y_true[order], y_pred[order]


def counts(y_true, y_pred, positive=1):
    """True positives, predicted positives, actual positives, as NumPy floats."""
    actual, predicted = y_true == positive, y_pred == positive
    return tuple(np.float64(np.sum(mask)) for mask in (actual & predicted, predicted, actual))


def ratio(a, b):
    return a / b if b else 0.0


def f1_of(precision, recall):
    return ratio(2 * precision * recall, precision + recall)


def rates(y_true, y_pred, positive=1):
    hits, predicted, actual = counts(y_true, y_pred, positive)
    return ratio(hits, predicted), ratio(hits, actual)


@mistake("0/0 gives NaN in your code. Where nothing is predicted positive, or nothing is positive, return 0.")
def divides_by_zero(y_true, y_pred):
    hits, predicted, actual = counts(y_true, y_pred)
    precision, recall = hits / predicted, hits / actual
    return precision, recall, 2 * precision * recall / (precision + recall)


@mistake("F1 is 0/0 in your code where precision and recall are both 0. Return 0 for it.")
def f1_divides_by_zero(y_true, y_pred):
    precision, recall = map(np.float64, rates(y_true, y_pred))
    return precision, recall, 2 * precision * recall / (precision + recall)


@mistake("Python raises ZeroDivisionError for 0/0. Check the denominator first, and return 0 where it is 0.",
         kind="crashed", when=says("ZeroDivisionError"))
def raises_on_zero(y_true, y_pred):
    hits, predicted, actual = map(int, counts(y_true, y_pred))
    return hits / predicted, hits / actual, 2 * hits / (predicted + actual)


@mistake("Precision and recall are swapped. Precision divides by those predicted positive, recall by those that are "
         "positive.")
def swapped(y_true, y_pred):
    precision, recall = rates(y_true, y_pred)
    return recall, precision, f1_of(precision, recall)


@mistake("Your F1 is the {kind} mean of precision and recall. It is the harmonic mean: 2 p r / (p + r).",
         constants={"kind": ("arithmetic", "geometric")})
def another_mean(y_true, y_pred, *, kind):
    precision, recall = rates(y_true, y_pred)
    return precision, recall, (precision + recall) / 2 if kind == "arithmetic" else np.sqrt(precision * recall)


@mistake("You left out the factor 2 in F1 = 2 p r / (p + r). Without it a perfect classifier has only 0.5.")
def half_of_f1(y_true, y_pred):
    precision, recall = rates(y_true, y_pred)
    return precision, recall, f1_of(precision, recall) / 2


@mistake("You treat 0 as the positive class. The positive one is 1.")
def zero_is_positive(y_true, y_pred):
    precision, recall = rates(y_true, y_pred, positive=0)
    return precision, recall, f1_of(precision, recall)


@mistake("You average over both classes. Use class 1 only.")
def averaged_over_classes(y_true, y_pred):
    both = [rates(y_true, y_pred, positive) for positive in (0, 1)]
    return tuple(np.mean([(p, r, f1_of(p, r)) for p, r in both], axis=0))


@mistake("You return 1 for 0/0. Return 0 instead.",
         constants={"only_if": ("either is missing", "both are missing")})
def zero_over_zero_is_one(y_true, y_pred, *, only_if):
    hits, predicted, actual = counts(y_true, y_pred)
    if only_if == "both are missing" and predicted == actual == 0:
        return 1.0, 1.0, 1.0
    other = 1.0 if only_if == "either is missing" else 0.0
    precision = hits / predicted if predicted else other
    recall = hits / actual if actual else other
    return precision, recall, f1_of(precision, recall)


@mistake("You add a small constant to the denominators, and it changes every result. Check for a denominator of 0 "
         "instead.", constants={"eps": (1e-6, 1e-5, 1e-4, 1e-3, 1.0)})
def adds_eps(y_true, y_pred, *, eps):
    hits, predicted, actual = counts(y_true, y_pred)
    precision, recall = hits / (predicted + eps), hits / (actual + eps)
    return precision, recall, 2 * precision * recall / (precision + recall + eps)


@mistake("You divide everything by the number of samples. Precision divides by the predicted positives, recall by the "
         "actual ones.")
def over_all_samples(y_true, y_pred):
    hits, predicted, actual = counts(y_true, y_pred)
    return hits / len(y_true), hits / len(y_true), f1_of(ratio(hits, predicted), ratio(hits, actual))


@mistake("You count true negatives among the hits, as accuracy does. Precision and recall count right positives only.")
def negatives_count(y_true, y_pred):
    right = np.float64(np.sum(y_true == y_pred))
    false_alarms, misses = np.sum((y_pred == 1) & (y_true == 0)), np.sum((y_pred == 0) & (y_true == 1))
    precision, recall = ratio(right, right + false_alarms), ratio(right, right + misses)
    return precision, recall, f1_of(precision, recall)


def with_hits(y_true, y_pred, hits):
    _, predicted, actual = counts(y_true, y_pred)
    precision, recall = ratio(hits, predicted), ratio(hits, actual)
    return precision, recall, f1_of(precision, recall)


@mistake("You count at most one hit, which is what a dot product of booleans does. Count with np.sum.")
def one_hit_at_most(y_true, y_pred):
    return with_hits(y_true, y_pred, min(1.0, counts(y_true, y_pred)[0]))


@mistake("Your count of hits is kept in 8 bits, so it wraps around at 128. Convert the labels to int, or sum the hits "
         "with np.sum.", constants={"always": (False, True)})
def hits_in_int8(y_true, y_pred, *, always):
    dtype = np.int8 if always else y_true.dtype
    hits = float(y_true.astype(dtype) @ y_pred.astype(dtype))
    return with_hits(y_true, y_pred, hits)


@alternative
def from_four_counts(y_true, y_pred):
    tp = fp = fn = 0
    for actual, predicted in zip(y_true.tolist(), y_pred.tolist()):
        tp += actual == predicted == 1
        fp += predicted > actual
        fn += predicted < actual
    precision = tp / (tp + fp) if tp + fp > 0 else 0
    recall = tp / (tp + fn) if tp + fn > 0 else 0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall > 0 else 0
    return [precision, recall, f1]


@alternative
def by_products(y_true, y_pred):
    tp = y_true.astype(int) @ y_pred
    sizes = np.array([y_pred.sum(), y_true.sum(), y_true.sum() + y_pred.sum()])
    return np.divide([tp, tp, 2 * tp], sizes, out=np.zeros(3), where=sizes > 0)


@alternative
def with_nan_to_num(y_true, y_pred):
    hits = np.sum((y_true == 1) & (y_pred == 1))
    precision, recall = np.nan_to_num(hits / np.sum(y_pred == 1)), np.nan_to_num(hits / np.sum(y_true == 1))
    return precision, recall, np.nan_to_num(2 * precision * recall / (precision + recall))
