"""One entry from each row: index arrays paired, not crossed, and the entries as they are."""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake, says, uses

CHECKS = (equal(),)


def cases(rng):
    def rows(n, classes):
        return rng.dirichlet(np.ones(classes), size=n)

    yield Case("two samples, three classes", np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]]), np.array([2, 0]))
    yield Case("the least likely label", np.array([[0.5, 0.3, 0.2], [0.25, 0.6, 0.15]]), np.array([2, 2]))
    yield Case("labels in order", rows(3, 3), np.array([0, 1, 2]))
    yield Case("the last class has no sample", rows(3, 4), np.array([1, 0, 2]))
    yield Case("as many samples as classes", rows(4, 4), rng.integers(0, 4, size=4))
    yield Case("labels that repeat", rows(4, 2), np.array([1, 1, 0, 1]))
    yield Case("more samples than classes", rows(7, 3), rng.integers(0, 3, size=7))
    yield Case("more classes than samples", rows(3, 6), rng.integers(0, 6, size=3))
    yield Case("three hundred samples", rows(300, 3), rng.integers(0, 3, size=300)).plain()
    yield Case("one sample", np.array([[0.7, 0.2, 0.1]]), np.array([1])).edge("one sample")
    yield Case("one class", np.array([[0.5], [0.25], [0.125]]), np.array([0, 0, 0])).edge("one class")
    yield Case("three hundred classes", rows(3, 300), np.array([70, 299, 199])).edge("many classes")
    yield Case("uint8 labels", rows(3, 256), np.array([200, 0, 255], dtype=np.uint8)).edge("label dtypes")
    yield Case("int8 labels", rows(5, 3), rng.integers(0, 3, size=5, dtype=np.int8)).edge("label dtypes")
    yield Case("uint64 labels", rows(4, 3), rng.integers(0, 3, size=4, dtype=np.uint64)).edge("label dtypes")
    zeros = np.array([[0.0, 1.0], [0.25, 0.75]])
    yield Case("a probability of 0", zeros, np.array([0, 1])).edge("zero probabilities")


@mistake("You ask every row for every label, which gives (n, n). Pair the labels with row numbers: "
         "probs[np.arange(n), labels].")
def every_row_every_label(probs, labels):
    return probs[:, labels]


@mistake("You return each row's largest probability. Return the probability of its label, likely or not.")
def largest_instead(probs, labels):
    return probs.max(axis=1)


@mistake("You count the labels through the flattened array, so all of them fall into the first rows. Each label "
         "belongs to its own row.")
def flat_index(probs, labels):
    return np.take(probs, labels)


@mistake("You index the flattened array with i * n + label. A row has C entries, so it starts at i * C.")
def row_offset_counts_samples(probs, labels):
    return probs.ravel()[np.arange(len(labels)) * len(labels) + labels]


@mistake("You flatten probs in memory order but index it row by row, so the result is wrong for an array in Fortran "
         "order. Leave order out, or index with two arrays.", when=uses("order="))
def memory_order(probs, labels):
    return probs.ravel(order="K")[np.arange(len(labels)) * probs.shape[1] + labels]


@mistake("You calculate with the labels and signed integers. With labels of uint64 that gives floats, which cannot be "
         "indices. Convert the labels to int first.", kind="crashed", when=says("used as indices"))
def float_positions(probs, labels):
    return probs.ravel()[np.arange(len(labels)) * probs.shape[1] + labels]


@mistake("You use the labels as row numbers. They are columns, one for each row.")
def labels_as_rows(probs, labels):
    return probs[labels, np.arange(len(labels))]


@mistake("The values are right, but your result is a column of shape (n, 1). Drop the last axis.")
def as_a_column(probs, labels):
    return np.take_along_axis(probs, labels[:, None], axis=1)


@mistake("squeeze() also drops the sample axis when there is only one sample. Drop axis 1 alone.", when=uses("squeeze"))
def squeezed(probs, labels):
    return np.take_along_axis(probs, labels[:, None], axis=1).squeeze()


@mistake("Your one-hot table has labels.max() + 1 columns, which is too few when the last class has no sample. Use "
         "probs.shape[1] columns.", constants={"first": ("probs", "one_hot")})
def one_hot_too_narrow(probs, labels, *, first):
    one_hot = np.eye(int(labels.max()) + 1)[labels]
    return (probs * one_hot if first == "probs" else one_hot * probs).sum(axis=1)


@mistake("Your one-hot table has one column for each label that occurs. Use probs.shape[1] columns, since a class may "
         "have no sample.", when=uses("np.unique"), constants={"first": ("probs", "one_hot")})
def one_hot_of_what_occurs(probs, labels, *, first):
    one_hot = np.eye(len(np.unique(labels)))[labels]
    return (probs * one_hot if first == "probs" else one_hot * probs).sum(axis=1)


@mistake("np.choose takes only a few dozen alternatives, so it fails when there are many classes. Index with two "
         "arrays: probs[np.arange(n), labels].", when=uses("np.choose"))
def chosen_from_columns(probs, labels):
    return np.choose(labels, probs.T)


@mistake("You read one column too far to the left. Labels count from 0.")
def labels_from_one(probs, labels):
    return probs[np.arange(len(labels)), labels - 1]


@mistake("You store the labels as int8, which ends at 127. Keep their dtype, or use int64.", when=uses("np.int8"))
def labels_as_int8(probs, labels):
    return probs[np.arange(len(labels)), labels.astype(np.int8)]


@mistake("You collect the probabilities class by class. Keep the order of the rows.")
def ordered_by_label(probs, labels):
    return np.concatenate([probs[labels == c, c] for c in range(probs.shape[1])])


@mistake("You return the loss. Return the probabilities themselves, without the logarithm.")
def negative_logarithm(probs, labels):
    return -np.log(probs[np.arange(len(labels)), labels])


@mistake("You return the mean. Return one probability for each row.")
def averaged(probs, labels):
    return probs[np.arange(len(labels)), labels].mean()


@mistake("You keep the probabilities away from 0. Only a logarithm needs that, so return a 0 as 0.",
         constants={"eps": (1e-12, 1e-15, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6)})
def clipped(probs, labels, *, eps):
    return np.maximum(probs[np.arange(len(labels)), labels], eps)


@mistake("You add a small constant to the probabilities. Only a logarithm needs that, so return them as they are.",
         constants={"eps": (1e-12, 1e-15, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6)})
def epsilon_added(probs, labels, *, eps):
    return probs[np.arange(len(labels)), labels] + eps


@alternative
def plain_loop(probs, labels):
    return [float(row[label]) for row, label in zip(probs, labels)]


@alternative
def one_hot_product(probs, labels):
    return (probs * np.eye(probs.shape[1])[labels]).sum(axis=1)


@alternative
def along_the_axis(probs, labels):
    return np.take_along_axis(probs, labels[:, None], axis=1)[:, 0]


@alternative
def diagonal_of_the_cross(probs, labels):
    return np.diag(probs[:, labels])
