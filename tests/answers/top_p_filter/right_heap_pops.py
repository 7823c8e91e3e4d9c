import heapq
import numpy as np


def top_p_filter(logits, p):
    """Pops tokens off a heap until the unnormalised mass is p times the whole."""
    out = np.full(len(logits), -np.inf)
    x = np.asarray(logits, dtype=np.float64)
    mass = np.exp(x - np.max(x))
    goal = p * mass.sum()
    heap = [(-v, i) for i, v in enumerate(x.tolist())]
    heapq.heapify(heap)
    got = 0.0
    while heap:
        neg, i = heapq.heappop(heap)
        out[i] = -neg
        got += mass[i]
        if p < 1 and got >= goal:
            break
    return out
