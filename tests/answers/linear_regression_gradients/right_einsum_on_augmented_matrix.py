import numpy as np
def linear_regression_gradients(X, y, w, b):
    A = np.c_[X, np.ones(len(X))]
    g = np.einsum('ij,i->j', A, np.einsum('ij,j->i', A, np.append(w, b)) - y) * (2 / len(y))
    return g[:-1], g[-1]
