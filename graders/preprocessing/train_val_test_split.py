"""A random three-way split: sizes, completeness, pairing, and membership that is drawn afresh.

Rows are told apart by their values in X, which never repeat. The randomness of the membership is judged over 100
generators at once, on 40 rows of which 10, 10 and 20 go to validation, test and training.

False alarms, by exact tails, for an answer that permutes the rows. Binomial: a row lands in a part of 10 fewer
than 1 or more than 59 times of 100, in the part of 20 fewer than 16 or more than 84 times, each below 2e-11 for all
40 rows together; two rows share a part (chance 14/39) fewer than 5 or more than 73 times, below 2e-11 for all 780
pairs on either side. The neighbors i, i + 1 that share a given part, over all splits: a random m-subset of a line
of n has r runs with chance C(m-1, r-1) C(n-m+1, r) / C(n, m), and m - r neighbors; convolved 100 times, outside
150 .. 304 for m = 10 and 843 .. 1057 for m = 20 below 1e-11 on each side. Two of the 100 splits coincide: 2e-13.
All rows of a part of 10 before all of another: below 1e-5 a split, so never in 100. One of four rows is never in a part
of one: 3e-12.
In sum below 3e-10, drawn once with the fixed and once with the fresh seed.
"""

import numpy as np

from mlprep.grading.api import Case, Failure, Rng, alternative, draws_elsewhere, holds, mistake, says

NAMES = ("X_train", "y_train", "X_val", "y_val", "X_test", "y_test")


def six_arrays(case, got, want):
    if not isinstance(got, list | tuple) or len(got) != 6:
        return f"Return six arrays, in the order {', '.join(NAMES)}."
    for name, part, given in zip(NAMES, got, 3 * case.args[:2], strict=True):
        shape = np.shape(part)
        if np.size(part) and shape[1:] != given.shape[1:] or not shape:
            return f"{name} has shape {shape}. The order is {', '.join(NAMES)}."
    return True


class Sizes:
    """The parts have the right sizes. A failure's kind carries those found, so that mistakes are told apart."""

    needs = ()

    def __call__(self, case, got, want):
        found, asked, n = [len(part) for part in got.value], [len(part) for part in want.value], len(case.args[0])
        for name, mine, theirs in zip(NAMES, found, asked, strict=True):
            if mine != theirs:
                reason = f"{name} has {mine} of the {n} rows, instead of {theirs}."
                return Failure(f"property:sizes {found}", reason)
        return None


def rows_of(case, got):
    """The row numbers in X of the rows of the three parts, -1 for a row that X does not have."""
    X = np.asarray(case.args[0], dtype=float)
    order = np.argsort(X[:, 0])  # no two rows begin alike
    found = []
    for part in got[::2]:
        rows = np.asarray(part, dtype=float).reshape(-1, X.shape[1])
        place = np.minimum(np.searchsorted(X[order, 0], rows[:, 0]), len(X) - 1)
        found.append(np.where((X[order[place]] == rows).all(axis=1), order[place], -1))
    return found


def each_once(case, got, want):
    rows = np.concatenate(rows_of(case, got))
    if (rows < 0).any():
        return "A row came back that is not in X."
    counts = np.bincount(rows, minlength=len(case.args[0]))
    if (counts == 1).all():
        return True
    often, never = np.flatnonzero(counts > 1), np.flatnonzero(counts == 0)
    said = [f"row {often[0]} of X comes {counts[often[0]]} times"] if len(often) else []
    said += [f"row {never[0]} is in no part"] if len(never) else []
    return f"Every row belongs to exactly one part, but {' and '.join(said)}."


def still_paired(case, got, want):
    y = np.asarray(case.args[1], dtype=float)
    for name, rows, labels in zip(NAMES[1::2], rows_of(case, got), got[1::2], strict=True):
        wrong = np.flatnonzero(y[rows] != np.asarray(labels, dtype=float))
        if len(wrong):
            at = wrong[0]
            return (f"{name}[{at}] is {np.asarray(labels)[at]}, but its row in {name.replace('y', 'X', 1)} is row "
                    f"{rows[at]} of X, whose label is {case.args[1][rows[at]]}.")
    return True


def integers_kept(case, got, want):
    y = case.args[1]
    for name, labels in zip(NAMES[1::2], got[1::2], strict=True):
        if y.dtype.kind in "iu" and np.size(labels) and np.asarray(labels).dtype.kind not in "iu":
            return f"{name} has dtype {np.asarray(labels).dtype}; y holds integers, and so should {name}."
    return True


def membership(got):
    """(splits, rows) of 0 for train, 1 for validation and 2 for test, from the labels 0 to 39 of each part."""
    parts = np.full((len(got), 40), -1)
    for split, labels in enumerate(got):
        for part, members in enumerate(labels):
            parts[split, np.asarray(members, dtype=int)] = part
    return parts


def complete(case, got, want):
    found = [np.concatenate([np.ravel(part) for part in labels]) for labels in got]
    return all(np.array_equal(np.sort(labels), np.arange(40)) for labels in found)


def not_in_order(parts):
    blocks = (np.diff(parts, axis=1) != 0).sum(axis=1)  # two changes: three blocks, one after another
    return bool((blocks > 2).any()) or "Each part is a block of neighboring rows, so the rows are not shuffled."


def differs_by_generator(parts):
    if (parts == parts[0]).all():
        return "100 generators with different seeds all gave the same split. Draw from the rng that is passed in."
    return True


def none_fixed(parts):
    for part in range(3):
        if ((parts == part) == (parts[0] == part)).all():
            return f"In 100 splits {NAMES[2 * part][2:]} always held the same rows: that part is not random."
    return True


def rest_drawn(parts):
    rows = np.arange(40)
    for first, second in ((0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)):
        last = np.where(parts == first, rows, -1).max(axis=1)
        if (last < np.where(parts == second, rows, 40).min(axis=1)).all():
            names = NAMES[2 * first][2:], NAMES[2 * second][2:]
            return f"In all of 100 splits every row of {names[0]} came before every row of {names[1]} in X."
    return True


def goes_anywhere(parts):
    for part, (low, high) in enumerate(((16, 84), (1, 59), (1, 59))):
        counts = (parts == part).sum(axis=0)
        outside = np.flatnonzero((counts < low) | (counts > high))
        if outside.size:
            row, name = outside[0], NAMES[2 * part][2:]
            return f"In 100 splits row {row} of 40 was {counts[row]} times in {name}: not every row can go anywhere."
    return True


def one_by_one(parts):
    for part, (low, high) in enumerate(((843, 1057), (150, 304), (150, 304))):
        count = ((parts[:, :-1] == part) & (parts[:, 1:] == part)).sum()
        if not low <= count <= high:
            return (f"In 100 splits {NAMES[2 * part][2:]} held {count} pairs of neighboring rows, where about "
                    f"{(low + high) // 2} are expected: membership is not drawn row by row.")
    together = (parts[:, :, None] == parts[:, None, :]).sum(axis=0)
    outside = np.argwhere(np.triu((together < 5) | (together > 73), k=1))
    if outside.size:
        i, j = outside[0]
        return (f"In 100 splits rows {i} and {j} were {together[i, j]} times in the same part, where about 36 is "
                "expected: membership is not drawn row by row.")
    return True


def never_twice(parts):
    if len(np.unique(parts, axis=0)) == 100:
        return True
    return "Two of 100 differently seeded generators gave the same split: too few splits are possible."


def each_as_often(case, got, want):
    held = np.asarray(got)
    for part, name in enumerate(("val", "test")):
        times = np.bincount(held[:, part].astype(int), minlength=4)
        row = int(np.argmax(np.abs(times - 250)))
        if not 155 <= times[row] <= 345:
            seen = f"{times[row]} times" if times[row] else "never"
            return (f"In 1,000 splits of four rows, row {row} was {seen} in {name}, where about 250 times is expected: "
                    "not every split is equally likely.")
    return True


class Drawn:
    """Membership is drawn at random, over all the splits; the first property that does not hold is told."""

    needs = ()
    properties = {
        "the rows are shuffled": not_in_order,
        "another generator gives another split": differs_by_generator,
        "every part is drawn": none_fixed,
        "no part is cut in order from what another leaves": rest_drawn,
        "every row can go to every part": goes_anywhere,
        "membership is drawn row by row": one_by_one,
        "no split is likely to come twice": never_twice,
    }

    def __call__(self, case, got, want):
        parts = membership(got.value)
        for name, test in self.properties.items():
            said = test(parts)
            if said is not True:
                return Failure(f"property:{name}", said)
        return None


CHECKS = (
    holds("six arrays are returned, X and y of each part in turn", six_arrays),
    Sizes(),
    holds("every row is in exactly one part", each_once),
    holds("rows and labels are still paired", still_paired),
)
TYPED = (*CHECKS, holds("integer labels stay integers", integers_kept))
RANDOM = (holds("every label is in one of the parts", complete), Drawn())
# outside 155 .. 345 of 1,000 draws of chance 1/4: below 1e-10 for all rows and parts
FAIR = holds("each of four rows is as often in every part", each_as_often)


def probe(module, case):
    X, y, val_fraction, test_fraction, rng = case.args
    if "draws" in case.kwargs:
        splits = [module.train_val_test_split(X, y, *case.args[2:]) for _ in range(case.kwargs["draws"])]
        return np.array([[split[3][0], split[5][0]] for split in splits])
    if not isinstance(rng, np.ndarray):
        return module.train_val_test_split(X, y, val_fraction, test_fraction, rng)
    # seeds of many generators: which labels, and so which rows, each part got
    splits = []
    for seed in rng:
        generator = np.random.default_rng(seed)
        split = module.train_val_test_split(X.copy(), y.copy(), val_fraction, test_fraction, generator)
        splits.append(split[1::2])
    return splits


def cases(rng):
    def generator():
        return Rng(rng.integers(2**32))

    def data(n, d):
        return rng.normal(size=(n, d)), rng.integers(3, size=n)

    yield Case("ten rows", np.arange(20.0).reshape(10, 2), np.arange(10), 0.2, 0.3, generator())
    yield Case("fractions round down", *data(7, 3), 0.5, 0.25, generator())
    yield Case("twenty rows, equal parts", *data(20, 3), 0.3, 0.3, generator())
    yield Case("three hundred rows", *data(300, 2), 0.5, 0.25, generator()).plain()
    seeds = rng.integers(2**32, size=100)
    yield Case("100 generators", rng.normal(size=(40, 2)), np.arange(40), 0.25, 0.25, seeds).judged(*RANDOM).plain()
    yield Case("29 and 57 of a hundred", *data(100, 1), 0.29, 0.57, generator()).edge("rounding")
    yield Case("one row", np.array([[4.0, 2.0]]), np.array([1]), 0.4, 0.4, generator()).edge("empty parts")
    yield Case("too few rows for val and test", *data(3, 2), 0.3, 0.2, generator()).edge("empty parts")
    yield Case("no test part", *data(6, 2), 0.5, 0.0, generator()).edge("empty parts")
    yield Case("no validation part", *data(6, 2), 0.0, 0.4, generator()).edge("empty parts")
    yield Case("nothing left to train on", *data(4, 3), 0.5, 0.5, generator()).edge("empty parts")
    yield Case("all in test", *data(5, 2), 0.0, 1.0, generator()).edge("empty parts")
    four = np.arange(4.0)[:, None], np.arange(4), 0.25, 0.25
    yield Case("1,000 draws, four rows", *four, generator(), draws=1000).judged(FAIR).once().edge("few rows")
    yield Case("integer labels", *data(9, 2), 0.25, 0.25, generator()).judged(*TYPED).plain().edge("labels")
    yield Case("labels as uint8", rng.normal(size=(8, 2)), np.arange(8, dtype=np.uint8), 0.25, 0.25,
               generator()).judged(*TYPED).plain().edge("labels")
    real = rng.normal(size=8)
    yield Case("real-valued targets", rng.normal(size=(8, 2)), real, 0.25, 0.375, generator()).edge("labels")


def sizes(X, val_fraction, test_fraction):
    return int(len(X) * val_fraction + 1e-9), int(len(X) * test_fraction + 1e-9)


def cut(X, y, order, n_val, n_test):
    """The six parts: the first rows of that order for validation, the next for testing, the others for training."""
    val, test, train = order[:n_val], order[n_val:n_val + n_test], order[n_val + n_test:]
    return X[train], y[train], X[val], y[val], X[test], y[test]


@mistake("You cut the rows in their given order. Data is often sorted by class or by date, so shuffle first.")
def unshuffled(X, y, val_fraction, test_fraction, rng):
    return cut(X, y, np.arange(len(X)), *sizes(X, val_fraction, test_fraction))


@mistake("X and y are in different orders, so rows lose their labels. Draw one order, and index both with it.")
def shuffled_apart(X, y, val_fraction, test_fraction, rng):
    X, y = rng.permutation(X), rng.permutation(y)
    return cut(X, y, np.arange(len(X)), *sizes(X, val_fraction, test_fraction))


@mistake("Every generator gives the same split. Shuffle the rows with the rng that is passed in, in every call and "
         "without your own seed.")
def own_seed(X, y, val_fraction, test_fraction, rng):
    return cut(X, y, np.random.default_rng(42).permutation(len(X)), *sizes(X, val_fraction, test_fraction))


@mistake("You do not draw from the rng that is passed in, so the same rng gives another split the second time. Call "
         "its methods only.", kind="state", when=draws_elsewhere())
def global_generator(X, y, val_fraction, test_fraction, rng):
    return cut(X, y, np.random.permutation(len(X)), *sizes(X, val_fraction, test_fraction))


@mistake("In your splits, some rows tend to be in the same part. Permute all row numbers, and cut the permutation.")
def rotated(X, y, val_fraction, test_fraction, rng):
    order = (np.arange(len(X)) + rng.integers(len(X))) % len(X)
    return cut(X, y, order, *sizes(X, val_fraction, test_fraction))


@mistake("One part always holds the same rows. Cut all three from one permutation.")
def test_part_fixed(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    n_val, n_test = sizes(X, val_fraction, test_fraction)
    order = rng.permutation(n - n_test)
    val, test, train = order[:n_val], np.arange(n - n_test, n), order[n_val:]
    return X[train], y[train], X[val], y[val], X[test], y[test]


@mistake("You draw one part and cut the other two from the remaining rows in their order. Cut all three from one "
         "permutation.")
def rest_in_order(X, y, val_fraction, test_fraction, rng):
    n_val, n_test = sizes(X, val_fraction, test_fraction)
    test = rng.permutation(len(X))[:n_test]
    rest = np.setdiff1d(np.arange(len(X)), test)
    val, train = rest[:n_val], rest[n_val:]
    return X[train], y[train], X[val], y[val], X[test], y[test]


@mistake("Some row is hardly ever, or nearly always, in one of the parts. Permute all n row numbers, the first and the "
         "last included.")
def one_row_left_out(X, y, val_fraction, test_fraction, rng):
    return cut(X, y, np.append(rng.permutation(len(X) - 1), len(X) - 1), *sizes(X, val_fraction, test_fraction))


@mistake("Some rows are in two parts and others in none. Cut all parts from one permutation of the row numbers, which "
         "holds each exactly once.")
def overlapping(X, y, val_fraction, test_fraction, rng):
    n = len(X)
    n_val, n_test = sizes(X, val_fraction, test_fraction)
    val = rng.choice(n, n_val, replace=False)
    test = rng.choice(n, n_test, replace=False)
    train = rng.permutation(np.setdiff1d(np.arange(n), val))[:n - n_val - n_test]
    return X[train], y[train], X[val], y[val], X[test], y[test]


@mistake("100 * 0.29 is computed as 28.999999999999996, so a size is one too small. Add 1e-9 before you round down.")
def truncated(X, y, val_fraction, test_fraction, rng):
    return cut(X, y, rng.permutation(len(X)), int(len(X) * val_fraction), int(len(X) * test_fraction))


@mistake("You round the sizes to the nearest integer. Use floor(n * fraction + 1e-9).")
def rounded(X, y, val_fraction, test_fraction, rng):
    return cut(X, y, rng.permutation(len(X)), round(len(X) * val_fraction), round(len(X) * test_fraction))


@mistake("You round the sizes up. Use floor(n * fraction + 1e-9).")
def rounded_up(X, y, val_fraction, test_fraction, rng):
    n_val, n_test = (int(np.ceil(len(X) * fraction - 1e-9)) for fraction in (val_fraction, test_fraction))
    return cut(X, y, rng.permutation(len(X)), n_val, n_test)


@mistake("You take the validation part as a fraction of the rows that the test part leaves. Both fractions are of all "
         "n rows.")
def fraction_of_the_rest(X, y, val_fraction, test_fraction, rng):
    n_test = int(len(X) * test_fraction + 1e-9)
    n_val = int((len(X) - n_test) * val_fraction + 1e-9)
    return cut(X, y, rng.permutation(len(X)), n_val, n_test)


@mistake("You take the test part as a fraction of the rows that the validation part leaves. Both fractions are of all "
         "n rows.")
def test_fraction_of_the_rest(X, y, val_fraction, test_fraction, rng):
    n_val = int(len(X) * val_fraction + 1e-9)
    n_test = int((len(X) - n_val) * test_fraction + 1e-9)
    return cut(X, y, rng.permutation(len(X)), n_val, n_test)


@mistake("Where a part is empty, your slice from the end is wrong: -0 is 0, so [-0:] takes everything and [:-0] "
         "nothing. Count from the front.", constants={"whole": ("both", "test", "train")})
def minus_zero(X, y, val_fraction, test_fraction, rng, *, whole):
    n_val, n_test = sizes(X, val_fraction, test_fraction)
    order = rng.permutation(len(X))
    rest = order[:-n_test] if whole != "test" else order[:len(X) - n_test]
    val, train, test = rest[:n_val], rest[n_val:], order[-n_test:] if whole != "train" else order[len(X) - n_test:]
    return X[train], y[train], X[val], y[val], X[test], y[test]


@mistake("You do not return the six arrays as asked. Return X_train, y_train, X_val, y_val, X_test, y_test, in this "
         "order.")
def X_then_y(X, y, val_fraction, test_fraction, rng):
    X_train, y_train, X_val, y_val, X_test, y_test = cut(
        X, y, rng.permutation(len(X)), *sizes(X, val_fraction, test_fraction)
    )
    return X_train, X_val, X_test, y_train, y_val, y_test


@mistake("The sizes of your validation and test parts are swapped. Return train, validation, test, in this order.")
def test_before_val(X, y, val_fraction, test_fraction, rng):
    train, val, test = np.split(np.arange(6), 3)
    parts = cut(X, y, rng.permutation(len(X)), *sizes(X, val_fraction, test_fraction))
    return tuple(parts[i] for i in (*train, *test, *val))


@mistake("Your integer labels became floats, as when X and y are joined into one array. Index y by itself.")
def labels_as_floats(X, y, val_fraction, test_fraction, rng):
    table = rng.permutation(np.column_stack([X, y]))
    return cut(table[:, :-1], table[:, -1], np.arange(len(X)), *sizes(X, val_fraction, test_fraction))


@mistake("You reorder the caller's X. Leave X as it is and index it with a permutation of the row numbers.",
         kind="changed", when=says("first argument"))
def in_place(X, y, val_fraction, test_fraction, rng):
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    return cut(X.copy(), y.copy(), np.arange(len(X)), *sizes(X, val_fraction, test_fraction))


@alternative
def in_plain_loops(X, y, val_fraction, test_fraction, rng):
    n = X.shape[0]
    order = list(range(n))
    rng.shuffle(order)
    n_val = int(np.floor(n * val_fraction + 1e-9))
    n_test = int(np.floor(n * test_fraction + 1e-9))
    result = []
    for part in (order[n_val + n_test:], order[:n_val], order[n_val:n_val + n_test]):
        result.append([X[i] for i in part])
        result.append([y[i] for i in part])
    return result


@alternative
def by_masks(X, y, val_fraction, test_fraction, rng):
    n = len(y)
    rank = np.argsort(np.argsort(rng.random(n)))
    n_val, n_test = (int(n * f + 1e-9) for f in (val_fraction, test_fraction))
    in_test = rank < n_test
    in_val = (rank >= n_test) & (rank < n_test + n_val)
    in_train = ~in_test & ~in_val
    return X[in_train], y[in_train], X[in_val], y[in_val], X[in_test], y[in_test]


@alternative
def one_part_after_another(X, y, val_fraction, test_fraction, rng):
    rest = np.arange(len(X))
    parts = []
    for fraction in (val_fraction, test_fraction):
        chosen = rng.choice(rest, size=int(len(X) * fraction + 1e-9), replace=False)
        rest = np.setdiff1d(rest, chosen)
        parts.append(chosen)
    val, test = parts
    return np.take(X, rest, axis=0), np.take(y, rest), X[val], y[val], X[test], y[test]


EQUIVALENT = {
    "train_val_test_split: 1e-09 -> 2e-09 in `n_val = int(n * val_fraction + 1e-09)`":
        "both are far below the spacing of the sizes",
    "train_val_test_split: 1e-09 -> 2e-09 in `n_test = int(n * test_fraction + 1e-09)`":
        "both are far below the spacing of the sizes",
}
