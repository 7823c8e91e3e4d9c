"""Both splits by the training set's statistics, with columns that are constant in train only centered."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says, uses


def cases(rng):
    yield Case("one column", np.array([[1.0], [3.0], [8.0]]), np.array([[4.0], [5.0]]))
    yield Case("two columns", np.array([[0.0, 50.0], [4.0, 10.0], [5.0, 0.0]]), np.array([[6.0, 20.0], [1.0, 30.0]]))
    # the first two rows of a column may be equal, or the first and the last, and it varies all the same
    yield Case("zeros and ones", np.array([[0.0, 1.0, 1.0], [1.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 1.0, 1.0]]),
               np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 1.0]]))
    yield Case("a scale of tenths", np.array([[0.1, 0.8], [0.9, 0.2], [0.4, 0.3]]), np.array([[0.2, 0.3], [0.5, 0.1]]))
    yield Case("test far from train", rng.normal(size=(4, 2)), rng.normal(50.0, 9.0, size=(3, 2)))
    yield Case("random", rng.normal(2.0, 3.0, size=(5, 3)), rng.normal(2.0, 3.0, size=(4, 3)))
    yield Case("more columns than rows", rng.normal(size=(3, 5)) * 10, rng.normal(size=(2, 5)) * 10)
    yield Case("more test rows than training rows", rng.normal(size=(3, 2)), rng.normal(size=(6, 2)))
    yield Case("forty training rows", rng.normal(2.0, 3.0, size=(40, 2)), rng.normal(2.0, 3.0, size=(3, 2)))
    yield Case("equal shapes, square", rng.normal(size=(3, 3)), rng.normal(1.0, 2.0, size=(3, 3)))
    n = np.arange(300.0)
    long = np.stack([n, np.cos(n)], axis=1)
    yield Case("three hundred training rows", long, long[:2] + 0.5).plain()
    yield Case("three hundred test rows", long[:4], long + 0.5).plain()
    yield Case("constant in train", np.array([[1.0, 7.0], [2.0, 7.0], [6.0, 7.0]]),
               np.array([[3.0, 7.0], [4.0, 9.5]])).edge("constant in train")
    yield Case("constant in both, with the same value", np.array([[7.0, 1.0], [7.0, 0.0], [7.0, 5.0]]),
               np.array([[7.0, 3.0], [7.0, 4.0]])).edge("constant in train")
    yield Case("constant in test alone", np.array([[1.0, 7.0], [2.0, 5.0], [6.0, 0.0]]),
               np.array([[3.0, 2.0], [3.0, 5.0]])).edge("constant in test")
    yield Case("random, constant in test alone", rng.normal(size=(4, 2)),
               np.insert(rng.normal(size=(3, 1)), 0, 2.0, axis=1)).edge("constant in test")
    yield Case("one test row", np.array([[0.0, 50.0], [4.0, 10.0], [5.0, 0.0]]),
               np.array([[6.0, 20.0]])).edge("one row")
    yield Case("one training row", np.array([[2.0, -1.0]]), np.array([[5.0, -1.0], [2.0, 3.0]])).edge("one row")
    yield Case("one row each", np.array([[2.0, -1.0, 0.0]]), np.array([[2.0, 3.0, 1.0]])).edge("one row")
    constant = np.array([[0.1, 99999.9], [0.1, 99999.9], [0.1, 99999.9]])
    yield Case("0.1 throughout train", constant, np.array([[0.1, 99999.9], [0.6, 99999.9]])).plain().beyond(
        "A column of 0.1s, or of 99999.9s, is constant in train, but its computed standard deviation is 1e-17, or "
        "1e-11, and you divide by it. Compare the entries to find constant columns."
    )
    yield Case("a column of small scale", np.array([[0.0], [1e-13], [4e-13]]), np.array([[2e-13]])).plain().beyond(
        "The training column (0, 1e-13, 4e-13) varies, so its result should have standard deviation 1 however small "
        "its scale is. In your result it does not."
    )
    far = np.array([[1e5], [1e5 + 0.01], [1e5 + 0.05]])
    yield Case("far from zero", far, far[:2]).plain().beyond(
        "Your result for the column (1e5, 1e5 + 0.01, 1e5 + 0.05) is inaccurate. Far from zero, differences from the "
        "mean keep their digits, and the mean of the squares minus the squared mean does not."
    )


def scale_of(X):
    return np.where(X.max(axis=0) > X.min(axis=0), X.std(axis=0), 1.0)


@mistake("You scale the test set with its own mean and standard deviation. Compute them once, on the training set, and "
         "apply them to both.")
def own_statistics(X_train, X_test):
    train = (X_train - X_train.mean(axis=0)) / scale_of(X_train)
    return train, (X_test - X_test.mean(axis=0)) / scale_of(X_test)


@mistake("You center the test set with its own mean. Use the training set's mean.")
def own_mean(X_train, X_test):
    scale = scale_of(X_train)
    return (X_train - X_train.mean(axis=0)) / scale, (X_test - X_test.mean(axis=0)) / scale


@mistake("You divide the test set by its own standard deviation. Use the training set's.")
def own_deviation(X_train, X_test):
    mean = X_train.mean(axis=0)
    return (X_train - mean) / scale_of(X_train), (X_test - mean) / scale_of(X_test)


@mistake("You compute the statistics over train and test together, so the test set leaks into training. Use the "
         "training rows alone.")
def joint_statistics(X_train, X_test):
    both = np.vstack([X_train, X_test])
    return (X_train - both.mean(axis=0)) / scale_of(both), (X_test - both.mean(axis=0)) / scale_of(both)


@mistake("You compute the statistics over train and test together, so the test set leaks into training. Use the "
         "training rows alone.")
def joint_where_train_varies(X_train, X_test):
    both = np.vstack([X_train, X_test])
    constant = X_train.max(axis=0) == X_train.min(axis=0)
    mean, scale = np.where(constant, X_train[0], both.mean(axis=0)), np.where(constant, 1.0, both.std(axis=0))
    return (X_train - mean) / scale, (X_test - mean) / scale


@mistake("You take one mean and standard deviation over the whole training array. Each column has its own, so use "
         "axis=0.",
         constants={"guarded": (False, True)})
def whole_array(X_train, X_test, *, guarded):
    mean, std = X_train.mean(), X_train.std()
    if guarded:
        constant = X_train.max(axis=0) == X_train.min(axis=0)
        mean, std = np.where(constant, X_train[0], mean), np.where(constant, 1.0, std)
    return (X_train - mean) / std, (X_test - mean) / std


@mistake("A column that is constant in train is divided by a standard deviation of 0. Use 1 as its divisor, so that it "
         "is only centered.")
def divides_by_zero(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    return (X_train - mean) / std, (X_test - mean) / std


@mistake("You set the test entries to 0 where the column is constant in train. Only center them: subtract the mean and "
         "do not divide.")
def test_set_to_zero(X_train, X_test):
    varies = X_train.max(axis=0) > X_train.min(axis=0)
    mean, scale = X_train.mean(axis=0), scale_of(X_train)
    return np.where(varies, (X_train - mean) / scale, 0.0), np.where(varies, (X_test - mean) / scale, 0.0)


@mistake("You leave a column unchanged where it is constant in train. Subtract its mean, and leave out only the "
         "division.")
def constant_not_centered(X_train, X_test):
    mean = np.where(X_train.max(axis=0) > X_train.min(axis=0), X_train.mean(axis=0), 0.0)
    return (X_train - mean) / scale_of(X_train), (X_test - mean) / scale_of(X_train)


@mistake("You do not scale a column that is constant in the test set. Only the training set counts, so divide by its "
         "standard deviation.")
def constant_in_test_not_scaled(X_train, X_test):
    mean, scale = X_train.mean(axis=0), scale_of(X_train)
    constant = X_test.max(axis=0) == X_test.min(axis=0)
    return (X_train - mean) / scale, (X_test - mean) / np.where(constant, 1.0, scale)


@mistake("You add a small constant to the standard deviation, so a column that is constant in train becomes huge in "
         "the test set. Divide such a column by 1, and the others by their standard deviation.",
         constants={"eps": (1e-6, 1e-5, 1e-8, 1e-10, 1e-12, 1e-7)})
def adds_eps(X_train, X_test, *, eps):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0) + eps
    return (X_train - mean) / std, (X_test - mean) / std


@mistake("You add a small constant to the variance, which changes columns of an ordinary scale. Divide columns that "
         "are constant in train by 1, and the others by their standard deviation.",
         constants={"eps": (1e-5, 1e-6, 1e-3)})
def adds_eps_under_the_root(X_train, X_test, *, eps):
    mean, std = X_train.mean(axis=0), np.sqrt(X_train.var(axis=0) + eps)
    return (X_train - mean) / std, (X_test - mean) / std


@mistake("You treat a column as constant when two of its entries are equal, but 0, 1, 1, 0 varies. Compare all of its "
         "entries.", constants={"other": (-1, 1)})
def two_entries_compared(X_train, X_test, *, other):
    mean = X_train.mean(axis=0)
    std = np.where(X_train[0] == X_train[min(other, len(X_train) - 1)], 1.0, X_train.std(axis=0))
    return (X_train - mean) / std, (X_test - mean) / std


@mistake("You divide by n - 1 (ddof=1). The task asks for the population standard deviation, which divides by n.")
def sample_deviation(X_train, X_test):
    n = len(X_train)
    varies = X_train.max(axis=0) > X_train.min(axis=0)
    std = np.where(varies, X_train.std(axis=0) * np.sqrt(n / max(n - 1, 1)), 1.0)
    return (X_train - X_train.mean(axis=0)) / std, (X_test - X_train.mean(axis=0)) / std


@mistake("You divide by the variance. Take its square root, the standard deviation.")
def by_the_variance(X_train, X_test):
    mean, scale = X_train.mean(axis=0), scale_of(X_train) ** 2
    return (X_train - mean) / scale, (X_test - mean) / scale


@mistake("You divide the test set by the training set's standard deviation, but you do not subtract the training mean.")
def test_not_centered(X_train, X_test):
    return (X_train - X_train.mean(axis=0)) / scale_of(X_train), X_test / scale_of(X_train)


@mistake("You return the test set as it is. Scale it with the training set's mean and standard deviation.")
def test_left_alone(X_train, X_test):
    return (X_train - X_train.mean(axis=0)) / scale_of(X_train), X_test


@mistake("You clip the scaled values. A test value far outside the training range keeps its scaled value.",
         constants={"most": (3.0, 5.0, 10.0)}, when=uses("np.clip", "np.minimum", "np.maximum", "min", "max"))
def clipped(X_train, X_test, *, most):
    mean, scale = X_train.mean(axis=0), scale_of(X_train)
    return (X_train - mean) / scale, np.clip((X_test - mean) / scale, -most, most)


@mistake("You return the test set first. The task asks for (train, test).")
def swapped(X_train, X_test):
    mean, scale = X_train.mean(axis=0), scale_of(X_train)
    return (X_test - mean) / scale, (X_train - mean) / scale


@mistake("The values are right, but you write into X_train, so the caller's data changes. Build a new array.",
         kind="changed", when=says("first argument"))
def train_in_place(X_train, X_test):
    mean, scale = X_train.mean(axis=0), scale_of(X_train)
    X_train -= mean
    X_train /= scale
    return X_train, (X_test - mean) / scale


@mistake("The values are right, but you write into X_test, so the caller's data changes. Build a new array.",
         kind="changed", when=says("second argument"))
def test_in_place(X_train, X_test):
    mean, scale = X_train.mean(axis=0), scale_of(X_train)
    X_test -= mean
    X_test /= scale
    return (X_train - mean) / scale, X_test


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


# what most people write; it lacks only what is beyond the task
@alternative
def where_the_deviation_is_zero(X_train, X_test):
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    std[std == 0] = 1.0
    return (X_train - mean) / std, (X_test - mean) / std
