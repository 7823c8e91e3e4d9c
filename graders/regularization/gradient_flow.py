"""Gradient flow: the chain of slopes and transposed weights, one norm per layer's input, first to last."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def stack(layers, n, d, gain=1.0, scale=1.0):
        return [gain * rng.normal(size=(d, d)) / np.sqrt(d) for _ in range(layers)], scale * rng.normal(size=(n, d))

    yield Case("two layers", *stack(2, 3, 2))
    yield Case("two layers, square batch", *stack(2, 2, 2))
    yield Case("three layers, wide input", *stack(3, 2, 4))
    yield Case("four layers, five samples", *stack(4, 5, 3))
    yield Case("saturated", *stack(3, 2, 2, gain=2.0, scale=3.0))
    yield Case("three hundred samples", *stack(2, 300, 2)).plain()
    yield Case("one layer, one sample", *stack(1, 1, 2)).edge("one layer")
    yield Case("one layer, two samples", *stack(1, 2, 3)).edge("one layer")
    yield Case("four layers, one sample", *stack(4, 1, 3)).edge("one sample")
    at_zero = [np.array([[2.0]]), np.array([[0.5]]), np.array([[3.0]])]
    yield Case("three layers at 0", at_zero, np.array([[0.0]])).edge("one feature")
    yield Case("one layer, one number", [np.array([[2.0]])], np.array([[0.5]])).edge("one feature")
    yield Case("d = 1", *stack(3, 4, 1)).edge("one feature")
    yield Case("vanishing", *stack(8, 2, 3, gain=0.3)).edge("extreme sizes")
    yield Case("exploding", *stack(6, 2, 3, gain=4.0, scale=1e-4)).edge("extreme sizes")


def forward(weights, x):
    inputs = [x]
    for W in weights:
        inputs.append(np.tanh(inputs[-1] @ W))
    return inputs


def backward(weights, inputs, grad):
    """The gradients with respect to each layer's input, first to last."""
    found = []
    for W, out in zip(weights[::-1], inputs[:0:-1]):
        grad = (grad * (1 - out**2)) @ W.T
        found.append(grad)
    return found[::-1]


@mistake("Your norms run from the last layer to the first. Backpropagation finds them in that order; reverse the list.")
def last_to_first(weights, x):
    inputs = forward(weights, x)
    return np.array([np.linalg.norm(g) for g in backward(weights, inputs, np.ones_like(x))])[::-1]


@mistake("You leave out the slope of tanh. Multiply the gradient by 1 - a^2, entry by entry, before it goes through W.")
def no_slope(weights, x):
    grad, norms = np.ones_like(x), []
    for W in weights[::-1]:
        grad = grad @ W.T
        norms.append(np.linalg.norm(grad))
    return np.array(norms[::-1])


@mistake("You take the slope of tanh from the layer's input. It is 1 - a^2 with a the layer's own output.")
def slope_of_the_input(weights, x):
    inputs, grad, norms = forward(weights, x), np.ones_like(x), []
    for W, a in zip(weights[::-1], inputs[-2::-1]):
        grad = (grad * (1 - a**2)) @ W.T
        norms.append(np.linalg.norm(grad))
    return np.array(norms[::-1])


@mistake("You apply each slope one layer late, and the last layer's not at all. Multiply by a layer's own slope "
         "1 - a^2 first, then by its transposed weights.")
def slope_one_layer_late(weights, x):
    inputs, grad, norms = forward(weights, x), np.ones_like(x), []
    for i in reversed(range(len(weights))):
        grad = grad @ weights[i].T
        if i > 0:
            grad = grad * (1 - inputs[i] ** 2)
        norms.append(np.linalg.norm(grad))
    return np.array(norms[::-1])


@mistake("Your slope is 1 - tanh(a)^2 of an output a that is a tanh already. Use 1 - a^2.")
def tanh_twice(weights, x):
    inputs, grad, norms = forward(weights, x), np.ones_like(x), []
    for W, a in zip(weights[::-1], inputs[:0:-1]):
        grad = (grad * (1 - np.tanh(a) ** 2)) @ W.T
        norms.append(np.linalg.norm(grad))
    return np.array(norms[::-1])


@mistake("Your slope of tanh is 1 - a. It is 1 - a^2.")
def slope_not_squared(weights, x):
    inputs, grad, norms = forward(weights, x), np.ones_like(x), []
    for W, a in zip(weights[::-1], inputs[:0:-1]):
        grad = (grad * (1 - a)) @ W.T
        norms.append(np.linalg.norm(grad))
    return np.array(norms[::-1])


@mistake("You multiply by W on the way back. For a @ W the gradient goes through W transposed.")
def not_transposed(weights, x):
    inputs, grad, norms = forward(weights, x), np.ones_like(x), []
    for W, a in zip(weights[::-1], inputs[:0:-1]):
        grad = (grad * (1 - a**2)) @ W
        norms.append(np.linalg.norm(grad))
    return np.array(norms[::-1])


@mistake("You measure the gradient at each layer's output. The task asks for the layer's input: take it through the "
         "slope and W first.")
def at_the_outputs(weights, x):
    inputs, grad, norms = forward(weights, x), np.ones_like(x), []
    for W, a in zip(weights[::-1], inputs[:0:-1]):
        norms.append(np.linalg.norm(grad))
        grad = (grad * (1 - a**2)) @ W.T
    return np.array(norms[::-1])


@mistake("You measure the gradient at each pre-activation a @ W. The task asks for the layer's input: multiply by the "
         "transposed weights first.")
def at_the_pre_activations(weights, x):
    inputs, grad, norms = forward(weights, x), np.ones_like(x), []
    for W, a in zip(weights[::-1], inputs[:0:-1]):
        grad = grad * (1 - a**2)
        norms.append(np.linalg.norm(grad))
        grad = grad @ W.T
    return np.array(norms[::-1])


@mistake("You measure the gradients of the weights. The task asks for those of each layer's input.")
def of_the_weights(weights, x):
    inputs, grad, norms = forward(weights, x), np.ones_like(x), []
    for W, before, a in zip(weights[::-1], inputs[-2::-1], inputs[:0:-1]):
        norms.append(np.linalg.norm(before.T @ (grad * (1 - a**2))))
        grad = (grad * (1 - a**2)) @ W.T
    return np.array(norms[::-1])


@mistake("You start from the mean of the outputs. The task asks for their sum, so the gradient starts as ones.")
def of_the_mean(weights, x):
    inputs = forward(weights, x)
    return np.array([np.linalg.norm(g) for g in backward(weights, inputs, np.ones_like(x) / x.size)])


@mistake("You start from the outputs themselves, which is the gradient of half their squares. The gradient of their "
         "sum starts as ones.")
def of_the_squares(weights, x):
    inputs = forward(weights, x)
    return np.array([np.linalg.norm(g) for g in backward(weights, inputs, inputs[-1])])


@mistake("You average one norm per sample. Take the Euclidean norm over all entries at once.")
def mean_of_sample_norms(weights, x):
    inputs = forward(weights, x)
    return np.array([np.linalg.norm(g, axis=1).mean() for g in backward(weights, inputs, np.ones_like(x))])


@mistake("You sum the gradient over the samples before the norm. Take the norm over all (n, d) entries.")
def summed_over_samples(weights, x):
    inputs = forward(weights, x)
    return np.array([np.linalg.norm(g.sum(axis=0)) for g in backward(weights, inputs, np.ones_like(x))])


@mistake("You take the spectral norm of a matrix. The Euclidean norm is the root of the sum of all squared entries.")
def spectral_norm(weights, x):
    inputs = forward(weights, x)
    return np.array([np.linalg.norm(g, 2) for g in backward(weights, inputs, np.ones_like(x))])


@mistake("You return the squared norms. Take the root of the sum of squares.")
def squared_norms(weights, x):
    inputs = forward(weights, x)
    return np.array([np.sum(g**2) for g in backward(weights, inputs, np.ones_like(x))])


@mistake("You clip a gradient whose norm exceeds {limit}. Measure it as it is.", constants={"limit": (1.0, 1000, 10)})
def clipped(weights, x, *, limit):
    inputs, grad, norms = forward(weights, x), np.ones_like(x), []
    for W, a in zip(weights[::-1], inputs[:0:-1]):
        grad = (grad * (1 - a**2)) @ W.T
        grad = grad * min(1.0, limit / max(np.linalg.norm(grad), 1e-300))
        norms.append(np.linalg.norm(grad))
    return np.array(norms[::-1])


@alternative
def sample_by_sample(weights, x):
    squares = [0.0] * len(weights)
    for row in x:
        slopes, a = [], row
        for W in weights:
            z = W.T @ a
            a = np.tanh(z)
            slopes.append(1 / np.cosh(z) ** 2)
        grad = np.ones(len(row))
        for layer in range(len(weights) - 1, -1, -1):
            grad = weights[layer] @ (slopes[layer] * grad)
            squares[layer] += float(grad @ grad)
    return [square**0.5 for square in squares]


@alternative
def by_jacobians(weights, x):
    a, jacobians = x, []
    for W in weights:
        a = np.tanh(np.einsum("ni,ij->nj", a, W))
        jacobians.append(W[None] * (1 - a * a)[:, None, :])  # (n, inputs, outputs)
    flow, norms = np.ones(x.shape), np.zeros(len(weights))
    for i in reversed(range(len(weights))):
        flow = np.einsum("nij,nj->ni", jacobians[i], flow)
        norms[i] = np.sqrt((flow**2).sum())
    return norms


@alternative
def recursive(weights, x):
    def visit(a, remaining):
        if not remaining:
            return np.ones(a.shape), []
        out = np.tanh(a @ remaining[0])
        grad, norms = visit(out, remaining[1:])
        grad = (grad * (1 - np.square(out))) @ remaining[0].T
        return grad, [np.linalg.norm(grad.ravel()), *norms]

    return np.array(visit(x, list(weights))[1])
