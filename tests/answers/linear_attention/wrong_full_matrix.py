# WRONG: right values from a (T, T) matrix of weights
import numpy as np


def linear_attention(Q, K, V):
    f = lambda x: np.where(x > 0, x + 1, np.exp(x))
    A = np.tril(f(Q) @ f(K).T)
    return (A @ V) / A.sum(axis=1, keepdims=True)
