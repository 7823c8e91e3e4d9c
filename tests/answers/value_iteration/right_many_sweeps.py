import numpy as np


def value_iteration(P, R, gamma):
    V = np.zeros(P.shape[0])
    n = 1
    if gamma > 0:
        n = int(np.ceil(np.log(1e-10 * (1 - gamma)) / np.log(gamma))) + 1
    for _ in range(n):
        V = (R + gamma * np.einsum("ijk,k->ij", P, V)).max(axis=1)
    Q = R + gamma * np.einsum("ijk,k->ij", P, V)
    policy = np.zeros(len(V), dtype=int)
    for s in range(len(V)):
        policy[s] = np.flatnonzero(Q[s] >= Q[s].max() - 1e-6)[0]
    return V, policy
