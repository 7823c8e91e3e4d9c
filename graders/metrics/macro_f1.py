"""Macro F1: every class has the same weight, absent ones as well."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says

EQUIVALENT = {
    "macro_f1: 1 -> 2 in `return np.mean(2 * hits / np.maximum(actual + predicted, 1))`":
        "Where predicted and actual numbers add up to 1 there is no hit, and 0/2 is 0/1.",
}


def cases(rng):
    yield Case("two classes", np.array([0, 0, 0, 1]), np.array([0, 0, 1, 1]), 2)
    yield Case("three classes", np.array([0, 2, 1, 2, 1, 0]), np.array([0, 2, 1, 1, 1, 2]), 3)
    yield Case("unequal classes", np.array([0, 0, 0, 0, 0, 0, 1, 2, 1]), np.array([0, 0, 0, 0, 0, 1, 2, 2, 1]), 3)
    yield Case("all right", np.array([0, 1, 2, 0]), np.array([0, 1, 2, 0]), 3)
    yield Case("one class", np.array([0, 0]), np.array([0, 0]), 1)
    yield Case("random", *drawn(rng, 12, 3), 3)
    yield Case("random, five classes", *drawn(rng, 20, 5), 5)
    often = np.repeat([0, 0, 1, 1, 2], [280, 40, 90, 20, 5]), np.repeat([0, 1, 1, 0, 2], [280, 40, 90, 20, 5])
    yield Case("more than 255 of a class", *often, 3)
    yield Case("never predicted", np.array([0, 0, 1, 1, 2]), np.array([0, 0, 1, 0, 1]), 3).edge("classes without a hit")
    yield Case("never true", np.array([0, 0, 1, 1]), np.array([0, 2, 1, 2]), 3).edge("classes without a hit")
    yield Case("never true, and two in three right", np.array([0, 0, 1, 1, 1]), np.array([0, 2, 1, 1, 0]), 3).edge(
        "classes without a hit")
    yield Case("nothing right", np.array([0, 1, 2]), np.array([1, 2, 0]), 3).edge("classes without a hit")
    yield Case("one sample, wrong", np.array([1]), np.array([0]), 2).edge("classes without a hit")
    yield Case("one sample, right", np.array([1]), np.array([1]), 2).edge("absent classes")
    yield Case("absent from both", np.array([0, 1, 1, 3]), np.array([0, 1, 0, 3]), 4).edge("absent classes")
    yield Case("the last is absent from both", np.array([0, 0, 1, 2]), np.array([0, 1, 1, 2]), 4).edge("absent classes")
    yield Case("random, seven classes of which five occur", *drawn(rng, 15, 5), 7).edge("absent classes")
    yield Case("three hundred classes", np.array([299, 0, 256, 0, 299]), np.array([299, 256, 256, 0, 0]), 300).edge(
        "absent classes")
    small = np.array([19, 3, 13, 19, 3], dtype=np.uint8)
    yield Case("uint8, twenty classes", small, np.array([19, 13, 13, 3, 3], dtype=np.uint8), 20).edge("integer dtypes")
    yield Case("many in int8", *(labels.astype(np.int8) for labels in often), 3).edge("integer dtypes")


def drawn(rng, n, n_classes):
    """Labels of which most are right, and not equally often in each class."""
    y_true = np.minimum(rng.integers(0, n_classes, size=n), rng.integers(0, n_classes, size=n))
    y_true[:n_classes] = np.arange(n_classes)
    y_pred = np.where(rng.random(n) < 0.6, y_true, rng.integers(0, n_classes, size=n))
    y_pred[:n_classes] = np.arange(n_classes)  # each class has a hit
    y_pred[-1] = (y_true[-1] + 1) % n_classes
    return y_true, y_pred


def counts(y_true, y_pred, n_classes):
    """Hits, predicted and actual numbers for each class, as floats."""
    each = np.arange(n_classes)[:, None]
    actual, predicted = y_true == each, y_pred == each
    return tuple(np.sum(mask, axis=1).astype(float) for mask in (actual & predicted, predicted, actual))


def scores(y_true, y_pred, n_classes):
    hits, predicted, actual = counts(y_true, y_pred, n_classes)
    return 2 * hits / np.maximum(predicted + actual, 1)


@mistake("You average over the classes that occur. A class that is absent from both arrays counts as 0, so divide by "
         "n_classes.")
def occurring_only(y_true, y_pred, n_classes):
    return np.mean(scores(y_true, y_pred, n_classes)[np.unique(np.concatenate([y_true, y_pred]))])


@mistake("You average over the classes in y_true. All n_classes count, also those that are only predicted, or absent.")
def true_classes_only(y_true, y_pred, n_classes):
    return np.mean(scores(y_true, y_pred, n_classes)[np.unique(y_true)])


@mistake("You average over the classes up to the largest label. All n_classes count, also those that are absent.")
def up_to_the_largest_label(y_true, y_pred, n_classes):
    return np.mean(scores(y_true, y_pred, n_classes)[: int(max(y_true.max(), y_pred.max())) + 1])


@mistake("You leave out classes that are never true, though predicted. All n_classes count in the average.")
def only_predicted_left_out(y_true, y_pred, n_classes):
    _, predicted, actual = counts(y_true, y_pred, n_classes)
    kept = (actual > 0) | (predicted == 0)
    return np.mean(scores(y_true, y_pred, n_classes)[kept])


@mistake("A class that is absent from both arrays counts as 1 in your average. Count it as 0.")
def absent_is_one(y_true, y_pred, n_classes):
    _, predicted, actual = counts(y_true, y_pred, n_classes)
    return np.mean(np.where(predicted + actual == 0, 1.0, scores(y_true, y_pred, n_classes)))


@mistake("You sum the counts over the classes first. This is micro F1, which equals accuracy; macro averages the "
         "classes' F1.")
def micro(y_true, y_pred, n_classes):
    return np.mean(y_true == y_pred)


@mistake("You weigh each class by its number of samples. In the macro average all classes count the same.")
def weighted(y_true, y_pred, n_classes):
    return np.average(scores(y_true, y_pred, n_classes), weights=np.bincount(y_true, minlength=n_classes))


@mistake("You average precision and recall over the classes and combine those. Compute F1 for each class, then "
         "average.")
def f1_of_averages(y_true, y_pred, n_classes):
    hits, predicted, actual = counts(y_true, y_pred, n_classes)
    precision, recall = np.mean(hits / np.maximum(predicted, 1)), np.mean(hits / np.maximum(actual, 1))
    return 2 * precision * recall / (precision + recall) if precision + recall > 0 else 0.0


@mistake("A class without a hit gives 0/0, and so NaN, in your code. Use an F1 of 0 for it.",
         constants={"over": ("all classes", "classes that occur")})
def divides_by_zero(y_true, y_pred, n_classes, *, over):
    hits, predicted, actual = counts(y_true, y_pred, n_classes)
    precision, recall = hits / predicted, hits / actual
    f1 = 2 * precision * recall / (precision + recall)
    return np.mean(f1 if over == "all classes" else f1[predicted + actual > 0])


@mistake("A class that is absent from both arrays gives 0/0, and so NaN, in your code. Use an F1 of 0 for it.")
def absent_divides_by_zero(y_true, y_pred, n_classes):
    hits, predicted, actual = counts(y_true, y_pred, n_classes)
    return np.mean(2 * hits / (predicted + actual))


@mistake("Python raises ZeroDivisionError for 0/0. Check the denominator first; a class without one has an F1 of 0.",
         kind="crashed", when=says("ZeroDivisionError"))
def raises_on_zero(y_true, y_pred, n_classes):
    each = zip(*(numbers.tolist() for numbers in counts(y_true, y_pred, n_classes)))
    return sum(2 * hits / (predicted + actual) for hits, predicted, actual in each) / n_classes


@mistake("You leave classes without a hit out of the average. They count, with an F1 of 0.")
def nan_left_out(y_true, y_pred, n_classes):
    hits, predicted, actual = counts(y_true, y_pred, n_classes)
    bottom = predicted + actual
    return np.mean((2 * hits / np.maximum(bottom, 1))[hits > 0]) if hits.any() else 0.0


@mistake("You divide the hits by all samples that are predicted as the class or belong to it, which is the Jaccard "
         "index, or IoU. Count the hits twice, above and below.")
def jaccard(y_true, y_pred, n_classes):
    hits, predicted, actual = counts(y_true, y_pred, n_classes)
    return np.mean(hits / np.maximum(predicted + actual - hits, 1))


@mistake("The factor 2 is missing in your F1: it is 2 TP / (2 TP + FP + FN).")
def not_doubled(y_true, y_pred, n_classes):
    return np.mean(scores(y_true, y_pred, n_classes)) / 2


@mistake("You return one F1 for each class. Average them.")
def one_for_each_class(y_true, y_pred, n_classes):
    return scores(y_true, y_pred, n_classes)


@mistake("You average recall over the classes (balanced accuracy). F1 takes precision into account as well.")
def macro_recall(y_true, y_pred, n_classes):
    hits, _, actual = counts(y_true, y_pred, n_classes)
    return np.mean(hits / np.maximum(actual, 1))


@mistake("You average precision over the classes. F1 takes recall into account as well.")
def macro_precision(y_true, y_pred, n_classes):
    hits, predicted, _ = counts(y_true, y_pred, n_classes)
    return np.mean(hits / np.maximum(predicted, 1))


@mistake("Repeated pairs, or errors, count once, because indexed assignment with += writes each entry once. Use "
         "np.add.at, a loop, or np.bincount.", constants={"errors": (False, True)})
def repeated_pairs_once(y_true, y_pred, n_classes, *, errors):
    if errors:
        hits, wrong = counts(y_true, y_pred, n_classes)[0], np.zeros(n_classes)
        for labels in (y_true, y_pred):
            wrong[np.unique(labels[y_true != y_pred])] += 1
        return np.mean(2 * hits / np.maximum(2 * hits + wrong, 1))
    table = np.zeros((n_classes, n_classes))
    table[y_true, y_pred] += 1
    return np.mean(2 * table.diagonal() / np.maximum(table.sum(axis=0) + table.sum(axis=1), 1))


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


@alternative
def with_nan_to_num(y_true, y_pred, n_classes):
    each = np.arange(n_classes)[:, None]
    actual, predicted = y_true == each, y_pred == each
    return np.nan_to_num(2 * (actual & predicted).sum(1) / (actual.sum(1) + predicted.sum(1))).mean()
