import numpy as np


def matrix_factorization(R, observed, U, V, lr, lam, n_steps):
    for _ in range(n_steps):
        nU, nV = [], []
        for i in range(len(U)):
            js = np.where(observed[i])[0]
            e = R[i, js] - V[js] @ U[i]
            nU.append(U[i] + 2 * lr * (e @ V[js] - lam * U[i]))
        for j in range(len(V)):
            rows = np.where(observed[:, j])[0]
            e = R[rows, j] - U[rows] @ V[j]
            nV.append(V[j] + 2 * lr * (e @ U[rows] - lam * V[j]))
        U, V = np.array(nU), np.array(nV)
    return U, V
