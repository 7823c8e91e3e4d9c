from numpy import einsum

import numpy as np


def batch_matmul(A, B):
    # implicit mode: letters that appear once come out in alphabetical order, so name the batch in the output
    return einsum("aij,ajk->aik", A, B)


def attention_scores(Q: np.ndarray, K: np.ndarray) -> np.ndarray:
    """(b, q, d) x (b, d, k), torch style"""
    return einsum("bqd,bdk->bqk", Q, K.swapaxes(-1, -2))


def multi_head_scores(Q: np.ndarray, K: np.ndarray) -> np.ndarray:
    b, h, q, d = Q.shape
    k = K.shape[2]
    merged = einsum("nqd,nkd->nqk", Q.reshape(b * h, q, d), K.reshape(b * h, k, d))
    return merged.reshape(b, h, q, k)
