"""SwiGLU: which branch is gated, the SiLU itself, over the last axis, and stable.

A gate of about ±1 tells SiLU from its neighbors; in the case of large entries the gate reaches ±1e4.
"""

import math

import numpy as np

from mlprep.grading.api import Case, alternative, both, lacks, mistake, says, uses

QUIET = ("large entries",)


def cases(rng):
    def given(F, *shape, E=None):
        D = shape[-1]
        sizes = shape, (D, F), (D, F), (F, E or D)
        return [rng.normal(size=size) for size in sizes]

    x, eye = np.array([[1.0, -1.0], [2.0, 3.0]]), np.eye(2)
    yield Case("the gate and the rest are x itself", x, eye, eye, eye)
    yield Case("two tokens", x, np.array([[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]),
               np.array([[1.0, 1.0, 0.0], [0.0, 2.0, -1.0]]), np.array([[1.0, 0.0], [0.0, 1.0], [2.0, -2.0]]))
    yield Case("a narrow hidden layer", *given(2, 3, 5))
    yield Case("a square layer", *given(3, 3, 3))
    yield Case("a batch of sequences", *given(6, 2, 3, 4))
    yield Case("as many tokens as hidden units", *given(4, 2, 4, 3))
    yield Case("three hundred tokens", *given(5, 300, 3)).once()
    yield Case("one token without any leading axis", *given(5, 4)).edge("leading axes")
    yield Case("a batch with heads", *given(6, 2, 3, 2, 4)).edge("leading axes")
    yield Case("a narrower output", *given(5, 3, 4, E=2)).edge("output width")
    yield Case("a wider output for a batch", *given(4, 2, 3, 5, E=6)).edge("output width")
    yield Case("one token, a narrower output", *given(6, 4, E=3)).edge("output width")
    one = np.array([[1.0]])
    yield Case("one number", 2 * one, one, 3 * one, np.array([[0.5]])).edge("widths of 1")
    yield Case("one negative number", -2 * one, one, 3 * one, np.array([[0.5]])).edge("widths of 1")
    yield Case("one token", *given(8, 1, 4)).edge("widths of 1")
    yield Case("one feature", *given(5, 2, 3, 1)).edge("widths of 1")
    yield Case("one hidden unit", *given(1, 4, 3)).edge("widths of 1")
    yield Case("one output", *given(5, 4, 3, E=1)).edge("widths of 1")
    far = np.array([[1e4, -1e4, 1.0], [-800.0, 750.0, -1.0]])
    yield Case("gates of ten thousand", far, np.eye(3), np.eye(3), np.eye(3)).edge("large entries")
    yield Case("gates far below zero", np.array([[-1e4, 1.0], [-1e3, 2.0]]), np.eye(2), np.eye(2), np.eye(2)).edge(
        "large entries"
    )
    yield Case("random gates in the thousands", 2000 * rng.uniform(-1, 1, size=(2, 3)) + 1, *given(4, 3)[1:]).edge(
        "large entries"
    )


def _sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def _silu(z):
    return z * _sigmoid(z)


def _layer(x, W_gate, W_up, W_down, activation):
    return (activation(x @ W_gate) * (x @ W_up)) @ W_down


@mistake("You apply SiLU to x W_up and leave x W_gate as it is. The gate is the one that passes through SiLU.")
def branches_swapped(x, W_gate, W_up, W_down):
    return _layer(x, W_up, W_gate, W_down, _silu)


@mistake("You apply SiLU to both projections. Only x W_gate passes through it.")
def silu_on_both(x, W_gate, W_up, W_down):
    return (_silu(x @ W_gate) * _silu(x @ W_up)) @ W_down


@mistake("You apply SiLU to the product of the two projections. Apply it to x W_gate, then multiply.")
def silu_on_the_product(x, W_gate, W_up, W_down):
    return _silu((x @ W_gate) * (x @ W_up)) @ W_down


@mistake("Your gate is the sigmoid alone. SiLU is z times the sigmoid of z.")
def sigmoid_gate(x, W_gate, W_up, W_down):
    return _layer(x, W_gate, W_up, W_down, _sigmoid)


@mistake("Your gate is {name}. Use SiLU: z times the sigmoid of z.",
         constants={"name": ("the ReLU", "tanh", "softplus")})
def another_gate(x, W_gate, W_up, W_down, *, name):
    gates = {"the ReLU": lambda z: np.maximum(z, 0), "tanh": np.tanh, "softplus": lambda z: np.logaddexp(0, z)}
    return _layer(x, W_gate, W_up, W_down, gates[name])


@mistake("Your gate is GELU. Use SiLU: z times the sigmoid of z.", constants={"form": ("erf", "tanh")})
def gelu_gate(x, W_gate, W_up, W_down, *, form):
    def gelu(z):
        if form == "erf":
            return 0.5 * z * (1 + np.vectorize(math.erf)(z / 2**0.5))
        return 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))

    return _layer(x, W_gate, W_up, W_down, gelu)


@mistake("You multiply z by the sigmoid of 1.702 z, which approximates GELU. SiLU is z times the sigmoid of z.")
def quick_gelu_gate(x, W_gate, W_up, W_down):
    return _layer(x, W_gate, W_up, W_down, lambda z: z * _sigmoid(1.702 * z))


@mistake("Your sigmoid has the wrong sign in the exponent: σ(z) = 1 / (1 + exp(−z)).")
def sign_of_the_exponent(x, W_gate, W_up, W_down):
    return _layer(x, W_gate, W_up, W_down, lambda z: z * _sigmoid(-z))


@mistake("You take the softmax of the gate. SiLU works on each entry by itself: z times the sigmoid of z.")
def softmax_gate(x, W_gate, W_up, W_down):
    def softmax(z):
        exps = np.exp(z - z.max(axis=-1, keepdims=True))
        return exps / exps.sum(axis=-1, keepdims=True)

    return _layer(x, W_gate, W_up, W_down, softmax)


@mistake("You leave out the activation, so the gate is just x W_gate. Apply SiLU to it.")
def without_activation(x, W_gate, W_up, W_down):
    return _layer(x, W_gate, W_up, W_down, lambda z: z)


@mistake("You leave out x W_up, so nothing is gated. Multiply silu(x W_gate) by it, entry by entry.")
def without_up(x, W_gate, W_up, W_down):
    return _silu(x @ W_gate) @ W_down


@mistake("You add the two projections. Multiply silu(x W_gate) by x W_up, entry by entry.")
def added(x, W_gate, W_up, W_down):
    return (_silu(x @ W_gate) + x @ W_up) @ W_down


@mistake("You apply SiLU to x before the projection. Project first: silu(x W_gate).")
def silu_of_x(x, W_gate, W_up, W_down):
    return (_silu(x) @ W_gate * (x @ W_up)) @ W_down


@mistake("You gate after the down projection. Multiply the two hidden projections first, then project with W_down.")
def gated_after_down(x, W_gate, W_up, W_down):
    return (_silu(x @ W_gate) @ W_down) * (x @ W_up @ W_down)


@mistake("You add the input to the result. The residual connection belongs to the block, not to this layer.")
def with_a_residual(x, W_gate, W_up, W_down):
    return x + _layer(x, W_gate, W_up, W_down, _silu)


@mistake("You return the hidden layer. Multiply it by W_down.")
def without_down(x, W_gate, W_up, W_down):
    return _silu(x @ W_gate) * (x @ W_up)


@mistake("For large entries exp overflows, and infinity over infinity is NaN. Give exp only exponents that are not "
         "positive, such as −|z|.")
def infinity_over_infinity(x, W_gate, W_up, W_down):
    return _layer(x, W_gate, W_up, W_down, lambda z: z * np.exp(z) / (1 + np.exp(z)))


@mistake("The exponential of a large number does not fit into a float. Give exp only exponents that are not positive, "
         "such as −|z|.", kind="crashed", when=says("OverflowError"))
def overflow_error(x, W_gate, W_up, W_down):
    return _layer(x, W_gate, W_up, W_down, np.vectorize(lambda z: z / (1 + math.exp(-z)), otypes=[float]))


@mistake("exp overflows for large negative entries of the gate. Give it only exponents that are not positive, such as "
         "−|z|.", kind="warning", when=both(says("overflow"), lacks("np.where", "np.select", "np.piecewise")))
def overflows_and_warns(x, W_gate, W_up, W_down):
    return _layer(x, W_gate, W_up, W_down, lambda z: z / (1 + np.exp(-z)))


@mistake("np.where computes both of its branches, so exp overflows in the one that it discards. Use one form that is "
         "safe for all entries, such as one in exp(−|z|).", kind="warning",
         when=both(says("overflow"), uses("np.where")))
def both_branches(x, W_gate, W_up, W_down):
    return _layer(x, W_gate, W_up, W_down,
                  lambda z: z * np.where(z >= 0, 1 / (1 + np.exp(-z)), 1 - 1 / (1 + np.exp(z))))


@mistake("You give the result the shape of x. Its last axis has the width of W_down, which may differ.")
def shaped_like_x(x, W_gate, W_up, W_down):
    rows = x.reshape(-1, x.shape[-1])
    return _layer(rows, W_gate, W_up, W_down, _silu).reshape(x.shape)


@mistake("You unpack x.shape into three lengths, so x must have three axes. A matrix product works for any number of "
         "leading axes.", when=uses("x.shape"))
def three_axes_only(x, W_gate, W_up, W_down):
    B, T, D = x.shape
    return _layer(x, W_gate, W_up, W_down, _silu)


@mistake("You unpack x.shape into two lengths, so x must have two axes. A matrix product works for any number of "
         "leading axes.", when=uses("x.shape"))
def two_axes_only(x, W_gate, W_up, W_down):
    T, D = x.shape
    return _layer(x, W_gate, W_up, W_down, _silu)


@alternative
def by_tanh_in_one_product(x, W_gate, W_up, W_down):
    gate, up = np.split(x @ np.concatenate([W_gate, W_up], axis=1), 2, axis=-1)
    return (gate * 0.5 * (1 + np.tanh(gate / 2)) * up) @ W_down


@alternative
def token_by_token(x, W_gate, W_up, W_down):
    def silu(z):
        return z / (1 + math.exp(-z)) if z >= 0 else z * math.exp(z) / (1 + math.exp(z))

    rows = []
    for token in np.reshape(x, (-1, x.shape[-1])):
        hidden = [silu(float(token @ W_gate[:, j])) * float(token @ W_up[:, j]) for j in range(W_up.shape[1])]
        rows.append([sum(h * w for h, w in zip(hidden, column)) for column in W_down.T])
    return np.array(rows).reshape(*x.shape[:-1], W_down.shape[1])


@alternative
def by_einsum_with_logaddexp(x, W_gate, W_up, W_down):
    gate = np.einsum("...d,df->...f", x, W_gate)
    silu = gate * np.exp(-np.logaddexp(0, -gate))
    return np.einsum("...f,...f,fe->...e", silu, np.einsum("...d,df->...f", x, W_up), W_down)


@alternative
def clipped(x, W_gate, W_up, W_down):
    gate = np.dot(x, W_gate)
    return np.dot(gate / (1 + np.exp(-np.clip(gate, -60, 60))) * np.dot(x, W_up), W_down)
