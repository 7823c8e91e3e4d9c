"""Gradient accumulation: each part weighted by its rows, the parts as they are asked for, and none too large.

The function grad is built in the probe from plain data. It looks at what it is given, and says what is wrong with it.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, both, mistake, says, uses


def probe(module, case):
    X, y, size = case.args
    w = case.kwargs["w"]
    kinds = {
        "mean of (x @ w - y) ** 2": lambda X, y: 2 * X.T @ (X @ w - y) / len(X),
        "mean of y * (x @ w)": lambda X, y: X.T @ y / len(X),
        "mean of log(1 + exp(-y * (x @ w)))": lambda X, y: -X.T @ (y / (1 + np.exp(y * (X @ w)))) / len(X),
    }
    mean_gradient = kinds[case.kwargs["loss"]]
    seen = [0]

    def grad(X_part, y_part):
        if np.ndim(X_part) != 2 or np.shape(X_part)[1] != X.shape[1]:
            raise ValueError(f"grad takes X_part of shape (rows, {X.shape[1]}); it has shape {np.shape(X_part)}")
        rows, start = len(X_part), seen[0]
        if np.shape(y_part) != (rows,):
            raise ValueError(f"grad takes one entry of y per row, {(rows,)}; y_part has shape {np.shape(y_part)}")
        if rows == 0:
            raise ValueError("grad was called with an empty part")
        if rows > size:
            raise ValueError(f"grad was called with more than {size} rows: {rows}")
        wanted = min(size, len(X) - start)
        if wanted <= 0 or (start and np.array_equal(X_part, X[:rows]) and not np.array_equal(X[:1], X[start:][:1])):
            raise ValueError("grad was called again with rows that it had before")
        if rows != wanted:
            raise ValueError(f"the part from row {start} on should have a length of {wanted}; it has {rows}")
        if not (np.array_equal(X_part, X[start : start + rows]) and np.array_equal(y_part, y[start : start + rows])):
            raise ValueError(f"the next part begins with row {start}; grad was called with other rows")
        seen[0] += rows
        return mean_gradient(np.array(X_part), np.array(y_part))

    answer = module.accumulate_gradients(grad, X, y, size)
    if seen[0] < len(X):
        raise ValueError(f"grad was never called with the rows from {seen[0]} on")
    return answer


SQUARES, LINEAR, LOGISTIC = "mean of (x @ w - y) ** 2", "mean of y * (x @ w)", "mean of log(1 + exp(-y * (x @ w)))"


def cases(rng):
    def case(name, n, d, size, loss=SQUARES):
        X, y = rng.normal(size=(n, d)) + 0.5, rng.normal(size=n)
        if loss == LOGISTIC:
            y = np.where(y > 0, 1.0, -1.0)
        return Case(name, X, y, size, loss=loss, w=rng.normal(size=d))

    X, y = np.array([[1.0, 0.0], [3.0, 2.0], [5.0, 4.0], [7.0, 8.0]]), np.array([1.0, 1.0, 2.0, 1.0])
    yield Case("two equal parts", X, y, 2, loss=LINEAR, w=np.zeros(2))
    yield case("three equal parts", 6, 2, 2)
    yield case("two parts of three", 6, 4, 3, LOGISTIC)
    yield case("as many rows as features", 4, 4, 2)
    yield case("a hundred parts", 300, 2, 3, LOGISTIC).plain()
    smaller = "a smaller last part"
    yield Case("two rows and one", X[:3], np.ones(3), 2, loss=LINEAR, w=np.zeros(2)).edge(smaller)
    yield case("a last part of one row", 7, 3, 3).edge(smaller)
    yield case("a last part that is nearly as large", 11, 2, 4).edge(smaller)
    # evened out, the parts would have 4, 3 and 3 rows
    yield case("a last part of two rows", 10, 3, 4, LOGISTIC).edge(smaller)
    yield case("one large part and one row", 9, 2, 8).edge(smaller)
    yield case("size n", 5, 3, 5).edge("large parts")
    yield case("size above n", 3, 2, 4).edge("large parts")
    yield case("size far above n", 4, 2, 1000, LOGISTIC).edge("large parts")
    yield case("one row at a time", 4, 3, 1).edge("single ones")
    yield case("one row", 1, 3, 1).edge("single ones")
    yield case("one row, room for two", 1, 2, 2).edge("single ones")
    yield case("one feature", 5, 1, 2).edge("single ones")


def _parts(grad, X, y, size):
    return [(len(X[i : i + size]), grad(X[i : i + size], y[i : i + size])) for i in range(0, len(X), size)]


@mistake("You average the parts' gradients as if all parts had the same number of rows. Weigh each by its number of "
         "rows, and divide by n.")
def mean_of_means(grad, X, y, size):
    return np.mean([g for _, g in _parts(grad, X, y, size)], axis=0)


@mistake("You add up the parts' gradients. Each is a mean already: weigh it by its share of the rows, m / n.")
def summed(grad, X, y, size):
    return np.sum([g for _, g in _parts(grad, X, y, size)], axis=0)


@mistake("You divide the sum of the parts' gradients by n. Each is a mean over its m rows, so multiply it by m first.")
def divided_by_n(grad, X, y, size):
    return np.sum([g for _, g in _parts(grad, X, y, size)], axis=0) / len(X)


@mistake("You return the gradient of the sum of the losses. Divide by n.")
def gradient_of_the_sum(grad, X, y, size):
    return np.sum([m * g for m, g in _parts(grad, X, y, size)], axis=0)


@mistake("You weigh every part by `size`, but the last part may have fewer rows. Multiply by its own number.",
         constants={"at_most_n": (False, True)})
def last_part_counted_as_full(grad, X, y, size, *, at_most_n):
    rows = min(size, len(X)) if at_most_n else size
    return np.sum([rows * g for _, g in _parts(grad, X, y, size)], axis=0) / len(X)


@mistake("You divide by n // size, which is not the number of parts where size does not divide n. Weigh each part by "
         "its number of rows, and divide by n.")
def divided_by_full_parts(grad, X, y, size):
    return np.sum([g for _, g in _parts(grad, X, y, size)], axis=0) / max(len(X) // size, 1)


@mistake("You divide by the number of parts times size, as if the last part were full. Divide by n.")
def divided_by_the_room(grad, X, y, size):
    parts = _parts(grad, X, y, size)
    return np.sum([m * g for m, g in parts], axis=0) / (len(parts) * size)


@mistake("You keep only the last part's gradient. Add each part's share to what you have.")
def last_part_alone(grad, X, y, size):
    return _parts(grad, X, y, size)[-1][1]


@mistake("You average in passing, total = (total + gradient) / 2, which halves the weight of the earlier parts each "
         "time. Weigh each part by m / n.")
def running_average(grad, X, y, size):
    total = None
    for _, g in _parts(grad, X, y, size):
        total = g if total is None else (total + g) / 2
    return total


@mistake("You leave out the last, smaller part. Its rows count as well.", kind="crashed", when=says("was never called"))
def last_part_dropped(grad, X, y, size):
    total = np.zeros(X.shape[1])
    for i in range(len(X) // size):
        total += size * grad(X[i * size : (i + 1) * size], y[i * size : (i + 1) * size])
    return total / len(X)


@mistake("You cut X and y into `size` parts. Cut them into parts of `size` rows each.", kind="crashed",
         when=both(uses("np.array_split"), says("with more than")))
def into_size_parts(grad, X, y, size):
    total = np.zeros(X.shape[1])
    for X_part, y_part in zip(np.array_split(X, size), np.array_split(y, size)):
        total += len(X_part) * grad(X_part, y_part)
    return total / len(X)


@mistake("You pass more than `size` rows to grad. Cut X and y into parts of `size` rows.", kind="crashed",
         when=says("with more than"))
def all_at_once(grad, X, y, size):
    return grad(X, y)


@mistake("You spread the rows evenly over the parts. Each part has `size` rows, and only the last may be smaller.",
         kind="crashed", when=both(uses("np.array_split"), says("should have a length of")))
def evened_out(grad, X, y, size):
    n = len(X)
    parts = -(-n // size)
    total = np.zeros(X.shape[1])
    for X_part, y_part in zip(np.array_split(X, parts), np.array_split(y, parts)):
        total += len(X_part) * grad(X_part, y_part)
    return total / n


@mistake("A part has another length than it should. Each part has `size` rows from where the last one ended, and only "
         "the last may be smaller.", kind="crashed", when=says("should have a length of"))
def other_lengths(grad, X, y, size):
    return np.mean([grad(X[i : i + 1], y[i : i + 1]) for i in range(len(X))], axis=0)


@mistake("You call grad with an empty part. Stop when all rows have been passed.", kind="crashed",
         when=says("an empty part"))
def an_empty_part(grad, X, y, size):
    total = np.zeros(X.shape[1])
    for i in range(len(X) // size + 1):
        X_part, y_part = X[i * size : (i + 1) * size], y[i * size : (i + 1) * size]
        total += len(X_part) * grad(X_part, y_part)
    return total / len(X)


@mistake("You pass other rows than the next ones. The first part has the first `size` rows, the second the next, and "
         "so on.", kind="crashed", when=says("with other rows"))
def shuffled(grad, X, y, size):
    order = np.random.default_rng(0).permutation(len(X))
    return sum(m * g for m, g in _parts(grad, X[order], y[order], size)) / len(X)


@mistake("You call grad more often than there are parts. Call it once for each part.", kind="crashed",
         when=says("called again with rows"))
def called_twice(grad, X, y, size):
    total = np.zeros_like(grad(X[:size], y[:size]))
    for m, g in _parts(grad, X, y, size):
        total += m * g
    return total / len(X)


@mistake("You pass a single row as a vector. A part has two axes, (rows, d), also where it has one row.",
         kind="crashed", when=says("grad takes X_part of shape"))
def single_rows_as_vectors(grad, X, y, size):
    return sum(grad(row, target) for row, target in zip(X, y)) / len(X)


@alternative
def running_mean(grad, X, y, size):
    mean, seen = 0.0, 0
    while seen < len(X):
        X_part = X[seen : seen + size]
        g = grad(X_part, y[seen : seen + size])
        seen += len(X_part)
        mean = mean + (g - mean) * (len(X_part) / seen)
    return mean


@alternative
def into_the_first_gradient(grad, X, y, size):
    n = X.shape[0]
    total = None
    for end in range(size, n + size, size):
        part = slice(end - size, min(end, n))
        g = grad(X[part], y[part])
        g *= part.stop - part.start
        if total is None:
            total = g
        else:
            total += g
    total /= n
    return total


@alternative
def by_np_average(grad, X, y, size):
    cuts = list(range(size, len(X), size))
    parts = list(zip(np.split(X, cuts), np.split(y, cuts)))
    return np.average([grad(*part) for part in parts], axis=0, weights=[len(labels) for _, labels in parts])
