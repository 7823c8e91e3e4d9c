import math
import numpy as np


def _affine(rows, W, b):
    W = np.asarray(W, dtype=float).tolist()
    b = np.ravel(b).tolist()
    return [[sum(float(r[k]) * W[k][j] for k in range(len(W))) + float(b[j]) for j in range(len(b))] for r in rows]


def _softmax(row):
    m = max(row)
    e = [math.exp(v - m) for v in row]
    s = sum(e)
    return [v / s for v in e]


def mlp_forward(X, W1, b1, W2, b2):
    z1 = _affine(np.asarray(X, dtype=float).tolist(), W1, b1)
    a1 = [[v if v > 0 else 0.0 for v in row] for row in z1]
    z2 = _affine(a1, W2, b2)
    y_pred = [_softmax(row) for row in z2]
    return [np.array(part) for part in (z1, a1, z2, y_pred)]
