"""K-means++: judged by what is drawn how often.

False alarms: by Chernoff's bound, the frequency f in N draws of an event of probability p has N KL(f, p) > 28 with
probability at most 2 exp(-28), or 1.4e-12. With at most 160 events in each of two rounds, that is below 5e-10
altogether. Draws that the rule does not explain are compared with those of known misunderstandings.
"""

from collections import Counter

import numpy as np

from mlprep.grading.api import Case, Failure, Rng, alternative, holds, mistake, says, shaped_like_reference

# Eight rows as far from each other, and one so far from all that it is as likely as the seven others
# together.
SIMPLEX = np.vstack([np.eye(8), np.full(8, 1.4)]) / 10
PLANE = np.array([[0.0, 0.0], [2.0, 0.0], [4.0, 0.0], [3.0, 4.0]])
# of so uneven draws the last one tells most
TWICE = np.array([[5.0], [1.0], [1.0], [2.0]])
SMALL = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 2.0], [4.0, 4.0]]) * 1e-3
FOUR = ["row 0", "row 1", "row 2", "row 3"]


def cases(rng):
    def fresh():
        return Rng(int(rng.integers(2**32)))

    def by_the_rule(name, X, k, groups, times):
        case = Case(name, X, k, fresh(), times=times).keeping(groups=groups)
        return case.judged(DrawnByTheRule()).plain().unreferenced()

    yield Case("two features", rng.normal(4.0, 1.0, size=(6, 2)), 4, fresh()).judged(*FORM)
    yield Case("three features", rng.normal(size=(5, 3)), 2, fresh()).judged(*FORM)
    yield by_the_rule("how often each row is drawn", PLANE, 4, FOUR, 400)
    yield by_the_rule("how often a far row is drawn", SIMPLEX, 2, ["a near row"] * 8 + ["the far row"], 700)
    yield Case("one row", rng.normal(size=(1, 2)), 1, fresh()).judged(*FORM).edge("single ones")
    yield Case("one of several rows", rng.normal(size=(5, 3)), 1, fresh()).judged(*FORM).edge("single ones")
    yield Case("one feature", rng.normal(size=(5, 1)), 3, fresh()).judged(*FORM).edge("single ones")
    yield Case("every row", rng.normal(size=(4, 3)), 4, fresh()).judged(*FORM).edge("single ones")
    again = fresh()
    same = holds("the same state of rng gives the same rows", lambda case, got, want: np.array_equal(*got))
    twice = Case("the same seed twice", rng.normal(size=(40, 2)), 4, again, again)
    yield twice.judged(same).plain().unreferenced().edge("same state")
    yield by_the_rule("rows a millimeter apart", SMALL, 2, FOUR, 300).edge("small scales")
    far = np.zeros((300, 1))
    far[280] = 1e-3  # after one of the others all weights but its own are 0
    both = holds("the far row is drawn", lambda case, got, want: sorted(np.ravel(got)) == [0.0, 1e-3])
    yield Case("one of three hundred", far, 2, fresh()).judged(FORM[0], both).plain().edge("small scales")
    equal = [np.full((3, 2), 0.1), np.array([[2.0, 1.0]] * 3 + [[4.0, 4.0]])]
    yield Case("all rows equal", equal[0], 3, fresh()).judged(*FORM).edge("zero distances")
    yield Case("fewer different rows than k", equal[1], 4, fresh()).judged(*FORM).edge("zero distances")
    places = ["row 0", "a row at 1", "a row at 1", "row 3"]
    yield by_the_rule("what is drawn when all distances are 0", TWICE, 4, places, 300).edge("zero distances")
    yield by_the_rule("rows that lie 1e-7 apart", SMALL * 1e-4, 3, FOUR, 300).beyond(
        "The rule also holds for rows that are 1e-7 apart, whose squared distances add up to 1e-13. A threshold on "
        "that sum depends on the units of X, so test whether it is exactly 0."
    )


def probe(module, case):
    X, k, *generators = case.args
    times = case.kwargs.get("times", 1)
    results = [module.kmeans_plus_plus(X, k, rng) for rng in generators for _ in range(times)]
    return results[0] if len(results) == 1 else np.array(results)


def rows_of(X, chosen):
    """The index in X of each chosen row, or -1."""
    same = np.all(np.abs(np.asarray(chosen)[..., None, :] - X) <= 1e-6 * np.max(np.abs(X)), axis=-1)
    return np.where(same.any(axis=-1), same.argmax(axis=-1), -1)


def are_rows(case, got, want):
    return bool(np.all(rows_of(case.args[0], got) >= 0))


FORM = (shaped_like_reference(), holds("every centroid is a row of X", are_rows))


def law(X, k, groups, weigh):
    """The probability of every beginning of a sequence of groups, if rows are weighed like that."""
    distances = np.linalg.norm(X[:, None] - X, axis=2)
    reached = {}

    def go_on(sequence, probability):
        if len(sequence) == k:
            key = tuple(groups[i] for i in sequence)
            for length in range(1, k + 1):
                reached[key[:length]] = reached.get(key[:length], 0.0) + probability
            return
        weights = weigh(distances[list(sequence)], X, list(sequence)) if sequence else np.ones(len(X))
        weights = weights if weights.sum() > 0 else np.ones(len(X))
        for i in np.flatnonzero(weights):
            go_on((*sequence, int(i)), probability * weights[i] / weights.sum())

    go_on((), 1.0)
    return reached


def surprise(begun, expected):
    """The largest N KL(f, p) over all beginnings of sequences, with the beginning, its share and what it should be."""
    worst = (0.0, (), 1.0, 1.0)
    for length, counts in begun.items():
        runs = sum(counts.values())
        for key in {*counts, *(key for key in expected if len(key) == length)}:
            f, p = counts.get(key, 0) / runs, min(expected.get(key, 0.0), 1.0)
            pairs = [(a, b) for a, b in ((f, p), (1 - f, 1 - p)) if a > 0]
            divergence = sum(a * np.log(a / b) if b > 1e-12 else np.inf for a, b in pairs)
            worst = max(worst, (runs * divergence, key, f, p))
    return worst


class DrawnByTheRule:
    """Fails when the draws are not what the rule makes likely, and names the misunderstanding that explains them."""

    needs = ()

    def __call__(self, case, got, want):
        (X, k), groups, times = case.args[:2], case.kept["groups"], case.kwargs["times"]
        if not isinstance(got.value, np.ndarray) or got.value.shape != (times, k, X.shape[1]):
            return Failure("shape", f"Each call should return an array of shape {(k, X.shape[1])}.")
        rows = rows_of(X, got.value)  # (times, k)
        named = np.append(groups, "no row of X")[rows]
        begun = {length: Counter(map(tuple, named[:, :length].tolist())) for length in range(1, k + 1)}
        degree, key, share, asked = surprise(begun, law(X, k, groups, squared))
        if degree <= 28:
            return None
        rule = f"about {asked * times:.0f} should" if asked * times > 0.5 else "by the rule that never happens"
        reason = f"{share * times:.0f} of {times} calls begin with {' then '.join(key)}; {rule}."
        return Failure(f"property:{self._misread(X, k, groups, rows, begun)}", reason)

    def _misread(self, X, k, groups, rows, begun):
        """What explains the draws: how they begin, whatever comes after, or else the law that makes them likeliest."""
        is_fixed = (rows == rows[0]).all()
        if (np.diff(rows) >= 0).all() and (k == len(X) or not is_fixed):
            return "sorted by row number"
        if is_fixed:
            return "always the same"
        if (rows[:, 0] == 0).all():
            return "first fixed"
        if not (rows[:, 0] == len(X) - 1).any():
            return "first never the last row"
        laws = [(name, law(X, k, groups, rule)) for name, rule in MISREADINGS]
        fitting = [(likelihood(begun[k], each), name) for name, each in laws if surprise(begun, each)[0] <= 28]
        name = max(fitting)[1] if fitting else "drawn by the rule"
        return "a constant added" if name == "uniform" and np.ptp(X) < 0.1 else name


def likelihood(counts, expected):
    """The logarithm of how likely these sequences are."""
    return sum(count * np.log(expected.get(key, 0.0) + 1e-300) for key, count in counts.items())


def squared(distances, X, chosen):
    return distances.min(axis=0) ** 2


def plain_distance(distances, X, chosen):
    return distances.min(axis=0)


def to_the_last(distances, X, chosen):
    return distances[-1] ** 2


def to_the_first(distances, X, chosen):
    return distances[0] ** 2


def to_all(distances, X, chosen):
    return (distances**2).sum(axis=0)


def to_their_mean(distances, X, chosen):
    return np.sum((X - X[chosen].mean(axis=0)) ** 2, axis=1)


def to_the_first_and_last(distances, X, chosen):
    return np.minimum(distances[0], distances[-1]) ** 2


def to_the_farthest(distances, X, chosen):
    return distances.max(axis=0) ** 2


def row_0_if_all_are_0(distances, X, chosen):
    weights = squared(distances, X, chosen)
    return weights if weights.any() else np.eye(len(X))[0]


def last_row_if_all_are_0(distances, X, chosen):
    weights = squared(distances, X, chosen)
    return weights if weights.any() else np.eye(len(X))[-1]


def never_the_last_row_if_all_are_0(distances, X, chosen):
    weights = squared(distances, X, chosen)
    return weights if weights.any() else np.arange(len(X)) < max(len(X) - 1, 1)


def the_rest_if_all_are_0(distances, X, chosen):
    weights = squared(distances, X, chosen)
    return weights if weights.any() else any_other_row(distances, X, chosen)


def raised_by(eps):
    return lambda distances, X, chosen: squared(distances, X, chosen) + eps


def best_of(candidates):
    """Of so many draws, the one that leaves the smallest loss; ties go to what is drawn first."""

    def weigh(distances, X, chosen):
        near = squared(distances, X, chosen)
        if not near.any():
            return np.ones(len(X))
        shares = near / near.sum()
        losses = np.minimum(near, np.sum((X[:, None] - X) ** 2, axis=2)).sum(axis=1)
        losses = np.round(losses / near.sum(), 9)
        at_least = np.array([shares[losses >= loss].sum() for loss in losses])
        above = np.array([shares[losses > loss].sum() for loss in losses])
        return shares / np.maximum(at_least - above, 1e-300) * (at_least**candidates - above**candidates)

    return weigh


def only_the_farthest(distances, X, chosen):
    return np.eye(len(X))[np.argmax(distances.min(axis=0))]


def any_row(distances, X, chosen):
    return np.ones(len(X))


def any_other_row(distances, X, chosen):
    return np.eye(len(X))[chosen].sum(axis=0) == 0


# The name of a property, and how rows are weighed.
MISREADINGS = (
    ("distances", plain_distance),
    ("to the last", to_the_last),
    ("to the first", to_the_first),
    ("to the first and last", to_the_first_and_last),
    ("to all", to_all),
    ("to the farthest of the chosen", to_the_farthest),
    ("to their mean", to_their_mean),
    ("row 0 if all are 0", row_0_if_all_are_0),
    ("the last row if all are 0", last_row_if_all_are_0),
    ("never the last row if all are 0", never_the_last_row_if_all_are_0),
    ("the rest if all are 0", the_rest_if_all_are_0),
    ("farthest", only_the_farthest),
    ("uniform", any_row),
    ("uniform over the rest", any_other_row),
    ("best of several", best_of(2)),
    ("best of several", best_of(3)),
    *(("a constant added", raised_by(eps)) for eps in (1e-3, 1e-4, 1e-6)),
)


# What the draws show is known by the law that explains them; to try every misunderstanding would take too long.
DRAWN = says("calls begin with")


def draw(X, k, rng, weigh, first=None):
    chosen = [int(rng.integers(len(X)) if first is None else rng.choice(len(X), p=first(len(X))))]
    while len(chosen) < k:
        weights = weigh(np.linalg.norm(X[chosen][:, None] - X, axis=2), X, chosen)
        total = weights.sum()
        chosen.append(int(rng.choice(len(X), p=weights / total if total > 0 else None)))
    return X[chosen]


@mistake("You weigh rows by their distance. Weigh them by the squared distance.",
         kind="property:distances", when=DRAWN)
def unsquared(X, k, rng):
    return draw(X, k, rng, plain_distance)


@mistake("You always begin with row 0. Draw the first row uniformly.", kind="property:first fixed", when=DRAWN)
def first_row_fixed(X, k, rng):
    return draw(X, k, rng, squared, lambda n: np.eye(n)[0])


@mistake("You measure the distance to the row chosen last. The nearest of all chosen rows counts, so keep a running "
         "minimum.", kind="property:to the last", when=DRAWN)
def last_only(X, k, rng):
    return draw(X, k, rng, to_the_last)


@mistake("You measure the distance to the first row chosen. The nearest of all chosen rows counts, so keep a running "
         "minimum.", kind="property:to the first", when=DRAWN)
def first_only(X, k, rng):
    return draw(X, k, rng, to_the_first)


@mistake("You add up the distances to all chosen rows. Only the nearest of them counts, so take the minimum.",
         kind="property:to all", when=DRAWN)
def sum_over_chosen(X, k, rng):
    return draw(X, k, rng, to_all)


@mistake("You measure the distance to the mean of the chosen rows. The nearest of them counts.",
         kind="property:to their mean", when=DRAWN)
def mean_of_chosen(X, k, rng):
    return draw(X, k, rng, to_their_mean)


@mistake("You always take the farthest row, so one outlier is always chosen. Draw a row with probability "
         "proportional to the squared distance.", kind="property:farthest", when=DRAWN)
def farthest(X, k, rng):
    return draw(X, k, rng, only_the_farthest)


@mistake("When all distances are 0 you always take row 0. Draw each of the n rows with equal probability in that case.",
         kind="property:row 0 if all are 0", when=DRAWN)
def first_row_if_all_are_0(X, k, rng):
    return draw(X, k, rng, row_0_if_all_are_0)


@mistake("You draw every row uniformly. Draw only the first one so, and each next one in proportion to its squared "
         "distance.",
         kind="property:uniform over the rest", when=DRAWN)
def uniform(X, k, rng):
    return X[rng.choice(len(X), size=k, replace=False)]


@mistake("You draw every row uniformly, even one that was chosen already. Draw only the first one so, and each next "
         "one in proportion to its squared distance.", kind="property:uniform", when=DRAWN)
def uniform_with_repeats(X, k, rng):
    return X[rng.integers(len(X), size=k)]


@mistake("When every row equals a chosen one, all weights are 0, and 0/0 gives NaN. Draw uniformly in that case.")
def zero_over_zero(X, k, rng):
    chosen = [int(rng.integers(len(X)))]
    while len(chosen) < k:
        weights = np.min([np.sum((X - X[i]) ** 2, axis=1) for i in chosen], axis=0)
        chosen.append(int(rng.choice(len(X), p=weights / weights.sum())))
    return X[chosen]


@mistake("Not all of your draws come from `rng`, so a run cannot be repeated. Use `rng` for every draw.")
def chance_of_its_own(X, k, rng):
    return draw(X, k, np.random.default_rng(), squared)


@mistake("You return the positions of the chosen rows. Return the rows themselves, X[chosen].")
def positions(X, k, rng):
    chosen = [int(rng.integers(len(X)))]
    while len(chosen) < k:
        weights = np.min([np.sum((X - X[i]) ** 2, axis=1) for i in chosen], axis=0)
        chosen.append(int(rng.choice(len(X), p=weights / weights.sum() if weights.any() else None)))
    return np.array(chosen)


@mistake("You take the minimum over the first and the latest chosen row alone. Store the running minimum, so that "
         "every chosen row counts.", kind="property:to the first and last", when=DRAWN)
def minimum_not_stored(X, k, rng):
    return draw(X, k, rng, to_the_first_and_last)


@mistake("You measure the distance to the farthest of the chosen rows. The nearest of them counts, so take the "
         "minimum.",
         kind="property:to the farthest of the chosen", when=DRAWN)
def maximum_over_chosen(X, k, rng):
    return draw(X, k, rng, to_the_farthest)


@mistake("When all distances are 0 you always take the last row. Draw each of the n rows with equal probability in "
         "that case.", kind="property:the last row if all are 0", when=DRAWN)
def last_row_if_all_zero(X, k, rng):
    return draw(X, k, rng, last_row_if_all_are_0)


@mistake("When all distances are 0 you never take the last row. Draw each of the n rows with equal probability then.",
         kind="property:never the last row if all are 0", when=DRAWN)
def never_last_if_all_zero(X, k, rng):
    return draw(X, k, rng, never_the_last_row_if_all_are_0)


@mistake("When all distances are 0 you draw only from the rows not chosen yet. Draw each of the n rows with equal "
         "probability in that case.", kind="property:the rest if all are 0", when=DRAWN)
def rest_if_all_zero(X, k, rng):
    return draw(X, k, rng, the_rest_if_all_are_0)


@mistake("You draw several candidates at a time and keep the one that lowers the loss most, as scikit-learn does. "
         "Draw one row at a time.", kind="property:best of several", when=DRAWN, constants={"candidates": (2, 3)})
def best_candidate(X, k, rng, *, candidates):
    return draw(X, k, rng, best_of(candidates))


@mistake("You return the chosen rows in the order they have in X. Return them in the order in which you drew them.",
         kind="property:sorted by row number", when=DRAWN)
def in_order_of_X(X, k, rng):
    chosen = [int(rng.integers(len(X)))]
    while len(chosen) < k:
        weights = np.min([np.sum((X - X[i]) ** 2, axis=1) for i in chosen], axis=0)
        chosen.append(int(rng.choice(len(X), p=weights / weights.sum() if weights.any() else None)))
    return X[sorted(chosen)]


@mistake("You draw rows that are 1e-3 apart almost uniformly, even chosen ones, as if a constant were added to their "
         "squared distances. Use the distances as they are.",
         kind="property:a constant added", when=DRAWN, constants={"eps": (1e-3, 1e-4, 1e-6)})
def constant_added(X, k, rng, *, eps):
    return draw(X, k, rng, raised_by(eps))


@mistake("Your first row is never the last row of X. rng.integers excludes its upper end already, so draw from len(X) "
         "rows.", kind="property:first never the last row", when=DRAWN)
def first_never_last(X, k, rng):
    return draw(X, k, rng, squared, lambda n: np.append(np.ones(n - 1) / (n - 1), 0.0) if n > 1 else np.ones(1))


@mistake("Every call draws the same rows, for any state of `rng`. Draw them from the generator that is passed in.",
         kind="property:always the same", when=DRAWN)
def seed_of_its_own(X, k, rng):
    return draw(X, k, np.random.default_rng(0), squared)


@mistake("When every row equals a chosen one, all weights are 0, and dividing by a small constant does not make them "
         "sum to 1. Draw uniformly in that case.")
def zero_over_a_floor(X, k, rng):
    chosen = [int(rng.integers(len(X)))]
    while len(chosen) < k:
        weights = np.min([np.sum((X - X[i]) ** 2, axis=1) for i in chosen], axis=0)
        chosen.append(int(rng.choice(len(X), p=weights / max(weights.sum(), 1e-300))))
    return X[chosen]


@alternative
def by_cumulative_weights(X, k, rng):
    n = X.shape[0]
    centroids = np.empty((k, X.shape[1]), dtype=X.dtype)
    centroids[0] = X[int(rng.random() * n)]
    for j in range(1, k):
        squares = ((X[:, None, :] - centroids[None, :j]) ** 2).sum(-1).min(1)
        steps = np.cumsum(squares)
        row = rng.integers(n) if steps[-1] == 0 else np.searchsorted(steps, rng.random() * steps[-1], side="right")
        centroids[j] = X[min(row, n - 1)]
    return centroids


@alternative
def in_plain_python(X, k, rng):
    centroids = [list(X[rng.choice(np.arange(len(X)))])]
    for _ in range(k - 1):
        squares = [min(sum((a - b) ** 2 for a, b in zip(x, c)) for c in centroids) for x in X.tolist()]
        if sum(squares) == 0:
            shares = [1 / len(X)] * len(X)
        else:
            shares = [square / sum(squares) for square in squares]
        centroids.append(list(X[rng.multinomial(1, shares).argmax()]))
    return centroids
