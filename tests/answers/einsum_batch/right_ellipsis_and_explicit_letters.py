import numpy as np
def batch_matmul(A, B): return np.einsum("...ij,...jk->...ik", A, B)
def attention_scores(Q, K): return np.einsum("...qd,...kd", Q, K) if False else np.einsum("bqd,bkd->bqk", Q, K, optimize=True)
def multi_head_scores(Q, K): return np.einsum("...qd,...kd->...qk", Q, K)
