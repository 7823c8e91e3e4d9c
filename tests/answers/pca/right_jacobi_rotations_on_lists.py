import math
import numpy as np


def _jacobi(A, sweeps=100):
    """Cyclic Jacobi rotations on a list of lists, returns eigenvalues and columns."""
    d = len(A)
    V = [[float(i == j) for j in range(d)] for i in range(d)]
    scale = sum(abs(v) for r in A for v in r)
    for _ in range(sweeps):
        off = sum(A[i][j] ** 2 for i in range(d) for j in range(d) if i != j)
        if math.sqrt(off) <= 1e-17 * scale or scale == 0:
            break
        for p in range(d):
            for q in range(p + 1, d):
                if A[p][q] == 0.0:
                    continue
                theta = 0.5 * math.atan2(2 * A[p][q], A[q][q] - A[p][p])
                c, s = math.cos(theta), math.sin(theta)
                for r in range(d):
                    A[r][p], A[r][q] = c * A[r][p] - s * A[r][q], s * A[r][p] + c * A[r][q]
                for r in range(d):
                    A[p][r], A[q][r] = c * A[p][r] - s * A[q][r], s * A[p][r] + c * A[q][r]
                for r in range(d):
                    V[r][p], V[r][q] = c * V[r][p] - s * V[r][q], s * V[r][p] + c * V[r][q]
    return [A[i][i] for i in range(d)], V


def pca(X, k):
    rows = np.asarray(X, dtype=float).tolist()
    n, d = len(rows), len(rows[0])
    mu = [math.fsum(col) / n for col in zip(*rows)]
    Z = [[v - m for v, m in zip(r, mu)] for r in rows]
    cov = [[sum(r[i] * r[j] for r in Z) / n for j in range(d)] for i in range(d)]
    lam, V = _jacobi(cov)
    order = sorted(range(d), key=lambda i: -lam[i])[:k]
    comp = np.array([[V[i][j] for j in order] for i in range(d)])
    return comp, np.array([max(lam[j], 0.0) for j in order]), np.array(Z) @ comp
