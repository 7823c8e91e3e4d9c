"""PCA: centred, descending, 1/n, columns, and every sign or basis that the task leaves free.

Where a component is unique it is compared up to its sign, and X_reduced with it. Everywhere the properties
that define it are checked, which is all that can be asked where variances are equal or 0.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, holds, mistake, shaped_like_reference, up_to_sign


def cases(rng):
    for case in drawn(rng):
        properties = PROPERTIES if case.kept.get("read", True) else DEFINING
        yield case.judged(*properties, up_to_sign(0, 2)) if case.kept["unique"] else case.judged(*properties)


def drawn(rng):
    yield Case("two samples on a diagonal", np.array([[1.0, 0.0], [3.0, 2.0]]), 1).keeping(unique=True)
    yield Case("one feature", np.array([[1.0], [4.0], [7.0]]), 1).keeping(unique=True)
    yield Case("one sample", np.array([[3.0, 1.0]]), 1).keeping(unique=False)
    axes = np.array([[5.0, -1.0], [5.0, 1.0], [1.0, 0.0], [9.0, 0.0]])
    yield Case("along the axes", axes, 2).keeping(unique=True)
    yield Case("the second axis varies most", axes[:, ::-1], 1).keeping(unique=True)
    constant = np.array([[1.0, 0.1, 0.0], [2.0, 0.1, 4.0], [6.0, 0.1, 2.0]])
    yield Case("one feature is constant", constant, 2).keeping(unique=True)
    yield Case("equal variances", axes * [0.25, 1.0], 2).keeping(unique=False)
    yield Case("one sample, all components", np.array([[3.0, 1.0, 2.0]]), 3).keeping(unique=False)
    yield Case("random, one component", spread(rng, 7, 3, [4.0, 2.0, 1.0]), 1).keeping(unique=True)
    yield Case("random, some components", spread(rng, 8, 4, [6.0, 3.0, 1.5, 0.7]), 2).keeping(unique=True)
    yield Case("random, all components", spread(rng, 6, 3, [5.0, 2.0, 0.8]), 3).keeping(unique=True)
    yield Case("fewer samples than features", spread(rng, 4, 6, [5.0, 2.0, 0.8]), 2).keeping(unique=True)
    yield Case("more components than samples", spread(rng, 3, 5, [5.0, 2.0]), 4).keeping(unique=False)
    yield Case("many features", spread(rng, 5, 10, [6.0, 3.0, 1.0]), 2).keeping(unique=True)
    yield Case("two variances within 1%", spread(rng, 8, 3, [1.005, 1.0, 0.5]), 1).keeping(unique=False)
    # Whole numbers, four of them in a column, so that the means are exact wherever the data lie.
    whole = np.array([[0.0, 5.0], [2.0, 1.0], [7.0, 3.0], [3.0, -1.0]])
    yield Case("far from the origin", whole + 1e8, 2).keeping(unique=True, read=False).plain()
    yield Case("tiny data", spread(rng, 6, 3, [4.0, 2.0, 1.0]) * 1e-6, 2).keeping(unique=True, read=False).plain()
    yield Case("all components, few samples", spread(rng, 4, 5, [5.0, 2.0, 0.8]), 5).keeping(unique=False)
    yield Case("three hundred samples", spread(rng, 300, 3, [5.0, 2.0, 0.8]), 2).keeping(unique=True).plain()


def spread(rng, n, d, deviations):
    """n samples in d features, away from 0, with just these standard deviations along random directions."""
    rank = len(deviations)
    noise = rng.normal(size=(n, rank))
    left = np.linalg.qr(noise - noise.mean(axis=0))[0]  # orthonormal columns of mean 0
    right = np.linalg.qr(rng.normal(size=(d, d)))[0][:, :rank]
    return left * np.sqrt(n) * deviations @ right.T + rng.normal(3.0, 2.0, size=d)


class Results:
    """The three results in float64, with the data they come from."""

    def __init__(self, case, got):
        self.components, self.variances, self.reduced = (np.asarray(each, dtype=np.float64) for each in got)
        self.X = case.args[0].astype(np.float64)
        self.n, self.d = self.X.shape
        self.centred = self.X - self.X.mean(axis=0)
        self.tolerance = 2e-4 if case.args[0].dtype == np.float32 else 1e-7

    def near(self, a, b, power):
        """Close, for lengths (1), variances (2) or numbers without a unit (0) of data of this size."""
        size = max(root_mean_square(self.centred), 1e-7 * root_mean_square(self.X))
        return bool(np.allclose(a, b, rtol=0, atol=self.tolerance * size**power))


def root_mean_square(rows):
    """Of the lengths of these rows."""
    return np.sqrt(np.mean(np.sum(rows**2, axis=1)))


def top(matrix, k):
    """The k largest eigenvalues."""
    return np.linalg.eigvalsh(matrix)[::-1][:k]


def standard(centred):
    """Columns of deviation 1, but for constant ones."""
    deviations = centred.std(axis=0)
    return centred / np.where(deviations > 1e-6, deviations, 1.0)


# What each misunderstanding gives for the variances. A property of its own for each, so that no diagnosis
# depends on signs: it fails where the variances are wrong in just this way.
MISREADINGS = {
    "of data centred by the mean of each column, not as they are": lambda r, k: top(r.X.T @ r.X / r.n, k),
    "of data centred by the mean of each column, not by one for all": lambda r, k: top(
        (r.X - r.X.mean()).T @ (r.X - r.X.mean()) / r.n, k
    ),
    "divided by n, not by n - 1": lambda r, k: top(r.centred.T @ r.centred / max(r.n - 1, 1), k),
    "of centred data, not standardised ones": lambda r, k: top(standard(r.centred).T @ standard(r.centred) / r.n, k),
    "the largest, not the smallest": lambda r, k: top(r.centred.T @ r.centred / r.n, r.d)[::-1][:k],
    "variances, not their square roots": lambda r, k: np.sqrt(
        np.maximum(top(r.centred.T @ r.centred / r.n, k), 0)
    ),
    "variances, not shares of their total": lambda r, k: (
        top(r.centred.T @ r.centred / r.n, k) / max(np.sum(r.centred**2) / r.n, 1e-12)
    ),
}


def not_as(misread):
    def test(got, want):
        if got.near(got.variances, want.variances, 2):
            return True
        return not got.near(got.variances, misread(got, len(got.variances)), 2)

    return test


def projected_centred(got, want):
    reduced = got.centred @ got.components
    return got.near(got.reduced, reduced, 1) or not got.near(got.reduced, got.X @ got.components, 1)


def signs_agree(got, want):
    reduced = got.centred @ got.components
    return got.near(got.reduced, reduced, 1) or not got.near(np.abs(got.reduced), np.abs(reduced), 1)


def orthonormal(got, want):
    return got.near(got.components.T @ got.components, np.eye(len(got.variances)), 0)


def right_variances(got, want):
    return got.near(got.variances, want.variances, 2)


def consistent(got, want):
    return got.near(got.reduced, got.centred @ got.components, 1)


def along_the_components(got, want):
    return got.near(got.reduced.T @ got.reduced / got.n, np.diag(got.variances), 2)


def properties(tests):
    return [
        holds(name, lambda case, got, want, test=test: test(Results(case, got), Results(case, want)))
        for name, test in tests.items()
    ]


MISREAD = properties(
    {f"the explained variances are {name}": not_as(misread) for name, misread in MISREADINGS.items()}
)
DEFINING = (
    shaped_like_reference(),
    *properties(
        {
            "the centred data are projected, not X itself": projected_centred,
            "X_reduced has the signs of the components": signs_agree,
            "the components are orthogonal unit columns": orthonormal,
            "the explained variances are the k largest, in descending order": right_variances,
            "X_reduced is the centred X times the components": consistent,
            "X_reduced varies along each component as much as you return for it": along_the_components,
        }
    ),
)
PROPERTIES = (DEFINING[0], *MISREAD, *DEFINING[1:])


def solve(X):
    eigenvalues, eigenvectors = np.linalg.eigh(X.T @ X / len(X))
    return eigenvalues[::-1], eigenvectors[:, ::-1]


@mistake("You divide the covariance by n - 1, as the libraries do (np.cov, scikit-learn). This task divides "
         "by n.")
def sample_covariance(X, k):
    centred = X - X.mean(axis=0)
    eigenvalues, eigenvectors = np.linalg.eigh(centred.T @ centred / max(len(X) - 1, 1))
    return eigenvectors[:, ::-1][:, :k], eigenvalues[::-1][:k], centred @ eigenvectors[:, ::-1][:, :k]


@mistake("You keep the smallest variances: eigh sorts its eigenvalues in ascending order. Reverse both the "
         "eigenvalues and the columns of eigenvectors.")
def ascending(X, k):
    centred = X - X.mean(axis=0)
    eigenvalues, eigenvectors = np.linalg.eigh(centred.T @ centred / len(X))
    return eigenvectors[:, :k], eigenvalues[:k], centred @ eigenvectors[:, :k]


@mistake("You did not subtract the column means before forming X.T @ X / n: that measures the distance from "
         "the origin, not the variance.")
def not_centred(X, k):
    eigenvalues, eigenvectors = solve(X)
    return eigenvectors[:, :k], eigenvalues[:k], (X - X.mean(axis=0)) @ eigenvectors[:, :k]


@mistake("You project X itself onto the components. Project the centred data, so that X_reduced has mean 0.")
def projects_raw(X, k):
    eigenvalues, eigenvectors = solve(X - X.mean(axis=0))
    return eigenvectors[:, :k], eigenvalues[:k], X @ eigenvectors[:, :k]


@mistake("You take the eigenvectors by rows. eigh returns them in columns: eigenvectors[:, j] belongs to "
         "eigenvalues[j] (and of the SVD's Vt, the rows do, so transpose it).")
def rows_of_eigenvectors(X, k):
    centred = X - X.mean(axis=0)
    eigenvalues, eigenvectors = np.linalg.eigh(centred.T @ centred / len(X))
    components = eigenvectors[::-1][:k].T
    return components, eigenvalues[::-1][:k], centred @ components


@mistake("You return the components as rows, (k, d). They are asked for as columns, (d, k).")
def components_in_rows(X, k):
    centred = X - X.mean(axis=0)
    eigenvalues, eigenvectors = solve(centred)
    return eigenvectors[:, :k].T, eigenvalues[:k], centred @ eigenvectors[:, :k]


@mistake("You return standard deviations (or singular values over sqrt(n)); the explained variance is their "
         "square.")
def deviations(X, k):
    centred = X - X.mean(axis=0)
    eigenvalues, eigenvectors = solve(centred)
    return eigenvectors[:, :k], np.sqrt(np.maximum(eigenvalues[:k], 0)), centred @ eigenvectors[:, :k]


@mistake("You subtract the mean of all entries. Each feature has a mean of its own: X.mean(axis=0).")
def one_mean(X, k):
    centred = X - X.mean()
    eigenvalues, eigenvectors = solve(centred)
    return eigenvectors[:, :k], eigenvalues[:k], centred @ eigenvectors[:, :k]


@mistake("You form the covariance as the mean of x xᵀ minus the outer product of the mean. Far from the origin two "
         "huge numbers cancel and little is left: centre X first.")
def centred_afterwards(X, k):
    mean = X.mean(axis=0)
    eigenvalues, eigenvectors = np.linalg.eigh(X.T @ X / len(X) - np.outer(mean, mean))
    components = eigenvectors[:, ::-1][:, :k]
    return components, eigenvalues[::-1][:k], (X - mean) @ components


@mistake("You set small variances to 0. What is small depends on the units of X: return them as they are.")
def small_variances_cut(X, k):
    centred = X - X.mean(axis=0)
    eigenvalues, eigenvectors = solve(centred)
    kept = np.where(eigenvalues < 1e-10, 0.0, eigenvalues)
    return eigenvectors[:, :k], kept[:k], centred @ eigenvectors[:, :k]


@mistake("You return each variance's share of the total. The explained variance is asked for, not its ratio.")
def ratios(X, k):
    centred = X - X.mean(axis=0)
    eigenvalues, eigenvectors = solve(centred)
    return eigenvectors[:, :k], eigenvalues[:k] / max(eigenvalues.sum(), 1e-12), centred @ eigenvectors[:, :k]


@mistake("You standardise the columns, which gives the components of the correlation matrix. Only centre "
         "them.")
def standardised(X, k):
    deviation = X.std(axis=0)
    scaled = (X - X.mean(axis=0)) / np.where(deviation > 1e-12, deviation, 1)
    eigenvalues, eigenvectors = solve(scaled)
    return eigenvectors[:, :k], eigenvalues[:k], scaled @ eigenvectors[:, :k]


@mistake("You use the thin SVD, which has min(n, d) components and no more. With fewer samples than "
         "features, k may be larger: use full_matrices=True, or eigh of the covariance.")
def thin_svd(X, k):
    centred = X - X.mean(axis=0)
    _, singular, Vt = np.linalg.svd(centred, full_matrices=False)
    return Vt[:k].T, singular[:k] ** 2 / len(X), centred @ Vt[:k].T


@mistake("You flip the components' signs after projecting. Any sign will do, but X_reduced must be the "
         "centred X times the components that you return.")
def signs_of_their_own(X, k):
    centred = X - X.mean(axis=0)
    eigenvalues, eigenvectors = solve(centred)
    components = eigenvectors[:, :k]
    largest = components[np.argmax(np.abs(components), axis=0), np.arange(k)]
    return -components * np.sign(largest), eigenvalues[:k], centred @ (components * np.sign(largest))


@alternative
def full_svd(X, k):
    centred = X - np.mean(X, 0)
    _, singular, Vt = np.linalg.svd(centred, full_matrices=True)
    variances = np.zeros(X.shape[1])
    variances[: len(singular)] = singular**2 / X.shape[0]
    return Vt[:k].T, variances[:k], centred @ Vt[:k].T


@alternative
def sorted_by_numpy_cov(X, k):
    centred = X - X.mean(0, keepdims=True)
    covariance = np.atleast_2d(np.cov(X, rowvar=False, bias=True))
    values, vectors = np.linalg.eigh(covariance)
    order = np.argsort(-values)[:k]
    return [-vectors[:, order], values[order], np.einsum("nd,dk->nk", centred, -vectors[:, order])]


@alternative
def one_variance_at_a_time(X, k):
    centred = X - X.mean(axis=0)
    values, vectors = np.linalg.eigh(sum(np.outer(row, row) for row in centred) / len(X))
    pairs = sorted(zip(values, vectors.T), key=lambda pair: pair[0], reverse=True)[:k]
    components = np.stack([vector for _, vector in pairs], axis=1)
    return components, [float(value) for value, _ in pairs], centred @ components
