import numpy as np


def matrix_factorization(R, observed, U, V, lr, lam, n_steps):
    U = np.array(U, dtype=float)
    V = np.array(V, dtype=float)
    for _ in range(n_steps):
        diff = U @ V.T - R
        diff[~observed] = 0.0
        gU = 2 * (diff @ V + lam * U)
        gV = 2 * (diff.T @ U + lam * V)
        U -= lr * gU
        V -= lr * gV
    return U, V
