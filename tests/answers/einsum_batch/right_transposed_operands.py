import numpy as np
def batch_matmul(A, B): return np.einsum("bij,bkj->bik", A, B.swapaxes(1, 2))
def attention_scores(Q, K): return np.einsum("bij,bjk->bik", Q, K.transpose(0, 2, 1))
def multi_head_scores(Q, K): return np.einsum("qdbh,kdbh->bhqk", Q.transpose(2, 3, 0, 1), np.moveaxis(K, (2, 3), (0, 1)))
