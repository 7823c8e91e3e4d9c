import numpy as np

STEP = 1e-30


def linear_regression_gradients(X, y, w, b):
    # complex-step differentiation: no subtraction, so exact to rounding
    X = np.asarray(X, dtype=complex)
    y = np.asarray(y, dtype=complex)
    theta = np.concatenate([np.asarray(w, dtype=complex), [complex(b)]])

    def loss(t):
        e = X @ t[:-1] + t[-1] - y
        return (e * e).sum() / e.size

    out = np.empty(theta.size)
    for j in range(theta.size):
        t = theta.copy()
        t[j] += 1j * STEP
        out[j] = loss(t).imag / STEP
    return out[:-1], float(out[-1])
