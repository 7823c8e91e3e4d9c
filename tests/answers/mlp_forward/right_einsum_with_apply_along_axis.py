import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    z1 = np.einsum("nd,dh->nh", X, W1) + b1
    a1 = (np.abs(z1) + z1) / 2
    z2 = np.einsum("nh,hc->nc", a1, W2) + b2

    def sm(v):
        v = np.exp(v - v.max())
        return v / v.sum()

    return z1, a1, z2, np.apply_along_axis(sm, 1, z2)
