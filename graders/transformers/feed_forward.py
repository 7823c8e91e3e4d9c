"""The feed-forward layer: one ReLU, between two affine maps, over the last axis."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def given(F, *shape):
        D = shape[-1]
        sizes = shape, (D, F), (F,), (F, D), (D,)
        return [rng.normal(size=size) for size in sizes]

    one = np.array([[1.0]])
    yield Case("one number that passes", 2 * one, one, np.array([1.0]), 3 * one, np.array([-4.0]))
    yield Case("one number that is cut off", -2 * one, one, np.array([1.0]), 3 * one, np.array([-4.0]))
    W1, W2 = np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]), np.array([[1.0, 0.0], [0.0, 1.0], [2.0, -2.0]])
    x, b1, b2 = np.array([[1.0, -1.0], [2.0, 3.0]]), np.array([0.0, 0.0, -4.0]), np.array([0.5, -0.5])
    yield Case("two tokens", x, W1, b1, W2, b2)
    yield Case("a narrow hidden layer", *given(2, 3, 5))
    yield Case("a square layer", *given(3, 3, 3))
    yield Case("one token", *given(8, 1, 4))
    yield Case("three hundred tokens", *given(5, 300, 3)).plain()
    yield Case("a batch of sequences", *given(6, 2, 3, 4))
    yield Case("as many tokens as hidden units", *given(4, 2, 4, 3))
    yield Case("one feature", *given(5, 2, 3, 1))
    x, *params = given(4, 3, 3)
    yield Case("large activations", 100 * x, *params)
    yield Case("a batch with heads", *given(6, 2, 3, 2, 4))


@mistake("There is no ReLU in your layer. Without it two affine maps are just one: replace negative hidden "
         "entries by 0.")
def without_relu(x, W1, b1, W2, b2):
    return (x @ W1 + b1) @ W2 + b2


@mistake("You apply a ReLU to the output as well. It belongs between the layers only; the result may be "
         "negative.")
def relu_on_the_output_too(x, W1, b1, W2, b2):
    return np.maximum(np.maximum(x @ W1 + b1, 0) @ W2 + b2, 0)


@mistake("You apply the ReLU to the output instead of the hidden layer.")
def relu_on_the_output_only(x, W1, b1, W2, b2):
    return np.maximum((x @ W1 + b1) @ W2 + b2, 0)


@mistake("You apply the ReLU before the first bias is added: it is max(0, x W1 + b1).")
def bias_after_the_relu(x, W1, b1, W2, b2):
    return (np.maximum(x @ W1, 0) + b1) @ W2 + b2


@mistake("You left out the biases.")
def without_biases(x, W1, b1, W2, b2):
    return np.maximum(x @ W1, 0) @ W2


@mistake("You left out the second bias, b2.")
def without_the_second_bias(x, W1, b1, W2, b2):
    return np.maximum(x @ W1 + b1, 0) @ W2


@mistake("This layer has a ReLU; you used GELU.")
def gelu_instead(x, W1, b1, W2, b2):
    z = x @ W1 + b1
    return 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3))) @ W2 + b2


@mistake("You add the input to the result. The residual connection is the encoder block's business, not "
         "this layer's.")
def with_a_residual(x, W1, b1, W2, b2):
    return x + np.maximum(x @ W1 + b1, 0) @ W2 + b2


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
    return np.array(rows).reshape(x.shape)


@alternative
def with_the_bias_as_a_weight(x, W1, b1, W2, b2):
    ones = np.ones((*x.shape[:-1], 1))
    hidden = np.clip(np.concatenate([x, ones], -1) @ np.vstack([W1, b1]), 0, None)
    return np.concatenate([hidden, ones], -1) @ np.vstack([W2, b2])
