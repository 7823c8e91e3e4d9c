"""Two hidden ReLU layers, softmax with cross-entropy, full-batch gradients and Adam.

Why these: two hidden layers bend a boundary around spiral arms with far fewer units than one; He's deviation keeps the
signal's size from layer to layer; and Adam, with its step of about the learning rate whatever the gradient's size,
needs no tuning here. With 600 points the whole batch is one small matrix product, so mini-batches would only add
Python overhead.

O(steps x points x weights) time, a fraction of a second; memory for every layer's activations.
"""

from itertools import pairwise

import numpy as np

HIDDEN = (64, 64)
STEPS = 400
RATE, BETA1, BETA2, EPS = 0.01, 0.9, 0.999, 1e-8


def train_mlp(X, y, n_classes, rng):
    """Train on (n, d) points and (n,) labels; returns a function from (m, d) points to (m,) labels."""
    sizes = [X.shape[1], *HIDDEN, n_classes]
    layers = [_layer(n_in, n_out, rng) for n_in, n_out in pairwise(sizes)]
    params = [param for layer in layers for param in layer]
    moments = [(np.zeros_like(param), np.zeros_like(param)) for param in params]
    targets = np.eye(n_classes)[y]  # (n, C)

    for t in range(1, STEPS + 1):
        for param, grad, (m, v) in zip(params, _gradients(layers, X, targets), moments, strict=True):
            m += (1.0 - BETA1) * (grad - m)
            v += (1.0 - BETA2) * (grad**2 - v)
            m_hat = m / (1.0 - BETA1**t)
            v_hat = v / (1.0 - BETA2**t)
            param -= RATE * m_hat / (np.sqrt(v_hat) + EPS)

    return lambda points: np.argmax(_forward(layers, points)[-1], axis=1)


def _layer(n_in, n_out, rng):
    """Weights of He's deviation, and biases of 0."""
    return rng.normal(0.0, np.sqrt(2.0 / n_in), size=(n_in, n_out)), np.zeros(n_out)


def _forward(layers, X):
    """What enters each layer, and last the logits."""
    outputs = [X]
    for W, b in layers[:-1]:
        outputs.append(np.maximum(outputs[-1] @ W + b, 0.0))  # (n, hidden)
    W, b = layers[-1]
    outputs.append(outputs[-1] @ W + b)  # (n, C)
    return outputs


def _gradients(layers, X, targets):
    """Gradients of the mean cross-entropy by each layer's weights and biases, in the order of the layers."""
    *inputs, logits = _forward(layers, X)
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    delta = (exps / exps.sum(axis=1, keepdims=True) - targets) / len(X)  # d loss / d logits
    grads = []
    for (W, _), a in zip(layers[::-1], inputs[::-1], strict=True):
        grads = [a.T @ delta, delta.sum(axis=0), *grads]
        delta = (delta @ W.T) * (a > 0.0)  # through the layer, then through the ReLU that made its input
    return grads


# What an interviewer asks next
#
# Your loss does not fall: where do you look? Check the gradients by finite differences on a tiny batch; check that a
# handful of points can be learnt by heart; then the learning rate, over powers of ten; then the initial weights.
#
# Why not start all weights at 0? All units of a layer would compute the same and get the same gradient for ever
# (with ReLU, a gradient of 0). Biases may start at 0, since the weights already tell the units apart.
#
# Would more steps help? On the training points, yes. Watch a held-out set, and keep the weights that were best on it.
#
# And for a million points? Mini-batches in a fresh random order each epoch: a noisier gradient, but hundreds of steps for
# the price of one full one.
