# WRONG: the mask is multiplied, and NaN times 0 is NaN
import numpy as np


def matrix_factorization(R, observed, U, V, lr, lam, n_steps):
    for _ in range(n_steps):
        E = observed * (R - U @ V.T)
        dU = -2 * E @ V + 2 * lam * U
        dV = -2 * E.T @ U + 2 * lam * V
        U, V = U - lr * dU, V - lr * dV
    return U, V
