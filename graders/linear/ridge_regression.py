"""Ridge regression: the sum of squares plus lam times the squared norm, minimized exactly."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, loops, mistake, uses


def cases(rng):
    yield Case("two features", np.array([[1.0, 0.0], [0.0, 2.0]]), np.array([2.0, 4.0]), 1.0)
    yield Case("a large lam", np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]]), np.array([3.0, 1.0, -2.0]), 1e3)
    yield Case("random, tall", rng.normal(size=(7, 3)), rng.normal(size=7), float(rng.uniform(0.5, 3.0)))
    yield Case("random, square", rng.normal(size=(4, 4)), rng.normal(size=4), float(rng.uniform(0.5, 3.0)))
    yield Case("random, forty samples", rng.normal(1.0, 1.0, size=(40, 2)), rng.normal(size=40), 2.0)
    yield Case("random, far from the origin", rng.normal(4.0, 1.0, size=(6, 2)), rng.normal(9.0, 1.0, size=6), 2.0)
    yield Case("random, three hundred samples", rng.normal(1.0, 1.0, size=(300, 2)), rng.normal(size=300), 20.0).plain()
    yield Case("one sample, one feature", np.array([[2.0]]), np.array([6.0]), 2.0).edge("one sample")
    yield Case("one sample, three features", rng.normal(size=(1, 3)), rng.normal(size=1), 0.5).edge("one sample")
    yield Case("lam of zero is least squares", np.array([[1.0, 2.0], [0.0, 1.0], [1.0, 0.0]]),
               np.array([1.0, 2.0, -1.0]), 0.0).edge("lam of 0")
    yield Case("random, lam of zero", rng.normal(size=(9, 2)), rng.normal(size=9), 0.0).edge("lam of 0")
    yield Case("fewer samples than features", np.array([[1.0, 2.0, 3.0], [0.0, 1.0, -1.0]]), np.array([1.0, 2.0]),
               0.5).edge("dependent columns")
    yield Case("random, wide", rng.normal(size=(3, 5)), rng.normal(size=3),
               float(rng.uniform(0.5, 3.0))).edge("dependent columns")
    yield Case("twice the same column", np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]), np.array([1.0, 3.0, 4.0]),
               0.1).edge("dependent columns")
    yield Case("a column of zeros", np.array([[1.0, 0.0, -1.0], [2.0, 0.0, 0.5]]), np.array([1.0, 3.0]),
               0.5).edge("dependent columns")
    # The large column's weight is a millionth of the other's: each entry is judged by its own size.
    yield Case("columns 1e6 apart", np.array([[1.0, 2e6], [2.0, -1e6], [3.0, 1e6], [-1.0, 3e6]]),
               np.array([1.0, 2.0, 4.0, -1.0]), 0.5).judged(close(rtol=1e-3)).plain().edge("columns far apart")
    yield Case("columns 1e6 apart, the first one large", np.array([[1e6, 0.3], [-2e6, 0.1], [1e6, -0.4]]),
               np.array([3.0, -1.0, 2.0]), 0.01).judged(close(rtol=1e-3)).plain().edge("columns far apart")
    small = 1e-3 * np.array([[1.0, 2.0], [0.0, 1.0], [1.0, 0.0]])
    note = "With columns of 1e-3 and lam = 2e-6 you return {got}. There, even lam + 1e-8 changes the weights."
    yield Case("columns and lam of a small scale", small, np.array([1.0, 2.0, -1.0]), 2e-6).plain().beyond(note)


def normal(A, b):
    return np.linalg.lstsq(A, b, rcond=None)[0]


@mistake("You leave the penalty out, so this is ordinary least squares. Add lam on the diagonal of X.T @ X.")
def without_penalty(X, y, lam):
    return normal(X, y)


@mistake("You add lam to every entry of X.T @ X. Add it on the diagonal only, as lam times the identity.")
def lam_everywhere(X, y, lam):
    return normal(X.T @ X + lam, X.T @ y)


@mistake("Your penalty is n times too strong, as if the squared errors were averaged. They are summed here.")
def times_n(X, y, lam):
    return normal(X.T @ X + lam * len(y) * np.eye(X.shape[1]), X.T @ y)


@mistake("Your penalty is lam squared, as when rows of lam are added below X. Add rows of sqrt(lam), which give lam on "
         "the diagonal of X.T @ X.")
def squared(X, y, lam):
    return normal(np.vstack([X, lam * np.eye(X.shape[1])]), np.append(y, np.zeros(X.shape[1])))


@mistake("You add lam / 2. The 2 of the penalty's gradient cancels that of the squared error, so lam itself belongs on "
         "the diagonal.")
def halved(X, y, lam):
    return normal(X.T @ X + lam / 2 * np.eye(X.shape[1]), X.T @ y)


@mistake("You add 2 * lam. The 2 of the penalty's gradient cancels that of the squared error, so lam itself belongs on "
         "the diagonal.")
def doubled(X, y, lam):
    return normal(X.T @ X + 2 * lam * np.eye(X.shape[1]), X.T @ y)


@mistake("You subtract the penalty. Add it to X.T @ X.")
def subtracted(X, y, lam):
    return normal(X.T @ X - lam * np.eye(X.shape[1]), X.T @ y)


@mistake("You fit an intercept, as centering X does. Leave it out, and use X and y as they are.")
def centered(X, y, lam):
    X, y = X - X.mean(axis=0), y - y.mean()
    return normal(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)


@mistake("You scale the columns first, so lam penalizes the scaled weights. Penalize the weights of X as it is.",
         constants={"by": ("norm", "deviation", "deviation and mean")})
def scaled(X, y, lam, *, by="norm"):
    scale = np.sqrt((X**2).sum(axis=0)) if by == "norm" else X.std(axis=0)
    Z = ((X - X.mean(axis=0)) if "mean" in by else X) / np.where(scale == 0, 1.0, scale)
    w = normal(Z.T @ Z + lam * np.eye(X.shape[1]), Z.T @ y)
    return w / np.where(scale == 0, 1.0, scale)


@mistake("You return an intercept as well. Leave it out: w has one entry per column of X.",
         constants={"first": (True, False)})
def with_an_intercept(X, y, lam, *, first=True):
    ones = np.ones((len(X), 1))
    A = np.hstack([ones, X] if first else [X, ones])
    return normal(A.T @ A + lam * np.eye(A.shape[1]), A.T @ y)


@mistake("You leave the first weight out of the penalty, as for an intercept. X has no intercept column, so penalize "
         "every weight.", constants={"alone": (True, False)})
def first_weight_free(X, y, lam, *, alone=True):
    penalty = lam * np.eye(X.shape[1])
    if alone or X.shape[1] > 1:
        penalty[0, 0] = 0.0
    return normal(X.T @ X + penalty, X.T @ y)


@mistake("You leave the last weight out of the penalty, as for an intercept. X has no intercept column, so penalize "
         "every weight.", constants={"alone": (True, False)})
def last_weight_free(X, y, lam, *, alone=True):
    penalty = lam * np.eye(X.shape[1])
    if alone or X.shape[1] > 1:
        penalty[-1, -1] = 0.0
    return normal(X.T @ X + penalty, X.T @ y)


@mistake("You add more than lam to the diagonal. Add lam only.",
         constants={"jitter": (1e-6, 1e-5, 1e-4, 1e-3)})
def with_a_jitter(X, y, lam, *, jitter=1e-6):
    return normal(X.T @ X + (lam + jitter) * np.eye(X.shape[1]), X.T @ y)


@mistake("Your pseudo-inverse cuts off small singular values (rcond), and so it loses the column of the smaller scale. "
         "Solve the linear system, or leave rcond at its default.", when=uses("rcond", "rcond=", "pinv"),
         constants={"rcond": (1e-10, 1e-8, 1e-6, 1e-5)})
def small_values_cut_off(X, y, lam, *, rcond=1e-10):
    return np.linalg.pinv(X.T @ X + lam * np.eye(X.shape[1]), rcond=rcond) @ X.T @ y


@mistake("Your loop descends the gradient with a rate that suits the largest column, so the weight of a small column "
         "hardly moves. Solve the linear system instead.", when=loops())
def by_descent(X, y, lam):
    A = X.T @ X + lam * np.eye(X.shape[1])
    w, rate = np.zeros(X.shape[1]), 1 / np.linalg.norm(A, 2)
    for _ in range(1000):
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
