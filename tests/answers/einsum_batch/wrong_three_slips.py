# WRONG: B transposed, scores scaled, and keys before queries
import numpy as np
def batch_matmul(A,B): return np.einsum('bij,bkj->bik',A,B)
def attention_scores(Q,K): return np.einsum('bqd,bkd->bqk',Q,K)/np.sqrt(Q.shape[-1])
def multi_head_scores(Q,K): return np.einsum('bhqd,bhkd->bhkq',Q,K)
