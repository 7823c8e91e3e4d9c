import numpy as np
e = getattr(np, "einsum")
def batch_matmul(A, B, *, spec="bij,bjk->bik"):
    out = np.empty((A.shape[0], A.shape[1], B.shape[2]))
    e(spec, A, B, out=out)
    return out
def attention_scores(Q, K):
    return e("bqd,bkd->bqk", Q, K)
def multi_head_scores(Q, K):
    return e("bqd,bkd->bqk", Q.reshape(-1, *Q.shape[2:]), K.reshape(-1, *K.shape[2:])).reshape(Q.shape[:3] + (K.shape[2],))
