# WRONG: 0/0 where no item is relevant
import numpy as np


def ndcg_at_k(relevance, scores, k):
    k = min(k, len(scores))
    d = np.log2(np.arange(k) + 2)
    rel = relevance[np.argsort(-scores, kind="stable")[:k]]
    ideal = np.sort(relevance)[-k:][::-1]
    return np.sum((2**rel - 1) / d) / np.sum((2**ideal - 1) / d)
