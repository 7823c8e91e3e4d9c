import numpy as np


def train_mlp(X, y, n_classes, rng):
    """A radial-basis network with a centre on every training point."""
    centres = X.copy()
    width = 0.3 * X.std()

    def phi(P):
        d2 = ((P[:, None, :] - centres[None]) ** 2).sum(-1)
        return np.exp(-d2 / (2 * width**2))

    K = phi(X)
    A = np.linalg.solve(K + 0.3 * np.eye(len(X)), np.eye(n_classes)[y] - 1 / n_classes)
    return lambda P: np.argmax(phi(P) @ A, 1)
