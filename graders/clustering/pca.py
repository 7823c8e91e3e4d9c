"""PCA: centered, descending, 1/n, columns, and every sign or basis that the task leaves free.

Where a component is unique it is compared up to its sign, and X_reduced with it. Everywhere the properties
that define it are checked, which is all that can be asked where variances are equal or 0.
"""

import numpy as np

from mlprep.grading.api import (
    Case,
    alternative,
    holds,
    lacks,
    mistake,
    says,
    shaped_like_reference,
    up_to_sign,
    uses,
)


def cases(rng):
    for case in drawn(rng):
        properties = PROPERTIES if case.kept.get("read", True) else DEFINING
        yield case.judged(*properties, up_to_sign(0, 2)) if case.kept["unique"] else case.judged(*properties)


def drawn(rng):
    axes = np.array([[5.0, -1.0], [5.0, 1.0], [1.0, 0.0], [9.0, 0.0]])
    yield Case("along the axes", axes, 2).keeping(unique=True)
    yield Case("the second axis varies most", axes[:, ::-1], 1).keeping(unique=True)
    yield Case("random, one component", spread(rng, 7, 3, [4.0, 2.0, 1.0]), 1).keeping(unique=True)
    yield Case("random, some components", spread(rng, 8, 4, [6.0, 3.0, 1.5, 0.7]), 2).keeping(unique=True)
    yield Case("random, all components", spread(rng, 6, 3, [5.0, 2.0, 0.8]), 3).keeping(unique=True)
    yield Case("three hundred samples", spread(rng, 300, 3, [5.0, 2.0, 0.8]), 2).keeping(unique=True).plain()
    yield Case("one feature", np.array([[1.0], [4.0], [7.0]]), 1).keeping(unique=True).edge("single ones")
    yield Case("one sample", np.array([[3.0, 1.0]]), 1).keeping(unique=False).edge("single ones")
    constant = np.array([[1.0, 0.1, 0.0], [2.0, 0.1, 4.0], [6.0, 0.1, 2.0], [3.0, 0.1, 2.5]])
    yield Case("one feature is constant", constant, 2).keeping(unique=True).edge("single ones")
    few = "few samples"
    two = np.array([[1.0, 0.0], [3.0, 2.0]])  # here a sum and a division by n - 1 are the same
    yield Case("two samples on a diagonal", two, 1).keeping(unique=True, read=False).edge(few)
    yield Case("fewer samples than features", spread(rng, 4, 6, [5.0, 2.0, 0.8]), 2).keeping(unique=True).edge(few)
    yield Case("more components than samples", spread(rng, 3, 5, [5.0, 2.0]), 4).keeping(unique=False).edge(few)
    yield Case("many features", spread(rng, 5, 10, [6.0, 3.0, 1.0]), 2).keeping(unique=True).edge(few)
    yield Case("all components, few samples", spread(rng, 4, 5, [5.0, 2.0, 0.8]), 5).keeping(unique=False).edge(few)
    yield Case("one sample, all components", np.array([[3.0, 1.0, 2.0]]), 3).keeping(unique=False).edge(few)
    equal = axes * [0.25, 1.0]
    yield Case("equal variances", equal, 2).keeping(unique=False).edge("close variances")
    near = spread(rng, 8, 3, [1.005, 1.0, 0.5])
    yield Case("two variances within 1%", near, 1).keeping(unique=False).edge("close variances")
    # Whole numbers, four of them in a column, so that the means are exact wherever the data lie.
    whole = np.array([[0.0, 5.0], [2.0, 1.0], [7.0, 3.0], [3.0, -1.0]])
    yield Case("far from the origin", whole + 1e8, 2).keeping(unique=True, read=False).plain().beyond(
        "On data near 1e8 your variances are wrong, because a mean of products minus a product of means loses the "
        "digits that count. Center X before you multiply."
    )
    yield Case("tiny data", spread(rng, 6, 3, [4.0, 2.0, 1.0]) * 1e-6, 2).keeping(unique=True, read=False).beyond(
        "Data of size 1e-6 has variances of 1e-12, and your results for it are wrong. What is small depends on the "
        "units of X, so return every variance as it is."
    )


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
        self.centered = self.X - self.X.mean(axis=0)
        self.tolerance = 2e-4 if case.args[0].dtype == np.float32 else 1e-7

    def near(self, a, b, power):
        """Close, for lengths (1), variances (2) or numbers without a unit (0) of data of this size."""
        size = max(root_mean_square(self.centered), 1e-7 * root_mean_square(self.X))
        return bool(np.allclose(a, b, rtol=0, atol=self.tolerance * size**power))


def root_mean_square(rows):
    """Of the lengths of these rows."""
    return np.sqrt(np.mean(np.sum(rows**2, axis=1)))


def top(matrix, k):
    """The k largest eigenvalues."""
    return np.linalg.eigvalsh(matrix)[::-1][:k]


def standard(centered):
    """Columns of deviation 1, but for constant ones."""
    deviations = centered.std(axis=0)
    return centered / np.where(deviations > 1e-6, deviations, 1.0)


# What each misunderstanding gives for the variances. Each has a property of its own, so that no diagnosis depends on
# signs: it fails where the variances are wrong in just this way, and its name is what the mistake is known by.
MISREADINGS = {
    "of centered data, not of X as it is": lambda r, k: top(r.X.T @ r.X / r.n, k),
    "of columns centered one by one, not by one mean": lambda r, k: top(
        (r.X - r.X.mean()).T @ (r.X - r.X.mean()) / r.n, k
    ),
    "divided by n, not by n - 1": lambda r, k: top(r.centered.T @ r.centered / max(r.n - 1, 1), k),
    "of centered data, not standardized ones": lambda r, k: top(standard(r.centered).T @ standard(r.centered) / r.n, k),
    "the largest, not the smallest": lambda r, k: top(r.centered.T @ r.centered / r.n, r.d)[::-1][:k],
    "variances, not their square roots": lambda r, k: np.sqrt(
        np.maximum(top(r.centered.T @ r.centered / r.n, k), 0)
    ),
    "divided by n, not sums": lambda r, k: top(r.centered.T @ r.centered, k),
    "variances, not singular values": lambda r, k: np.sqrt(np.maximum(top(r.centered.T @ r.centered, k), 0)),
    "variances, not shares of their total": lambda r, k: (
        top(r.centered.T @ r.centered / r.n, k) / max(np.sum(r.centered**2) / r.n, 1e-12)
    ),
}


def not_as(misread):
    def test(got, want):
        if got.near(got.variances, want.variances, 2):
            return True
        return not got.near(got.variances, misread(got, len(got.variances)), 2)

    return test


def projected_centered(got, want):
    reduced = got.centered @ got.components
    return got.near(got.reduced, reduced, 1) or not got.near(got.reduced, got.X @ got.components, 1)


def signs_agree(got, want):
    reduced = got.centered @ got.components
    return got.near(got.reduced, reduced, 1) or not got.near(np.abs(got.reduced), np.abs(reduced), 1)


def orthonormal(got, want):
    return got.near(got.components.T @ got.components, np.eye(len(got.variances)), 0)


def right_variances(got, want):
    return got.near(got.variances, want.variances, 2)


def consistent(got, want):
    return got.near(got.reduced, got.centered @ got.components, 1)


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
            "the centered data are projected, not X itself": projected_centered,
            "X_reduced has the signs of the components": signs_agree,
            "the components are orthogonal unit columns": orthonormal,
            "the explained variances are the k largest, in descending order": right_variances,
            "X_reduced is the centered X times the components": consistent,
            "X_reduced varies along each component as much as you return for it": along_the_components,
        }
    ),
)
PROPERTIES = (DEFINING[0], *MISREAD, *DEFINING[1:])


def solve(X):
    eigenvalues, eigenvectors = np.linalg.eigh(X.T @ X / len(X))
    return eigenvalues[::-1], eigenvectors[:, ::-1]


@mistake("You divide the covariance by n - 1, as np.cov and scikit-learn do. Divide by n here.",
         kind="property:the explained variances are divided by n, not by n - 1", when=says("not by n - 1"))
def sample_covariance(X, k):
    centered = X - X.mean(axis=0)
    eigenvalues, eigenvectors = np.linalg.eigh(centered.T @ centered / max(len(X) - 1, 1))
    return eigenvectors[:, ::-1][:, :k], eigenvalues[::-1][:k], centered @ eigenvectors[:, ::-1][:, :k]


@mistake("You keep the smallest variances, because eigh returns eigenvalues in ascending order. Reverse the "
         "eigenvalues and the columns of eigenvectors.",
         when=uses("eigh", "eigvalsh"), kind="property:the explained variances are the largest, not the smallest")
def ascending(X, k):
    centered = X - X.mean(axis=0)
    eigenvalues, eigenvectors = np.linalg.eigh(centered.T @ centered / len(X))
    return eigenvectors[:, :k], eigenvalues[:k], centered @ eigenvectors[:, :k]


@mistake("You do not subtract the column means before you form X.T @ X / n, which then measures the distance from the "
         "origin. Center X first.",
         kind="property:the explained variances are of centered data, not of X as it is",
         when=says("not of X as it is"))
def not_centered(X, k):
    eigenvalues, eigenvectors = solve(X)
    return eigenvectors[:, :k], eigenvalues[:k], (X - X.mean(axis=0)) @ eigenvectors[:, :k]


@mistake("You project X itself onto the components. Project the centered data, so that X_reduced has mean 0.",
         kind="property:the centered data are projected, not X itself", when=says("not X itself"))
def projects_raw(X, k):
    eigenvalues, eigenvectors = solve(X - X.mean(axis=0))
    return eigenvectors[:, :k], eigenvalues[:k], X @ eigenvectors[:, :k]


@mistake("You take the eigenvectors by rows. eigh returns them in columns: eigenvectors[:, j] belongs to "
         "eigenvalues[j].", when=uses("eigh", "eig"))
def rows_of_eigenvectors(X, k):
    centered = X - X.mean(axis=0)
    eigenvalues, eigenvectors = np.linalg.eigh(centered.T @ centered / len(X))
    components = eigenvectors[::-1][:k].T
    return components, eigenvalues[::-1][:k], centered @ components


@mistake("You return the components as rows, (k, d). Return them as columns, (d, k).")
def components_in_rows(X, k):
    centered = X - X.mean(axis=0)
    eigenvalues, eigenvectors = solve(centered)
    return eigenvectors[:, :k].T, eigenvalues[:k], centered @ eigenvectors[:, :k]


@mistake("You return standard deviations. The explained variance is their square.",
         kind="property:the explained variances are variances, not their square roots",
         when=says("not their square roots"))
def deviations(X, k):
    centered = X - X.mean(axis=0)
    eigenvalues, eigenvectors = solve(centered)
    return eigenvectors[:, :k], np.sqrt(np.maximum(eigenvalues[:k], 0)), centered @ eigenvectors[:, :k]


@mistake("You subtract the mean of all entries. Subtract the mean of each feature: X.mean(axis=0).",
         kind="property:the explained variances are of columns centered one by one, not by one mean",
         when=says("not by one mean"))
def one_mean(X, k):
    centered = X - X.mean()
    eigenvalues, eigenvectors = solve(centered)
    return eigenvectors[:, :k], eigenvalues[:k], centered @ eigenvectors[:, :k]


@mistake("You return each variance's share of the total. Return the variance itself.",
         kind="property:the explained variances are variances, not shares of their total", when=says("not shares"))
def ratios(X, k):
    centered = X - X.mean(axis=0)
    eigenvalues, eigenvectors = solve(centered)
    return eigenvectors[:, :k], eigenvalues[:k] / max(eigenvalues.sum(), 1e-12), centered @ eigenvectors[:, :k]


@mistake("You standardize the columns, which gives the components of the correlation matrix. Only center them.",
         kind="property:the explained variances are of centered data, not standardized ones",
         when=says("not standardized"))
def standardized(X, k):
    deviation = X.std(axis=0)
    scaled = (X - X.mean(axis=0)) / np.where(deviation > 1e-12, deviation, 1)
    eigenvalues, eigenvectors = solve(scaled)
    return eigenvectors[:, :k], eigenvalues[:k], scaled @ eigenvectors[:, :k]


@mistake("You use the thin SVD, which has only min(n, d) components. With fewer samples than features, k may be "
         "larger: pass full_matrices=True, or use eigh of the covariance.", when=uses("svd"))
def thin_svd(X, k):
    centered = X - X.mean(axis=0)
    _, singular, Vt = np.linalg.svd(centered, full_matrices=False)
    return Vt[:k].T, singular[:k] ** 2 / len(X), centered @ Vt[:k].T


@mistake("You flip the components' signs after projecting. Any sign is right, but X_reduced must be the centered X "
         "times the components that you return.",
         kind="property:X_reduced has the signs of the components", when=says("the signs of the components"))
def signs_of_their_own(X, k):
    centered = X - X.mean(axis=0)
    eigenvalues, eigenvectors = solve(centered)
    components = eigenvectors[:, :k]
    largest = components[np.argmax(np.abs(components), axis=0), np.arange(k)]
    return -components * np.sign(largest), eigenvalues[:k], centered @ (components * np.sign(largest))


@mistake("You do not divide by n: these are sums of squares, not variances.",
         kind="property:the explained variances are divided by n, not sums", when=says("not sums"))
def sums_of_squares(X, k):
    centered = X - X.mean(axis=0)
    eigenvalues, eigenvectors = solve(centered)
    return eigenvectors[:, :k], len(X) * eigenvalues[:k], centered @ eigenvectors[:, :k]


@mistake("You return singular values. The explained variance is their square, divided by n.",
         kind="property:the explained variances are variances, not singular values", when=says("not singular values"))
def singular_values(X, k):
    centered = X - X.mean(axis=0)
    eigenvalues, eigenvectors = solve(centered)
    return eigenvectors[:, :k], np.sqrt(len(X) * np.maximum(eigenvalues[:k], 0)), centered @ eigenvectors[:, :k]


@mistake("You center X in place, so the caller's array changes. Center a copy: X - X.mean(axis=0).",
         kind="changed", when=says("the first argument"))
def in_place(X, k):
    X -= X.mean(axis=0)
    eigenvalues, eigenvectors = solve(X)
    return eigenvectors[:, :k], eigenvalues[:k], X @ eigenvectors[:, :k]


@mistake("Where the variance is 0, your components are not unit columns. Use eigh of the (d, d) covariance, or a "
         "full SVD, to complete them.")
def by_the_gram_matrix(X, k):
    centered = X - X.mean(axis=0)
    if len(X) >= X.shape[1]:
        eigenvalues, eigenvectors = solve(centered)
        return eigenvectors[:, :k], eigenvalues[:k], centered @ eigenvectors[:, :k]
    eigenvalues, vectors = np.linalg.eigh(centered @ centered.T / len(X))
    components, variances = np.zeros((X.shape[1], k)), np.zeros(k)
    for j in range(min(k, len(X))):
        component = centered.T @ vectors[:, -1 - j]
        length = np.linalg.norm(component)
        if length > 1e-6:
            components[:, j], variances[j] = component / length, eigenvalues[-1 - j]
    return components, variances, centered @ components


def iterated(X, k, steps):
    """Power iteration with deflation."""
    centered, rng = X - X.mean(axis=0), np.random.default_rng(1)
    covariance, components = centered.T @ centered / len(X), np.zeros((X.shape[1], 0))
    for _ in range(k):
        component = rng.normal(size=X.shape[1])
        for _ in range(steps):
            moved = covariance @ (component - components @ (components.T @ component))
            if np.linalg.norm(moved) < 1e-12:
                break
            component = moved / np.linalg.norm(moved)
        component = component - components @ (components.T @ component)
        components = np.column_stack([components, component / np.linalg.norm(component)])
    return components, np.diag(components.T @ covariance @ components), centered @ components


@mistake("Your eigensolver stops before it has converged, as it does with a fixed number of steps where two variances "
         "are close. Iterate until nothing changes, or use np.linalg.eigh.",
         kind="property:X_reduced varies along each component as much as you return for it",
         when=lacks("eigh", "eig", "svd"), constants={"steps": (20,)})
def too_few_steps(X, k, *, steps):
    return iterated(X, k, steps)


@mistake("Your eigensolver stops before it has converged, as it does with a fixed number of steps where two variances "
         "are close. Iterate until nothing changes, or use np.linalg.eigh.",
         kind="property:the explained variances are the k largest, in descending order",
         when=lacks("eigh", "eig", "svd"), constants={"steps": (30, 200)})
def too_few_steps_for_close_variances(X, k, *, steps):
    return iterated(X, k, steps)


@alternative
def full_svd(X, k):
    centered = X - np.mean(X, 0)
    _, singular, Vt = np.linalg.svd(centered, full_matrices=True)
    variances = np.zeros(X.shape[1])
    variances[: len(singular)] = singular**2 / X.shape[0]
    return Vt[:k].T, variances[:k], centered @ Vt[:k].T


@alternative
def sorted_by_numpy_cov(X, k):
    centered = X - X.mean(0, keepdims=True)
    covariance = np.atleast_2d(np.cov(X, rowvar=False, bias=True))
    values, vectors = np.linalg.eigh(covariance)
    order = np.argsort(-values)[:k]
    return [-vectors[:, order], values[order], np.einsum("nd,dk->nk", centered, -vectors[:, order])]


@alternative
def one_variance_at_a_time(X, k):
    centered = X - X.mean(axis=0)
    values, vectors = np.linalg.eigh(sum(np.outer(row, row) for row in centered) / len(X))
    pairs = sorted(zip(values, vectors.T), key=lambda pair: pair[0], reverse=True)[:k]
    components = np.stack([vector for _, vector in pairs], axis=1)
    return components, [float(value) for value, _ in pairs], centered @ components
