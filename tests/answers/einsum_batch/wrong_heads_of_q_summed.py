# WRONG: heads are summed: every head gets the sum over all heads of Q; witness: multi_head_scores(np.arange(4.0).reshape(1, 2, 1, 2), np.ones((1, 2, 1, 2)))
import numpy as np


def batch_matmul(A, B):
    return np.einsum("bij,bjk->bik", A, B)


def attention_scores(Q, K):
    return np.einsum("bqd,bkd->bqk", Q, K)


def multi_head_scores(Q, K):
    return np.einsum("bgqd,bhkd->bhqk", Q, K)
