import math
import numpy as np


def moe_router(logits, k):
    all_idx, all_w = [], []
    for row in logits:
        vals = [float(v) for v in row]
        order = sorted(range(len(vals)), key=lambda e: (-vals[e], e))[:k]
        ex = [math.exp(vals[e] - vals[order[0]]) for e in order]
        s = sum(ex)
        all_idx.append(order)
        all_w.append([v / s for v in ex])
    return np.array(all_idx), np.array(all_w)
