import numpy as np


def train_mlp(X, y, n_classes, rng):
    """A radial-basis-function network: Gaussian hidden units on training points,
    the output layer solved by ridge regression on the one-hot targets."""
    X = np.asarray(X, dtype=float)
    n, d = X.shape
    centres = X[rng.permutation(n)[:min(n, 200)]].copy()
    spread = float(np.sqrt(X.var(axis=0).sum())) or 1.0
    beta = 1.0 / (2.0 * (0.15 * spread) ** 2)

    def hidden(Z):
        Z = np.asarray(Z, dtype=float)
        sq = ((Z[:, None, :] - centres[None, :, :]) ** 2).sum(axis=-1)
        return np.hstack([np.exp(-beta * sq), np.ones((len(Z), 1))])

    H = hidden(X)
    T = np.equal.outer(np.asarray(y).astype(int), np.arange(n_classes)).astype(float)
    W_out = np.linalg.solve(H.T @ H + 1e-2 * np.eye(H.shape[1]), H.T @ T)

    def predict(Z):
        return (hidden(Z) @ W_out).argmax(axis=1)

    return predict
