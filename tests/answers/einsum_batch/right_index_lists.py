import numpy as np


def batch_matmul(A, B):
    return np.einsum(A, [0, 1, 2], B, [0, 2, 3], [0, 1, 3])


def attention_scores(Q, K):
    return np.einsum(Q, [0, 1, 3], K, [0, 2, 3], [0, 1, 2])


def multi_head_scores(Q, K):
    return np.einsum(Q, [0, 1, 2, 4], K, [0, 1, 3, 4], [0, 1, 2, 3])
