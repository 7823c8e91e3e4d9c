import math

import numpy as np


def js_divergence(p, q):
    s = 0.0
    for a, b in zip(np.asarray(p).tolist(), np.asarray(q).tolist()):
        for c in (a, b):
            if c > 0:
                s += c * (math.log(2 * c) - math.log(a + b))
    return s / 2
