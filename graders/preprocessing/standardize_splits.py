"""Both splits by the training set's statistics, with columns that are constant in train only centred."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one column", np.array([[1.0], [3.0], [8.0]]), np.array([[4.0], [5.0]]))
    yield Case("one test row", np.array([[0.0, 50.0], [4.0, 10.0], [5.0, 0.0]]), np.array([[6.0, 20.0]]))
    yield Case("one training row", np.array([[2.0, -1.0]]), np.array([[5.0, -1.0], [2.0, 3.0]]))
    yield Case("constant in train", np.array([[1.0, 7.0], [2.0, 7.0], [6.0, 7.0]]),
               np.array([[3.0, 7.0], [4.0, 9.5]]))
    yield Case("0.1 throughout train", np.array([[0.1, 1.0], [0.1, 2.0], [0.1, 6.0]]),
               np.array([[0.1, 3.0], [0.6, 5.0]])).plain()
    yield Case("constant in test alone", np.array([[1.0, 7.0], [2.0, 5.0], [6.0, 0.0]]),
               np.array([[3.0, 2.0], [3.0, 5.0]]))
    yield Case("a column of small scale", np.array([[0.0, 1.0], [1e-9, 2.0], [4e-9, 4.0]]),
               np.array([[2e-9, 0.0]])).plain()
    yield Case("test far from train", rng.normal(size=(4, 2)), rng.normal(50.0, 9.0, size=(3, 2)))
    yield Case("random", rng.normal(2.0, 3.0, size=(5, 3)), rng.normal(2.0, 3.0, size=(4, 3)))
    yield Case("more columns than rows", rng.normal(size=(3, 5)) * 10, rng.normal(size=(2, 5)) * 10)
    yield Case("forty training rows", rng.normal(2.0, 3.0, size=(40, 2)), rng.normal(2.0, 3.0, size=(3, 2)))
    yield Case("equal shapes, square", rng.normal(size=(3, 3)), rng.normal(1.0, 2.0, size=(3, 3)))
    n = np.arange(300.0)
    long = np.stack([n, np.cos(n), np.full(300, 0.1)], axis=1)
    yield Case("three hundred training rows", long, long[:2] + 0.5).plain()
    yield Case("three hundred test rows", long[:4], long + 0.5).plain()


def scale_of(X):
    return np.where(X.max(axis=0) > X.min(axis=0), X.std(axis=0), 1.0)


@mistake("You scale the test set with its own mean and deviation. It must see the training set's statistics "
         "alone: compute them once, on train, and apply them to both.")
def own_statistics(X_train, X_test):
    train = (X_train - X_train.mean(axis=0)) / scale_of(X_train)
    return train, (X_test - X_test.mean(axis=0)) / scale_of(X_test)


@mistake("You compute the statistics over train and test together, so the test set leaks into training. "
         "Use the training rows alone.")
def joint_statistics(X_train, X_test):
    both = np.vstack([X_train, X_test])
    return (X_train - both.mean(axis=0)) / scale_of(both), (X_test - both.mean(axis=0)) / scale_of(both)


@mistake("You took one mean and deviation over the whole training array; each column has its own (axis=0).")
def whole_array(X_train, X_test):
    std = X_train.std() if X_train.max() > X_train.min() else 1.0
    return (X_train - X_train.mean()) / std, (X_test - X_train.mean()) / std


@mistake("A column that is constant in train divides by a deviation of zero. Take 1 as its divisor, so that "
         "it is only centred.")
def divides_by_zero(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return (X_train - mean) / std, (X_test - mean) / std


@mistake("You ask whether the deviation is exactly 0, but rounding leaves 0.1 three times with a deviation "
         "of 1e-17. A column is constant when its training entries are all equal: compare those.")
def deviation_is_zero(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    std = np.where(std == 0, 1.0, std)
    return (X_train - mean) / std, (X_test - mean) / std


@mistake("You set the test entries to 0 where the column is constant in train. There they are only centred: "
         "subtract the mean and do not divide.")
def test_set_to_zero(X_train, X_test):
    varies = X_train.max(axis=0) > X_train.min(axis=0)
    mean, scale = X_train.mean(axis=0), scale_of(X_train)
    return np.where(varies, (X_train - mean) / scale, 0.0), np.where(varies, (X_test - mean) / scale, 0.0)


@mistake("A small number added to the deviation changes every column, and blows up one that is constant in "
         "train. Divide constant columns by 1 and the others by their own deviation.")
def adds_eps(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0) + 1e-8
    return (X_train - mean) / std, (X_test - mean) / std


@mistake("You divide by n - 1 (ddof=1); the task asks for the population deviation, which divides by n.")
def sample_deviation(X_train, X_test):
    n = len(X_train)
    varies = X_train.max(axis=0) > X_train.min(axis=0)
    std = np.where(varies, X_train.std(axis=0) * np.sqrt(n / max(n - 1, 1)), 1.0)
    return (X_train - X_train.mean(axis=0)) / std, (X_test - X_train.mean(axis=0)) / std


@mistake("You divide the test set by the training deviation but do not subtract the training mean from it.")
def test_not_centred(X_train, X_test):
    return (X_train - X_train.mean(axis=0)) / scale_of(X_train), X_test / scale_of(X_train)


@mistake("You return the test set first; the task asks for (train, test).")
def swapped(X_train, X_test):
    mean, scale = X_train.mean(axis=0), scale_of(X_train)
    return (X_test - mean) / scale, (X_train - mean) / scale


@alternative
def in_plain_loops(X_train, X_test):
    train, test = X_train.tolist(), X_test.tolist()
    for j in range(len(train[0])):
        column = [row[j] for row in train]
        mean = sum(column) / len(column)
        std = (sum((value - mean) ** 2 for value in column) / len(column)) ** 0.5
        if len(set(column)) == 1:
            std = 1.0
        for row in train + test:
            row[j] = (row[j] - mean) / std
    return [train, test]


@alternative
def as_a_small_class(X_train, X_test):
    class Scaler:
        def fit(self, X):
            self.mean = X.sum(0) / len(X)
            self.std = np.sqrt(np.square(X - self.mean).mean(0))
            self.std[(X == X[0]).all(0)] = 1.0
            return self

        def transform(self, X):
            return np.multiply(X - self.mean, 1.0 / self.std)

    scaler = Scaler().fit(X_train)
    return scaler.transform(X_train), scaler.transform(X_test)
