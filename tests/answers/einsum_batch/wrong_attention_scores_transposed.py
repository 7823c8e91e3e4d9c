# WRONG: attention_scores comes out as (b, k, q); witness: attention_scores(np.array([[[1.0, 0.0], [0.0, 1.0]]]), np.array([[[1.0, 2.0], [3.0, 4.0]]]))
import numpy as np


def batch_matmul(A, B):
    return np.einsum("bij,bjk->bik", A, B)


def attention_scores(Q, K):
    return np.einsum("bqd,bkd->bkq", Q, K)


def multi_head_scores(Q, K):
    return np.einsum("bhqd,bhkd->bhqk", Q, K)
