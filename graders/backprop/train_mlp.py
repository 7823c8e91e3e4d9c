"""Training: accuracy on fresh points of two moons and of a three-arm spiral.

What is asked for is an accuracy, so nothing is compared with the reference. The labels of the fresh points
never leave the engine, and each check has a spiral of its own. What must hold of a predictor besides is asked of
those that are trained already; one more is trained with a state of rng that was used before, unless training is
slow. Two networks differ most beside the boundaries of one of them, so there they are compared.
"""

from itertools import pairwise

import numpy as np

from mlprep.grading.api import Case, Rng, alternative, crashes_over, holds, mistake, says

SECONDS = 60  # three trainings of twenty


def probe(module, case):
    import time

    trained = vars(module).setdefault("_trained_before", [])
    side = np.linspace(-3, 3, 40)
    around = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    look = case.kwargs["look"]
    if look != "accuracy" and not trained:
        raise RuntimeError("no training has come to an end, so there is no predictor to look at")
    if look == "batches":
        (points,) = case.args
        predict, before = trained[-1]["predict"], points.copy()
        seen = {"labels": np.array(predict(points)), "points": bool((points == before).all())}
        batches = [predict(batch) for batch in np.split(before, [1, 2, 5, 40, 150])]
        return {**seen, "one label": batches[0], "in batches": np.concatenate([np.ravel(each) for each in batches])}
    if look == "after":
        return {"before": trained[0]["around"], "after": np.array(trained[0]["predict"](around))}
    X, y, n_classes, rng, points = case.args
    if look == "state" and trained[0]["seconds"] > 4:
        return {}
    began = time.process_time()
    predict = module.train_mlp(X, y, n_classes, rng)
    took = time.process_time() - began
    if look == "state":
        # Two networks seldom agree on where the one has its boundary, to an eighth of the grid.
        labels = np.resize(trained[0]["around"], (40, 40))
        row, column = np.nonzero(labels[:, 1:] != labels[:, :-1])
        along = side[column][:, None] + (side[1] - side[0]) * (np.arange(8) + 0.5) / 8
        between = np.stack(np.broadcast_arrays(along, side[row][:, None]), axis=-1).reshape(-1, 2)
        between = between if len(between) else around
        return {"between": np.array(trained[0]["predict"](between)), "between again": np.array(predict(between))}
    if not callable(predict):
        kind = type(predict).__name__
        raise TypeError(f"train_mlp has to return a function from points to labels; it returned a {kind}")
    seen = {"labels": predict(points.copy()), "again": predict(points.copy())}
    trained.append({"predict": predict, "around": np.array(predict(around)), "seconds": took})
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


def _placed(rng, X, y, turn, numbers):
    """The points rotated, in random order, with their classes renumbered."""
    order = rng.permutation(len(X))
    rotation = np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    return (X @ rotation)[order], numbers[y[order]]


def cases(rng):
    made = []
    for name, make, n_classes in (("two moons", _moons, 2), ("three-arm spiral", _spiral, 3)):
        place = rng.uniform(0, 2 * np.pi), rng.permutation(n_classes)
        X, y = _placed(rng, *make(rng, 600), *place)
        points, labels = _placed(rng, *make(rng, 450), *place)
        seed = int(rng.integers(2**32))
        made.append((X, y, n_classes, seed, points))
        case = Case(name, X, y, n_classes, Rng(seed), points, look="accuracy").keeping(labels=labels)
        # each check draws a spiral of its own; one pair of moons must do
        yield (case.once() if n_classes == 2 else case.plain()).unreferenced().judged(*ACCURATE)
    points = made[1][4]
    batches = Case("the last predictor, in batches", points[np.argsort(points[:, 0])], look="batches")
    yield batches.judged(*STEADY).once().unreferenced().edge("any batch")
    after = Case("the first predictor, asked again", look="after")
    yield after.judged(OUTLIVES).once().unreferenced().edge("several networks")
    X, y, n_classes, seed, points = made[0]
    state = Case("the moons once more, with the same seed", X, y, n_classes, Rng(seed), points, look="state")
    yield state.judged(REPEATABLE).once().unreferenced().edge("same state")


def _are_labels(case, got, want):
    labels = np.asarray(got["labels"])
    if labels.ndim > 1 or labels.dtype.kind not in "iu":
        came = f"The predictor returned shape {labels.shape}, {labels.dtype}"
        return f"{came}; return one integer per point."
    return True


def _one_per_point(case, got, want):
    came, asked = np.shape(got["labels"]), case.kept["labels"].shape
    return came == asked or f"The predictor returned shape {came} for {asked[0]} points; return {asked}."


def _every_class_occurs(case, got, want):
    missing = np.setdiff1d(np.arange(case.args[2]), np.asarray(got["labels"]))
    return not missing.size or f"No point at all gets the label {missing[0]}, of {case.args[2]} classes."


def _better_than_guessing(case, got, want):
    reached, guessed = _accuracy(case, got), 1 / case.args[2]
    return reached > guessed + 0.05 or f"Accuracy {reached:.3f} on fresh points is no better than guessing."


def _accurate(case, got, want):
    reached = _accuracy(case, got)
    return reached >= 0.95 or f"Accuracy {reached:.3f} on fresh points; at least 0.95 is needed."


def _accuracy(case, got):
    return float(np.mean(np.asarray(got["labels"]) == case.kept["labels"]))


def _one_point(case, got, want):
    alone = np.shape(got["one label"])
    return alone == (1,) or f"The predictor returned shape {alone} for one point; return (1,)."


def _points_unchanged(case, got, want):
    return got["points"] or "The predictor changed the points that it was given."


def _same_twice(case, got, want):
    moved = np.mean(np.asarray(got["labels"]) != np.asarray(got["again"]))
    return bool(moved == 0) or f"Asked twice for the same points, the predictor gives {moved:.1%} another label."


def _same_in_batches(case, got, want):
    if np.shape(got["labels"]) != np.shape(got["in batches"]):
        return "Asked in batches, the predictor returns another number of labels."
    moved = np.mean(np.asarray(got["labels"]) != got["in batches"])
    return bool(moved <= 0.01) or (
        f"{moved:.0%} of the points get another label in smaller batches: the predictor "
        "must treat every point by itself."
    )


def _same_after_another_training(case, got, want):
    moved = np.mean(got["before"] != got["after"])
    return bool(moved <= 0.01) or (
        f"After another training the first predictor gives {moved:.0%} of the points another label: each must keep "
        "its own weights."
    )


def _same_with_the_seed(case, got, want):
    moved = np.mean(got["between"] != got["between again"]) if "between" in got else 0.0
    return bool(moved <= 0.02) or (
        f"Trained again with the same seed, {moved:.0%} of the points near the boundary between classes get another "
        "label: draw from the rng that is passed in."
    )


ACCURATE = (
    holds("the predictor returns labels", _are_labels),
    holds("there is one label per point", _one_per_point),
    holds("the same points get the same labels", _same_twice),
    holds("training beats guessing", _better_than_guessing),
    holds("every class occurs", _every_class_occurs),
    holds("accuracy is 0.95", _accurate),
)
STEADY = (
    holds("one point has one label", _one_point),
    holds("the predictor leaves the points alone", _points_unchanged),
    holds("labels do not depend on the batch", _same_in_batches),
)
OUTLIVES = holds("a predictor outlives the next training", _same_after_another_training)
REPEATABLE = holds("the same seed gives the same network", _same_with_the_seed)


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


@mistake("Your network has not learned the shape of the classes. Check whether it has a nonlinearity between its "
         "layers, enough units, and enough steps.",
         kind="property:accuracy is 0.95", when=says("at least 0.95"))
def no_hidden_layer(X, y, n_classes, rng):
    return _Net([X.shape[1], n_classes], rng).fit(X, y, n_classes).predict


@mistake("Your network has learned nothing. Check for weights that all start at 0, a step with the wrong sign, and a "
         "learning rate that is far too small or too large.",
         kind="property:training beats guessing", when=says("no better than guessing"))
def starts_at_zero(X, y, n_classes, rng):
    return _Net([X.shape[1], 32, 32, n_classes], rng, scale=0.0).fit(X, y, n_classes, epochs=40).predict


@mistake("Your predictor's labels depend on the batch, as when points are scaled with the statistics of the batch. "
         "Keep the mean and deviation of the training set, and use those.",
         kind="property:labels do not depend on the batch", when=says("smaller batches"))
def scales_with_the_batch(X, y, n_classes, rng):
    def scaled(points):
        return (points - points.mean(0)) / (points.std(0) + 1e-8)

    net = _Net([X.shape[1], 32, 32, n_classes], rng).fit(scaled(X), y, n_classes)
    return lambda points: net.predict(scaled(points))


@mistake("Your predictor returns scores, probabilities or floats. Return one integer per point: the argmax over the "
         "classes, of shape (m,).", kind="property:the predictor returns labels", when=says("one integer per point"))
def returns_probabilities(X, y, n_classes, rng):
    net = _Net([X.shape[1], 16, n_classes], rng).fit(X, y, n_classes, epochs=20)

    def predict(points):
        e = np.exp(net.forward(points)[-1])
        return e / e.sum(1, keepdims=True)

    return predict


_GLOBAL = {}


@mistake("Your predictors share their weights or their scaling, so training another network changes the first one. "
         "Keep them in local variables of train_mlp, not in global ones.",
         kind="property:a predictor outlives the next training", when=says("After another training"))
def weights_in_a_global(X, y, n_classes, rng):
    _GLOBAL["net"] = _Net([X.shape[1], 32, 32, n_classes], rng).fit(X, y, n_classes)
    return lambda points: _GLOBAL["net"].predict(points)


@mistake("Not all of your draws come from rng, so a training cannot be repeated. Draw from the generator that is "
         "passed in.", kind="property:the same seed gives the same network", when=says("with the same seed"))
def own_generator(X, y, n_classes, rng):
    return _Net([X.shape[1], 32, 32, n_classes], np.random.default_rng()).fit(X, y, n_classes).predict


@mistake("Your targets or your last layer have fewer columns than there are classes. Use n_classes for both.",
         kind="crashed", when=crashes_over("index"))
def two_classes_only(X, y, n_classes, rng):
    return _Net([X.shape[1], 32, 32, 2], rng).fit(X, y, 2).predict


@mistake("You change X or y, the arrays of the caller. Work on copies; to shuffle, index with a permutation.",
         kind="changed", when=says("argument was modified"))
def changes_the_training_points(X, y, n_classes, rng):
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    return _Net([X.shape[1], 32, 32, n_classes], rng).fit(X, y, n_classes).predict


@mistake("Your predictor never returns one of the classes. Use n_classes for the targets and the last layer, and "
         "take the argmax over all of them.",
         kind="property:every class occurs", when=says("No point at all gets the label"))
def two_of_three_classes(X, y, n_classes, rng):
    net = _Net([X.shape[1], 32, 32, n_classes], rng).fit(X, y, n_classes)
    return lambda points: net.forward(points)[-1][:, :-1].argmax(1) if n_classes > 2 else net.predict(points)


@mistake("Your predictor does not return a label for every point. The last, smaller batch counts too.",
         kind="property:there is one label per point", when=says("for 450 points"))
def drops_the_last_batch(X, y, n_classes, rng):
    net = _Net([X.shape[1], 32, 32, n_classes], rng).fit(X, y, n_classes)
    return lambda points: net.predict(points)[: max(1, len(points) // 100 * 100)]


@mistake("For one point your predictor returns a number, not an array of shape (1,). Leave the axis of the points as "
         "it is.", kind="property:one point has one label", when=says("for one point"))
def squeezes_one_point(X, y, n_classes, rng):
    net = _Net([X.shape[1], 32, 32, n_classes], rng).fit(X, y, n_classes)
    return lambda points: np.squeeze(net.predict(points))


@mistake("Your predictor draws at random, as with dropout that is still on. Switch it off for predictions.",
         kind="property:the same points get the same labels", when=says("Asked twice"))
def random_when_asked(X, y, n_classes, rng):
    net = _Net([X.shape[1], 32, 32, n_classes], rng).fit(X, y, n_classes)
    return lambda points: net.predict(points + 0.1 * rng.normal(size=points.shape))


@mistake("Your predictor writes into the points that it is given. Compute new arrays.",
         kind="property:the predictor leaves the points alone", when=says("changed the points"))
def scales_in_place(X, y, n_classes, rng):
    mean, deviation = X.mean(0), X.std(0)
    net = _Net([X.shape[1], 32, 32, n_classes], rng).fit((X - mean) / deviation, y, n_classes)

    def predict(points):
        points -= mean
        points /= deviation
        return net.predict(points)

    return predict


_FREE = "a choice that the task leaves free: the network trains as well with it"
_SAFE = "the logits of these data stay far below overflow, so any shift gives the same probabilities"
EQUIVALENT = {
    "module: 32 -> 33 in `HIDDEN = (32, 32)` #1": _FREE,
    "module: 32 -> 31 in `HIDDEN = (32, 32)` #1": _FREE,
    "module: 32 -> 33 in `HIDDEN = (32, 32)` #2": _FREE,
    "module: 32 -> 31 in `HIDDEN = (32, 32)` #2": _FREE,
    "module: 300 -> 301 in `STEPS, RATE, BETA = (300, 0.3, 0.9)`": _FREE,
    "module: 300 -> 299 in `STEPS, RATE, BETA = (300, 0.3, 0.9)`": _FREE,
    "module: 0.3 -> 0.6 in `STEPS, RATE, BETA = (300, 0.3, 0.9)`": _FREE,
    "module: 0.9 -> 0.0 in `STEPS, RATE, BETA = (300, 0.3, 0.9)`": _FREE,
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
    # with some spirals it does and with some it does not, so it is not even tried
    "train_mlp: 1.0 -> 2.0 in `delta = delta @ layer[0].T...": "a slope of the right sign for every unit still trains",
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
