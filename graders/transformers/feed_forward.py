"""The feed-forward layer: one ReLU, between two affine maps, over the last axis."""

import math

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses


def cases(rng):
    def given(F, *shape, E=None):
        D = shape[-1]
        E = E or D
        sizes = shape, (D, F), (F,), (F, E), (E,)
        return [rng.normal(size=size) for size in sizes]

    one = np.array([[1.0]])
    W1, W2 = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([[1.0, 0.0], [0.0, 1.0], [2.0, -2.0]])
    x, b1, b2 = np.array([[1.0, -1.0], [2.0, 3.0]]), np.array([0.0, 0.0, -4.0]), np.array([0.5, -0.5])
    yield Case("two tokens", x, W1, b1, W2, b2)
    yield Case("a narrow hidden layer", *given(2, 3, 5))
    yield Case("a square layer", *given(3, 3, 3))
    yield Case("three hundred tokens", *given(5, 300, 3)).once()
    yield Case("a batch of sequences", *given(6, 2, 3, 4))
    yield Case("as many tokens as hidden units", *given(4, 2, 4, 3))
    x, *params = given(4, 3, 3)
    yield Case("large activations", 100 * x, *params)
    yield Case("one token without any leading axis", *given(5, 4)).edge("leading axes")
    yield Case("a batch with heads", *given(6, 2, 3, 2, 4)).edge("leading axes")
    yield Case("a narrower output", *given(5, 3, 4, E=2)).edge("output width")
    yield Case("a wider output for a batch", *given(4, 2, 3, 5, E=6)).edge("output width")
    yield Case("one token, a narrower output", *given(6, 4, E=3)).edge("output width")
    yield Case("one number that passes", 2 * one, one, np.array([1.0]), 3 * one, np.array([-4.0])).edge("widths of 1")
    yield Case("one number that is cut off", -2 * one, one, np.array([1.0]), 3 * one, np.array([-4.0])).edge(
        "widths of 1"
    )
    yield Case("one token", *given(8, 1, 4)).edge("widths of 1")
    yield Case("one feature", *given(5, 2, 3, 1)).edge("widths of 1")
    yield Case("one hidden unit", *given(1, 4, 3)).edge("widths of 1")
    yield Case("one output", *given(5, 4, 3, E=1)).edge("widths of 1")


def _layer(x, W1, b1, W2, b2, activation):
    return activation(x @ W1 + b1) @ W2 + b2


@mistake("You leave out the ReLU, and without it two affine maps are just one. Replace negative hidden entries with 0.")
def without_relu(x, W1, b1, W2, b2):
    return (x @ W1 + b1) @ W2 + b2


@mistake("You apply a ReLU to the output as well. Apply it only between the layers, because the result may be "
         "negative.")
def relu_on_the_output_too(x, W1, b1, W2, b2):
    return np.maximum(np.maximum(x @ W1 + b1, 0) @ W2 + b2, 0)


@mistake("You apply the ReLU to the output instead of the hidden layer.")
def relu_on_the_output_only(x, W1, b1, W2, b2):
    return np.maximum((x @ W1 + b1) @ W2 + b2, 0)


@mistake("You apply the ReLU before you add the first bias. Add it first: max(0, x W1 + b1).")
def bias_after_the_relu(x, W1, b1, W2, b2):
    return (np.maximum(x @ W1, 0) + b1) @ W2 + b2


@mistake("You leave out both biases.")
def without_biases(x, W1, b1, W2, b2):
    return np.maximum(x @ W1, 0) @ W2


@mistake("You leave out the first bias, b1.")
def without_the_first_bias(x, W1, b1, W2, b2):
    return np.maximum(x @ W1, 0) @ W2 + b2


@mistake("You leave out the second bias, b2.")
def without_the_second_bias(x, W1, b1, W2, b2):
    return np.maximum(x @ W1 + b1, 0) @ W2


@mistake("You use GELU instead of the ReLU. Replace negative entries with 0, and keep the others.")
def gelu_instead(x, W1, b1, W2, b2):
    return _layer(x, W1, b1, W2, b2, lambda z: 0.5 * z * (1 + np.vectorize(math.erf)(z / 2**0.5)))


@mistake("You use GELU instead of the ReLU. Replace negative entries with 0, and keep the others.")
def gelu_by_tanh_instead(x, W1, b1, W2, b2):
    def gelu(z):
        return 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))

    return _layer(x, W1, b1, W2, b2, gelu)


@mistake("You multiply negative entries by {slope}. Replace them with 0.",
         constants={"slope": (0.01, 0.1, 0.2)})
def leaky_relu_instead(x, W1, b1, W2, b2, *, slope):
    return _layer(x, W1, b1, W2, b2, lambda z: np.where(z > 0, z, slope * z))


@mistake("You cap the activations at {most}. The ReLU has no upper bound.", constants={"most": (6, 1)})
def capped(x, W1, b1, W2, b2, *, most):
    return _layer(x, W1, b1, W2, b2, lambda z: np.clip(z, 0, most))


@mistake("You take the absolute value. The ReLU replaces negative entries by 0.")
def absolute_value(x, W1, b1, W2, b2):
    return _layer(x, W1, b1, W2, b2, np.abs)


@mistake("You add the input to the result. The residual connection belongs to the encoder block, not to this layer.")
def with_a_residual(x, W1, b1, W2, b2):
    return x + np.maximum(x @ W1 + b1, 0) @ W2 + b2


@mistake("You give the result the shape of x. Its last axis has the width of W2, which may differ.")
def shaped_like_x(x, W1, b1, W2, b2):
    rows = x.reshape(-1, x.shape[-1])
    return (np.maximum(rows @ W1 + b1, 0) @ W2 + b2).reshape(x.shape)


@mistake("You unpack x.shape into three lengths, so x must have three axes. A matrix product works for any number of "
         "leading axes.", when=uses("x.shape"))
def three_axes_only(x, W1, b1, W2, b2):
    B, T, D = x.shape
    return np.maximum(x @ W1 + b1, 0) @ W2 + b2


@mistake("You unpack x.shape into two lengths, so x must have two axes. A matrix product works for any number of "
         "leading axes.", when=uses("x.shape"))
def two_axes_only(x, W1, b1, W2, b2):
    T, D = x.shape
    return np.maximum(x @ W1 + b1, 0) @ W2 + b2


@alternative
def by_einsum(x, W1, b1, W2, b2):
    hidden = np.einsum("...d,df->...f", x, W1) + b1
    return np.einsum("...f,fd->...d", hidden * (hidden > 0), W2) + b2


@alternative
def token_by_token(x, W1, b1, W2, b2):
    rows = []
    for token in x.reshape(-1, x.shape[-1]):
        hidden = [max(0.0, float(np.dot(token, W1[:, j]) + b1[j])) for j in range(len(b1))]
        rows.append([sum(h * w for h, w in zip(hidden, W2[:, k])) + b2[k] for k in range(len(b2))])
    return np.array(rows).reshape(*x.shape[:-1], len(b2))


@alternative
def with_the_bias_as_a_weight(x, W1, b1, W2, b2):
    ones = np.ones((*x.shape[:-1], 1))
    hidden = np.clip(np.concatenate([x, ones], -1) @ np.vstack([W1, b1]), 0, None)
    return np.concatenate([hidden, ones], -1) @ np.vstack([W2, b2])
