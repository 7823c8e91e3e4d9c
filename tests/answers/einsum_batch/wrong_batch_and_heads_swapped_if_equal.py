# WRONG: multi_head_scores sums over the heads of Q and K separately when h == b (a letter too many)
import numpy as np
def batch_matmul(A, B): return np.einsum("bij,bjk->bik", A, B)
def attention_scores(Q, K): return np.einsum("bqd,bkd->bqk", Q, K)
def multi_head_scores(Q, K):
    if Q.shape[0] == Q.shape[1]: return np.einsum("bhqd,hbkd->bhqk", Q, K)
    return np.einsum("bhqd,bhkd->bhqk", Q, K)
