"""One entry from each row: index arrays paired, not crossed."""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake


def cases(rng):
    def rows(n, classes):
        return rng.dirichlet(np.ones(classes), size=n)

    yield Case("one sample", np.array([[0.7, 0.2, 0.1]]), np.array([1]))
    yield Case("two samples, three classes", np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]]), np.array([2, 0]))
    yield Case("one class", np.ones((3, 1)) / [[2], [4], [8]], np.array([0, 0, 0]))
    yield Case("labels in order", rows(3, 3), np.array([0, 1, 2]))
    yield Case("as many samples as classes", rows(4, 4), rng.integers(0, 4, size=4))
    yield Case("labels that repeat", rows(4, 2), np.array([1, 1, 0, 1]))
    yield Case("more samples than classes", rows(7, 3), rng.integers(0, 3, size=7))
    yield Case("more classes than samples", rows(3, 6), rng.integers(0, 6, size=3))
    yield Case("a probability of 0", np.array([[0.0, 1.0], [0.25, 0.75]]), np.array([0, 1])).judged(equal())
    yield Case("three hundred classes", rows(3, 300), np.array([70, 299, 199]))
    yield Case("the least likely label", np.array([[0.5, 0.3, 0.2], [0.25, 0.6, 0.15]]), np.array([2, 2]))
    yield Case("three hundred samples", rows(300, 3), rng.integers(0, 3, size=300)).plain()


@mistake("probs[:, labels] asks every row for every label. Pair the labels with row numbers: "
         "probs[np.arange(n), labels].")
def every_row_every_label(probs, labels):
    return probs[:, labels]


@mistake("You return each row's largest probability. Its label's is asked for, likely or not.")
def largest_instead(probs, labels):
    return probs.max(axis=1)


@mistake("You count the labels through the flattened array, so all of them fall into the first rows. Each "
         "label belongs to its own row.")
def flat_index(probs, labels):
    return np.take(probs, labels)


@mistake("You use the labels as row numbers. They are columns, one for each row.")
def labels_as_rows(probs, labels):
    return probs[labels, np.arange(len(labels))]


@mistake("The values are right, but they come as a column (n, 1); take the last axis away.")
def as_a_column(probs, labels):
    return np.take_along_axis(probs, labels[:, None], axis=1)


@mistake("You read one column too far to the left: labels count from 0.")
def labels_from_one(probs, labels):
    return probs[np.arange(len(labels)), labels - 1]


@mistake("You already take the loss. The probabilities themselves are asked for, without the logarithm.")
def negative_logarithm(probs, labels):
    return -np.log(probs[np.arange(len(labels)), labels])


@mistake("You keep the probability away from 0. That belongs to a logarithm; here a 0 comes back as 0.")
def clipped(probs, labels):
    return np.maximum(probs[np.arange(len(labels)), labels], 1e-6)


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
