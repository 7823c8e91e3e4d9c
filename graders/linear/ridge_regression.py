"""Ridge regression: the sum of squares plus lam times the squared norm, minimised exactly."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake


def cases(rng):
    yield Case("one sample, one feature", np.array([[2.0]]), np.array([6.0]), 2.0)
    yield Case("two features", np.array([[1.0, 0.0], [0.0, 2.0]]), np.array([2.0, 4.0]), 1.0)
    yield Case("lam of zero is least squares", np.array([[1.0, 2.0], [0.0, 1.0], [1.0, 0.0]]),
               np.array([1.0, 2.0, -1.0]), 0.0)
    yield Case("a large lam", np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]]), np.array([3.0, 1.0, -2.0]), 1e3)
    yield Case("fewer samples than features", np.array([[1.0, 2.0, 3.0], [0.0, 1.0, -1.0]]), np.array([1.0, 2.0]), 0.5)
    yield Case("twice the same column", np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]), np.array([1.0, 3.0, 4.0]), 0.1)
    # The large column's weight is a millionth of the other's: each entry is judged by its own size.
    yield Case("columns 1e6 apart", np.array([[1.0, 2e6], [2.0, -1e6], [3.0, 1e6], [-1.0, 3e6]]),
               np.array([1.0, 2.0, 4.0, -1.0]), 0.5).judged(close(rtol=1e-3)).plain()
    yield Case("columns 1e6 apart, the first one large", np.array([[1e6, 0.3], [-2e6, 0.1], [1e6, -0.4]]),
               np.array([3.0, -1.0, 2.0]), 0.01).judged(close(rtol=1e-3)).plain()
    yield Case("random, tall", rng.normal(size=(7, 3)), rng.normal(size=7), float(rng.uniform(0.5, 3.0)))
    yield Case("random, wide", rng.normal(size=(3, 5)), rng.normal(size=3), float(rng.uniform(0.5, 3.0)))
    yield Case("random, square", rng.normal(size=(4, 4)), rng.normal(size=4), float(rng.uniform(0.5, 3.0)))
    yield Case("random, forty samples", rng.normal(1.0, 1.0, size=(40, 2)), rng.normal(size=40), 2.0)
    yield Case("random, far from the origin", rng.normal(4.0, 1.0, size=(6, 2)), rng.normal(9.0, 1.0, size=6), 2.0)
    yield Case("random, three hundred samples", rng.normal(1.0, 1.0, size=(300, 2)), rng.normal(size=300), 20.0).plain()
    yield Case("columns and lam of a small scale", 1e-3 * np.array([[1.0, 2.0], [0.0, 1.0], [1.0, 0.0]]),
               np.array([1.0, 2.0, -1.0]), 2e-6).plain()


def normal(A, b):
    return np.linalg.lstsq(A, b, rcond=None)[0]


@mistake("You leave the penalty out: this is ordinary least squares.")
def without_penalty(X, y, lam):
    return normal(X, y)


@mistake("You add lam to every entry of X.T @ X; the penalty belongs on its diagonal, lam times the "
         "identity.")
def lam_everywhere(X, y, lam):
    return normal(X.T @ X + lam, X.T @ y)


@mistake("You multiply lam by n, as if the first term were a mean. It is a sum here.")
def times_n(X, y, lam):
    return normal(X.T @ X + lam * len(y) * np.eye(X.shape[1]), X.T @ y)


@mistake("You square lam. Rows of sqrt(lam) below X put lam on the diagonal of X.T @ X; rows of lam put its "
         "square.")
def squared(X, y, lam):
    return normal(np.vstack([X, lam * np.eye(X.shape[1])]), np.append(y, np.zeros(X.shape[1])))


@mistake("You add lam / 2. Both terms are differentiated, so the 2 of the squared error cancels that of the "
         "penalty.")
def halved(X, y, lam):
    return normal(X.T @ X + lam / 2 * np.eye(X.shape[1]), X.T @ y)


@mistake("You add 2 * lam. Both terms are differentiated, so the 2 of the penalty cancels that of the "
         "squared error.")
def doubled(X, y, lam):
    return normal(X.T @ X + 2 * lam * np.eye(X.shape[1]), X.T @ y)


@mistake("You subtract the penalty; it is added to X.T @ X.")
def subtracted(X, y, lam):
    return normal(X.T @ X - lam * np.eye(X.shape[1]), X.T @ y)


@mistake("You centre X and y, which fits an intercept as well. The task has none: use the data as they are.")
def centred(X, y, lam):
    X, y = X - X.mean(axis=0), y - y.mean()
    return normal(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)


@mistake("You leave the first weight out of the penalty, as one does for an intercept. There is none here: "
         "every weight is penalised.")
def first_weight_free(X, y, lam):
    penalty = lam * np.eye(X.shape[1])
    penalty[0, 0] = 0.0
    return normal(X.T @ X + penalty, X.T @ y)


@mistake("You descend the gradient with a rate that suits the largest column, so the weight of a small one "
         "hardly moves. Solve the linear system instead.")
def by_descent(X, y, lam):
    A = X.T @ X + lam * np.eye(X.shape[1])
    w, rate = np.zeros(X.shape[1]), 1 / np.linalg.norm(A, 2)
    for _ in range(3000):
        w = w - rate * (A @ w - X.T @ y)
    return w


@alternative
def by_stacking(X, y, lam):
    d = X.shape[1]
    A = np.concatenate([X, np.sqrt(lam) * np.identity(d)])
    return np.linalg.lstsq(A, np.concatenate([y, np.zeros(d)]), rcond=None)[0]


@alternative
def by_the_inverse(X, y, lam):
    gram = np.einsum("ni,nj->ij", X, X)
    gram[np.diag_indices(len(gram))] += lam
    return np.linalg.inv(gram) @ X.T @ y


@alternative
def by_singular_values(X, y, lam):
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    return Vt.T @ (s / (s**2 + lam) * (U.T @ y))


@alternative
def by_elimination(X, y, lam):
    d = X.shape[1]
    rows = [[float(X[:, i] @ X[:, j]) + lam * (i == j) for j in range(d)] + [float(X[:, i] @ y)] for i in range(d)]
    for i in range(d):
        for k in range(d):
            if k != i:
                factor = rows[k][i] / rows[i][i]
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
    return [rows[i][d] / rows[i][i] for i in range(d)]
