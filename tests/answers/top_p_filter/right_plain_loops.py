import math
import numpy as np


def top_p_filter(logits, p):
    x = [float(v) for v in logits]
    if p >= 1:
        return np.array(x)
    m = max(x)
    w = [math.exp(v - m) for v in x]
    total = sum(w)
    order = sorted(range(len(x)), key=lambda i: (-x[i], i))
    out = [float("-inf")] * len(x)
    acc = 0.0
    for i in order:
        out[i] = x[i]
        acc += w[i] / total
        if acc >= p:
            break
    return np.array(out)
