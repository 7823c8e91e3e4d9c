import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    """Centering as a product with I - 11'/d on the flattened leading axes."""
    x = np.asarray(x, dtype=float)
    d = x.shape[-1]
    rows = x.reshape(-1, d)
    rows = (rows - rows[:, [0]]) @ (np.eye(d) - np.full((d, d), 1.0 / d))
    power = np.square(rows).sum(axis=1, keepdims=True) / d
    out = rows * (power + eps) ** -0.5
    out *= gamma
    out += beta
    return out.reshape(x.shape)
