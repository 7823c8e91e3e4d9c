# WRONG: .T reverses the leading axes too; witness: attention_backward(*(np.ones((2, 3, 2)),) * 4)
import numpy as np


def attention_backward(dout, Q, K, V):
    c = Q.shape[-1] ** -0.5
    S = Q @ K.T * c
    P = np.exp(S - S.max(-1, keepdims=True))
    P /= P.sum(-1, keepdims=True)
    dP = dout @ V.T
    dS = P * (dP - (dP * P).sum(-1, keepdims=True)) * c
    return dS @ K, dS.T @ Q, P.T @ dout
