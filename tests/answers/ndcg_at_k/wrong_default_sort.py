# WRONG: np.argsort without a stable kind loses the index order of ties in long input
import numpy as np


def ndcg_at_k(relevance, scores, k):
    def dcg(rel):
        return np.sum((2.0**rel - 1) / np.log2(np.arange(2, rel.size + 2)))

    ideal = dcg(np.sort(relevance)[::-1][:k])
    return 0.0 if ideal == 0 else dcg(relevance[np.argsort(-scores)[:k]]) / ideal
