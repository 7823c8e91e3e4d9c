# WRONG: multiplies elementwise with einsum and sums the feature axis with another reduction; witness: uses_reduction(attention_scores)
import numpy as np


def batch_matmul(A, B):
    return np.einsum("bij,bjk->bik", A, B)


def attention_scores(Q, K):
    return np.einsum("bqd,bkd->bqkd", Q, K).sum(axis=-1)


def multi_head_scores(Q, K):
    return np.einsum("bhqd,bhkd->bhqk", Q, K)
