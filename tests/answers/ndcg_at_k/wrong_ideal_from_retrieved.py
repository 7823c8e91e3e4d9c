# WRONG: the ideal order is made of the retrieved items only
import numpy as np


def dcg(rel):
    return sum((2**r - 1) / np.log2(i + 2) for i, r in enumerate(rel))


def ndcg_at_k(relevance, scores, k):
    ranked = [relevance[i] for i in np.argsort(-scores, kind="stable")][:k]
    best = dcg(sorted(ranked, reverse=True))
    if best == 0:
        return 0.0
    return dcg(ranked) / best
