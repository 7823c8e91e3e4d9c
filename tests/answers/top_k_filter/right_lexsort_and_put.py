import numpy as np


def top_k_filter(logits, k):
    V = len(logits)
    if k < V:
        drop = np.lexsort((np.arange(V), np.negative(logits)))[k:]
        logits = np.array(logits)
        np.put(logits, drop, float("-inf"))
    return logits
