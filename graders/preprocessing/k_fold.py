"""k folds: a partition into nearly equal parts, drawn at random, with everything else as training rows.

The randomness of the membership is judged over 120 generators at once, with n = 40 and k = 4. False alarms, by
exact tails, for an answer that permutes the rows: two rows share a validation fold (binomial, chance 9/39) never, or
more than 65 times of 120, each below 5e-11 for all 780 pairs together; the neighbours i, i + 1 that share a fold,
counted over all draws (their distribution by dynamic programming over the 40 places, convolved 120 times), lie
outside 891 .. 1277 below 1e-11 on each side. In sum below 2e-10, drawn once with the fixed and once with the fresh
seed.
"""

import numpy as np

from mlprep.grading.api import Case, Rng, alternative, holds, mistake


def pairs(case, got, want):
    n, k = case.args[:2]
    if not isinstance(got, list | tuple) and not (isinstance(got, np.ndarray) and got.ndim):
        return f"A list of {k} pairs (train_idx, val_idx) is asked for."
    if len(got) != k:
        return f"{len(got)} folds came back; {k} are asked for."
    for fold, pair in enumerate(got):
        if not isinstance(pair, list | tuple | np.ndarray) or len(pair) != 2:
            return f"Fold {fold} is no pair (train_idx, val_idx)."
        for name, part in zip(("train_idx", "val_idx"), pair, strict=True):
            indices = np.asarray(part)
            if indices.ndim != 1 or (indices.dtype.kind not in "iu" and indices.size):
                return f"{name} of fold {fold} must be row numbers: integers in one dimension."
            if indices.size and not 0 <= indices.min() <= indices.max() < n:
                return f"{name} of fold {fold} has a row number outside 0 .. {n - 1}."
    return True


def n_folds_allowed(case, got, want):
    return not isinstance(got, str) or f"k = n is allowed (each fold leaves one row out), but this raised {got}."


def sizes(case, got, want):
    n, k = case.args[:2]
    found = [len(val) for _, val in got]
    if max(found) - min(found) <= 1:
        return True
    return f"The validation folds have {', '.join(map(str, found))} rows; their sizes may differ by at most 1."


def partition(case, got, want):
    n = case.args[0]
    counts = np.bincount(np.concatenate([np.asarray(val) for _, val in got]), minlength=n)
    if (counts == 1).all():
        return True
    row = int(np.flatnonzero(counts != 1)[0])
    times = "in no validation fold" if not counts[row] else f"validated on {counts[row]} times"
    return f"Every row is validated on exactly once, but row {row} is {times}."


def complement(case, got, want):
    n = case.args[0]
    for fold, (train, val) in enumerate(got):
        if np.isin(train, val).any():
            row = np.asarray(train)[np.isin(train, val)][0]
            return f"Fold {fold} trains on rows that it validates on, such as row {row}."
        counts = np.bincount(np.asarray([*train, *val], dtype=int), minlength=n)
        if (counts != 1).any():
            row = int(np.flatnonzero(counts != 1)[0])
            times = "neither trains nor validates on" if counts[row] == 0 else f"trains {counts[row]} times on"
            return f"Fold {fold} {times} row {row}. It must train once on every row that it does not validate on."
    return True


def fold_of_rows(got):
    """(draws, rows): the number of the fold in which each row is validated on."""
    folds = np.full((len(got), 40), -1)
    for draw, vals in enumerate(got):
        for fold, val in enumerate(vals):
            folds[draw, np.asarray(val, dtype=int)] = fold
    return folds


def shuffled(case, got, want):
    changes = (np.diff(fold_of_rows(got), axis=1) != 0).sum(axis=1)  # three changes: four blocks in a row
    return bool((changes > 3).any()) or "Each fold is a block of neighbouring rows: the rows are not shuffled."


def sharing(got):
    folds = fold_of_rows(got)
    return folds[:, :, None] == folds[:, None, :]  # (draws, rows, rows)


def differs_by_generator(case, got, want):
    same = sharing(got)
    if (same == same[0]).all():
        return "120 differently seeded generators all gave the same folds: draw from the rng that is passed in."
    return True


def one_by_one(case, got, want):
    together = sharing(got).sum(axis=0)
    neighbours = np.trace(together, offset=1)
    if not 891 <= neighbours <= 1277:
        return (f"In 120 draws {neighbours} pairs of neighbouring rows shared a fold, where about 1080 are expected: "
                "membership is not drawn row by row.")
    for i, j in zip(*np.triu_indices(40, k=1), strict=True):
        if not 1 <= together[i, j] <= 65:
            return (f"In 120 draws rows {i} and {j} were {together[i, j]} times in the same fold, where about 28 is "
                    "expected: membership is not drawn row by row.")
    return True


def any_row_alone(case, got, want):
    alone = {int(val[0]) for vals in got for val in vals if len(val) == 1}
    missing = sorted({0, 1, 2} - alone)
    return not missing or f"In 120 draws of two folds from three rows, row {missing[0]} was never the one alone."


CHECKS = (
    holds("k = n is allowed", n_folds_allowed),
    holds("the result is a list of k pairs of row numbers", pairs),
    holds("every row is validated on exactly once", partition),
    holds("the sizes of the folds differ by at most 1", sizes),
    holds("a fold trains on all rows but those it validates on", complement),
)
RANDOM = (
    holds("the rows are shuffled", shuffled),
    holds("another generator gives other folds", differs_by_generator),
    holds("membership is drawn row by row", one_by_one),
)
# a row is never alone in 120 draws of chance 1/3: below 3e-21 for all three
ALONE = holds("every row can be alone in a fold", any_row_alone)


def probe(module, case):
    n, k, rng = case.args
    if not isinstance(rng, np.ndarray):
        try:
            return module.k_fold(n, k, rng)
        except ValueError as error:
            if n != k:
                raise
            return f"ValueError: {error}".rstrip(": ")  # for a check to say more of
    # seeds of many generators: the validation folds
    return [[val for _, val in module.k_fold(n, k, np.random.default_rng(seed))] for seed in rng]


def cases(rng):
    def generator():
        return Rng(rng.integers(2**32))

    yield Case("six rows, three folds", 6, 3, generator())
    yield Case("two rows, two folds", 2, 2, generator())
    yield Case("seven rows, three folds", 7, 3, generator())
    yield Case("five rows, two folds", 5, 2, generator())
    yield Case("one row a fold", 5, 5, generator())
    yield Case("eleven rows, four folds", 11, 4, generator())
    yield Case("nineteen rows, ten folds", 19, 10, generator())
    yield Case("a single fold", 5, 1, generator())
    yield Case("no fold", 5, 0, generator())
    yield Case("one fold more than rows", 4, 5, generator())
    yield Case("one row cannot be split", 1, 2, generator())
    seeds = rng.integers(2**32, size=120)
    yield Case("120 generators", 40, 4, seeds).judged(*RANDOM).plain()
    yield Case("three hundred rows, seven folds", 300, 7, generator())
    small = rng.integers(2**32, size=120)
    yield Case("120 generators, three rows", 3, 2, small).judged(ALONE).plain()


def checked(n, k):
    if k < 2 or k > n:
        raise ValueError("k must lie in 2 .. n")


def with_rest(n, folds):
    return [(np.setdiff1d(np.arange(n), val), val) for val in folds]


@mistake("Your folds are blocks of neighbouring rows. Data are often sorted, by class or by date, so the "
         "folds would differ in kind: permute the row numbers first.")
def blocks(n, k, rng):
    checked(n, k)
    return with_rest(n, np.array_split(np.arange(n), k))


@mistake("Neighbouring rows stay together: you rotate them, or move them as blocks. Permute them one by one.")
def rotated_blocks(n, k, rng):
    checked(n, k)
    return with_rest(n, np.array_split((np.arange(n) + rng.integers(n)) % n, k))


@mistake("You shuffle with a seed of your own, or not at all, so every call gives the same folds. Permute "
         "the rows with the rng that is passed in.")
def own_seed(n, k, rng):
    checked(n, k)
    return with_rest(n, np.array_split(np.random.default_rng(0).permutation(n), k))


@mistake("Your draws do not come from the rng that is passed in, but from NumPy's global generator or one of your own, "
         "so the same rng does not give the same folds again. Draw from the one passed in.",
         kind="state")
def global_generator(n, k, rng):
    checked(n, k)
    return with_rest(n, np.array_split(np.random.permutation(n), k))


@mistake("You shuffle again for every fold, so a row may be validated on twice and another never. Permute "
         "once and cut the permutation into folds.")
def reshuffled(n, k, rng):
    checked(n, k)
    size = n // k
    ends = [size + (i < n % k) for i in range(k)]
    return with_rest(n, [rng.permutation(n)[:end] for end in ends])


@mistake("The last fold takes all that n // k leaves over. Give one more row to each of the first n % k "
         "folds, so that the sizes differ by at most 1.")
def remainder_to_the_last(n, k, rng):
    checked(n, k)
    order, size = rng.permutation(n), n // k
    ends = [(i + 1) * size for i in range(k - 1)] + [n]
    return with_rest(n, [order[i * size:end] for i, end in enumerate(ends)])


@mistake("The rows that n // k leaves over are in no fold. Give one more row to each of the first n % k "
         "folds.")
def remainder_dropped(n, k, rng):
    checked(n, k)
    order, size = rng.permutation(n), n // k
    return with_rest(n, [order[i * size:(i + 1) * size] for i in range(k)])


@mistake("You train on all rows in every fold, those of the validation fold too. Leave them out, or the "
         "score is that of rows the model has seen.")
def trains_on_all(n, k, rng):
    checked(n, k)
    order = rng.permutation(n)
    return [(order, val) for val in np.array_split(order, k)]


@mistake("You cut each fold's training rows to one length, so some train on fewer than all the others. They are all "
         "rows that the fold does not validate on.")
def training_rows_lost(n, k, rng):
    checked(n, k)
    folds = with_rest(n, np.array_split(rng.permutation(n), k))
    return [(train[: n - -(-n // k)], val) for train, val in folds]


@mistake("You return (val_idx, train_idx); the training rows come first.")
def swapped(n, k, rng):
    checked(n, k)
    return [(val, train) for train, val in with_rest(n, np.array_split(rng.permutation(n), k))]


@mistake("You return boolean masks; the task asks for row numbers (np.flatnonzero turns one into the other).")
def masks(n, k, rng):
    checked(n, k)
    fold = rng.permutation(np.arange(n) % k)
    return [(fold != i, fold == i) for i in range(k)]


@mistake("A k below 2 or above n must raise ValueError; you make folds all the same, some of them empty.")
def unchecked(n, k, rng):
    folds = np.array_split(rng.permutation(n), max(k, 1))
    return with_rest(n, folds)


@mistake("k = 1 must raise ValueError too: its training set would be empty.")
def one_fold_allowed(n, k, rng):
    if k < 1 or k > n:
        raise ValueError("k must lie in 1 .. n")
    return with_rest(n, np.array_split(rng.permutation(n), k))


@mistake("k = n is allowed (each fold leaves one row out); only a larger k raises ValueError.")
def leave_one_out_refused(n, k, rng):
    if k < 2 or k >= n:
        raise ValueError("k must lie in 2 .. n - 1")
    return with_rest(n, np.array_split(rng.permutation(n), k))


@alternative
def in_plain_loops(n, k, rng):
    if k < 2 or k > n:
        raise ValueError("bad k")
    order = list(range(n))
    for i in range(n - 1, 0, -1):
        j = int(rng.integers(i + 1))
        order[i], order[j] = order[j], order[i]
    folds = []
    for i in range(k):
        val = order[i::k]
        folds.append([[row for row in order if row not in val], val])
    return folds


@alternative
def by_shuffled_fold_numbers(n, k, rng):
    if not 1 < k < n + 1:
        raise ValueError("k")
    number = np.arange(n) % k
    rng.shuffle(number)
    return [(np.where(number != i)[0], np.where(number == i)[0].astype(np.int32)) for i in range(k)]


@alternative
def by_random_keys_and_larger_folds_last(n, k, rng):
    if k < 2 or n < k:
        raise ValueError("k must be at least 2 and at most n")
    order = rng.random(n).argsort()
    starts = [i * n // k for i in range(k + 1)]
    return [(np.delete(order, slice(a, b)), order[a:b]) for a, b in zip(starts, starts[1:])]


EQUIVALENT = {
    "k_fold: 2 -> 1 in `if not 2 <= k <= n`":
        "with k = 1, np.concatenate has nothing to join, and raises ValueError too",
}
