"""Two hidden tanh layers, softmax with cross-entropy, and full-batch gradient descent with momentum.

Two hidden layers bend a boundary around spiral arms with far fewer units than one. Weights of variance 2 /
n_in are somewhat above Xavier's 1 / n_in, since tanh shrinks what passes; a large rate then works from the
first step. With 600 points the whole batch is one small matrix product: mini-batches would only add Python
overhead.

O(steps x points x weights) time, a fraction of a second; memory for every layer's activations.
"""

from itertools import pairwise

import numpy as np

HIDDEN = (32, 32)
STEPS, RATE, BETA = 300, 0.3, 0.9


def train_mlp(X, y, n_classes, rng):
    """Train on (n, d) points and (n,) labels; returns a function from (m, d) points to (m,) labels."""
    sizes = [X.shape[1], *HIDDEN, n_classes]
    layers = [(rng.normal(0.0, np.sqrt(2.0 / n), (n, m)), np.zeros(m)) for n, m in pairwise(sizes)]
    velocities = [(np.zeros_like(W), np.zeros_like(b)) for W, b in layers]
    targets = np.eye(n_classes)[y]  # (n, C)

    for _ in range(STEPS):
        *inputs, logits = _forward(layers, X)
        delta = (_softmax(logits) - targets) / len(X)  # d mean loss / d logits, (n, C)
        for layer, velocity, a in zip(layers[::-1], velocities[::-1], inputs[::-1], strict=True):
            gradients = a.T @ delta, delta.sum(axis=0)
            delta = (delta @ layer[0].T) * (1.0 - a**2)  # through the weights, then the tanh that made a
            for param, v, gradient in zip(layer, velocity, gradients, strict=True):
                v *= BETA
                v += gradient
                param -= RATE * v

    return lambda points: np.argmax(_forward(layers, points)[-1], axis=1)


def _forward(layers, X):
    """What enters each layer, and last the logits."""
    outputs = [X]
    for W, b in layers[:-1]:
        outputs.append(np.tanh(outputs[-1] @ W + b))  # (n, hidden)
    W, b = layers[-1]
    return [*outputs, outputs[-1] @ W + b]  # (n, C)


def _softmax(logits):
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True)


# What an interviewer asks next
#
# Your loss does not fall: where do you look? Check the gradients by finite differences on a tiny batch; check
# that the network can memorize a few points; then try learning rates over powers of ten; then check the initial
# weights.
#
# Why not start all weights at 0? All units of a layer would compute the same and get the same gradient
# forever. Biases may start at 0, since the weights already tell the units apart.
#
# Would more steps help? On the training points, yes. Watch a held-out set, and keep the weights that were
# best on it.
#
# What about a million points? Use mini-batches in a new random order each epoch: the gradient is noisier, but you
# get hundreds of steps for the cost of one full step. With Adam you search less for a learning rate.
