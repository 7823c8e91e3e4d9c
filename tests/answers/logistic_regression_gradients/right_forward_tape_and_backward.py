import numpy as np
from dataclasses import dataclass


@dataclass
class Tape:
    x: np.ndarray
    p: np.ndarray


def _forward(X, w, b) -> Tape:
    z = np.asarray(X, dtype=float).dot(np.asarray(w, dtype=float)) + b
    p = np.empty_like(z)
    neg = z < 0
    p[~neg] = np.reciprocal(1.0 + np.exp(-z[~neg]))
    p[neg] = 1.0 - np.reciprocal(1.0 + np.exp(z[neg]))
    return Tape(np.asarray(X, dtype=float), p)


def _backward(tape, y):
    g = np.subtract(tape.p, y)
    return np.inner(tape.x.T, g) / g.size, np.add.reduce(g) / g.size


def logistic_regression_gradients(X, y, w, b):
    return _backward(_forward(X, w, b), y)
