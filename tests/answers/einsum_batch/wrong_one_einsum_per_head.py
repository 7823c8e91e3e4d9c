# WRONG: multi_head_scores: one einsum call for each head (more than one call)
import numpy as np
def batch_matmul(A, B): return np.einsum("bij,bjk->bik", A, B)
def attention_scores(Q, K): return np.einsum("bqd,bkd->bqk", Q, K)
def multi_head_scores(Q, K): return np.stack([np.einsum("bqd,bkd->bqk", Q[:, h], K[:, h]) for h in range(Q.shape[1])], 1)
