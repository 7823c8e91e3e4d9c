"""Skip-gram: the two signs, gradients at the old values, a sum over the negatives, and a stable sigmoid."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, mistake, says, uses

QUIET = ("large products",)


def cases(rng):
    def vectors(k, d, lr, scale=0.8):
        return rng.normal(size=d) * scale, rng.normal(size=d), rng.normal(size=(k, d)), lr

    yield Case("two negatives", np.array([1.0, 0.0]), np.array([0.0, 2.0]), np.array([[0.0, 4.0], [1.0, 1.0]]), 0.1)
    center, context = np.array([1.0, 2.0, 0.0]), np.array([0.5, -1.0, 1.0])
    yield Case("two negatives, three dimensions", center, context, np.array([[1.0, 0.0, 1.0], [0.0, -1.0, 2.0]]), 0.5)
    yield Case("random, three negatives", *vectors(3, 2, 0.3))
    yield Case("random, more dimensions than negatives", *vectors(2, 5, 0.05))
    yield Case("random, as many as dimensions", *vectors(4, 4, float(rng.uniform(0.1, 0.9))))
    yield Case("random, a learning rate of 1", *vectors(5, 3, 1.0))
    yield Case("three hundred negatives", *vectors(300, 4, 0.01)).plain()
    yield Case("one negative and two dimensions", np.array([1.0, 1.0]), np.array([1.0, 0.0]), np.array([[0.0, 1.0]]),
               0.1).edge("one negative")
    yield Case("random, one negative", *vectors(1, 3, 0.4)).edge("one negative")
    pair = np.array([[1.0], [-1.0]])
    yield Case("one number each", np.array([2.0]), np.array([0.5]), pair, 0.2).edge("one dimension")
    center, context, negatives, lr = vectors(4, 3, 0.3)
    yield Case("the same negative twice", center, context, negatives[[0, 1, 0, 2]], lr).edge("repeated negatives")
    yield Case("the context among the negatives", center, context, np.stack([context, context, center]),
               lr).edge("repeated negatives")
    far = np.array([[100.0, 0.0], [-100.0, 1.0]])
    yield Case("a hit by 1e4", np.array([100.0, 0.0]), np.array([100.0, 2.0]), far[1:], 0.1).edge("large products")
    yield Case("a miss by 1e4", np.array([100.0, 0.0]), np.array([-100.0, 2.0]), far[:1], 0.1).edge("large products")
    yield Case("hits and misses", np.array([100.0, 1.0]), np.array([-10.0, 0.5]), far, 0.5).edge("large products")
    yield Case("products of 300", np.array([30.0, 1.0]), np.array([10.0, 0.0]), np.array([[-10.0, 3.0], [10.0, 1.0]]),
               0.1).edge("large products")
    yield Case("products of 12", np.array([4.0, 1.0]), np.array([-3.0, 0.0]), np.array([[3.0, 1.0], [-2.0, 2.0]]),
               0.1).edge("large products")


def _sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -z))


def _errors(center, context, negatives, sigmoid=_sigmoid):
    return sigmoid(context @ center) - 1, sigmoid(negatives @ center)


def _gradients(center, context, negatives, positive, errors):
    return positive * context + errors @ negatives, positive * center, errors[:, None] * center


def _step(center, context, negatives, lr, sigmoid=_sigmoid, positive=None, errors=None):
    found = _errors(center, context, negatives, sigmoid)
    positive, errors = found[0] if positive is None else positive, found[1] if errors is None else errors
    gradients = _gradients(center, context, negatives, positive, errors)
    return tuple(old - lr * each for old, each in zip((center, context, negatives), gradients))


@mistake("You move against the loss's decrease: subtract lr times the gradient instead of adding it.")
def ascent(center, context, negatives, lr):
    return _step(center, context, negatives, -lr)


@mistake("You move the context and the negatives with the center that was already updated. Take all gradients at the "
         "old values.")
def with_the_new_center(center, context, negatives, lr):
    positive, errors = _errors(center, context, negatives)
    center = center - lr * _gradients(center, context, negatives, positive, errors)[0]
    return center, context - lr * positive * center, negatives - lr * errors[:, None] * center


@mistake("You recompute the sigmoids after moving the center. Take all gradients at the old values.")
def errors_of_the_new_center(center, context, negatives, lr):
    moved = _step(center, context, negatives, lr)[0]
    positive, errors = _errors(moved, context, negatives)
    return moved, context - lr * positive * moved, negatives - lr * errors[:, None] * moved


@mistake("You move the center with the context and negatives that were already updated. Take all gradients at the old "
         "values.")
def with_new_outputs(center, context, negatives, lr):
    positive, errors = _errors(center, context, negatives)
    _, context, negatives = _step(center, context, negatives, lr)
    return center - lr * (positive * context + errors @ negatives), context, negatives


@mistake("You move after each pair, so later negatives see a center that has moved. Take all gradients at the old "
         "values.")
def one_pair_after_another(center, context, negatives, lr):
    positive = _errors(center, context, negatives)[0]
    center, context = center - lr * positive * context, context - lr * positive * center
    negatives = negatives.copy()
    for row in negatives:
        error = _sigmoid(row @ center)
        center, row[:] = center - lr * error * row, row - lr * error * center
    return center, context, negatives


@mistake("You average over the negatives. The loss sums over them.")
def averaged(center, context, negatives, lr):
    return _step(center, context, negatives, lr, errors=_errors(center, context, negatives)[1] / len(negatives))


@mistake("You average the negatives' part of the center's gradient. The loss sums over them.")
def averaged_for_the_center(center, context, negatives, lr):
    positive, errors = _errors(center, context, negatives)
    moved = center - lr * (positive * context + np.mean(errors[:, None] * negatives, axis=0))
    return moved, *_step(center, context, negatives, lr)[1:]


@mistake("The errors of your negatives have the wrong sign. The derivative of −ln σ(−s) is σ(s), which is positive.")
def negatives_flipped(center, context, negatives, lr):
    return _step(center, context, negatives, lr, errors=-_errors(center, context, negatives)[1])


@mistake("You treat the negatives as neighbors: their error is σ − 1 in your code. It should be σ, as their label is "
         "0.")
def negatives_as_neighbors(center, context, negatives, lr):
    return _step(center, context, negatives, lr, errors=_errors(center, context, negatives)[1] - 1)


@mistake("The context's error is σ in your code. It should be σ − 1, as its label is 1.")
def context_as_a_negative(center, context, negatives, lr):
    return _step(center, context, negatives, lr, positive=_sigmoid(context @ center))


@mistake("The context's error has the wrong sign. The derivative of −ln σ(s) is σ(s) − 1.")
def context_flipped(center, context, negatives, lr):
    return _step(center, context, negatives, lr, positive=1 - _sigmoid(context @ center))


@mistake("You swap the labels: the neighbor is pushed away, and the negatives are pulled closer. The neighbor's error "
         "is σ − 1 and a negative's is σ.")
def labels_swapped(center, context, negatives, lr):
    positive, errors = _errors(center, context, negatives)
    return _step(center, context, negatives, lr, positive=positive + 1, errors=errors - 1)


@mistake("You use σ(−s) as the errors of the negatives. The derivative of −ln σ(−s) is σ(s).")
def negatives_of_the_other_sign(center, context, negatives, lr):
    return _step(center, context, negatives, lr, errors=_sigmoid(-(negatives @ center)))


@mistake("You divide the center's gradient by the number of terms. The loss is a sum.")
def center_averaged(center, context, negatives, lr):
    moved = _step(center, context, negatives, lr / (1 + len(negatives)))[0]
    return moved, *_step(center, context, negatives, lr)[1:]


@mistake("You use the dot products as errors, without the sigmoid.")
def without_the_sigmoid(center, context, negatives, lr):
    return _step(center, context, negatives, lr, positive=context @ center - 1, errors=negatives @ center)


@mistake("You multiply the error by σ (1 − σ), as for a squared error. With −ln σ that factor cancels.")
def squared_error(center, context, negatives, lr):
    positive, errors = _errors(center, context, negatives)
    return _step(center, context, negatives, lr, positive=positive * (1 + positive) * -positive,
                 errors=errors * errors * (1 - errors))


@mistake("You leave out the learning rate. Multiply each gradient by lr.")
def without_lr(center, context, negatives, lr):
    return _step(center, context, negatives, 1.0)


@mistake("You return the gradients. Subtract lr times each from the old values.")
def gradients_alone(center, context, negatives, lr):
    return _gradients(center, context, negatives, *_errors(center, context, negatives))


@mistake("You leave the center as it is. It gets a gradient from the context and from every negative.")
def center_not_moved(center, context, negatives, lr):
    return center.copy(), *_step(center, context, negatives, lr)[1:]


@mistake("You move the center with the context alone. The negatives push it too.")
def center_without_negatives(center, context, negatives, lr):
    positive = _errors(center, context, negatives)[0]
    return center - lr * positive * context, *_step(center, context, negatives, lr)[1:]


@mistake("You move the center with the negatives alone. The context pulls it too.")
def center_without_context(center, context, negatives, lr):
    errors = _errors(center, context, negatives)[1]
    return center - lr * errors @ negatives, *_step(center, context, negatives, lr)[1:]


@mistake("You leave the negatives as they are. Each row gets a gradient too.")
def negatives_not_moved(center, context, negatives, lr):
    return *_step(center, context, negatives, lr)[:2], negatives.copy()


@mistake("You multiply each error by the vector itself. The gradient of a product's one side is the other side.")
def own_side(center, context, negatives, lr):
    positive, errors = _errors(center, context, negatives)
    return (center - lr * (positive + errors.sum()) * center, context - lr * positive * context,
            negatives - lr * errors[:, None] * negatives)


@mistake("You add up the gradients of equal rows, so repeated negatives move too far. Each row has its own gradient.")
def repeated_rows_added(center, context, negatives, lr):
    same = np.all(negatives[:, None] == negatives[None], axis=-1)
    errors = _errors(center, context, negatives)[1] * same.sum(axis=1)
    return *_step(center, context, negatives, lr)[:2], negatives - lr * errors[:, None] * center


@mistake("All your negatives move by the sum of their gradients. Each row has its own gradient.")
def negatives_moved_together(center, context, negatives, lr):
    errors = _errors(center, context, negatives)[1]
    return *_step(center, context, negatives, lr)[:2], negatives - lr * errors.sum() * center


@mistake("You skip products beyond {limit}, as the word2vec code does with its table of sigmoids. Compute the sigmoid "
         "of every product.", constants={"limit": (6.0, 5.0, 8.0, 10.0)})
def skipped(center, context, negatives, lr, *, limit):
    return _step(center, context, negatives, lr, sigmoid=lambda z: _sigmoid(np.where(
        z > limit, np.inf, np.where(z < -limit, -np.inf, z))))


@mistake("You clip the products at ±{limit}, so confident ones still get a gradient. Use a sigmoid that is stable "
         "without clipping.", constants={"limit": (6.0, 5.0, 8.0, 10.0)})
def clipped(center, context, negatives, lr, *, limit):
    return _step(center, context, negatives, lr, sigmoid=lambda z: _sigmoid(np.clip(z, -limit, limit)))


@mistake("exp overflows for a product far from 0. Use a form that only takes exp of numbers below 0.",
         kind="warning", when=both(says("overflow encountered in exp"), uses("exp")))
def exp_overflows(center, context, negatives, lr):
    return _step(center, context, negatives, lr, sigmoid=lambda z: 1 / (1 + np.exp(-z)))


@mistake("exp overflows for a product far from 0. Use a form that only takes exp of numbers below 0.", kind="crashed",
         when=says("OverflowError"))
def math_exp_overflows(center, context, negatives, lr):
    import math

    def sigmoid(z):
        return np.array([1 / (1 + math.exp(-each)) for each in np.ravel(z)]).reshape(np.shape(z))

    return _step(center, context, negatives, lr, sigmoid=sigmoid)


@mistake("exp(z) / (1 + exp(z)) becomes NaN for a large product. Use a form that only takes exp of numbers below 0.")
def quotient_of_infinities(center, context, negatives, lr):
    return _step(center, context, negatives, lr, sigmoid=lambda z: np.exp(z) / (1 + np.exp(z)))


@mistake("You update the caller's arrays in place. Return new ones.", kind="changed", when=says("argument"))
def in_place(center, context, negatives, lr):
    for old, new in zip((center, context, negatives), _step(center, context, negatives, lr)):
        old[:] = new
    return center, context, negatives


@alternative
def with_labels(center, context, negatives, lr):
    outputs = np.vstack([context[None], negatives])
    labels = np.zeros(len(outputs))
    labels[0] = 1
    z = outputs @ center
    errors = 0.5 * (1 + np.tanh(z / 2)) - labels
    moved = outputs - lr * np.outer(errors, center)
    return center - lr * (outputs.T @ errors), moved[0], moved[1:]


@alternative
def in_plain_loops(center, context, negatives, lr):
    import math

    def sigmoid(z):
        return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))

    d = len(center)
    change = [0.0] * d
    outputs = []
    for row, label in [(context, 1), *((row, 0) for row in negatives)]:
        error = sigmoid(sum(float(row[i]) * float(center[i]) for i in range(d))) - label
        for i in range(d):
            change[i] += error * row[i]
        outputs.append([row[i] - lr * error * center[i] for i in range(d)])
    return [center[i] - lr * change[i] for i in range(d)], outputs[0], outputs[1:]


@alternative
def by_einsum(center, context, negatives, lr):
    pull = np.exp(-np.logaddexp(0, np.einsum("d,d->", context, center)))
    push = np.exp(-np.logaddexp(0, -np.einsum("kd,d->k", negatives, center)))
    return [center + lr * (pull * context - np.einsum("k,kd->d", push, negatives)), context + lr * pull * center,
            negatives - lr * np.einsum("k,d->kd", push, center)]


EQUIVALENT = {
    "skip_gram_step: context @ center -> center @ context in `positive_error = sigmoid(context @ center) - 1`":
        "the product of two vectors has no order",
}
