"""Macro F1: every class has the same weight, absent ones as well."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake

EQUIVALENT = {
    "macro_f1: 1 -> 2 in `return np.mean(2 * hits / np.maximum(actual + predicted, 1))`":
        "Where predicted and actual numbers add up to "
        "1 there is no hit, and 0/2 is 0/1.",
}


def cases(rng):
    yield Case("one class", np.array([0, 0]), np.array([0, 0]), 1)
    yield Case("one sample, right", np.array([1]), np.array([1]), 2)
    yield Case("one sample, wrong", np.array([1]), np.array([0]), 2)
    yield Case("two classes", np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1]), 2)
    yield Case("never predicted", np.array([0, 0, 1, 1, 2]), np.array([0, 0, 1, 0, 1]), 3)
    yield Case("never true", np.array([0, 0, 1, 1]), np.array([0, 2, 1, 2]), 3)
    yield Case("absent from both", np.array([0, 1, 1, 3]), np.array([0, 1, 0, 3]), 4)
    yield Case("the last is absent from both", np.array([0, 0, 1, 2]), np.array([0, 1, 1, 2]), 4)
    yield Case("nothing right", np.array([0, 1, 2]), np.array([1, 2, 0]), 3)
    yield Case("unequal classes", np.array([0, 0, 0, 0, 0, 0, 1, 2]), np.array([0, 0, 0, 0, 0, 1, 2, 2]), 3)
    yield Case("random", *drawn(rng, 12, 3), 3)
    yield Case("random, many classes", *drawn(rng, 15, 5), 7)
    often = np.repeat([0, 0, 1, 1, 2], [280, 40, 90, 20, 5]), np.repeat([0, 1, 1, 0, 2], [280, 40, 90, 20, 5])
    yield Case("more than 255 of a class", *often, 3)
    yield Case("three hundred classes", np.array([299, 0, 256, 0, 299]), np.array([299, 256, 256, 0, 0]), 300)


def drawn(rng, n, n_classes):
    """Labels of which most are right, and not equally often in each class."""
    y_true = np.minimum(rng.integers(0, n_classes, size=n), rng.integers(0, n_classes, size=n))
    y_pred = np.where(rng.random(n) < 0.6, y_true, rng.integers(0, n_classes, size=n))
    y_pred[0] = (y_true[0] + 1) % n_classes
    return y_true, y_pred


def counts(y_true, y_pred, n_classes):
    """Hits, predicted and actual numbers for each class, as floats."""
    each = np.arange(n_classes)[:, None]
    actual, predicted = y_true == each, y_pred == each
    return tuple(np.sum(mask, axis=1).astype(float) for mask in (actual & predicted, predicted, actual))


def scores(y_true, y_pred, n_classes):
    hits, predicted, actual = counts(y_true, y_pred, n_classes)
    return 2 * hits / np.maximum(predicted + actual, 1)


@mistake("You average over the classes that occur. A class absent from both counts as 0: divide by "
         "n_classes.")
def occurring_only(y_true, y_pred, n_classes):
    return np.mean(scores(y_true, y_pred, n_classes)[np.unique(np.concatenate([y_true, y_pred]))])


@mistake("You average over the classes in y_true. All n_classes count, also those that are only predicted, "
         "or absent.")
def true_classes_only(y_true, y_pred, n_classes):
    return np.mean(scores(y_true, y_pred, n_classes)[np.unique(y_true)])


@mistake("You sum the counts over the classes first. That is micro F1, which equals accuracy; macro averages "
         "the classes' F1.")
def micro(y_true, y_pred, n_classes):
    return np.mean(y_true == y_pred)


@mistake("You weigh each class by its number of samples. In the macro average all classes count the same.")
def weighted(y_true, y_pred, n_classes):
    return np.average(scores(y_true, y_pred, n_classes), weights=np.bincount(y_true, minlength=n_classes))


@mistake("You average precision and recall over the classes and combine those. Compute F1 for each class, "
         "then average.")
def f1_of_averages(y_true, y_pred, n_classes):
    hits, predicted, actual = counts(y_true, y_pred, n_classes)
    precision, recall = np.mean(hits / np.maximum(predicted, 1)), np.mean(hits / np.maximum(actual, 1))
    return 2 * precision * recall / (precision + recall) if precision + recall > 0 else 0.0


@mistake("A class with no hits, or absent from both, gives 0/0 and so NaN in your code. Its F1 is 0.")
def divides_by_zero(y_true, y_pred, n_classes):
    hits, predicted, actual = counts(y_true, y_pred, n_classes)
    precision, recall = hits / predicted, hits / actual
    return np.mean(2 * precision * recall / (precision + recall))


@mistake("You leave NaN out of the average (np.nanmean), and with it classes that should count as 0.")
def nan_left_out(y_true, y_pred, n_classes):
    hits, predicted, actual = counts(y_true, y_pred, n_classes)
    bottom = predicted + actual
    return np.mean((2 * hits / np.maximum(bottom, 1))[hits > 0]) if hits.any() else 0.0


@mistake("You return one F1 for each class. Average them.")
def one_for_each_class(y_true, y_pred, n_classes):
    return scores(y_true, y_pred, n_classes)


@mistake("You average recall over the classes (balanced accuracy). F1 takes precision into account as well.")
def macro_recall(y_true, y_pred, n_classes):
    hits, _, actual = counts(y_true, y_pred, n_classes)
    return np.mean(hits / np.maximum(actual, 1))


@alternative
def class_by_class(y_true, y_pred, n_classes):
    total = 0.0
    for k in range(n_classes):
        tp = sum(1 for a, b in zip(y_true, y_pred) if a == k and b == k)
        fp = sum(1 for a, b in zip(y_true, y_pred) if a != k and b == k)
        fn = sum(1 for a, b in zip(y_true, y_pred) if a == k and b != k)
        precision = tp / (tp + fp) if tp + fp else 0.0
        recall = tp / (tp + fn) if tp + fn else 0.0
        total += 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return total / n_classes


@alternative
def from_the_confusion_matrix(y_true, y_pred, n_classes):
    table = np.zeros((n_classes, n_classes))
    np.add.at(table, (y_true, y_pred), 1)
    bottom = table.sum(axis=0) + table.sum(axis=1)
    return np.divide(2 * table.diagonal(), bottom, out=np.zeros(n_classes), where=bottom > 0).mean()
