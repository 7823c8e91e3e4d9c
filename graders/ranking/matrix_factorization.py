"""Matrix factorization: errors where ratings are, the factor 2, the penalty on every row, both updates at once."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def problem(n, m, r, share=0.6):
        """Ratings of which every row and column has at least one, and a start."""
        observed = rng.permutation(np.arange(n * m) < share * n * m).reshape(n, m)
        observed[np.arange(max(n, m)) % n, np.arange(max(n, m)) % m] = True
        R = np.where(observed, np.round(rng.uniform(1, 5, size=(n, m)), 1), np.nan)
        return R, observed, rng.normal(size=(n, r)) * 0.6, rng.normal(size=(m, r)) * 0.6

    one = np.array([[3.0, np.nan]]), np.array([[True, False]])
    yield Case("one rating, without a penalty", *one, np.array([[1.0]]), np.array([[2.0], [1.0]]), 0.1, 0.0, 1)
    whole = np.array([[5.0, 1.0, 3.0], [2.0, 4.0, 1.0]])
    start = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[1.0, 0.5], [0.0, 1.0], [0.5, 0.5]])
    yield Case("every rating observed", whole, np.ones((2, 3), dtype=bool), *start, 0.05, 0.0, 1)
    some = np.array([[True, True, False], [False, True, True]])
    yield Case("four of six ratings", np.where(some, whole, np.nan), some, *start, 0.05, 0.0, 1)
    yield Case("four of six, with a penalty", np.where(some, whole, np.nan), some, *start, 0.05, 0.4, 1)
    yield Case("two steps", np.where(some, whole, np.nan), some, *start, 0.05, 0.1, 2)
    yield Case("random", *problem(4, 5, 3), 0.02, 0.3, 3)
    yield Case("more users than items", *problem(7, 3, 2), 0.01, float(rng.uniform(0.1, 0.5)), 4)
    yield Case("as many users as items and factors", *problem(3, 3, 3), 0.02, 0.2, 3)
    yield Case("thirty steps", *problem(5, 4, 2), 0.01, 0.1, 30)
    yield Case("a penalty of 2", *problem(3, 4, 2), 0.01, 2.0, 2)
    yield Case("one factor", *problem(3, 4, 1), 0.02, 0.2, 3).edge("one factor")
    yield Case("one user", *problem(1, 4, 2), 0.02, 0.2, 3).edge("one user or item")
    yield Case("one item", *problem(3, 1, 2), 0.02, 0.2, 3).edge("one user or item")
    yield Case("zero steps", *problem(3, 2, 2), 0.02, 0.2, 0).edge("no steps")
    R, observed, U, V = problem(4, 5, 2)
    observed[2], observed[:, 3] = False, False
    R = np.where(observed, R, np.nan)
    yield Case("a user and an item without ratings", R, observed, U, V, 0.02, 0.5, 2).edge("rows without a rating")
    none = np.full((2, 3), np.nan), np.zeros((2, 3), dtype=bool)
    yield Case("no rating at all", *none, *start, 0.1, 1.0, 2).edge("rows without a rating")


def _errors(R, observed, U, V):
    return np.where(observed, R - U @ V.T, 0.0)


def _descent(R, observed, U, V, lr, lam, n_steps, errors=_errors, factor=2.0, penalty=None):
    for _ in range(n_steps):
        E = errors(R, observed, U, V)
        shrink = (2 * lam * U, 2 * lam * V) if penalty is None else penalty(U, V)
        U, V = U - lr * (-factor * E @ V + shrink[0]), V - lr * (-factor * E.T @ U + shrink[1])
    return U, V


@mistake("NaN from entries that were not observed reaches your result. Their errors should be 0, and 0 times NaN is "
         "NaN: put the 0 there with np.where.")
def nan_in_the_result(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, lr, lam, n_steps, lambda R, observed, U, V: (R - U @ V.T) * observed)


@mistake("You treat entries that were not observed as ratings of 0. They should not count at all.")
def unobserved_as_zero(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, lr, lam, n_steps,
                    lambda R, observed, U, V: np.where(observed, R, 0.0) - U @ V.T)


@mistake("You fill in entries that were not observed with the mean rating. They should not count at all.")
def unobserved_as_mean(R, observed, U, V, lr, lam, n_steps):
    mean = np.sum(np.where(observed, R, 0.0)) / max(np.sum(observed), 1)
    return _descent(R, observed, U, V, lr, lam, n_steps,
                    lambda R, observed, U, V: np.where(observed, R, mean) - U @ V.T)


@mistake("Your gradient lacks the factor 2, which the derivatives of all the squares have.")
def without_the_two(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, lr / 2, lam, n_steps)


@mistake("The gradient of the squared error lacks its factor 2.")
def error_without_the_two(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, lr, lam, n_steps, factor=1.0)


@mistake("The gradient of the penalty lacks its factor 2: lam · U² has the derivative 2 · lam · U.")
def penalty_without_the_two(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, lr, lam, n_steps, penalty=lambda U, V: (lam * U, lam * V))


@mistake("You leave out the penalty. Add 2 · lam times each factor to its gradient.")
def without_the_penalty(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, lr, 0.0, n_steps)


@mistake("Your penalty has the wrong sign, so the factors grow. Add its gradient to that of the error.")
def penalty_flipped(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, lr, -lam, n_steps)


@mistake("You apply the penalty to U alone. V has it too.")
def penalty_on_users(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, lr, lam, n_steps, penalty=lambda U, V: (2 * lam * U, 0 * V))


@mistake("Only rows with a rating shrink in your code. The penalty applies to every row of U and V.")
def penalty_on_rated_rows(R, observed, U, V, lr, lam, n_steps):
    rated = np.any(observed, axis=1)[:, None], np.any(observed, axis=0)[:, None]
    return _descent(R, observed, U, V, lr, lam, n_steps,
                    penalty=lambda U, V: (2 * lam * U * rated[0], 2 * lam * V * rated[1]))


@mistake("You apply the penalty once per rating. Apply it once to each row of U and V.", constants={"factor": (2, 1)})
def penalty_per_rating(R, observed, U, V, lr, lam, n_steps, *, factor):
    counts = np.sum(observed, axis=1)[:, None], np.sum(observed, axis=0)[:, None]
    return _descent(R, observed, U, V, lr, lam, n_steps, factor=factor,
                    penalty=lambda U, V: (factor * lam * U * counts[0], factor * lam * V * counts[1]))


@mistake("Your penalty is on the norm, not on its square. Its gradient should be 2 · lam times the factor.")
def penalty_on_the_norm(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, lr, lam, n_steps,
                    penalty=lambda U, V: (lam * U / np.linalg.norm(U), lam * V / np.linalg.norm(V)))


@mistake("You average the squared error over the observed ratings. The loss is their sum.")
def averaged(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, lr, lam, n_steps, factor=2 / max(np.sum(observed), 1))


@mistake("You average over all n · m entries. The loss is a sum.")
def averaged_over_all(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, lr, lam, n_steps, factor=2 / R.size)


@mistake("You update {first} first, and the other factor with the new {first}. Take both gradients at the old values.",
         constants={"first": ("U", "V"), "errors": ("old", "new")})
def one_after_the_other(R, observed, U, V, lr, lam, n_steps, *, first, errors):
    second = "V" if first == "U" else "U"
    for _ in range(n_steps):
        E = _errors(R, observed, U, V)
        for name in (first, second):
            if name == "U":
                U = U - lr * (-2 * E @ V + 2 * lam * U)
            else:
                V = V - lr * (-2 * E.T @ U + 2 * lam * V)
            if errors == "new":
                E = _errors(R, observed, U, V)
    return U, V


@mistake("You do not multiply the penalty's gradient by lr. The step is lr times the whole gradient.",
         constants={"factor": (1, 2)})
def penalty_without_lr(R, observed, U, V, lr, lam, n_steps, *, factor):
    return _descent(R, observed, U, V, lr, lam, n_steps,
                    penalty=lambda U, V: (factor * lam * U / lr, factor * lam * V / lr))


@mistake("You average each row's errors over its ratings. The loss is a sum.")
def averaged_by_row(R, observed, U, V, lr, lam, n_steps):
    rows = np.maximum(np.sum(observed, axis=1), 1)[:, None]
    columns = np.maximum(np.sum(observed, axis=0), 1)[:, None]
    for _ in range(n_steps):
        E = _errors(R, observed, U, V)
        U, V = U + 2 * lr * (E @ V / rows - lam * U), V + 2 * lr * (E.T @ U / columns - lam * V)
    return U, V


@mistake("You update after every rating. Take one step on the whole loss, with both gradients at the old values.",
         constants={"factor": (2, 1)})
def rating_by_rating(R, observed, U, V, lr, lam, n_steps, *, factor):
    U, V = U.copy(), V.copy()
    for _ in range(n_steps):
        for i, j in zip(*np.nonzero(observed)):
            error = R[i, j] - U[i] @ V[j]
            U[i], V[j] = (U[i] + lr * factor * (error * V[j] - lam * U[i]),
                          V[j] + lr * factor * (error * U[i] - lam * V[j]))
    return U, V


@mistake("You climb the loss. Subtract lr times the gradient, and note that the error's gradient has a minus sign.")
def ascent(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, -lr, lam, n_steps)


@mistake("The sign of your error is flipped: the gradient of (R − U Vᵀ)² has a minus sign.")
def error_flipped(R, observed, U, V, lr, lam, n_steps):
    return _descent(R, observed, U, V, lr, lam, n_steps, factor=-2.0)


@mistake("You compute the errors once, before the first step. Compute them from the current U and V in each step.")
def errors_computed_once(R, observed, U, V, lr, lam, n_steps):
    E = _errors(R, observed, U, V)
    return _descent(R, observed, U, V, lr, lam, n_steps, lambda *each: E)


@mistake("You take {more} of the steps asked for. Take exactly n_steps.",
         constants={"more": ("one less", "one more", "just one")})
def steps_miscounted(R, observed, U, V, lr, lam, n_steps, *, more):
    steps = {"one less": max(n_steps - 1, 0), "one more": n_steps + 1, "just one": 1}[more]
    return _descent(R, observed, U, V, lr, lam, steps)


@mistake("You keep V as it is. Update both factors.")
def users_alone(R, observed, U, V, lr, lam, n_steps):
    for _ in range(n_steps):
        U = _descent(R, observed, U, V, lr, lam, 1)[0]
    return U, V


@mistake("You return the product U Vᵀ. Return the two factors.")
def product(R, observed, U, V, lr, lam, n_steps):
    U, V = _descent(R, observed, U, V, lr, lam, n_steps)
    return U @ V.T


@mistake("You return V transposed. It should be (m, r).")
def transposed(R, observed, U, V, lr, lam, n_steps):
    U, V = _descent(R, observed, U, V, lr, lam, n_steps)
    return U, V.T


@mistake("You update the caller's arrays in place. Work on copies.", kind="changed", when=says("third argument"))
def in_place(R, observed, U, V, lr, lam, n_steps):
    for _ in range(n_steps):
        new = _descent(R, observed, U, V, lr, lam, 1)
        U[:], V[:] = new
    return U, V


@mistake("You write into the caller's R. Work on a copy.", kind="changed",
         when=says("first argument"))
def ratings_overwritten(R, observed, U, V, lr, lam, n_steps):
    R[~observed] = 0
    return _descent(R, observed, U, V, lr, lam, n_steps)


@alternative
def in_plain_loops(R, observed, U, V, lr, lam, n_steps):
    n, m = R.shape
    r = U.shape[1]
    U, V = U.tolist(), V.tolist()
    for _ in range(n_steps):
        down_U = [[2 * lam * u for u in row] for row in U]
        down_V = [[2 * lam * v for v in row] for row in V]
        for i in range(n):
            for j in range(m):
                if observed[i, j]:
                    error = float(R[i, j]) - sum(a * b for a, b in zip(U[i], V[j]))
                    for f in range(r):
                        down_U[i][f] -= 2 * error * V[j][f]
                        down_V[j][f] -= 2 * error * U[i][f]
        U = [[u - lr * g for u, g in zip(*rows)] for rows in zip(U, down_U)]
        V = [[v - lr * g for v, g in zip(*rows)] for rows in zip(V, down_V)]
    return np.array(U), np.array(V)


@alternative
def over_the_ratings(R, observed, U, V, lr, lam, n_steps):
    users, items = np.nonzero(observed)
    ratings, U, V = R[users, items], U.copy(), V.copy()
    for _ in range(n_steps):
        off = 2 * lr * (ratings - np.einsum("kr,kr->k", U[users], V[items]))[:, None]
        new_U, new_V = (1 - 2 * lr * lam) * U, (1 - 2 * lr * lam) * V
        np.add.at(new_U, users, off * V[items])
        np.add.at(new_V, items, off * U[users])
        U, V = new_U, new_V
    return U, V


@alternative
def with_zeros_for_nan(R, observed, U, V, lr, lam, n_steps):
    mask, filled = observed * 1.0, np.nan_to_num(R)
    for _ in range(n_steps):
        E = mask * (U.dot(V.T) - filled)
        step = E.dot(V), E.T.dot(U)
        U = U - 2 * lr * (step[0] + lam * U)
        V = V - 2 * lr * (step[1] + lam * V)
    return [U, V]
