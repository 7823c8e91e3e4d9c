import numpy as np


def batch_matmul(A, B):
    out = np.empty((A.shape[0], A.shape[1], B.shape[2]))
    np.einsum("bij,bjk->bik", A, B, out=out)
    return out


def attention_scores(Q, K):
    # keys first, then back to (b, q, k)
    return np.einsum("bkd,bqd->bkq", K, Q).transpose(0, 2, 1)


def multi_head_scores(Q, K):
    return np.moveaxis(np.einsum("bhqd,bhkd->bqkh", Q, K), -1, 1)
