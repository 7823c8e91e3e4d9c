import math
def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    s = 0.0
    for t, p in zip(y_true.tolist(), y_prob.tolist()):
        p = min(max(p, eps), 1 - eps)
        s -= t * math.log(p) + (1 - t) * math.log1p(-p)
    return s / len(y_true)
