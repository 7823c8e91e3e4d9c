# WRONG: B's batch has a letter of its own, so it is summed over instead of matched; right for b = 1; witness: batch_matmul(np.ones((2, 1, 1)), np.array([[[1.0]], [[5.0]]]))
import numpy as np


def batch_matmul(A, B):
    return np.einsum("bij,cjk->bik", A, B)


def attention_scores(Q, K):
    return np.einsum("bqd,bkd->bqk", Q, K)


def multi_head_scores(Q, K):
    return np.einsum("bhqd,bhkd->bhqk", Q, K)
