"""k folds: a partition into nearly equal parts, drawn at random, with everything else as training rows.

The randomness of the membership is judged over 120 generators at once, with n = 40 and k = 4. False alarms, by
exact tails, for an answer that permutes the rows: two rows share a validation fold (binomial, chance 9/39) never, or
more than 65 times of 120, each below 5e-11 for all 780 pairs together; the neighbors i, i + 1 that share a fold,
counted over all draws (their distribution by dynamic programming over the 40 places, convolved 120 times), lie
outside 891 .. 1277 below 1e-11 on each side. In sum below 2e-10, drawn once with the fixed and once with the fresh
seed.
"""

import numpy as np

from mlprep.grading.api import Case, Failure, Rng, alternative, draws_elsewhere, holds, mistake, says


def pairs(case, got, want):
    k = case.args[1]
    if not isinstance(got, list | tuple) and not (isinstance(got, np.ndarray) and got.ndim):
        return f"Return a list of {k} pairs (train_idx, val_idx)."
    if len(got) != k:
        return f"{len(got)} folds were returned, instead of {k}."
    for fold, pair in enumerate(got):
        if not isinstance(pair, list | tuple | np.ndarray) or len(pair) != 2:
            return f"Fold {fold} is not a pair (train_idx, val_idx)."
    return True


def no_masks(case, got, want):
    return not any(np.asarray(part).dtype.kind == "b" for pair in got for part in pair)


def row_numbers(case, got, want):
    n = case.args[0]
    for fold, pair in enumerate(got):
        for name, part in zip(("train_idx", "val_idx"), pair, strict=True):
            indices = np.asarray(part)
            if indices.ndim != 1 or (indices.dtype.kind not in "iu" and indices.size):
                return f"{name} of fold {fold} must be row numbers: integers in one dimension."
            if indices.size and not 0 <= indices.min() <= indices.max() < n:
                return f"{name} of fold {fold} has a row number outside 0 .. {n - 1}."
    return True


def n_folds_allowed(case, got, want):
    return not isinstance(got, str) or f"k = n is allowed (each fold leaves one row out), but this raised {got}."


def counted(n, parts):
    """How often each row is in one of the parts."""
    return np.bincount(np.concatenate([np.asarray(part, dtype=int) for part in parts]), minlength=n)


def training_first(case, got, want):
    n, k = case.args[:2]
    if k == 2 or (counted(n, [train for train, _ in got]) != 1).any():
        return True
    return "The first array of each of your pairs holds the validation rows. Put train_idx first."


def validated_once(case, got, want):
    counts = counted(case.args[0], [val for _, val in got])
    row = int(counts.argmax())
    times = "twice" if counts[row] == 2 else f"{counts[row]} times"
    return bool(counts[row] <= 1) or f"Row {row} is validated on {times}; each row should be, exactly once."


def validated(case, got, want):
    counts = counted(case.args[0], [val for _, val in got])
    row = int(counts.argmin())
    return bool(counts[row] > 0) or f"Row {row} is in no validation fold; every row is in exactly one."


class Sizes:
    """The validation folds differ by at most a row. A failure's kind carries the sizes, to tell mistakes apart."""

    needs = ()

    def __call__(self, case, got, want):
        found = [len(val) for _, val in got.value]
        if max(found) - min(found) <= 1:
            return None
        reason = f"The validation folds have {', '.join(map(str, found))} rows; their sizes may differ by at most 1."
        return Failure(f"property:sizes {found}", reason)


def not_validated_too(case, got, want):
    for fold, (train, val) in enumerate(got):
        both = np.intersect1d(train, val)
        if both.size:
            return f"Fold {fold} trains on rows that it validates on, such as row {both[0]}."
    return True


def trains_on_the_rest(case, got, want):
    n = case.args[0]
    for fold, (train, val) in enumerate(got):
        counts = counted(n, [train, val])
        if (counts == 0).any():
            row = int(counts.argmin())
            return (f"Fold {fold} neither trains nor validates on row {row}. It must train on all rows that it does "
                    "not validate on.")
    return True


def trains_once(case, got, want):
    for fold, (train, _) in enumerate(got):
        counts = counted(case.args[0], [train])
        if counts.max() > 1:
            return f"Row {counts.argmax()} comes {counts.max()} times in train_idx of fold {fold}."
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
    return bool((changes > 3).any()) or "Each fold is a block of neighboring rows, so the rows are not shuffled."


def sharing(got):
    folds = fold_of_rows(got)
    return folds[:, :, None] == folds[:, None, :]  # (draws, rows, rows)


def differs_by_generator(case, got, want):
    same = sharing(got)
    if (same == same[0]).all():
        return "120 generators with different seeds all gave the same folds. Draw from the rng that is passed in."
    return True


def one_by_one(case, got, want):
    together = sharing(got).sum(axis=0)
    neighbors = np.trace(together, offset=1)
    if not 891 <= neighbors <= 1277:
        return (f"In 120 draws {neighbors} pairs of neighboring rows shared a fold, where about 1080 are expected: "
                "membership is not drawn row by row.")
    outside = np.argwhere(np.triu((together < 1) | (together > 65), k=1))
    if outside.size:
        i, j = outside[0]
        return (f"In 120 draws rows {i} and {j} were {together[i, j]} times in the same fold, where about 28 is "
                "expected: membership is not drawn row by row.")
    return True


def any_row_alone(case, got, want):
    times = np.bincount(np.asarray(got, dtype=int), minlength=3)
    row = int(np.argmax(np.abs(times - 800 / 3)))
    if 176 <= times[row] <= 360:
        return True
    seen = f"{times[row]} times" if times[row] else "never"
    return (f"In 800 draws of two folds from three rows, row {row} was {seen} the one alone, where about 267 times is "
            "expected: not every split is equally likely.")


CHECKS = (
    holds("k = n is allowed", n_folds_allowed),
    holds("the result is a list of k pairs", pairs),
    holds("the folds hold row numbers, not booleans", no_masks),
    holds("the pairs hold row numbers", row_numbers),
    holds("train_idx comes first", training_first),
    holds("no row is validated on twice", validated_once),
    holds("every row is validated on", validated),
    Sizes(),
    holds("no fold trains on rows that it validates on", not_validated_too),
    holds("a fold trains on all rows that it does not validate on", trains_on_the_rest),
    holds("no row comes twice in train_idx", trains_once),
)
RANDOM = (
    holds("the rows are shuffled", shuffled),
    holds("another generator gives other folds", differs_by_generator),
    holds("membership is drawn row by row", one_by_one),
)
# outside 176 .. 360 of 800 draws of chance 1/3: below 1e-10 for all three rows
ALONE = holds("every row is as often alone in a fold", any_row_alone)


def probe(module, case):
    n, k, rng = case.args
    if "draws" in case.kwargs:
        drawn = [[val for _, val in module.k_fold(n, k, rng)] for _ in range(case.kwargs["draws"])]
        return [int(val[0]) for vals in drawn for val in vals if len(val) == 1]
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
    yield Case("seven rows, three folds", 7, 3, generator())
    yield Case("five rows, two folds", 5, 2, generator()).once()
    yield Case("eleven rows, four folds", 11, 4, generator())
    yield Case("nineteen rows, ten folds", 19, 10, generator())
    yield Case("three hundred rows, seven folds", 300, 7, generator())
    seeds = rng.integers(2**32, size=120)
    yield Case("120 generators", 40, 4, seeds).judged(*RANDOM).plain()
    yield Case("800 draws, three rows", 3, 2, generator(), draws=800).judged(ALONE).once().edge("few rows")
    # of so few rows, each fold's own draw may well be a partition: `once` keeps them from telling mistakes apart
    yield Case("two rows, two folds", 2, 2, generator()).once().edge("leave one out")
    yield Case("one row per fold", 5, 5, generator()).edge("leave one out")
    yield Case("a single fold", 5, 1, generator()).edge("invalid k")
    yield Case("no fold", 5, 0, generator()).edge("invalid k")
    yield Case("one fold more than rows", 4, 5, generator()).edge("invalid k")
    yield Case("one row cannot be split", 1, 2, generator()).edge("invalid k")


def checked(n, k):
    if k < 2 or k > n:
        raise ValueError("k must lie in 2 .. n")


def with_rest(n, folds):
    pairs = []
    for val in folds:
        train = np.ones(n, dtype=bool)
        train[val] = False
        pairs.append((np.flatnonzero(train), val))
    return pairs


@mistake("Your folds are blocks of neighboring rows. Data is often sorted by class or by date, so permute the row "
         "numbers first.")
def blocks(n, k, rng):
    checked(n, k)
    return with_rest(n, np.array_split(np.arange(n), k))


@mistake("In your folds, where a row goes depends on its neighbors. Permute all row numbers, and cut the permutation "
         "into folds.", constants={"stretches": (False, True)})
def rotated_blocks(n, k, rng, *, stretches):
    checked(n, k)
    if not stretches:
        return with_rest(n, np.array_split((np.arange(n) + rng.integers(n)) % n, k))
    fold = np.concatenate([rng.permutation(k) for _ in range(-(-n // k))])[:n]
    return with_rest(n, [np.flatnonzero(fold == i) for i in range(k)])


@mistake("Every generator gives the same folds. Shuffle the rows with the rng that is passed in, in every call and "
         "without your own seed.")
def own_seed(n, k, rng):
    checked(n, k)
    return with_rest(n, np.array_split(np.random.default_rng(0).permutation(n), k))


@mistake("You do not draw from the rng that is passed in, so the same rng gives other folds the second time. Call its "
         "methods only.", kind="state", when=draws_elsewhere())
def global_generator(n, k, rng):
    checked(n, k)
    return with_rest(n, np.array_split(np.random.permutation(n), k))


@mistake("Some rows are validated on twice, and others never. Permute the row numbers once, before any fold is made, "
         "and cut the permutation into folds.")
def reshuffled(n, k, rng):
    checked(n, k)
    return with_rest(n, [np.array_split(rng.permutation(n), k)[i] for i in range(k)])


@mistake("Your last fold takes all remaining rows. Give one more row to each of the first n % k folds, so that the "
         "sizes differ by at most 1.")
def remainder_to_the_last(n, k, rng):
    checked(n, k)
    order, size = rng.permutation(n), n // k
    ends = [(i + 1) * size for i in range(k - 1)] + [n]
    return with_rest(n, [order[i * size:end] for i, end in enumerate(ends)])


@mistake("Your last fold gets too few rows, because the others take n / k rounded up. Make n % k folds of n // k + 1 "
         "rows and the rest of n // k.")
def rounded_up(n, k, rng):
    checked(n, k)
    order, size = rng.permutation(n), -(-n // k)
    return with_rest(n, [order[i * size:(i + 1) * size] for i in range(k)])


@mistake("The rows that remain after k folds of n // k are in no fold. Give one more row to each of the first n % k "
         "folds.")
def remainder_dropped(n, k, rng):
    checked(n, k)
    order, size = rng.permutation(n), n // k
    return with_rest(n, [order[i * size:(i + 1) * size] for i in range(k)])


@mistake("You train on rows of the validation fold. Leave them out, because a score on rows that the model has seen "
         "says nothing.")
def trains_on_all(n, k, rng):
    checked(n, k)
    order = rng.permutation(n)
    return [(order, val) for val in np.array_split(order, k)]


@mistake("Some folds train on fewer rows than they should. The training rows of a fold are all rows that it does not "
         "validate on.")
def training_rows_lost(n, k, rng):
    checked(n, k)
    folds = with_rest(n, np.array_split(rng.permutation(n), k))
    return [(train[: n - -(-n // k)], val) for train, val in folds]


@mistake("You return (val_idx, train_idx). The training rows come first.")
def swapped(n, k, rng):
    checked(n, k)
    return [(val, train) for train, val in with_rest(n, np.array_split(rng.permutation(n), k))]


@mistake("You return boolean masks. Return row numbers: np.flatnonzero makes them from a mask.")
def masks(n, k, rng):
    checked(n, k)
    fold = rng.permutation(np.arange(n) % k)
    return [(fold != i, fold == i) for i in range(k)]


@mistake("The result is not a list of k pairs. Return (train_idx, val_idx) for each fold, not the validation rows "
         "alone.")
def validation_alone(n, k, rng):
    checked(n, k)
    return [val.tolist() for val in np.array_split(rng.permutation(n), k)]


@mistake("For a k below 2 or above n your code returns a result. Raise ValueError instead.",
         kind="not-raised", when=says("must raise ValueError"))
def unchecked(n, k, rng):
    return with_rest(n, np.array_split(rng.permutation(n), max(k, 1)))


@mistake("Your check raises AssertionError. Raise ValueError: an assert is skipped under python -O.",
         kind="crashed", when=says("raised AssertionError"))
def asserts(n, k, rng):
    assert 2 <= k <= n
    return with_rest(n, np.array_split(rng.permutation(n), k))


@mistake("You reject k = n, but it is allowed: each fold leaves one row out. Raise ValueError only for a larger k.")
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
