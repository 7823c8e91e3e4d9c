# WRONG: no factor 2, and the caller's factors are changed
import numpy as np


def matrix_factorization(R, observed, U, V, lr, lam, n_steps):
    for _ in range(n_steps):
        E = np.where(observed, R - U @ V.T, 0)
        dU, dV = E @ V - lam * U, E.T @ U - lam * V
        U += lr * dU
        V += lr * dV
    return U, V
