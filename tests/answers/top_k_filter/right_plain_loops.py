import numpy as np


def top_k_filter(logits, k):
    vals = [float(v) for v in logits]
    n = len(vals)
    if k >= n:
        return np.array(vals)
    kept = [False] * n
    for _ in range(k):
        best = -1
        for i in range(n):
            if not kept[i] and (best < 0 or vals[i] > vals[best]):
                best = i
        kept[best] = True
    return np.array([vals[i] if kept[i] else float("-inf") for i in range(n)])
