import numpy as np


def info_nce(a, b, temperature=0.07):
    """cos = 1 - |u - v|^2 / 2 on the unit sphere; the 1 cancels in the softmax."""
    def unit(m):
        m = np.asarray(m, dtype=float)
        return np.divide(m, np.sqrt(np.square(m).sum(-1))[..., None])

    u, v = unit(a), unit(b)
    n = u.shape[0]
    total = 0.0
    for i in range(n):
        logit = np.sum((v - u[i]) ** 2, axis=1) / (-2.0 * temperature)
        top = np.max(logit)
        total += top + np.log(np.sum(np.exp(logit - top))) - logit[i]
    return total / n
