import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    """dx by the complex step: all columns at once, one row after the other."""
    x = np.asarray(x, dtype=np.float64)
    dout = np.asarray(dout, dtype=np.float64)
    h = 1e-30

    def xhat_of(z):
        c = z - z.mean(axis=0)
        return c / np.sqrt((c * c).mean(axis=0) + eps)

    dx = np.empty(x.shape)
    for i in range(x.shape[0]):
        z = x.astype(complex)
        z[i] += 1j * h
        dx[i] = (dout * (gamma * xhat_of(z)).imag).sum(axis=0) / h
    return dx, np.einsum("nd,nd->d", dout, xhat_of(x)), np.einsum("nd->d", dout)
