"""The backward pass: every gradient against finite differences, and against the reference."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, gradients, mistake, says


def _loss(X, y_true, W1, b1, W2, b2):
    z2 = np.maximum(X @ W1 + b1, 0) @ W2 + b2
    top = z2.max(axis=1, keepdims=True)
    return np.sum(y_true * (top + np.log(np.exp(z2 - top).sum(axis=1, keepdims=True)) - z2))


class AwayFromKinks(gradients):
    """A simplified case may have hidden units at 0, where finite differences step over the kink of the ReLU."""

    def disagreement(self, case, value):
        X, _, W1, b1 = case.args[:4]
        return None if np.abs(X @ W1 + b1).min() < 1e-3 else super().disagreement(case, value)


CHECKS = (AwayFromKinks(_loss, of={"dW1": 2, "db1": 3, "dW2": 4, "db2": 5}),)


def cases(rng):
    def network(n, d, h, c, scale=1.0):
        """Random, but with no hidden unit so near 0 that a finite difference would step over its kink."""
        while True:
            X, W1, b1 = scale * rng.normal(size=(n, d)), scale * rng.normal(size=(d, h)), rng.normal(size=h)
            if np.abs(X @ W1 + b1).min() > 0.01:
                break
        y_true = np.eye(c)[rng.integers(c, size=n)]
        return X, y_true, W1, b1, scale * rng.normal(size=(h, c)), rng.normal(size=c)

    W1, W2 = np.array([[1.0, 1.0], [1.0, -1.0]]), np.array([[1.0, 1.0], [0.0, 2.0]])
    yield Case("by hand", np.array([[1.0, 2.0]]), np.array([[1.0, 0.0]]), W1, np.zeros(2), W2, np.zeros(2))
    yield Case("five samples", *network(5, 2, 4, 3))
    yield Case("more classes than hidden units", *network(3, 4, 2, 5))
    yield Case("a square network", *network(3, 3, 3, 3))
    yield Case("two samples of a square network", *network(2, 3, 3, 3))
    X, y_true = np.linspace(-3, 3, 600).reshape(300, 2), np.eye(3)[rng.integers(3, size=300)]
    # compared only: some hidden units are near their kinks, where differences have no answer
    yield Case("three hundred samples", X, y_true, *network(1, 2, 4, 3)[2:]).judged(close()).once()
    yield Case("one sample", *network(1, 3, 4, 2)).edge("single ones")
    yield Case("one feature", *network(4, 1, 3, 2)).edge("single ones")
    yield Case("one hidden unit", *network(3, 2, 1, 4)).edge("single ones")
    yield Case("one class", *network(3, 2, 2, 1)).edge("single ones")
    X, y_true, W1, b1, W2, b2 = network(4, 2, 3, 3)
    yield Case("every hidden unit off", X, y_true, W1, -100 - np.abs(b1), W2, b2).edge("units off")
    X, y_true = np.array([[10.0, 1.0], [-10.0, 2.0]]), np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    W1, W2 = np.array([[10.0, -10.0], [1.0, 3.0]]), np.array([[20.0, 10.0, -20.0], [-10.0, 15.0, 10.0]])
    thousands = Case("scores in the thousands", X, y_true, W1, np.zeros(2), W2, np.zeros(3))
    yield thousands.judged(close()).edge("large scores")
    X, y_true = np.array([[50.0], [-1.0]]), np.array([[0.0, 1.0], [1.0, 0.0]])
    W1, W2 = np.array([[1.0, -1.0]]), np.array([[20.0, 21.0], [1.0, 2.0]])
    far = Case("one row far below the other", X, y_true, W1, np.zeros(2), W2, np.zeros(2))
    yield far.judged(close()).edge("rows far apart")


def _forward(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    return z1, a1, e / e.sum(axis=1, keepdims=True)


def _backward(X, a1, dz2, W2, open_):
    dz1 = dz2 @ W2.T * open_
    return X.T @ dz1, dz1.sum(axis=0), a1.T @ dz2, dz2.sum(axis=0)


@mistake("You divide by the batch size. This loss is the sum over the batch, so p - y stays without a 1/n.")
def of_the_mean(X, y_true, W1, b1, W2, b2):
    z1, a1, p = _forward(X, W1, b1, W2, b2)
    return _backward(X, a1, (p - y_true) / len(X), W2, z1 > 0)


@mistake("All your gradients have the wrong sign. The error at the output is y_pred - y_true.")
def wrong_sign(X, y_true, W1, b1, W2, b2):
    z1, a1, p = _forward(X, W1, b1, W2, b2)
    return _backward(X, a1, y_true - p, W2, z1 > 0)


@mistake("Your gradient goes back through the ReLU unchanged. Set it to 0 where z1 is not positive.")
def relu_forgotten(X, y_true, W1, b1, W2, b2):
    z1, a1, p = _forward(X, W1, b1, W2, b2)
    return _backward(X, a1, p - y_true, W2, np.ones_like(z1))


@mistake("You multiply by the activations. Multiply by the slope of the ReLU: 1 where z1 > 0, and 0 elsewhere.")
def times_the_activation(X, y_true, W1, b1, W2, b2):
    _, a1, p = _forward(X, W1, b1, W2, b2)
    return _backward(X, a1, p - y_true, W2, a1)


@mistake("You clamp the gradient itself. The slope of the ReLU depends on the sign of z1, not on that of the "
         "gradient.")
def relu_of_the_gradient(X, y_true, W1, b1, W2, b2):
    _, a1, p = _forward(X, W1, b1, W2, b2)
    dz2 = p - y_true
    dz1 = np.maximum(dz2 @ W2.T, 0)
    return X.T @ dz1, dz1.sum(axis=0), a1.T @ dz2, dz2.sum(axis=0)


@mistake("You multiply by the softmax's slope p(1 - p) again. p - y is already the gradient at the scores, softmax "
         "included.")
def softmax_slope_twice(X, y_true, W1, b1, W2, b2):
    z1, a1, p = _forward(X, W1, b1, W2, b2)
    return _backward(X, a1, (p - y_true) * p * (1 - p), W2, z1 > 0)


@mistake("You average the bias gradients over the batch. Sum them, as you do for the weights.")
def averaged_biases(X, y_true, W1, b1, W2, b2):
    z1, a1, p = _forward(X, W1, b1, W2, b2)
    dW1, db1, dW2, db2 = _backward(X, a1, p - y_true, W2, z1 > 0)
    return dW1, db1 / len(X), dW2, db2 / len(X)


@mistake("You send the error back through W2 without transposing it, which fits only a square W2. Compute dz2 @ "
         "W2.T.")
def not_transposed(X, y_true, W1, b1, W2, b2):
    z1, a1, p = _forward(X, W1, b1, W2, b2)
    return _backward(X, a1, p - y_true, W2.T, z1 > 0)


@mistake("You return the last layer first. Return (dW1, db1, dW2, db2).")
def last_layer_first(X, y_true, W1, b1, W2, b2):
    z1, a1, p = _forward(X, W1, b1, W2, b2)
    dW1, db1, dW2, db2 = _backward(X, a1, p - y_true, W2, z1 > 0)
    return dW2, db2, dW1, db1


@mistake("exp overflows on large scores in your forward pass. Subtract each row's maximum first.")
def not_shifted(X, y_true, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    e = np.exp(a1 @ W2 + b2)
    return _backward(X, a1, e / e.sum(axis=1, keepdims=True) - y_true, W2, z1 > 0)


@mistake("You subtract the maximum of the whole batch, so a row far below it underflows to 0/0. Subtract each row's "
         "own maximum.")
def global_maximum(X, y_true, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max())
    return _backward(X, a1, e / e.sum(axis=1, keepdims=True) - y_true, W2, z1 > 0)


@mistake("Your dW1 has the right entries in the wrong places, as a reshaped transpose has. Compute X.T @ dz1.")
def reshaped(X, y_true, W1, b1, W2, b2):
    z1, a1, p = _forward(X, W1, b1, W2, b2)
    dz1 = (p - y_true) @ W2.T * (z1 > 0)
    return (dz1.T @ X).reshape(W1.shape), *_backward(X, a1, p - y_true, W2, z1 > 0)[1:]


@mistake("Your dW2 uses z1. The input of the second layer is a1, so compute a1.T @ dz2.")
def weights_from_z1(X, y_true, W1, b1, W2, b2):
    z1, _, p = _forward(X, W1, b1, W2, b2)
    return _backward(X, z1, p - y_true, W2, z1 > 0)


@mistake("Your ReLU mask leaves out the bias. Test z1 = X @ W1 + b1 for its sign.")
def mask_without_the_bias(X, y_true, W1, b1, W2, b2):
    _, a1, p = _forward(X, W1, b1, W2, b2)
    return _backward(X, a1, p - y_true, W2, X @ W1 > 0)


@mistake("You update W2 before you send the error back through it. Compute all gradients first, with the weights of "
         "the forward pass.", constants={"lr": (0.01, 0.1)})
def stepped_too_early(X, y_true, W1, b1, W2, b2, *, lr):
    z1, a1, p = _forward(X, W1, b1, W2, b2)
    dz1 = (p - y_true) @ (W2 - lr * a1.T @ (p - y_true)).T * (z1 > 0)
    return X.T @ dz1, dz1.sum(axis=0), *_backward(X, a1, p - y_true, W2, z1 > 0)[2:]


@mistake("You divide by the probability and multiply by the slope of the softmax. That fails where the probability "
         "underflows to 0, so use what remains when they cancel: y_pred - y_true.",
         constants={"eps": (1e-8, 0.0, 1e-12)})
def through_the_jacobian(X, y_true, W1, b1, W2, b2, *, eps):
    z1, a1, p = _forward(X, W1, b1, W2, b2)
    dp = -y_true / (p + eps)
    return _backward(X, a1, p * (dp - (dp * p).sum(axis=1, keepdims=True)), W2, z1 > 0)


@mistake("You change W2, the caller's array. Return gradients, and leave the step to the caller.",
         kind="changed", when=says("the fifth argument"))
def steps_in_place(X, y_true, W1, b1, W2, b2):
    z1, a1, p = _forward(X, W1, b1, W2, b2)
    made = _backward(X, a1, p - y_true, W2, z1 > 0)
    W2 -= 0.1 * made[2]
    return made


@alternative
def sample_by_sample(X, y_true, W1, b1, W2, b2):
    dW1, db1, dW2, db2 = (np.zeros(p.shape) for p in (W1, b1, W2, b2))
    for x, y in zip(X, y_true):
        z1 = x @ W1 + b1
        a1 = np.where(z1 > 0, z1, 0)
        z2 = a1 @ W2 + b2
        dz2 = np.exp(z2 - np.logaddexp.reduce(z2)) - y
        dz1 = W2 @ dz2
        dz1[z1 <= 0] = 0
        dW1 += np.outer(x, dz1)
        db1 += dz1
        dW2 += np.outer(a1, dz2)
        db2 += dz2
    return [dW1, db1, dW2, db2]


@alternative
def with_einsum(X, y_true, W1, b1, W2, b2):
    z1, a1, p = _forward(X, W1, b1, W2, b2)
    # each log-probability's own gradient, weighed by the targets
    dz2 = -np.einsum("nc,nck->nk", y_true, np.eye(p.shape[1]) - p[:, None, :])
    dz1 = np.einsum("nk,hk->nh", dz2, W2) * np.heaviside(z1, 0)
    return np.einsum("nd,nh->dh", X, dz1), np.sum(dz1, 0), np.einsum("nh,nc->hc", a1, dz2), np.sum(dz2, 0)
