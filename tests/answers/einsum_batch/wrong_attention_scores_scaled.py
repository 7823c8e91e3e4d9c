# WRONG: attention_scores divides by sqrt(d): the row gives the plain products
import numpy as np
def batch_matmul(A, B): return np.einsum("bij,bjk->bik", A, B)
def attention_scores(Q, K): return np.einsum("bqd,bkd->bqk", Q, K) / np.sqrt(Q.shape[-1])
def multi_head_scores(Q, K): return np.einsum("bhqd,bhkd->bhqk", Q, K)
