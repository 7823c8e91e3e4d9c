# WRONG: V is updated with the U of this step
import numpy as np


def matrix_factorization(R, observed, U, V, lr, lam, n_steps):
    U, V = U.copy(), V.copy()
    for _ in range(n_steps):
        E = np.where(observed, R - U.dot(V.T), 0)
        U -= lr * (-2 * E.dot(V) + 2 * lam * U)
        V -= lr * (-2 * E.T.dot(U) + 2 * lam * V)
    return U, V
