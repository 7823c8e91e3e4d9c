"""Training: accuracy on fresh points of two moons and of a three-arm spiral.

What is asked for is an accuracy, so nothing is compared with the reference. The labels of the fresh points
never leave the engine. The fresh points come sorted, and some of them are asked for in batches of their own:
a predictor that leans on the statistics of its batch is caught by that. Two things show between trainings only: the
first predictor is asked once more after the second training, and the first training is repeated with the same seed,
unless it was slow. Far from the data two networks differ much more than on it, so there they are compared.
"""

from itertools import pairwise

import numpy as np

from mlprep.grading.api import Case, Rng, alternative, holds, mistake

SECONDS = 40  # two trainings of twenty


def probe(module, case):
    import time

    X, y, n_classes, rng, points, twin = case.args
    same, began = (X.copy(), y.copy(), n_classes, twin), time.perf_counter()
    predict = module.train_mlp(X, y, n_classes, rng)
    took = time.perf_counter() - began
    if not callable(predict):
        kind = type(predict).__name__
        raise TypeError(f"train_mlp has to return a function from points to labels; it returned a {kind}")
    labels = predict(points)
    batches = [predict(batch) for batch in np.split(points, [1, 2, 5, 40, 150])]
    seen = {"labels": labels, "one label": batches[0], "in batches": np.concatenate([np.ravel(b) for b in batches])}
    around = np.stack(np.meshgrid(np.linspace(-3, 3, 40), np.linspace(-3, 3, 40)), axis=-1).reshape(-1, 2)
    trained = vars(module).setdefault("_trained_before", [])
    if trained:
        earlier, before = trained.pop()
        seen["before"], seen["after"] = before, np.array(earlier(around))
    elif took < 4:
        again = module.train_mlp(*same)
        seen["around"], seen["around again"] = np.array(predict(around)), np.array(again(around))
    trained.append((predict, np.array(predict(around))))
    return seen


def _moons(rng, n):
    y = np.arange(n) % 2
    angle = rng.uniform(0.0, np.pi, n)
    upper = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    X = np.where(y[:, None] == 0, upper, [1.0, 0.5] - upper)
    return X + 0.1 * rng.normal(size=X.shape), y


def _spiral(rng, n):
    y = np.arange(n) % 3
    radius = rng.uniform(0.0, 1.0, n)
    angle = 2 * np.pi * y / 3 + 4.0 * radius + 0.15 * rng.normal(size=n)
    return radius[:, None] * np.stack([np.sin(angle), np.cos(angle)], axis=1), y


def cases(rng):
    for name, make, n_classes in (("two moons", _moons, 2), ("three-arm spiral", _spiral, 3)):
        X, y = make(rng, 600)
        order = rng.permutation(len(X))
        points, labels = make(rng, 450)
        sort = np.lexsort((points[:, 0], labels))
        seed = int(rng.integers(2**32))
        case = Case(name, X[order], y[order], n_classes, Rng(seed), points[sort], Rng(seed))
        yield case.keeping(labels=labels[sort]).once().unreferenced()


def _one_label_a_point(case, got, want):
    labels, asked = np.asarray(got["labels"]), case.kept["labels"].shape
    if labels.shape != asked:
        return f"The predictor returned shape {labels.shape} for {asked[0]} points; {asked} is asked for."
    if labels.dtype.kind not in "iu":
        return f"The predictor returned dtype {labels.dtype}; labels are integers."
    alone = np.shape(got["one label"])
    return alone == (1,) or f"The predictor returned shape {alone} for one point; (1,) is asked for."


def _same_in_batches(case, got, want):
    moved = np.mean(np.asarray(got["labels"]) != got["in batches"])
    return bool(moved <= 0.01) or (
        f"{moved:.0%} of the points get another label when they are asked for in smaller batches: the "
        "predictor must treat every point by itself."
    )


def _same_after_another_training(case, got, want):
    moved = np.mean(got["before"] != got["after"]) if "before" in got else 0.0
    return bool(moved <= 0.01) or (
        f"After a second training the first predictor gives {moved:.0%} of the points another label: each must keep "
        "its own weights."
    )


def _same_with_the_seed(case, got, want):
    moved = np.mean(got["around"] != got["around again"]) if "around" in got else 0.0
    return bool(moved <= 0.002) or (
        f"Trained again with the same seed, {moved:.1%} of the plane gets another label: draw from the rng that is "
        "passed in."
    )


def _better_than_guessing(case, got, want):
    reached, guessed = _accuracy(case, got), 1 / case.args[2]
    return reached > guessed + 0.05 or f"Accuracy {reached:.3f} on fresh points is no better than guessing."


def _accurate(case, got, want):
    reached = _accuracy(case, got)
    return reached >= 0.95 or f"Accuracy {reached:.3f} on fresh points; at least 0.95 is asked for."


def _accuracy(case, got):
    return float(np.mean(np.asarray(got["labels"]) == case.kept["labels"]))


CHECKS = (
    holds("there is one label for each point", _one_label_a_point),
    holds("labels do not depend on the batch", _same_in_batches),
    holds("a predictor outlives the next training", _same_after_another_training),
    holds("the same seed gives the same network", _same_with_the_seed),
    holds("training beats guessing", _better_than_guessing),
    holds("accuracy is 0.95", _accurate),
)


class _Net:
    """A network of tanh layers, trained by gradient descent with momentum on mini-batches."""

    def __init__(self, sizes, rng, scale=1.0):
        self.rng = rng
        self.W = [scale * rng.normal(size=(a, b)) / np.sqrt(a) for a, b in pairwise(sizes)]
        self.b = [np.zeros(b) for b in sizes[1:]]

    def forward(self, X):
        outputs = [X]
        for W, b in zip(self.W[:-1], self.b[:-1]):
            outputs.append(np.tanh(outputs[-1] @ W + b))
        return [*outputs, outputs[-1] @ self.W[-1] + self.b[-1]]

    def fit(self, X, y, n_classes, epochs=150, batch=50, lr=0.1, beta=0.9):
        Y = np.eye(n_classes)[y]
        params = self.W + self.b
        speed = [np.zeros_like(p) for p in params]
        for _ in range(epochs):
            for rows in np.array_split(self.rng.permutation(len(X)), max(1, len(X) // batch)):
                *acts, z = self.forward(X[rows])
                p = np.exp(z - z.max(1, keepdims=True))
                d = (p / p.sum(1, keepdims=True) - Y[rows]) / len(rows)
                dW, db = [], []
                for W, a in zip(self.W[::-1], acts[::-1]):
                    dW.insert(0, a.T @ d)
                    db.insert(0, d.sum(0))
                    d = (d @ W.T) * (1 - a**2)
                for p, v, g in zip(params, speed, dW + db):
                    v *= beta
                    v += g
                    p -= lr * v
        return self

    def predict(self, X):
        return self.forward(X)[-1].argmax(1)


@alternative
def momentum_on_small_batches(X, y, n_classes, rng):
    return _Net([X.shape[1], 32, 32, n_classes], rng).fit(X, y, n_classes).predict


@alternative
def one_wide_layer_on_scaled_inputs(X, y, n_classes, rng):
    mean, std = X.mean(0), X.std(0)
    h = 100
    params = [2 * rng.normal(size=(2, h)), rng.normal(size=h)]
    params += [0.1 * rng.normal(size=(h, n_classes)), np.zeros(n_classes)]
    m, v = [0 * p for p in params], [0 * p for p in params]
    A = (X - mean) / std
    for t in range(1, 601):
        W1, b1, W2, b2 = params
        z = A @ W1 + b1
        a = np.where(z > 0, z, 0.01 * z)
        s = a @ W2 + b2
        p = np.exp(s - s.max(axis=1)[:, None])
        p /= p.sum(axis=1)[:, None]
        p[np.arange(len(y)), y] -= 1
        p /= len(y)
        dz = p @ W2.T * np.where(z > 0, 1, 0.01)
        for i, g in enumerate((A.T @ dz, dz.sum(0), a.T @ p, p.sum(0))):
            m[i] = 0.9 * m[i] + 0.1 * g
            v[i] = 0.99 * v[i] + 0.01 * g * g
            params[i] = params[i] - 0.02 * m[i] / (1 - 0.9**t) / (np.sqrt(v[i] / (1 - 0.99**t)) + 1e-8)

    def predict(points):
        z = (points - mean) / std @ params[0] + params[1]
        return [int(np.argmax(row)) for row in np.where(z > 0, z, 0.01 * z) @ params[2] + params[3]]

    return predict


@mistake("Your network has not learnt the shape of the classes. Either there is no nonlinearity between its "
         "layers, so that it draws straight lines only, or it stops too early: train until the loss has stopped "
         "falling.", kind="property:accuracy is 0.95")
def no_hidden_layer(X, y, n_classes, rng):
    return _Net([X.shape[1], n_classes], rng).fit(X, y, n_classes).predict


@mistake("It has learnt nothing. The usual causes: weights that all start at 0, so that every hidden unit "
         "stays the same, a step against the wrong sign, or a learning rate that is far too small or large.",
         kind="property:training beats guessing")
def starts_at_zero(X, y, n_classes, rng):
    return _Net([X.shape[1], 32, 32, n_classes], rng, scale=0.0).fit(X, y, n_classes, epochs=40).predict


@mistake("Your predictor scales the points with the statistics of the batch that it is given. Keep the "
         "training set's mean and deviation, and use those: a single point must get the same label.",
         kind="property:labels do not depend on the batch")
def scales_with_the_batch(X, y, n_classes, rng):
    def scaled(points):
        return (points - points.mean(0)) / (points.std(0) + 1e-8)

    net = _Net([X.shape[1], 32, 32, n_classes], rng).fit(scaled(X), y, n_classes)
    return lambda points: net.predict(scaled(points))


@mistake("Your predictor returns scores or probabilities, or labels in another form. Return one integer for "
         "each point: the argmax over the classes, of shape (m,).",
         kind="property:there is one label for each point")
def returns_probabilities(X, y, n_classes, rng):
    net = _Net([X.shape[1], 16, n_classes], rng).fit(X, y, n_classes, epochs=20)

    def predict(points):
        e = np.exp(net.forward(points)[-1])
        return e / e.sum(1, keepdims=True)

    return predict


_GLOBAL = {}


@mistake("Your predictors share their weights, or their scaling: training another network changes the first one. Let "
         "each keep its own, not in a global variable.", kind="property:a predictor outlives the next training")
def weights_in_a_global(X, y, n_classes, rng):
    _GLOBAL["net"] = _Net([X.shape[1], 32, 32, n_classes], rng).fit(X, y, n_classes)
    return lambda points: _GLOBAL["net"].predict(points)


@mistake("The seed of the caller's generator means nothing to your training: it draws from a generator of its own, or "
         "from NumPy's global state. Draw from rng.", kind="property:the same seed gives the same network")
def own_generator(X, y, n_classes, rng):
    return _Net([X.shape[1], 32, 32, n_classes], np.random.default_rng()).fit(X, y, n_classes).predict


@mistake("The number of classes is fixed in your code. Use n_classes for the one-hot targets and the last "
         "layer.")
def two_classes_only(X, y, n_classes, rng):
    return _Net([X.shape[1], 32, 32, 2], rng).fit(X, y, 2).predict


@mistake("You shuffle X and y themselves, and the caller's arrays come back in another order. Index with a "
         "permutation instead.", kind="changed")
def shuffles_in_place(X, y, n_classes, rng):
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    return _Net([X.shape[1], 32, 32, n_classes], rng).fit(X, y, n_classes).predict


_FREE = "a choice that the task leaves free: the network trains as well with it"
_SAFE = "the logits of these data stay far below overflow, so any shift gives the same probabilities"
EQUIVALENT = {
    "module: 32 -> 33 in `HIDDEN = (32, 32)` #1": _FREE,
    "module: 32 -> 31 in `HIDDEN = (32, 32)` #1": _FREE,
    "module: 32 -> 33 in `HIDDEN = (32, 32)` #2": _FREE,
    "module: 32 -> 31 in `HIDDEN = (32, 32)` #2": _FREE,
    "module: 600 -> 601 in `STEPS, RATE, BETA = (600, 0.3, 0.9)`": _FREE,
    "module: 600 -> 599 in `STEPS, RATE, BETA = (600, 0.3, 0.9)`": _FREE,
    "module: 0.3 -> 0.6 in `STEPS, RATE, BETA = (600, 0.3, 0.9)`": _FREE,
    "module: 0.9 -> 0.0 in `STEPS, RATE, BETA = (600, 0.3, 0.9)`": _FREE,
    "train_mlp: 0.0 -> 1.0 in `layers = [(rng.normal(…), np.zeros(m)) for n, m in pairwise(sizes)]` at "
    "`rng.normal(0.0, np.sqrt(2.0 / n), (n, m))`": _FREE,
    "train_mlp: np.sqrt(2.0 / n) -> 2.0 / n in `layers = [(rng.normal(…), np.zeros(m)) for n, m in pairwise(sizes)]`":
        _FREE,
    "train_mlp: 2.0 -> 4.0 in `layers = [(rng.normal(…), np.zeros(m)) for n, m in pairwise(sizes)]` at `2.0 / n`":
        _FREE,
    "train_mlp: np.zeros -> np.ones in `layers = [(rng.normal(…), np.zeros(m)) for n, m in pairwise(sizes)]`": _FREE,
    "train_mlp: np.zeros_like -> np.ones_like in `velocities = [(np.zeros_like(W), np.zeros_like(b)) for W, b in "
    "layers]` at `np.zeros_like(b)`": _FREE,
    "train_mlp: delta.sum -> delta.mean in `gradients = (a.T @ delta, delta.sum(axis=0))`":
        "biases that learn more slowly: still the right direction",
    "train_mlp: drop axis=0 in `gradients = (a.T @ delta, delta.sum(axis=0))`":
        "biases that learn together: still a network, and it trains",
    "train_mlp: 1.0 -> 2.0 in `delta = delta @ layer[0].T * (1.0 - a ** 2)`":
        "a slope of the right sign for every unit still trains",
    "train_mlp: v += gradient -> v = gradient": "plain gradient descent, which trains as well",
    "_forward: outputs[-1] @ W + b -> outputs[-1] @ W - b in `return [*outputs, outputs[-1] @ W + b]`":
        "a last bias that is pushed off costs a little accuracy",
    "_softmax: logits - logits.max(axis=1, keepdims=True) -> logits + logits.max(axis=1, keepdims=True) in `exps = "
    "np.exp(logits - logits.max(axis=1, keepdims=True))`": _SAFE,
    "_softmax: logits - logits.max(axis=1, keepdims=True) -> logits in `exps = np.exp(logits - logits.max(axis=1, "
    "keepdims=True))`": _SAFE,
    "_softmax: logits.max -> logits.min in `exps = np.exp(logits - logits.max(axis=1, keepdims=True))`": _SAFE,
    "_softmax: drop axis=1 in `exps = np.exp(logits - logits.max(axis=1, keepdims=True))`": _SAFE,
}
