import numpy as np


def grouped_query_attention(Q, K, V):
    # fold the group into the query length: (B, Hkv, G*T, d) attends to (B, Hkv, S, d)
    b, hq, t, d = Q.shape
    folded = np.reshape(Q, (b, K.shape[1], -1, d)) * d ** -0.5
    z = np.matmul(folded, K.transpose(0, 1, 3, 2))
    z -= z.max(axis=-1)[..., None]
    np.exp(z, out=z)
    return np.reshape(np.matmul(z, V) / z.sum(axis=-1, keepdims=True), (b, hq, t, d))
