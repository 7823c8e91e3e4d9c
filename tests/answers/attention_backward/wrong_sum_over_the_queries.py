# WRONG: the softmax's backward pass sums over the queries; witness: attention_backward(np.ones((1, 1)), np.ones((1, 1)), np.array([[0.0], [1.0]]), np.array([[0.0], [1.0]]))
import numpy as np


def attention_backward(dout, Q, K, V):
    d = Q.shape[-1]
    S = Q @ np.swapaxes(K, -1, -2) / np.sqrt(d)
    P = np.exp(S - S.max(-1, keepdims=True))
    P /= P.sum(-1, keepdims=True)
    dP = dout @ np.swapaxes(V, -1, -2)
    dS = P * (dP - (dP * P).sum(-2, keepdims=True)) / np.sqrt(d)
    return dS @ K, np.swapaxes(dS, -1, -2) @ Q, np.swapaxes(P, -1, -2) @ dout
