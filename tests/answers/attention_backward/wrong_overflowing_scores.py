# WRONG: exp without a shift; witness: attention_backward(np.ones((1, 1)), np.array([[100.0]]), np.array([[100.0], [0.0]]), np.ones((2, 1)))
import numpy as np


def attention_backward(dout, Q, K, V):
    c = Q.shape[-1] ** -0.5
    E = np.exp(np.einsum("...id,...jd->...ij", Q, K) * c)
    P = E / E.sum(-1, keepdims=True)
    dV = np.einsum("...ij,...iv->...jv", P, dout)
    dP = np.einsum("...iv,...jv->...ij", dout, V)
    dS = c * P * (dP - np.einsum("...ij,...ij->...i", dP, P)[..., None])
    return np.einsum("...ij,...jd->...id", dS, K), np.einsum("...ij,...id->...jd", dS, Q), dV
