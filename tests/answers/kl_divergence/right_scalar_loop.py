import math

import numpy as np


def kl_divergence(p, q):
    total = 0.0
    for a, b in zip(map(float, p), map(float, q)):
        if a == 0.0:
            continue
        if b == 0.0:
            return math.inf
        total += a * (math.log(a) - math.log(b))
    return total
