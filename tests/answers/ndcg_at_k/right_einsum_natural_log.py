import numpy as np


def ndcg_at_k(relevance, scores, k):
    """Any base of the logarithm gives the same quotient."""
    gains = np.expm1(np.asarray(relevance, dtype=float) * np.log(2))
    k = min(k, gains.shape[0])
    w = 1 / np.log1p(np.arange(1, k + 1))
    got = gains[np.argsort(-np.asarray(scores), kind="mergesort")[:k]]
    top = -np.sort(-gains)[:k]
    num, den = np.einsum("ak,k->a", np.stack([got, top]), w)
    return np.divide(num, den, out=np.zeros(()), where=den > 0)
