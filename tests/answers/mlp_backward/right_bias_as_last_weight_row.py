import numpy as np


def mlp_backward(X, y_true, W1, b1, W2, b2):
    # homogeneous coordinates: the last row of each gradient is the bias gradient
    one = np.ones((np.shape(X)[0], 1))
    A0 = np.concatenate([np.asarray(X, dtype=float), one], axis=1)
    T1 = np.concatenate([np.asarray(W1, dtype=float), np.reshape(b1, (1, -1))], axis=0)
    T2 = np.concatenate([np.asarray(W2, dtype=float), np.reshape(b2, (1, -1))], axis=0)
    Z1 = A0 @ T1
    A1 = np.concatenate([np.clip(Z1, 0, None), one], axis=1)
    Z2 = A1 @ T2
    E = np.exp(Z2 - np.max(Z2, axis=1)[:, np.newaxis])
    D2 = E / E.sum(axis=1)[:, np.newaxis] - y_true
    G2 = A1.T @ D2
    D1 = np.where(Z1 > 0, D2 @ T2[:-1].T, 0.0)
    G1 = A0.T @ D1
    return G1[:-1], G1[-1].reshape(np.shape(b1)), G2[:-1], G2[-1].reshape(np.shape(b2))
