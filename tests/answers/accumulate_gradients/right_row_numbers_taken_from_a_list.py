import numpy as np

def accumulate_gradients(grad, X, y, size):
    rows = list(range(len(X))); n = len(rows); out = None
    while rows:
        part, rows = rows[:size], rows[size:]
        g = len(part)/n*np.asarray(grad(X[part], y[part]))
        out = g if out is None else out + g
    return out
