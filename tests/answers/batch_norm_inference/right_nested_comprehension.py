import math
import numpy as np


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    params = [tuple(map(float, p)) for p in zip(gamma, beta, running_mean, running_var)]
    return np.array([
        [g * (float(v) - m) / math.sqrt(s2 + eps) + b for v, (g, b, m, s2) in zip(row, params)]
        for row in x
    ])
