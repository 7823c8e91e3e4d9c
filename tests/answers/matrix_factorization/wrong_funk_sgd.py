# WRONG: stochastic updates rating by rating, with the penalty on each
import numpy as np


def matrix_factorization(R, observed, U, V, lr, lam, n_steps):
    U, V = U.copy(), V.copy()
    n, m = R.shape
    for _ in range(n_steps):
        for i in range(n):
            for j in range(m):
                if not observed[i, j]:
                    continue
                e = R[i, j] - U[i] @ V[j]
                u = U[i].copy()
                U[i] += lr * 2 * (e * V[j] - lam * U[i])
                V[j] += lr * 2 * (e * u - lam * V[j])
    return U, V
