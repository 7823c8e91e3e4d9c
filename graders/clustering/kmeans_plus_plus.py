"""K-means++: judged by what is drawn how often.

False alarms: by Chernoff's bound, the frequency f in N draws of an event of probability p has N KL(f, p) > 28 with
probability at most 2 exp(-28). With at most 40 events in a sample and 8 samples in a check, that is below 5e-10
altogether. Draws that the rule does not explain are compared with those of known misunderstandings.
"""

from collections import Counter

import numpy as np

from mlprep.grading.api import Case, Failure, Rng, alternative, holds, mistake, shaped_like_reference

# Eight rows as far from each other, and one so far from all that it is as likely as the seven others
# together.
SIMPLEX = np.vstack([np.eye(8), np.full(8, 1.4)]) / 10
PLANE = np.array([[0.0, 0.0], [2.0, 0.0], [4.0, 0.0], [3.0, 4.0]])
TWICE = np.array([[1.0], [1.0], [5.0]])
SMALL = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 2.0], [4.0, 4.0]]) * 1e-3


def cases(rng):
    def fresh():
        return Rng(int(rng.integers(2**32)))

    yield Case("one row", rng.normal(size=(1, 2)), 1, fresh()).judged(*FORM)
    yield Case("one of several rows", rng.normal(size=(5, 3)), 1, fresh()).judged(*FORM)
    yield Case("one feature", rng.normal(size=(5, 1)), 3, fresh()).judged(*FORM)
    yield Case("two features", rng.normal(4.0, 1.0, size=(6, 2)), 4, fresh()).judged(*FORM)
    yield Case("every row", rng.normal(size=(4, 3)), 4, fresh()).judged(*FORM)
    yield Case("all rows equal", np.full((3, 2), 0.1), 3, fresh()).judged(*FORM)
    yield Case("fewer different rows than k", np.array([[2.0, 1.0]] * 3 + [[4.0, 4.0]]), 4, fresh()).judged(*FORM)
    again = fresh()
    same = holds("the same state of rng gives the same rows", lambda case, got, want: np.array_equal(*got))
    yield Case("the same seed twice", rng.normal(size=(40, 2)), 4, again, again).judged(same).plain().unreferenced()
    for name, X, k, groups, times in (
        ("how often each row is drawn", PLANE, 3, ["row 0", "row 1", "row 2", "row 3"], 400),
        ("how often a far row is drawn", SIMPLEX, 2, ["a near row"] * 8 + ["the far row"], 700),
        ("how often each row of a small scale is drawn", SMALL, 2, ["row 0", "row 1", "row 2", "row 3"], 300),
        ("what is drawn when all distances are 0", TWICE, 3, ["a row at 1", "a row at 1", "the row at 5"], 200),
    ):
        case = Case(name, X, k, fresh(), times=times).keeping(groups=groups)
        yield case.judged(DrawnByTheRule()).plain().unreferenced()
    far = np.zeros((300, 1))
    far[280] = 1e-5  # after one of the others all weights but its own are 0
    both = holds("the far row is drawn", lambda case, got, want: sorted(np.ravel(got)) == [0.0, 1e-5])
    yield Case("one far row of three hundred", far, 2, fresh()).judged(FORM[0], both).plain()


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


def law(X, k, groups, weigh, first=None):
    """The probability of every sequence of groups up to length k, if rows are weighed like that."""
    distances = np.linalg.norm(X[:, None] - X, axis=2)
    reached = {}

    def go_on(sequence, probability):
        key = tuple(groups[i] for i in sequence)
        reached[key] = reached.get(key, 0.0) + probability
        if len(sequence) == k:
            return
        weights = np.ones(len(X)) if first is None else np.eye(len(X))[first]
        if sequence:
            weights = weigh(distances[list(sequence)], X, list(sequence))
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
        named = np.append(groups, "no row of X")[rows_of(X, got.value)]  # (times, k)
        begun = {length: Counter(map(tuple, named[:, :length].tolist())) for length in range(1, k + 1)}
        degree, key, share, asked = surprise(begun, law(X, k, groups, squared))
        if degree <= 28:
            return None
        known = {name: surprise(begun, law(X, k, groups, *rule))[0] for name, rule in MISREADINGS.items()}
        name = min(known, key=known.get)
        reason = f"{share:.0%} of {times} draws begin with {' then '.join(key)}; by the rule it is {asked:.0%}."
        return Failure(f"property:{name if known[name] <= 28 else 'drawn by the rule'}", reason)


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


def row_0_if_all_are_0(distances, X, chosen):
    weights = distances.min(axis=0) ** 2
    return weights if weights.any() else np.eye(len(X))[0]


def only_the_farthest(distances, X, chosen):
    return np.eye(len(X))[np.argmax(distances.min(axis=0))]


def any_row(distances, X, chosen):
    return np.ones(len(X))


def any_other_row(distances, X, chosen):
    return np.eye(len(X))[chosen].sum(axis=0) == 0


MISREADINGS = {
    "distances": (plain_distance,),
    "first fixed": (squared, 0),
    "to the last": (to_the_last,),
    "to the first": (to_the_first,),
    "to all": (to_all,),
    "to their mean": (to_their_mean,),
    "row 0 if all are 0": (row_0_if_all_are_0,),
    "farthest": (only_the_farthest,),
    "uniform": (any_row,),
    "uniform over the rest": (any_other_row,),
}


def draw(X, k, rng, weigh, first=None):
    chosen = [int(rng.integers(len(X))) if first is None else first]
    while len(chosen) < k:
        weights = weigh(np.linalg.norm(X[chosen][:, None] - X, axis=2), X, chosen)
        total = weights.sum()
        chosen.append(int(rng.choice(len(X), p=weights / total if total > 0 else None)))
    return X[chosen]


@mistake("You weigh rows by their distance; the rule takes the squared distance.")
def unsquared(X, k, rng):
    return draw(X, k, rng, plain_distance)


@mistake("You always begin with row 0. The first row is drawn uniformly.")
def first_row_fixed(X, k, rng):
    return draw(X, k, rng, squared, 0)


@mistake("You measure the distance to the row chosen last. It is the nearest of all chosen rows that counts: "
         "keep a running minimum.")
def last_only(X, k, rng):
    return draw(X, k, rng, to_the_last)


@mistake("You measure the distance to the first row chosen. It is the nearest of all chosen rows that "
         "counts: keep a running minimum.")
def first_only(X, k, rng):
    return draw(X, k, rng, to_the_first)


@mistake("You add up the distances to all chosen rows; only the nearest of them counts (a minimum, not a "
         "sum).")
def sum_over_chosen(X, k, rng):
    return draw(X, k, rng, to_all)


@mistake("You measure the distance to the mean of the chosen rows; it is the distance to the nearest of them "
         "that counts.")
def mean_of_chosen(X, k, rng):
    return draw(X, k, rng, to_their_mean)


@mistake("You always take the farthest row, so that one outlier is always chosen. Draw a row with "
         "probability proportional to the squared distance.")
def farthest(X, k, rng):
    return draw(X, k, rng, only_the_farthest)


@mistake("When all distances are 0 you always take row 0. Every row is equally likely then.")
def first_row_if_all_are_0(X, k, rng):
    return draw(X, k, rng, row_0_if_all_are_0)


@mistake("You draw every row uniformly. Only the first is; each next is drawn in proportion to squared "
         "distance.")
def uniform(X, k, rng):
    return X[rng.choice(len(X), size=k, replace=False)]


@mistake("You draw every row uniformly, even one chosen already. Only the first row is drawn so; each next "
         "is drawn in proportion to squared distance.")
def uniform_with_repeats(X, k, rng):
    return X[rng.integers(len(X), size=k)]


@mistake("When every row equals a chosen one, all weights are 0 and 0/0 gives NaN. Draw uniformly then.")
def zero_over_zero(X, k, rng):
    chosen = [int(rng.integers(len(X)))]
    while len(chosen) < k:
        weights = np.min([np.sum((X - X[i]) ** 2, axis=1) for i in chosen], axis=0)
        chosen.append(int(rng.choice(len(X), p=weights / weights.sum())))
    return X[chosen]


@mistake("Your draws do not come from `rng`, so a run cannot be repeated. Use the generator that is passed "
         "in.")
def chance_of_its_own(X, k, rng):
    return draw(X, k, np.random.default_rng(), squared)


@mistake("You return the positions of the chosen rows; the rows themselves are asked for, X[chosen].")
def positions(X, k, rng):
    chosen = [int(rng.integers(len(X)))]
    while len(chosen) < k:
        weights = np.min([np.sum((X - X[i]) ** 2, axis=1) for i in chosen], axis=0)
        chosen.append(int(rng.choice(len(X), p=weights / weights.sum() if weights.any() else None)))
    return np.array(chosen)


@alternative
def by_cumulated_weights(X, k, rng):
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
