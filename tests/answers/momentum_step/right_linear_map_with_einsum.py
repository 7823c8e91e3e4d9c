import numpy as np


def momentum_step(w, grad, v, lr, beta=0.9):
    """The step is linear in the state (w, grad, v): one 2 x 3 matrix."""
    state = np.stack([np.asarray(a, dtype=float) for a in (w, grad, v)])
    A = np.array([[1.0, -lr, -lr * beta], [0.0, 1.0, beta]])
    new = np.einsum("ij,j...->i...", A, state)
    return new[0], new[1]
