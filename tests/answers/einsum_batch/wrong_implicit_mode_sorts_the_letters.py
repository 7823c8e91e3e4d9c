# WRONG: multi_head_scores in implicit mode sorts the letters: (b, h, k, q); witness: multi_head_scores(np.ones((1, 1, 2, 3)), np.ones((1, 1, 4, 3)))
import numpy as np


def batch_matmul(A, B):
    return np.einsum("bij,bjk->bik", A, B)


def attention_scores(Q, K):
    return np.einsum("bqd,bkd->bqk", Q, K)


def multi_head_scores(Q, K):
    return np.einsum("...qd,...kd", Q, K)
