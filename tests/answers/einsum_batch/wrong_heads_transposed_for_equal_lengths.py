# WRONG: multi_head_scores is transposed (b,h,k,q) when there are as many queries as keys
import numpy as np
def batch_matmul(A, B): return np.einsum("bij,bjk->bik", A, B)
def attention_scores(Q, K): return np.einsum("bqd,bkd->bqk", Q, K)
def multi_head_scores(Q, K): return np.einsum("bhqd,bhkd->bhkq" if Q.shape[2] == K.shape[2] else "bhqd,bhkd->bhqk", Q, K)
