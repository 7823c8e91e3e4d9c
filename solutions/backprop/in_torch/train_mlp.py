from itertools import pairwise

import torch
import torch.nn.functional as F

HIDDEN = (32, 32)
STEPS, LEARNING_RATE, MOMENTUM = 300, 0.3, 0.9


def train_mlp(X, y, n_classes, rng):
    """A network with two tanh layers, trained by gradient descent with momentum, as a function."""
    sizes = [X.shape[1], *HIDDEN, n_classes]
    weights = [
        (2 / n_in) ** 0.5 * torch.randn(n_in, n_out, generator=rng, dtype=X.dtype) for n_in, n_out in pairwise(sizes)
    ]
    biases = [torch.zeros(W.shape[1], dtype=X.dtype) for W in weights]
    params = weights + biases
    velocities = [torch.zeros_like(param) for param in params]
    targets = F.one_hot(y, n_classes)

    for _ in range(STEPS):
        inputs, logits = forward(weights, biases, X)
        delta = (logits.softmax(dim=1) - targets) / len(X)  # of the mean cross-entropy
        weight_grads, bias_grads = [], []
        for W, a in zip(reversed(weights), reversed(inputs), strict=True):
            weight_grads.insert(0, a.T @ delta)
            bias_grads.insert(0, delta.sum(dim=0))
            delta = (delta @ W.T) * (1 - a.square())  # tanh' = 1 - tanh^2
        for param, velocity, grad in zip(params, velocities, weight_grads + bias_grads, strict=True):
            velocity.mul_(MOMENTUM).add_(grad)
            param.sub_(velocity, alpha=LEARNING_RATE)

    return lambda points: forward(weights, biases, points)[1].argmax(dim=1)


def forward(weights, biases, X):
    """The input of each layer, and the logits."""
    inputs = [X]
    for W, b in zip(weights[:-1], biases[:-1], strict=True):
        inputs.append(torch.tanh(inputs[-1] @ W + b))
    return inputs, inputs[-1] @ weights[-1] + biases[-1]
