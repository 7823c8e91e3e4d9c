# WRONG: batch_matmul multiplies by B transposed, wrong even where the shapes fit (j = k); witness: batch_matmul(np.array([[[1.0, 2.0]]]), np.array([[[0.0, 1.0], [0.0, 0.0]]]))
import numpy as np


def batch_matmul(A, B):
    return np.einsum("bij,bkj->bik", A, B)


def attention_scores(Q, K):
    return np.einsum("bqd,bkd->bqk", Q, K)


def multi_head_scores(Q, K):
    return np.einsum("bhqd,bhkd->bhqk", Q, K)
