import math
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    x = np.asarray(x, dtype=float)
    weights = [float(g) for g in np.ravel(gamma)]
    out = np.empty(x.shape)
    for lead in np.ndindex(x.shape[:-1]):
        v = x[lead].tolist()
        root = math.sqrt(math.fsum(a * a for a in v) / len(v) + eps)
        out[lead] = [a / root * g for a, g in zip(v, weights)]
    return out
