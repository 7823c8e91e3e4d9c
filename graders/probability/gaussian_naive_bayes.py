"""Gaussian naive Bayes: priors, variances of each class, the normalizing term, logarithms, labels and ties."""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake, says

CHECKS = (equal(),)


def cases(rng):
    def problem(n, d, m, classes, spread=1.5, floor=None):
        """Overlapping classes of different sizes and variances; every class has at least three samples."""
        shares = np.arange(1, classes + 1) ** 2.0
        y = np.concatenate([np.repeat(np.arange(classes), 3),
                            rng.choice(classes, size=n - 3 * classes, p=shares / shares.sum())])
        y = rng.permutation(y)
        centers, widths = rng.normal(size=(classes, d)) * spread, rng.uniform(0.4, 2.5, size=(classes, d))
        X_train = centers[y] + widths[y] * rng.normal(size=(n, d))
        X = rng.normal(size=(m, d)) * (spread + 1.5)
        return (X_train, y, X) if floor is None else (X_train, y, X, floor)

    line = np.array([[0.0], [2.0], [10.0], [10.5], [11.0]])
    two = np.array([[0.0, 1.0], [1.0, 0.0], [2.0, 2.0], [6.0, 5.0], [7.0, 7.0], [5.0, 6.0]])
    yield Case("two classes apart", two, np.array([0, 0, 0, 1, 1, 1]), np.array([[1.0, 1.0], [6.0, 6.0]]))
    wide = np.array([[-1.0, 0.0], [1.0, 0.1], [-4.0, 0.1], [4.0, 0.0]])
    yield Case("the same mean, other variances", wide, np.array([0, 0, 1, 1]),
               np.array([[0.0, 0.0], [3.0, 0.1], [-9.0, 0.0]]))
    often = np.array([[0.0], [1.0], [0.0], [1.0], [0.0], [1.0], [2.0], [3.0]])
    yield Case("one class three times as frequent", often, np.array([0, 0, 0, 0, 0, 0, 1, 1]),
               np.array([[1.45], [1.6], [1.9]]))
    yield Case("random, two classes", *problem(12, 3, 40, 2))
    yield Case("random, three classes", *problem(30, 2, 60, 3))
    yield Case("random, five features", *problem(25, 5, 40, 4))
    yield Case("as many samples as features", *problem(9, 9, 9, 3))
    yield Case("a large var_floor", *problem(14, 2, 40, 2, floor=3.0))
    yield Case("another var_floor", *problem(15, 3, 40, 3), var_floor=float(rng.uniform(0.5, 1.5)))
    yield Case("one feature, labels 4 and 7", line, np.array([4, 4, 7, 7, 7]), np.array([[3.0], [10.2], [20.0]])).edge(
        "one feature")
    yield Case("random, one feature", *problem(12, 1, 40, 3)).edge("one feature")
    X_train, y, X = problem(20, 2, 30, 3)
    yield Case("negative and large labels", X_train, np.array([1000, -3, 12])[y], X).edge("any labels")
    pair = np.array([[0.0, 0.0], [1.0, 1.0], [3.0, 3.0]])
    yield Case("a class of one sample", pair, np.array([0, 0, 1]), np.array([[3.0, 3.0], [2.9, 3.0], [0.4, 0.6]]),
               0.01).plain().edge("no spread")
    flat = np.array([[1.0, 5.0], [2.0, 5.0], [1.0, 7.0], [2.0, 7.0], [3.0, 7.0]])
    yield Case("a feature that is constant in each class", flat, np.array([0, 0, 1, 1, 1]),
               np.array([[2.0, 5.0], [2.0, 7.0], [1.5, 5.0]])).plain().edge("no spread")
    spike = np.array([[0.0], [0.0], [1.0], [-1.0]]), np.array([0, 0, 1, 1])
    yield Case("near the edge of a class without spread", *spike, np.array([[1.3e-4], [1.6e-4], [-0.5]])).plain().edge(
        "no spread")
    which, asked = np.repeat([0, 1], [25, 15]), np.repeat([1, 0], [6, 4])
    for scale in (1e3, 1e-3):
        many, X = (scale * (rng.normal(size=(len(each), 500)) + 0.4 * each[:, None]) for each in (which, asked))
        yield Case(f"500 features of {scale:g}", many, which, X).plain().edge("underflow")
    far = np.array([[0.0], [2.0], [10.0], [10.5], [11.0]])
    yield Case("hundreds of deviations away", far, np.array([1, 1, 0, 0, 0]), np.array([[500.0], [-800.0]])).edge(
        "underflow")
    mirrored, between = np.array([[1.0], [3.0], [-1.0], [-3.0]]), np.array([[0.0], [0.5]])
    yield Case("halfway between two classes", mirrored, np.array([1, 1, 0, 0]), between).plain().edge("ties")
    same, two = np.array([[1.0, 2.0], [3.0, 1.0]] * 3), np.array([[1.0, 1.0], [5.0, 0.0]])
    yield Case("three classes of the same samples", same, np.array([5, 5, -2, -2, 9, 9]), two).plain().edge("ties")
    yield Case("one label", rng.normal(size=(4, 2)), np.full(4, 6), rng.normal(size=(3, 2))).edge("one class")
    one = np.array([[1.0, 2.0]])
    yield Case("one sample", one, np.array([3]), np.array([[1.0, 2.0], [7.0, 0.0]])).edge("one class")
    shifted = np.array([[-0.1], [0.1], [-0.4], [0.4]]) + 1e8
    yield Case("numbers near 1e8", shifted, np.array([0, 0, 1, 1]), np.array([[1e8], [1e8 + 0.3]])).plain().beyond(
        "Near 1e8, a mean of squares minus the squared mean loses all digits of the variance, and you return {got}. "
        "Average the squared differences from the mean.")


def _fit(X_train, y_train, ddof=0):
    labels = np.unique(y_train)
    groups = [X_train[y_train == label] for label in labels]
    means = np.array([np.mean(each, axis=0) for each in groups])
    variances = np.array([np.sum((each - mean) ** 2, axis=0) / max(len(each) - ddof, 1)
                          for each, mean in zip(groups, means)])
    return labels, np.array([float(len(each)) for each in groups]), means, variances


def _log_densities(X, means, variances):
    return -0.5 * (np.log(2 * np.pi * variances) + (X[:, None] - means) ** 2 / variances)


def _predict(X_train, y_train, X, var_floor, ddof=0, prior=None, variances=lambda v, floor: v + floor,
             density=_log_densities):
    labels, counts, means, spread = _fit(X_train, y_train, ddof)
    priors = np.log(counts / len(y_train)) if prior is None else prior(counts)
    scores = priors + np.sum(density(X, means, variances(spread, var_floor)), axis=-1)
    return labels[np.argmax(scores, axis=1)]


@mistake("You leave out the priors. Add the logarithm of each class's share.")
def without_priors(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, var_floor, prior=np.zeros_like)


@mistake("You add the share of the class, not its logarithm.")
def prior_without_logarithm(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, var_floor, prior=lambda counts: counts / counts.sum())


@mistake("You divide the variances by n − 1. Divide by n, the population variance.",
         constants={"guarded": (True, False)})
def sample_variances(X_train, y_train, X, var_floor=1e-9, *, guarded):
    if guarded:
        return _predict(X_train, y_train, X, var_floor, ddof=1)
    labels, counts, means, spread = _fit(X_train, y_train)
    spread = spread * (counts / (counts - 1))[:, None] + var_floor
    scores = np.log(counts / len(y_train)) + np.sum(_log_densities(X, means, spread), axis=-1)
    return labels[np.argmax(scores, axis=1)]


@mistake("You leave out the term −½ ln(2π v), which differs between classes.")
def without_normalization(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, var_floor, density=lambda X, m, v: -0.5 * (X[:, None] - m) ** 2 / v)


@mistake("You leave out the factor ½ of (x − μ)² / v.")
def square_not_halved(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, var_floor,
                    density=lambda X, m, v: -0.5 * np.log(2 * np.pi * v) - (X[:, None] - m) ** 2 / v)


@mistake("You leave out the factor ½ of ln(2π v), as without the root in the density.")
def log_not_halved(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, var_floor,
                    density=lambda X, m, v: -np.log(2 * np.pi * v) - 0.5 * (X[:, None] - m) ** 2 / v)


@mistake("You divide by the standard deviation where the variance belongs.")
def deviation_as_variance(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, var_floor, variances=lambda v, floor: np.sqrt(v) + floor)


@mistake("You square the variance, as when it is taken for a standard deviation.")
def variance_as_deviation(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, var_floor, variances=lambda v, floor: (v + floor) ** 2)


@mistake("You use var_floor only where a variance is 0. Add it to every variance.")
def floor_for_zeros(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, var_floor, variances=lambda v, floor: np.where(v == 0, floor, v))


@mistake("You smooth the priors by adding 1 to each count. Use the shares as they are.")
def smoothed_priors(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, var_floor,
                    prior=lambda counts: np.log((counts + 1) / (counts.sum() + len(counts))))


@mistake("You use var_floor as a lower bound. Add it to every variance.")
def floor_as_bound(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, var_floor, variances=np.maximum)


@mistake("You multiply var_floor by the largest variance, as scikit-learn does. Add it as it is.")
def floor_times_variance(X_train, y_train, X, var_floor=1e-9):
    largest = np.max(np.var(X_train, axis=0))
    return _predict(X_train, y_train, X, var_floor, variances=lambda v, floor: v + floor * largest)


@mistake("You add var_floor to the standard deviation. Add it to the variance.")
def floor_on_the_deviation(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, var_floor, variances=lambda v, floor: (np.sqrt(v) + floor) ** 2)


@mistake("Your result does not depend on var_floor. Add the argument to every variance.")
def floor_ignored(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, 1e-9)


@mistake("Without var_floor, a variance may be 0, and dividing by it gives NaN or infinity.")
def without_floor(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, 0.0)


@mistake("All classes share their variances in your code. Each class has variances of its own.",
         constants={"around": ("own means", "one mean")})
def shared_variances(X_train, y_train, X, var_floor=1e-9, *, around):
    labels, counts, means, spread = _fit(X_train, y_train)
    shared = counts @ spread / counts.sum() if around == "own means" else np.var(X_train, axis=0)
    scores = np.log(counts / counts.sum()) + np.sum(_log_densities(X, means, shared + var_floor), axis=-1)
    return labels[np.argmax(scores, axis=1)]


@mistake("You take one variance for all features of a class. Each feature has its own.")
def one_variance_for_a_class(X_train, y_train, X, var_floor=1e-9):
    return _predict(X_train, y_train, X, var_floor,
                    variances=lambda v, floor: np.broadcast_to(v.mean(axis=1, keepdims=True), v.shape) + floor)


@mistake("You multiply densities, which become 0 with many features. Add their logarithms.")
def product_of_densities(X_train, y_train, X, var_floor=1e-9):
    labels, counts, means, spread = _fit(X_train, y_train)
    densities = np.prod(np.exp(_log_densities(X, means, spread + var_floor)), axis=-1)
    return labels[np.argmax(counts / counts.sum() * densities, axis=1)]


@mistake("You take the logarithm of densities that have become 0. Write the logarithm of the normal density out, "
         "without exp.", constants={"eps": (1e-12, 1e-10, 1e-9, 1e-8, 1e-300)})
def logarithm_of_densities(X_train, y_train, X, var_floor=1e-9, *, eps):
    return _predict(X_train, y_train, X, var_floor,
                    density=lambda *args: np.log(np.exp(_log_densities(*args)) + eps))


@mistake("You pick the class with the nearest mean. Compare the scores.")
def nearest_mean(X_train, y_train, X, var_floor=1e-9):
    labels, _, means, _ = _fit(X_train, y_train)
    return labels[np.argmin(np.sum((X[:, None] - means) ** 2, axis=-1), axis=1)]


@mistake("Of equal scores, your larger label wins. The smaller one should.")
def ties_to_the_larger(X_train, y_train, X, var_floor=1e-9):
    return -_predict(X_train, -y_train, X, var_floor)


@mistake("Of equal scores, the label that occurs first wins in your code. The smaller one should.")
def ties_to_the_first_seen(X_train, y_train, X, var_floor=1e-9):
    order = list(dict.fromkeys(y_train.tolist()))
    places = np.array([order.index(label) for label in y_train.tolist()])
    return np.array(order)[_predict(X_train, places, X, var_floor)]


@mistake("You return the positions of the classes. Return their labels.")
def positions(X_train, y_train, X, var_floor=1e-9):
    return np.searchsorted(np.unique(y_train), _predict(X_train, y_train, X, var_floor))


@mistake("You return the scores. Return the label with the largest one.")
def scores_returned(X_train, y_train, X, var_floor=1e-9):
    _, counts, means, spread = _fit(X_train, y_train)
    return np.log(counts / counts.sum()) + np.sum(_log_densities(X, means, spread + var_floor), axis=-1)


@mistake("You assume labels from 0 on. They may be any integers: loop over np.unique(y_train).", kind="crashed",
         when=says("negative"))
def labels_counted(X_train, y_train, X, var_floor=1e-9):
    labels = np.flatnonzero(np.bincount(y_train))
    return labels[np.searchsorted(labels, _predict(X_train, y_train, X, var_floor))]


@mistake("You change the caller's arrays. Work on copies.", kind="changed", when=says("argument"))
def in_place(X_train, y_train, X, var_floor=1e-9):
    found = _predict(X_train, y_train, X, var_floor)
    X -= X_train.mean(axis=0)
    return found


@alternative
def all_at_once(X_train, y_train, X, var_floor=1e-9):
    labels, where, counts = np.unique(y_train, return_inverse=True, return_counts=True)
    member = np.eye(len(labels))[where].T / counts[:, None]  # (C, n)
    mean = member @ X_train
    variance = np.einsum("cn,cnd->cd", member, (X_train[None] - mean[:, None]) ** 2) + var_floor
    log_density = -np.log(variance) / 2 - (X[:, None] - mean) ** 2 / (2 * variance)
    return labels[(np.log(counts) + log_density.sum(-1)).argmax(1)]


@alternative
def in_plain_python(X_train, y_train, X, var_floor=1e-9):
    import math

    groups = {}
    for row, label in zip(X_train.tolist(), y_train.tolist()):
        groups.setdefault(label, []).append(row)
    predicted = []
    for x in X.tolist():
        best, best_label = -math.inf, None
        for label in sorted(groups):
            rows = groups[label]
            score = math.log(len(rows) / len(y_train))
            for j, value in enumerate(x):
                mean = sum(row[j] for row in rows) / len(rows)
                variance = sum((row[j] - mean) ** 2 for row in rows) / len(rows) + var_floor
                score -= (math.log(2 * math.pi * variance) + (value - mean) ** 2 / variance) / 2
            if score > best:
                best, best_label = score, label
        predicted.append(best_label)
    return predicted


EQUIVALENT = {
    "gaussian_naive_bayes: 2 * np.pi -> 2 / np.pi in `log_density = -(np.log(…) + (X - mean) ** 2 / variance) / 2`":
        "what is the same for all classes does not change which score is the largest",
    "gaussian_naive_bayes: 2 -> 1 in `log_density = -(np.log(…) + (X - mean) ** 2 / variance) / 2` at `2 * np.pi`":
        "what is the same for all classes does not change which score is the largest",
    "gaussian_naive_bayes: 2 -> 3 in `log_density = -(np.log(…) + (X - mean) ** 2 / variance) / 2` at `2 * np.pi`":
        "what is the same for all classes does not change which score is the largest",
    "gaussian_naive_bayes: len(members) / len(X_train) -> len(members) * len(X_train) in `scores[:, c] = np.log(…) + "
    "np.sum(…)`":
        "what is the same for all classes does not change which score is the largest",
}
