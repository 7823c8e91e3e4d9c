import numpy as np


def gradient_flow(weights, x):
    """Recursion: returns the activations on the way down, the gradient on the way up."""

    def descend(a, rest):
        if not rest:
            return np.ones(a.shape), []
        W, *tail = rest
        out = np.tanh(np.matmul(a, W))
        upstream, norms = descend(out, tail)
        here = np.matmul(upstream * (1.0 - out) * (1.0 + out), np.transpose(W))
        return here, [np.linalg.norm(here.ravel())] + norms

    return np.array(descend(np.asarray(x, dtype=float), list(weights))[1])
