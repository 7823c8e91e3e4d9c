"""Precision, recall, F1: the right denominators, the positive class, and 0/0."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake

EQUIVALENT = {
    "precision_recall_f1: 1 -> 2 in `return (float(precision), float(recall), float(…))` at `max(predicted + actual, "
    "1)`": "Where predicted and actual positives "
    "add up to 1 there is no hit, and 0/2 is 0/1.",
}


def cases(rng):
    yield Case("one hit", np.array([1]), np.array([1]))
    yield Case("one miss", np.array([1]), np.array([0]))
    yield Case("one false alarm", np.array([0]), np.array([1]))
    yield Case("one true negative", np.array([0]), np.array([0]))
    yield Case("nothing predicted positive", np.array([0, 1, 1]), np.array([0, 0, 0]))
    yield Case("nothing is positive", np.array([0, 0, 0]), np.array([1, 0, 1]))
    yield Case("no hit at all", np.array([0, 1, 1]), np.array([1, 0, 0]))
    yield Case("all right", np.array([1, 0, 1, 0]), np.array([1, 0, 1, 0]))
    yield Case("always positive", np.array([1, 0, 0, 0, 0]), np.array([1, 1, 1, 1, 1]))
    yield Case("precise, but little found", np.array([1, 1, 1, 1, 0]), np.array([1, 0, 0, 0, 0]))
    yield Case("more misses than false alarms", np.array([1, 1, 1, 1, 0, 0]), np.array([1, 1, 0, 0, 1, 0]))
    yield Case("random", *drawn(rng, 11))
    yield Case("random, mostly negative", *drawn(rng, 17))
    yield Case("300 hits", np.ones(300, dtype=int), np.ones(300, dtype=int))
    y_true, y_pred = np.repeat([1, 1, 0, 0], [300, 100, 20, 5]), np.repeat([1, 0, 1, 0], [300, 100, 20, 5])
    yield Case("300 hits, 100 misses, 20 false alarms", y_true, y_pred)


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


@mistake("0/0 gives NaN in your code. Where nothing is predicted positive, or nothing is positive, answer 0.")
def divides_by_zero(y_true, y_pred):
    hits, predicted, actual = counts(y_true, y_pred)
    precision, recall = hits / predicted, hits / actual
    return precision, recall, 2 * precision * recall / (precision + recall)


@mistake("Precision and recall are guarded, but F1 is still 0/0 when both are 0. It is 0 then.")
def f1_divides_by_zero(y_true, y_pred):
    hits, predicted, actual = counts(y_true, y_pred)
    precision, recall = np.float64(ratio(hits, predicted)), np.float64(ratio(hits, actual))
    return precision, recall, 2 * precision * recall / (precision + recall)


@mistake("Precision and recall have changed places. Precision divides by those predicted positive, recall by "
         "those that are.")
def swapped(y_true, y_pred):
    hits, predicted, actual = counts(y_true, y_pred)
    precision, recall = ratio(hits, predicted), ratio(hits, actual)
    return recall, precision, f1_of(precision, recall)


@mistake("Your F1 is the arithmetic mean of precision and recall. It is the harmonic mean: 2 p r / (p + r).")
def arithmetic_mean(y_true, y_pred):
    hits, predicted, actual = counts(y_true, y_pred)
    precision, recall = ratio(hits, predicted), ratio(hits, actual)
    return precision, recall, (precision + recall) / 2


@mistake("The factor 2 is missing in F1 = 2 p r / (p + r); without it a perfect classifier has only 0.5.")
def half_of_f1(y_true, y_pred):
    hits, predicted, actual = counts(y_true, y_pred)
    precision, recall = ratio(hits, predicted), ratio(hits, actual)
    return precision, recall, f1_of(precision, recall) / 2


@mistake("You treat 0 as the positive class. The positive one is 1.")
def zero_is_positive(y_true, y_pred):
    hits, predicted, actual = counts(y_true, y_pred, positive=0)
    precision, recall = ratio(hits, predicted), ratio(hits, actual)
    return precision, recall, f1_of(precision, recall)


@mistake("You answer 1 for 0/0. With nothing to divide by, this task says 0.")
def zero_over_zero_is_one(y_true, y_pred):
    hits, predicted, actual = counts(y_true, y_pred)
    precision = hits / predicted if predicted else 1.0
    recall = hits / actual if actual else 1.0
    return precision, recall, f1_of(precision, recall)


@mistake("You divide all by the number of samples. Precision divides by the predicted positives, recall by "
         "the actual ones.")
def over_all_samples(y_true, y_pred):
    hits, predicted, actual = counts(y_true, y_pred)
    return hits / len(y_true), hits / len(y_true), f1_of(ratio(hits, predicted), ratio(hits, actual))


@mistake("You count true negatives among the hits, as accuracy does. Precision and recall count right "
         "positives only.")
def negatives_count(y_true, y_pred):
    right = np.float64(np.sum(y_true == y_pred))
    _, predicted, actual = counts(y_true, y_pred)
    wrong_alarms, misses = np.sum((y_pred == 1) & (y_true == 0)), np.sum((y_pred == 0) & (y_true == 1))
    precision, recall = ratio(right, right + wrong_alarms), ratio(right, right + misses)
    return precision, recall, f1_of(precision, recall)


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
    tp = y_true @ y_pred
    sizes = np.array([y_pred.sum(), y_true.sum(), y_true.sum() + y_pred.sum()])
    return np.divide([tp, tp, 2 * tp], sizes, out=np.zeros(3), where=sizes > 0)
