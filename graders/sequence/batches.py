"""Mini-batches: sizes, completeness, pairing, and an order that is drawn over all orders.

Rows are known by their values in X, which never repeat. The randomness is seen over 300 generators at once.

False alarms, by exact binomial tails: six rows in pairs, each row in each place (36 counts of chance 1/6, outside
12 .. 98) and each row just before each other row (30 counts of chance 1/6); five rows of which drop_last leaves out
one (5 counts of chance 1/5, outside 18 .. 112): 71 counts with two tails of 3e-12 each, 4.3e-10 in all. Rows that keep
their place (300 permutations of six, convolved, above 425): 5e-12. The fixed seed is known to pass, so this is
for the fresh one. Two rows share a batch in all of 300 epochs, or all orders agree: below
1e-200.
"""

import numpy as np

from mlprep.grading.api import Case, Failure, Rng, alternative, draws_elsewhere, holds, mistake, says, uses

DRAWS = 300


def probe(module, case):
    X, y, batch_size, rng = case.args
    if not isinstance(rng, np.ndarray):
        return module.batches(X, y, batch_size, rng, **case.kwargs)
    # seeds of many generators: the labels, and so the rows, in the order in which each epoch has them
    epochs = []
    for seed in rng:
        made = module.batches(X.copy(), y.copy(), batch_size, np.random.default_rng(seed), **case.kwargs)
        epochs.append(np.concatenate([np.ravel(labels) for _, labels in made]))
    return epochs


def pairs(case, got, want):
    d = case.args[0].shape[1]
    if not isinstance(got, list | tuple):
        return "Return a list of batches."
    for i, batch in enumerate(got):
        if not isinstance(batch, list | tuple) or len(batch) != 2:
            return f"Batch {i} is not a pair (X_b, y_b)."
        rows, labels = map(np.shape, batch)
        if len(rows) != 2 or rows[1] != d or len(labels) != 1 or rows[0] != labels[0]:
            return f"Batch {i} has rows of shape {rows} and labels of shape {labels}. (m, {d}) and (m,) are expected."
    return True


class Sizes:
    """The batches have the right sizes. A failure's kind carries those found, so that mistakes are known by them."""

    needs = ()

    def __call__(self, case, got, want):
        found, asked = ([len(batch[1]) for batch in each.value] for each in (got, want))
        if found == asked:
            return None
        said = [", ".join(map(str, sizes)) or "no batch" for sizes in (found, asked)]
        return Failure(f"property:sizes {found}", f"Your batch sizes are: {said[0]}. They should be: {said[1]}.")


def rows_of(case, got):
    """For each row that came back, its number in X, or -1 for a row that X does not have."""
    X = np.asarray(case.args[0], dtype=float)
    rows = np.concatenate([np.asarray(batch[0], dtype=float) for batch in got]) if got else X[:0]
    same = (rows[:, None] == X).all(axis=2)
    return np.where(same.any(axis=1), same.argmax(axis=1), -1)


def rows_of_X(case, got, want):
    return not (rows_of(case, got) < 0).any() or "A row came back that is not in X."


def each_once(case, got, want):
    rows = rows_of(case, got)
    often = np.flatnonzero(np.bincount(rows, minlength=1) > 1)
    return not len(often) or f"Row {often[0]} of X comes more than once in one epoch."


def still_paired(case, got, want):
    y, rows = np.asarray(case.args[1], dtype=float), rows_of(case, got)
    labels = np.concatenate([np.asarray(batch[1], dtype=float) for batch in got]) if got else y[:0]
    wrong = np.flatnonzero(y[rows] != labels)
    if len(wrong):
        row = rows[wrong[0]]
        return f"Row {row} of X came back with the label {labels[wrong[0]]:g}. Its label is {y[row]:g}."
    return True


def integers_kept(case, got, want):
    kinds = {np.asarray(batch[1]).dtype.kind for batch in got}
    return kinds <= set("iu") or "y holds integers, and so should every y_b."


def complete(case, got, want):
    n = want[0].size
    whole = all(np.size(epoch) == n and len(set(np.ravel(epoch).tolist())) == n for epoch in got)
    return (whole and len(got) == DRAWS) or "Each epoch holds every row once, apart from those that are dropped."


def shuffled(orders, n):
    return bool((np.diff(orders, axis=1) < 0).any()) or "In 300 epochs the rows always came in their order in X."


def differs_by_generator(orders, n):
    if (orders == orders[0]).all():
        return "300 generators with different seeds all gave the same order. Draw from the rng that is passed in."
    return True


def every_row_dropped(orders, n):
    counts = DRAWS - np.array([(orders == row).sum() for row in range(n)])
    outside = np.flatnonzero((counts < 18) | (counts > 112))
    if n == orders.shape[1] or not outside.size:
        return True
    row = outside[0]
    return f"In 300 epochs of five rows, row {row} was left out {counts[row]} times, where about 60 is expected."


def batches_drawn(orders, n):
    if n > orders.shape[1]:
        return True
    partners = np.empty_like(orders)
    np.put_along_axis(partners, orders, orders.reshape(-1, 3, 2)[:, :, ::-1].reshape(-1, 6), axis=1)
    always = np.flatnonzero((partners == partners[0]).all(axis=0))
    if not always.size:
        return True
    return f"In 300 epochs of six rows, rows {always[0]} and {partners[0, always[0]]} were always in the same batch."


def any_order_inside(orders, n):
    if (orders[:, 0::2] < orders[:, 1::2]).all():
        return "In 300 epochs the rows of every batch came in their order in X. The order inside a batch is random too."
    return True


def moved_freely(orders, n):
    kept = (orders == np.arange(orders.shape[1])).sum()
    if n == orders.shape[1] and kept > 425:
        return (f"In 300 epochs of six rows, {kept} rows were at the place that they have in X, where about 300 are "
                "expected.")
    return True


def goes_anywhere(orders, n):
    if n > orders.shape[1]:
        return True
    counts = (orders[:, :, None] == np.arange(n)).sum(axis=0)
    outside = np.argwhere((counts < 12) | (counts > 98))
    if outside.size:
        place, row = outside[0]
        return (f"In 300 epochs of six rows, row {row} was {counts[place, row]} times at place {place}, where about 50 "
                "is expected.")
    return True


def one_by_one(orders, n):
    if n > orders.shape[1]:
        return True
    follows = np.zeros((n, n), dtype=int)
    np.add.at(follows, (orders[:, :-1], orders[:, 1:]), 1)
    outside = np.argwhere(((follows < 12) | (follows > 98)) & ~np.eye(n, dtype=bool))
    if outside.size:
        i, j = outside[0]
        return (f"In 300 epochs of six rows, row {j} came {follows[i, j]} times just after row {i}, where about 50 is "
                "expected.")
    return True


class Drawn:
    """The order is drawn at random, from all orders; the first property that does not hold is told."""

    needs = ()
    properties = {
        "the rows are shuffled": shuffled,
        "another generator gives another order": differs_by_generator,
        "every row can be left out": every_row_dropped,
        "every batch is drawn": batches_drawn,
        "rows come in any order inside a batch": any_order_inside,
        "rows leave their place": moved_freely,
        "every row can go anywhere": goes_anywhere,
        "rows are drawn one by one": one_by_one,
    }

    def __call__(self, case, got, want):
        orders = np.array([np.asarray(epoch, dtype=int) for epoch in got.value])
        for name, test in self.properties.items():
            said = test(orders, len(case.args[0]))
            if said is not True:
                return Failure(f"property:{name}", said)
        return None


CHECKS = (
    holds("a list of pairs (X_b, y_b) is returned", pairs),
    Sizes(),
    holds("every row that comes back is one of X", rows_of_X),
    holds("no row comes twice", each_once),
    holds("rows and labels are still paired", still_paired),
)
TYPED = (*CHECKS, holds("integer labels stay integers", integers_kept))
RANDOM = (holds("an epoch holds every row once", complete), Drawn())


def cases(rng):
    def generator():
        return Rng(rng.integers(2**32))

    def data(n, d):
        return rng.normal(size=(n, d)), rng.permutation(n)

    def seeds():
        return rng.integers(2**32, size=DRAWS)

    yield Case("four rows, batches of two", np.arange(8.0).reshape(4, 2), np.arange(4), 2, generator())
    yield Case("five rows, batches of two", np.arange(10.0).reshape(5, 2), np.arange(5), 2, generator())
    yield Case("eleven rows, batches of four", *data(11, 3), 4, generator())
    yield Case("no rows to drop", *data(12, 2), 3, generator(), drop_last=True)
    yield Case("nothing to drop, said aloud", *data(7, 3), 3, generator(), drop_last=False)
    yield Case("three hundred rows", *data(300, 2), 32, generator()).plain()
    six = np.arange(6.0)[:, None], np.arange(6), 2
    yield Case("300 generators", *six, seeds()).judged(*RANDOM).plain().keeping(draws=DRAWS)
    yield Case("two rows of eight dropped", *data(8, 2), 3, generator(), drop_last=True).edge("dropped rows")
    yield Case("one row of five dropped", *data(5, 1), 2, generator(), drop_last=True).edge("dropped rows")
    five = np.arange(5.0)[:, None], np.arange(5), 2
    drawn = Case("300 generators, one row of five dropped", *five, seeds(), drop_last=True)
    yield drawn.judged(*RANDOM).plain().keeping(draws=DRAWS).edge("dropped rows")
    yield Case("one batch of all rows", *data(4, 2), 4, generator()).edge("large batches")
    yield Case("fewer rows than a batch", *data(3, 2), 5, generator()).edge("large batches")
    yield Case("all rows, with drop_last", *data(4, 3), 4, generator(), drop_last=True).edge("large batches")
    yield Case("fewer rows than a batch, dropped", *data(3, 2), 4, generator(), drop_last=True).edge("large batches")
    yield Case("batches of one", *data(3, 2), 1, generator()).edge("batches of one")
    yield Case("a single row", np.array([[4.0, 2.0]]), np.array([1]), 1, generator()).edge("batches of one")
    yield Case("one row left", *data(7, 2), 3, generator()).edge("batches of one")
    yield Case("integer labels", *data(6, 2), 4, generator()).judged(*TYPED).plain().edge("labels")
    yield Case("real-valued targets", rng.normal(size=(5, 2)), rng.normal(size=5), 2, generator()).edge("labels")


def cut(X, y, order, batch_size, drop_last=False):
    end = len(order) - len(order) % batch_size if drop_last else len(order)
    pieces = [order[start:start + batch_size] for start in range(0, end, batch_size)]
    return [(X[piece], y[piece]) for piece in pieces]


@mistake("You cut the rows in their given order. Data is often sorted, so permute the rows first, with the rng.")
def unshuffled(X, y, batch_size, rng, drop_last=False):
    return cut(X, y, np.arange(len(X)), batch_size, drop_last)


@mistake("X and y are in different orders, so rows lose their labels. Draw one order, and index both with it.")
def shuffled_apart(X, y, batch_size, rng, drop_last=False):
    return cut(rng.permutation(X), rng.permutation(y), np.arange(len(X)), batch_size, drop_last)


@mistake("Every generator gives the same order. Draw it from the rng that is passed in, in every call and without your "
         "own seed.")
def own_seed(X, y, batch_size, rng, drop_last=False):
    return cut(X, y, np.random.default_rng(42).permutation(len(X)), batch_size, drop_last)


@mistake("You do not draw from the rng that is passed in, so the same rng gives another order the second time. Call "
         "its methods only.", kind="state", when=draws_elsewhere())
def global_generator(X, y, batch_size, rng, drop_last=False):
    return cut(X, y, np.random.permutation(len(X)), batch_size, drop_last)


@mistake("Some rows are always in a batch together. Permute all rows first, and cut the batches from that order.",
         constants={"inside": (False, True)})
def batches_fixed(X, y, batch_size, rng, drop_last=False, *, inside):
    full, n = len(X) // batch_size, len(X)
    parts = [np.arange(i * batch_size, (i + 1) * batch_size) for i in range(full)]
    parts = [rng.permutation(part) for part in parts] if inside else [parts[i] for i in rng.permutation(full)]
    return cut(X, y, np.concatenate([*parts, np.arange(full * batch_size, n)]), batch_size, drop_last)


@mistake("The rows of a batch always come in their order in X. Keep the order that was drawn.")
def sorted_inside(X, y, batch_size, rng, drop_last=False):
    order = rng.permutation(len(X))
    pieces = [np.sort(order[i:i + batch_size]) for i in range(0, len(X), batch_size)]
    return cut(X, y, np.concatenate(pieces), batch_size, drop_last)


@mistake("Some row comes to some place far too often or hardly ever. Every order must be possible, also one in which "
         "rows stay where they are: let rng.permutation or rng.shuffle draw it.")
def never_at_its_place(X, y, batch_size, rng, drop_last=False):
    order = np.arange(len(X))
    for i in range(len(X) - 1, 0, -1):
        j = rng.integers(i)  # one too few: i itself cannot be drawn
        order[[i, j]] = order[[j, i]]
    return cut(X, y, order, batch_size, drop_last)


@mistake("Rows stay too often at their place in X, as when too few pairs of rows are swapped. Use rng.permutation or "
         "rng.shuffle.", constants={"swaps": ("n", "half")})
def swapped_a_few_times(X, y, batch_size, rng, drop_last=False, *, swaps):
    order = np.arange(len(X))
    for _ in range(len(X) if swaps == "n" else len(X) // 2):
        i, j = rng.integers(len(X), size=2)
        order[[i, j]] = order[[j, i]]
    return cut(X, y, order, batch_size, drop_last)


@mistake("Some orders hardly ever occur in your epochs: some row follows another too often or too rarely. Permute all "
         "row numbers.")
def rotated(X, y, batch_size, rng, drop_last=False):
    return cut(X, y, (np.arange(len(X)) + rng.integers(len(X))) % len(X), batch_size, drop_last)


@mistake("Some rows come more than once in an epoch, so others are missing. Draw one order of all rows, and cut it.",
         constants={"replace": (True, False)})
def drawn_for_each_batch(X, y, batch_size, rng, drop_last=False, *, replace):
    sizes = [len(rows) for rows, _ in cut(X, y, np.arange(len(X)), batch_size, drop_last)]
    picked = [rng.choice(len(X), size, replace=replace) for size in sizes]
    return [(X[rows], y[rows]) for rows in picked]


@mistake("You leave out the incomplete last batch although drop_last is False.")
def always_dropped(X, y, batch_size, rng, drop_last=False):
    return cut(X, y, rng.permutation(len(X)), batch_size, True)


@mistake("You keep the incomplete last batch although drop_last is True.")
def never_dropped(X, y, batch_size, rng, drop_last=False):
    return cut(X, y, rng.permutation(len(X)), batch_size, False)


@mistake("drop_last works the wrong way round: you keep the incomplete last batch where it is True, and leave it out "
         "where it is False.")
def inverted(X, y, batch_size, rng, drop_last=False):
    return cut(X, y, rng.permutation(len(X)), batch_size, not drop_last)


@mistake("Your default for drop_last is True. It should be False.")
def another_default(X, y, batch_size, rng, drop_last=True):
    return cut(X, y, rng.permutation(len(X)), batch_size, drop_last)


@mistake("With drop_last you leave out the last batch even if it is full. Leave it out only if it is incomplete.")
def full_one_dropped(X, y, batch_size, rng, drop_last=False):
    made = cut(X, y, rng.permutation(len(X)), batch_size)
    return made[:-1] if drop_last else made


@mistake("With drop_last some rows are left out too often, and others never, as when the data is cut before the draw. "
         "Permute all rows first, and leave out the end of that order.")
def dropped_before_the_draw(X, y, batch_size, rng, drop_last=False):
    n = len(X) - len(X) % batch_size if drop_last else len(X)
    return cut(X[:n], y[:n], rng.permutation(n), batch_size)


@mistake("Where rows are left over, your last batch is not the smaller one that is asked for: you add the rows to "
         "another batch. Make a batch of their own of them.")
def merged_into_the_last(X, y, batch_size, rng, drop_last=False):
    order, full = rng.permutation(len(X)), max(1, len(X) // batch_size)
    if drop_last:
        return cut(X, y, order, batch_size, True)
    pieces = np.split(order, batch_size * np.arange(1, full))
    return [(X[piece], y[piece]) for piece in pieces]


@mistake("np.array_split makes batches of nearly the same size. Cut after every batch_size rows, so that only the last "
         "batch is smaller.", when=uses("array_split"))
def evened_out(X, y, batch_size, rng, drop_last=False):
    order = rng.permutation(len(X))
    if drop_last:
        return cut(X, y, order, batch_size, True)
    return [(X[piece], y[piece]) for piece in np.array_split(order, -(-len(X) // batch_size))]


@mistake("You make batch_size batches. Make batches of batch_size rows.")
def so_many_batches(X, y, batch_size, rng, drop_last=False):
    return [(X[piece], y[piece]) for piece in np.array_split(rng.permutation(len(X)), batch_size)]


@mistake("You fill up the last batch to batch_size rows. Leave it smaller.")
def filled_up(X, y, batch_size, rng, drop_last=False):
    order = rng.permutation(len(X))
    if not drop_last:
        order = np.resize(order, -(-len(X) // batch_size) * batch_size)
    return cut(X, y, order, batch_size, drop_last)


@mistake("Where the rows fill all batches, an empty batch is left at the end. Stop when no row is left.")
def empty_batch_at_the_end(X, y, batch_size, rng, drop_last=False):
    made = cut(X, y, rng.permutation(len(X)), batch_size, drop_last)
    return made if drop_last or len(X) % batch_size else [*made, (X[:0], y[:0])]


@mistake("What you return is not a list of pairs. Return [(X_b, y_b), ...], with one pair for each batch.")
def two_lists(X, y, batch_size, rng, drop_last=False):
    made = cut(X, y, rng.permutation(len(X)), batch_size, drop_last)
    return [rows for rows, _ in made], [labels for _, labels in made]


@mistake("Your integer labels became floats, as when X and y are joined into one array. Index y by itself.")
def labels_as_floats(X, y, batch_size, rng, drop_last=False):
    return cut(X, y.astype(float), rng.permutation(len(X)), batch_size, drop_last)


@mistake("You reorder the caller's arrays. Leave X and y as they are, and index them with a permutation of the row "
         "numbers.", kind="changed", when=says("argument"))
def in_place(X, y, batch_size, rng, drop_last=False):
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    return cut(X.copy(), y.copy(), np.arange(len(X)), batch_size, drop_last)


@alternative
def in_plain_loops(X, y, batch_size, rng, drop_last=False):
    order = list(range(X.shape[0]))
    rng.shuffle(order)
    made, rows, labels = [], [], []
    for i in order:
        rows.append(X[i].tolist())
        labels.append(y[i])
        if len(rows) == batch_size:
            made.append([rows, labels])
            rows, labels = [], []
    if rows and not drop_last:
        made.append([rows, labels])
    return made


@alternative
def by_sorting_random_numbers(X, y, batch_size, rng, drop_last=False):
    order = np.argsort(rng.random(len(y)))
    X, y = np.take(X, order, axis=0), y[order]
    marks = np.arange(batch_size, len(y), batch_size)
    made = list(zip(np.split(X, marks), np.split(y, marks)))
    if drop_last and len(made[-1][1]) < batch_size:
        made.pop()
    return tuple(made)


@alternative
def from_what_is_left(X, y, batch_size, rng, drop_last=False):
    left, made = np.arange(len(X)), []
    while len(left) >= (batch_size if drop_last else 1):
        chosen = rng.choice(left, size=min(batch_size, len(left)), replace=False)
        left = np.setdiff1d(left, chosen)
        made.append((X[chosen], y[chosen]))
    return made
