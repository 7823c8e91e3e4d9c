import math
import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    X, D = np.asarray(x, float).tolist(), np.asarray(dout, float).tolist()
    g = np.asarray(gamma, float).ravel().tolist()
    n, d = len(X), len(g)
    dx = [[0.0] * d for _ in range(n)]
    dgamma, dbeta = [0.0] * d, [0.0] * d
    for j in range(d):
        m = math.fsum(X[i][j] for i in range(n)) / n
        s = math.sqrt(math.fsum((X[i][j] - m) ** 2 for i in range(n)) / n + eps)
        for i in range(n):
            dbeta[j] += D[i][j]
            dgamma[j] += D[i][j] * (X[i][j] - m) / s
        for i in range(n):
            xh = (X[i][j] - m) / s
            dx[i][j] = g[j] / s * (D[i][j] - dbeta[j] / n - xh * dgamma[j] / n)
    return np.array(dx), np.array(dgamma), np.array(dbeta)
