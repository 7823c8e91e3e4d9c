import numpy as np


def train_mlp(X, y, n_classes, rng):
    """A network of fixed random features; only its last layer is trained, in closed form."""
    scale = np.abs(X).max()
    W = rng.normal(size=(X.shape[1], 400)) * 4
    b = rng.uniform(0, 2 * np.pi, 400)

    def hidden(P):
        return np.cos(P / scale @ W + b)

    H = hidden(X)
    out = np.linalg.solve(H.T @ H + 1e-2 * np.eye(400), H.T @ np.eye(n_classes)[y])

    def predict(points):
        return [int(k) for k in (hidden(points) @ out).argmax(axis=-1)]

    return predict
