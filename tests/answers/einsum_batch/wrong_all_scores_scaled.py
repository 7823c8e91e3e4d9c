# WRONG: scores are divided by sqrt(d), which is not asked for; witness: attention_scores(np.ones((1, 1, 4)), np.ones((1, 1, 4)))
import numpy as np


def batch_matmul(A, B):
    return np.einsum("bij,bjk->bik", A, B)


def attention_scores(Q, K):
    return np.einsum("bqd,bkd->bqk", Q, K) / np.sqrt(Q.shape[-1])


def multi_head_scores(Q, K):
    return np.einsum("bhqd,bhkd->bhqk", Q, K) / np.sqrt(Q.shape[-1])
