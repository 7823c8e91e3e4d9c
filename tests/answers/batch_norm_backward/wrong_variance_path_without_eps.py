# WRONG: the direction removed by the variance is normalised without eps (projects on the plain z-score): visible when var is of the size of eps; witness: batch_norm_backward(np.array([[1.], [0.], [-2.]]), np.array([[0.], [.003], [.001]]), np.ones(1))
import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    c = x - x.mean(axis=0)
    var = x.var(axis=0)
    inv = 1.0 / np.sqrt(var + eps)
    dxhat = dout * gamma
    ss = (c * c).sum(axis=0)
    proj = np.divide((dxhat * c).sum(axis=0), ss, out=np.zeros(x.shape[1]), where=ss > 0)
    dx = inv * (dxhat - dxhat.mean(axis=0) - c * proj)
    return dx, (dout * c * inv).sum(axis=0), dout.sum(axis=0)
