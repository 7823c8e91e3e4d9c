# WRONG: the gain is the grade, and a reversed argsort puts ties in the wrong order
import numpy as np


def ndcg_at_k(relevance, scores, k):
    order = np.argsort(scores)[::-1][:k]
    discounts = 1.0 / np.log2(np.arange(2, len(order) + 2))
    dcg = (relevance[order] * discounts).sum()
    idcg = (np.sort(relevance)[::-1][:k] * discounts).sum()
    return dcg / idcg if idcg > 0 else 0.0
