# the reshape itself raises ValueError where the channels do not divide
import numpy as np


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    n, c, h, w = x.shape
    out = []
    for img in x:
        blocks = img.reshape(n_groups, c // n_groups, h * w)
        normed = [(b - np.mean(b)) / np.sqrt(np.var(b) + eps) for b in blocks]
        flat = np.concatenate(normed).reshape(c, h, w)
        out.append([gamma[k] * flat[k] + beta[k] for k in range(c)])
    return np.array(out)
