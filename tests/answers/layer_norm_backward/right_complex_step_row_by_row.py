import numpy as np


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    """dx by complex steps, all rows at once and one feature after the other."""
    D = x.shape[-1]
    z = np.array(x, dtype=np.float64).reshape(-1, D)
    up = np.array(dout, dtype=np.float64).reshape(-1, D)

    def xhat(v):
        c = v - v.sum(axis=1, keepdims=True) / D
        return c / np.sqrt((c * c).sum(axis=1, keepdims=True) / D + eps)

    dx = np.empty(z.shape)
    for j in range(D):
        moved = z.astype(complex)
        moved[:, j] += 1e-30j
        dx[:, j] = (up * gamma * xhat(moved).imag).sum(axis=1) / 1e-30
    return dx.reshape(x.shape), (up * xhat(z)).sum(axis=0), up.sum(axis=0)
