import numpy as np
from functools import reduce


def _augment(W, b):
    return np.vstack([W, b])


def _affine(x, Wb):
    ones = np.ones(x.shape[:-1] + (1,))
    return np.concatenate([x, ones], axis=-1) @ Wb


def feed_forward(x, W1, b1, W2, b2):
    """Homogeneous coordinates, a chain of functions."""
    steps = [lambda t: _affine(t, _augment(W1, b1)),
             lambda t: np.clip(t, 0.0, None),
             lambda t: _affine(t, _augment(W2, b2))]
    return reduce(lambda acc, f: f(acc), steps, x)
