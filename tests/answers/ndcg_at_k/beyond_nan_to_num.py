# right, but 0 / 0 warns before the NaN is replaced
import numpy as np


def ndcg_at_k(relevance, scores, k):
    k = min(k, len(scores))
    d = np.log2(np.arange(k) + 2)
    rel = relevance[np.argsort(-scores, kind="stable")[:k]]
    ideal = np.sort(relevance)[::-1][:k]
    return np.nan_to_num(np.sum((2.0**rel - 1) / d) / np.sum((2.0**ideal - 1) / d))
