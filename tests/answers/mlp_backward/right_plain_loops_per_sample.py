import math
import numpy as np


def mlp_backward(X, y_true, W1, b1, W2, b2):
    """One sample at a time, plain floats."""
    Xl, Yl = np.asarray(X, float).tolist(), np.asarray(y_true, float).tolist()
    w1, w2 = np.asarray(W1, float).tolist(), np.asarray(W2, float).tolist()
    c1, c2 = np.ravel(b1).astype(float).tolist(), np.ravel(b2).astype(float).tolist()
    d, h, C = len(w1), len(c1), len(c2)
    dW1 = [[0.0] * h for _ in range(d)]
    dW2 = [[0.0] * C for _ in range(h)]
    db1, db2 = [0.0] * h, [0.0] * C
    for x, y in zip(Xl, Yl):
        z1 = [c1[j] + sum(x[i] * w1[i][j] for i in range(d)) for j in range(h)]
        a1 = [z if z > 0 else 0.0 for z in z1]
        z2 = [c2[k] + sum(a1[j] * w2[j][k] for j in range(h)) for k in range(C)]
        top = max(z2)
        e = [math.exp(z - top) for z in z2]
        s = sum(e)
        dz2 = [e[k] / s - y[k] for k in range(C)]
        for k in range(C):
            db2[k] += dz2[k]
        for j in range(h):
            back = 0.0
            for k in range(C):
                dW2[j][k] += a1[j] * dz2[k]
                back += w2[j][k] * dz2[k]
            if z1[j] > 0:
                db1[j] += back
                for i in range(d):
                    dW1[i][j] += x[i] * back
    return (np.array(dW1), np.array(db1).reshape(np.shape(b1)),
            np.array(dW2), np.array(db2).reshape(np.shape(b2)))
