"""The forward pass: all four stages, each row by itself, a stable softmax."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def network(n, d, h, c, scale=1.0):
        shapes = ((n, d), (d, h), (h,), (h, c), (c,))
        return [scale * rng.normal(size=shape) for shape in shapes]

    X, W1, b1 = np.array([[1.0, 2.0]]), np.array([[1.0, -1.0], [0.0, 0.0]]), np.array([0.5, 0.0])
    yield Case("by hand", X, W1, b1, np.array([[2.0, 0.0], [0.0, 1.0]]), np.array([0.0, 3.0]))
    yield Case("five samples", *network(5, 2, 4, 3))
    yield Case("more classes than hidden units", *network(3, 4, 2, 6))
    yield Case("a square network", *network(3, 3, 3, 3))
    yield Case("three hundred samples", *network(300, 2, 3, 2)).plain()
    yield Case("one of everything", *network(1, 1, 1, 1)).edge("single ones")
    yield Case("one sample", *network(1, 3, 4, 2)).edge("single ones")
    yield Case("one feature", *network(4, 1, 3, 2)).edge("single ones")
    yield Case("one hidden unit", *network(3, 2, 1, 4)).edge("single ones")
    yield Case("one class", *network(3, 2, 4, 1)).edge("single ones")
    X, W1, b1, W2, b2 = network(4, 2, 3, 3)
    yield Case("every hidden unit off", X, W1, -100 - np.abs(b1), W2, b2).edge("units off")
    large = "large scores"
    yield Case("scores in the thousands", *network(3, 2, 4, 3, scale=30.0)).edge(large)
    X, W1, b1, W2, b2 = network(3, 2, 4, 3)
    yield Case("all scores near -2000", X, W1, b1, W2, b2 - 2000.0).edge(large)
    X, W1, W2 = np.array([[1.0], [-1.0]]), np.array([[50.0, -50.0]]), np.array([[20.0, 21.0], [-20.0, -22.0]])
    yield Case("one row far below the other", X, W1, np.zeros(2), W2, np.zeros(2)).edge("rows far apart")


@mistake("Your softmax runs down the columns. Each sample is a row: sum along axis 1 with keepdims=True.")
def softmax_down_the_columns(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max(axis=0))
    return z1, a1, z2, e / e.sum(axis=0)


@mistake("Your softmax sums over the whole batch. The probabilities of each row sum to 1.")
def softmax_over_everything(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max())
    return z1, a1, z2, e / e.sum()


@mistake("You subtract the maximum of the whole batch, so a row far below it underflows to 0/0. Subtract each row's "
         "own maximum.")
def global_maximum(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max())
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


@mistake("exp overflows on large scores. Subtract each row's maximum first: the probabilities are the same.")
def not_shifted(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2)
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


@mistake("Your second layer takes z1. Give it the activations a1, because without the ReLU the two layers are one "
         "affine map.")
def second_layer_from_z1(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = z1 @ W2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


@mistake("The z1 that you return has lost its negative entries: the ReLU wrote into it. Write a1 into a new array.")
def relu_in_place(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0, out=z1)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


@mistake("You left out the biases. Each layer is X @ W + b.")
def without_biases(X, W1, b1, W2, b2):
    z1 = X @ W1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


@mistake("You apply a ReLU after the second layer too. Give its scores to the softmax unchanged.")
def relu_on_the_scores(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = np.maximum(a1 @ W2 + b2, 0)
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


@mistake("You use a sigmoid in the hidden layer. Use ReLU.")
def sigmoid_inside(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = 0.5 * (1 + np.tanh(z1 / 2))
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


@mistake("The z2 that you return is shifted by its rows' maxima: the softmax wrote into it. Shift a new array.")
def scores_shifted_in_place(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    z2 -= z2.max(axis=1, keepdims=True)
    e = np.exp(z2)
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


@mistake("You subtract the largest absolute score, so a row of large negative scores underflows to 0/0. Subtract the "
         "largest score itself.")
def shifted_by_the_absolute(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - np.abs(z2).max(axis=1, keepdims=True))
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


@mistake("You cut the activations off at {cap}. A ReLU has no upper end.", constants={"cap": (6, 1)})
def capped(X, W1, b1, W2, b2, *, cap):
    z1 = X @ W1 + b1
    a1 = np.clip(z1, 0, cap)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)


@mistake("Your softmax chooses the axis by the number of classes, which fails where the batch has the same size. Use "
         "axis 1.")
def axis_by_its_length(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    axis = z2.shape.index(W2.shape[1])
    e = np.exp(z2 - z2.max(axis=axis, keepdims=True))
    return z1, a1, z2, e / e.sum(axis=axis, keepdims=True)


@alternative
def sample_by_sample(X, W1, b1, W2, b2):
    stages = []
    for x in X:
        z1 = W1.T.dot(x) + b1
        a1 = np.where(z1 > 0, z1, 0.0)
        z2 = W2.T.dot(a1) + b2
        stages.append((z1, a1, z2, np.exp(z2 - np.logaddexp.reduce(z2))))
    return [np.array(stage) for stage in zip(*stages)]


@alternative
def with_einsum(X, W1, b1, W2, b2):
    z1 = np.einsum("nd,dh->nh", X, W1) + b1[None, :]
    a1 = z1 * (z1 > 0)
    z2 = np.einsum("nh,hc->nc", a1, W2) + b2[None, :]
    top = np.array([[max(row)] for row in z2])
    p = np.exp(z2 - top)
    p /= np.sum(p, axis=-1)[:, None]
    return z1, a1, z2, p
