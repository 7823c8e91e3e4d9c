"""One-hot: the right width when classes are absent, floats, and invalid labels refused."""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, holds, mistake, says


def floats(case, got, want):
    kind = np.asarray(got).dtype.kind
    words = {"b": "booleans", "i": "integers", "u": "integers"}
    return kind == "f" or f"The values are right, but they are {words.get(kind, 'no numbers')}. Return floats."


CHECKS = (equal(), holds("the entries are floats", floats))


def cases(rng):
    yield Case("one label", np.array([0]))
    yield Case("two labels", np.array([1, 0]))
    yield Case("a label comes twice", np.array([2, 0, 1, 2]))
    yield Case("n_classes by name", np.array([1, 1, 0, 2]), n_classes=3)
    yield Case("n_classes is None", np.array([2, 0, 1]), None)
    yield Case("a single class", np.array([0, 0, 0]), 1)
    yield Case("random labels that cover all classes", np.append(rng.integers(4, size=6), np.arange(4)))
    yield Case("as many labels as classes", rng.permutation(4))
    yield Case("three hundred labels", np.arange(300) % 3)
    yield Case("a class in the middle is absent", np.array([2, 0, 2])).edge("absent classes")
    yield Case("class 0 is absent", np.array([1, 2])).edge("absent classes")
    yield Case("one label, not 0", np.array([3])).edge("absent classes")
    yield Case("more classes than labels say", np.array([0, 1]), 4).edge("absent classes")
    yield Case("n_classes as it would be by default", np.array([0, 2]), 3).edge("absent classes")
    yield Case("random labels", rng.integers(6, size=8)).edge("absent classes")
    yield Case("random labels of six classes", rng.integers(6, size=5), 6).edge("absent classes")
    yield Case("three hundred classes", np.array([70, 299, 0, 199])).edge("absent classes")
    yield Case("a label equal to n_classes", np.array([0, 3, 1]), 3).edge("invalid labels")
    yield Case("a label far too large", np.array([9]), 2).edge("invalid labels")
    yield Case("a label beyond three hundred classes", np.array([0, 300]), 300).edge("invalid labels")
    outside = np.append(rng.integers(4, size=4), 4 + rng.integers(3))
    yield Case("random labels with one too large", outside, 4).edge("invalid labels")
    yield Case("a negative label", np.array([0, -1, 2])).edge("invalid labels")
    yield Case("a negative label, n_classes given", np.array([0, -1, 2]), 3).edge("invalid labels")
    yield Case("nothing but a negative label", np.array([-1])).edge("invalid labels")
    yield Case("labels as int32", np.array([1, 0, 3], dtype=np.int32)).edge("integer dtypes")
    yield Case("labels as uint8", np.array([1, 0, 2], dtype=np.uint8), 5).edge("integer dtypes")
    yield Case("255 as uint8", np.array([255, 0, 7], dtype=np.uint8)).edge("integer dtypes")
    yield Case("127 as int8", np.array([3, 127], dtype=np.int8)).edge("integer dtypes")
    yield Case("labels as uint64", np.array([1, 0, 3], dtype=np.uint64)).edge("integer dtypes")
    yield Case("a label where there are no classes", np.array([0]), 0).beyond(
        "With n_classes = 0 no label is valid, so raise ValueError. `n_classes or ...` treats 0 as a missing argument; "
        "`is None` does not."
    )


def width(labels, n_classes):
    return int(labels.max()) + 1 if n_classes is None else n_classes


def checked(labels, n_classes):
    """The width, once the labels are known to fit."""
    classes = width(labels, n_classes)
    if labels.min() < 0 or labels.max() >= classes:
        raise ValueError("a label lies outside")
    return classes


def by_comparing(labels, classes):
    return (labels[:, None] == np.arange(classes)).astype(float)


@mistake("You count the distinct labels, which is too few when a class is absent. Use n_classes, or else the largest "
         "label plus 1.", constants={"checks": (False, True)})
def distinct_labels(labels, n_classes=None, *, checks):
    if n_classes is None:
        n_classes = len(np.unique(labels))
    if checks and (labels.min() < 0 or (labels >= n_classes).any()):
        raise ValueError("a label lies outside")
    return np.eye(n_classes)[labels]


@mistake("You count the distinct labels, which is too few when a class is absent, and you ignore n_classes. Use "
         "n_classes where it is given, or else the largest label plus 1.")
def distinct_labels_always(labels, n_classes=None):
    return np.eye(len(np.unique(labels)))[labels]


@mistake("You renumber the labels in their order, so an absent class loses its column. Label k belongs in column k.")
def renumbered(labels, n_classes=None):
    if n_classes is not None:
        return np.eye(checked(labels, n_classes))[labels]
    if labels.min() < 0:
        raise ValueError("a label is negative")
    classes, position = np.unique(labels, return_inverse=True)
    return np.eye(len(classes))[position]


@mistake("You ignore n_classes. Where it is given, use it as the number of columns.")
def ignores_n_classes(labels, n_classes=None):
    checked(labels, n_classes)
    return np.eye(int(labels.max()) + 1)[labels]


@mistake("You use the largest label as the width. Labels start at 0, so add 1.",
         constants={"checks": (False, True)})
def largest_label(labels, n_classes=None, *, checks):
    classes = labels.max() if n_classes is None else n_classes
    if checks and (labels.min() < 0 or labels.max() >= classes):
        raise ValueError("a label lies outside")
    return np.eye(classes)[labels]


@mistake("You add 1 to the largest label in the labels' own dtype, where 255 + 1 is 0 for uint8. Convert the maximum "
         "to int first.", constants={"by_index": (True, False)})
def wraps_around(labels, n_classes=None, *, by_index):
    if n_classes is None:
        n_classes = (labels.max(keepdims=True) + np.ones(1, labels.dtype))[0]  # as NumPy 2 adds a Python int
    if (labels < 0).any() or (by_index and (labels >= n_classes).any()):
        raise ValueError("a label lies outside")
    return np.eye(n_classes)[labels] if by_index else by_comparing(labels, n_classes)


@mistake("You calculate with the labels and signed integers. With labels of uint64 that gives floats, which cannot be "
         "indices. Convert the labels to int first.", kind="crashed", when=says("used as indices"))
def flat_positions(labels, n_classes=None):
    classes = checked(labels, n_classes)
    result = np.zeros(len(labels) * classes)
    result[np.arange(len(labels)) * classes + labels] = 1.0
    return result.reshape(len(labels), classes)


@mistake("Your columns are shifted by one: label k belongs in column k, counted from 0.")
def counted_from_one(labels, n_classes=None):
    classes = checked(labels, n_classes)
    return np.eye(classes)[labels - 1]


@mistake("You accept a negative label, and it sets the 1 in a column counted from the end. Raise ValueError for it.",
         constants={"by_index": (True, False)})
def negative_wraps(labels, n_classes=None, *, by_index):
    classes = max(width(labels, n_classes), 1)
    if labels.max() >= classes:
        raise ValueError("a label is too large")
    if by_index:
        return np.eye(classes)[labels]
    return by_comparing(labels % classes, classes)


@mistake("Without n_classes you accept a negative label. Raise ValueError for it.",
         constants={"by_index": (True, False)})
def default_unchecked(labels, n_classes=None, *, by_index):
    if n_classes is not None:
        checked(labels, n_classes)
    classes = width(labels, n_classes)
    return np.eye(max(classes, 1))[labels] if by_index else by_comparing(labels, classes)


@mistake("With n_classes given you accept a negative label. Raise ValueError for it.")
def given_width_unchecked(labels, n_classes=None):
    if (n_classes is None and labels.min() < 0) or labels.max() >= width(labels, n_classes):
        raise ValueError("a label lies outside")
    return np.eye(width(labels, n_classes))[labels]


@mistake("A label of n_classes or more raises IndexError in your code. Check the labels first and raise ValueError.",
         constants={"by_rows": (True, False)})
def index_error(labels, n_classes=None, *, by_rows):
    if (labels < 0).any():
        raise ValueError("a label is negative")
    classes = width(labels, n_classes)
    if by_rows:
        return np.eye(classes)[labels]
    result = np.zeros((len(labels), classes))
    result[np.arange(len(labels)), labels] = 1.0
    return result


@mistake("You do not check the labels: a negative one sets a 1 counted from the end, and one that is too large raises "
         "IndexError. Raise ValueError for both.", constants={"by_rows": (True, False)})
def unchecked(labels, n_classes=None, *, by_rows):
    classes = max(width(labels, n_classes), 1)
    if by_rows:
        return np.eye(classes)[labels]
    result = np.zeros((len(labels), classes))
    result[np.arange(len(labels)), labels] = 1.0
    return result


@mistake("Your check raises AssertionError. Raise ValueError: an assert is skipped under python -O.",
         kind="crashed", when=says("raised AssertionError"))
def asserts(labels, n_classes=None):
    assert labels.min() >= 0
    assert labels.max() < width(labels, n_classes)
    return np.eye(width(labels, n_classes))[labels]


@mistake("A label outside 0 .. n_classes - 1 gets a row without a 1. It must raise ValueError.")
def zeros_for_strangers(labels, n_classes=None):
    return by_comparing(labels, width(labels, n_classes))


@mistake("A label of n_classes or more gets a row without a 1. It must raise ValueError, as a negative one does.")
def zeros_for_large_labels(labels, n_classes=None):
    if labels.min() < 0:
        raise ValueError("a label is negative")
    return by_comparing(labels, width(labels, n_classes))


@mistake("You accept a label equal to n_classes. The largest valid label is n_classes - 1.",
         constants={"by_index": (True, False)})
def one_too_many(labels, n_classes=None, *, by_index):
    classes = width(labels, n_classes)
    if labels.min() < 0 or labels.max() > classes:
        raise ValueError("a label lies outside")
    if not by_index:
        return by_comparing(labels, classes)
    result = np.zeros((len(labels), classes))
    result[np.arange(len(labels)), labels] = 1.0
    return result


@mistake("Your rows and columns are swapped: each sample is a row, each class a column.")
def transposed(labels, n_classes=None):
    return np.eye(checked(labels, n_classes))[labels].T


@mistake("The values are right, but they are integers. Return floats.")
def integers(labels, n_classes=None):
    return np.eye(checked(labels, n_classes), dtype=int)[labels]


@mistake("The values are right, but they are booleans. Return floats.")
def booleans(labels, n_classes=None):
    return labels[:, None] == np.arange(checked(labels, n_classes))


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
    classes = n_classes if n_classes is not None else 1 + int(np.amax(labels))
    if np.any((labels < 0) | (labels >= classes)):
        raise ValueError("label out of range")
    result = np.zeros((labels.size, classes), dtype=np.float32)
    result[np.arange(labels.size), labels] = 1
    return result


@alternative
def by_comparison(labels, n_classes=None):
    if n_classes is None:
        n_classes = labels.astype(int).max() + 1
    assert n_classes is not None
    if sorted(labels)[0] < 0 or sorted(labels)[-1] > n_classes - 1:
        raise ValueError
    return np.equal.outer(labels, np.arange(n_classes)) * 1.0


@alternative
def with_n_classes_or_the_largest(labels, n_classes=None):
    n_classes = n_classes or max(labels.tolist()) + 1
    if min(labels) < 0 or max(labels) >= n_classes:
        raise ValueError("label")
    return np.eye(n_classes)[labels]
