import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    def one(v):
        dev = v - np.average(v)
        return dev / np.hypot(np.linalg.norm(dev) / np.sqrt(v.size), np.sqrt(eps))

    z = np.apply_along_axis(one, -1, np.asarray(x, dtype=float))
    return np.add(np.multiply(z, gamma), beta)
