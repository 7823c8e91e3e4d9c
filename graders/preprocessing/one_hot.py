"""One-hot: the right width when classes are absent, floats, and labels outside refused."""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, holds, mistake


def floats(case, got, want):
    kind = np.asarray(got).dtype.kind
    words = {"b": "booleans", "i": "integers", "u": "integers"}
    return kind == "f" or f"The values are right, but they are {words.get(kind, 'no numbers')}; return floats."


CHECKS = (equal(), holds("the entries are floats", floats))


def cases(rng):
    yield Case("one label", np.array([0]))
    yield Case("two labels", np.array([1, 0]))
    yield Case("a class in the middle is absent", np.array([2, 0, 2]))
    yield Case("class 0 is absent", np.array([1, 2]))
    yield Case("one label, not 0", np.array([3]))
    yield Case("more classes than labels say", np.array([0, 1]), 4)
    yield Case("n_classes by name", np.array([1, 1, 0]), n_classes=3)
    yield Case("n_classes as it would be by default", np.array([0, 2]), 3)
    yield Case("a single class", np.array([0, 0, 0]), 1)
    yield Case("a negative label", np.array([0, -1, 2]))
    yield Case("a negative label, n_classes given", np.array([0, -1, 2]), 3)
    yield Case("nothing but a negative label", np.array([-1]))
    yield Case("a label equal to n_classes", np.array([0, 3, 1]), 3)
    yield Case("a label far too large", np.array([9]), 2)
    yield Case("labels as int32", np.array([1, 0, 3], dtype=np.int32))
    yield Case("random labels", rng.integers(6, size=8))
    yield Case("random labels of six classes", rng.integers(6, size=5), 6)
    yield Case("as many labels as classes", rng.permutation(4))
    yield Case("random labels with one outside", np.append(rng.integers(4, size=4), 4 + rng.integers(3)), 4)
    yield Case("n_classes is None", np.array([2, 0]), None)
    yield Case("a label where there are no classes", np.array([0]), 0)
    yield Case("three hundred classes", np.array([70, 299, 0, 199]))
    yield Case("three hundred labels", np.arange(300) % 3)
    yield Case("a label beyond three hundred classes", np.array([0, 300]), 300)


@mistake("You count the distinct labels, which is too few when a class is absent. The width is the largest "
         "label plus 1, or n_classes.")
def distinct_labels(labels, n_classes=None):
    if n_classes is None:
        n_classes = len(np.unique(labels))
    if labels.min() < 0 or (labels >= n_classes).any():
        raise ValueError("a label lies outside")
    return np.eye(n_classes)[labels]


@mistake("You count the distinct labels, which is too few when a class is absent, and index with the labels "
         "unchecked. The width is the largest label plus 1, or n_classes; labels outside it raise "
         "ValueError.")
def distinct_labels_unchecked(labels, n_classes=None):
    if n_classes is None:
        n_classes = len(np.unique(labels))
    return np.eye(n_classes)[labels]


@mistake("A negative label indexes from the end and gives a wrong row without a word. Raise ValueError for "
         "it.")
def negative_wraps(labels, n_classes=None):
    if n_classes is None:
        n_classes = labels.max() + 1
    if labels.max() >= n_classes:
        raise ValueError("a label is too large")
    return np.eye(max(n_classes, 1))[labels]


@mistake("A label that is n_classes or more must raise ValueError; you leave it to the indexing, which "
         "raises IndexError.")
def index_error(labels, n_classes=None):
    if (labels < 0).any():
        raise ValueError("a label is negative")
    return np.eye(labels.max() + 1 if n_classes is None else n_classes)[labels]


@mistake("You check the labels neither for being negative, which indexes from the end, nor for being too "
         "large, which raises IndexError. Both must raise ValueError.")
def unchecked(labels, n_classes=None):
    return np.eye(max(labels.max() + 1, 1) if n_classes is None else n_classes)[labels]


@mistake("A label outside 0 .. n_classes - 1 matches no column, so its row holds no 1; it must raise ValueError.")
def zeros_for_strangers(labels, n_classes=None):
    if n_classes is None:
        n_classes = labels.max() + 1
    return (labels[:, None] == np.arange(n_classes)).astype(float)


@mistake("You check the labels only where n_classes is given. Without it a negative label must raise ValueError too.")
def default_unchecked(labels, n_classes=None):
    if n_classes is not None and (labels.min() < 0 or labels.max() >= n_classes):
        raise ValueError("a label lies outside")
    return (labels[:, None] == np.arange(labels.max() + 1 if n_classes is None else n_classes)).astype(float)


@mistake("You ignore n_classes; where it is given, it is the number of columns.")
def ignores_n_classes(labels, n_classes=None):
    if labels.min() < 0 or (n_classes is not None and labels.max() >= n_classes):
        raise ValueError("a label lies outside")
    return np.eye(labels.max() + 1)[labels]


@mistake("You let a label equal to n_classes pass your check; the largest that is allowed is n_classes - 1.")
def one_too_many(labels, n_classes=None):
    if n_classes is None:
        n_classes = labels.max() + 1
    if labels.min() < 0 or labels.max() > n_classes:
        raise ValueError("a label lies outside")
    return (labels[:, None] == np.arange(n_classes)).astype(float)


@mistake("Your rows and columns are exchanged: each sample is a row, each class a column.")
def transposed(labels, n_classes=None):
    if n_classes is None:
        n_classes = labels.max() + 1
    if labels.min() < 0 or labels.max() >= n_classes:
        raise ValueError("a label lies outside")
    return np.eye(n_classes)[labels].T


@mistake("The values are right, but they are integers; the task asks for floats, as a loss will want them.")
def integers(labels, n_classes=None):
    if n_classes is None:
        n_classes = labels.max() + 1
    if labels.min() < 0 or labels.max() >= n_classes:
        raise ValueError("a label lies outside")
    return np.eye(n_classes, dtype=int)[labels]


@alternative
def in_plain_loops(labels, n_classes=None):
    width = max(int(label) for label in labels) + 1 if n_classes is None else n_classes
    rows = []
    for label in labels:
        if not 0 <= label < width:
            raise ValueError(f"label {label} is not in range({width})")
        rows.append([1.0 if k == label else 0.0 for k in range(width)])
    return rows


@alternative
def by_setting_entries(labels, n_classes=None):
    classes = n_classes if n_classes is not None else 1 + np.amax(labels)
    if np.any((labels < 0) | (labels >= classes)):
        raise ValueError("label out of range")
    result = np.zeros((labels.size, classes), dtype=np.float32)
    result[np.arange(labels.size), labels] = 1
    return result


@alternative
def by_comparison(labels, n_classes=None):
    if n_classes is None:
        n_classes = labels.max() + 1
    assert n_classes is not None
    if sorted(labels)[0] < 0 or sorted(labels)[-1] > n_classes - 1:
        raise ValueError
    return np.equal.outer(labels, np.arange(n_classes)) * 1.0
