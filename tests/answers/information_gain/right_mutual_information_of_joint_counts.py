import numpy as np
def information_gain(y, left):
    # mutual information
    u, inv = np.unique(y, return_inverse=True)
    J = np.zeros((len(u), 2)); np.add.at(J, (inv, left.astype(int)), 1 / len(y))
    P = J.sum(1, keepdims=True) * J.sum(0)
    m = J > 0
    return max(0.0, float((J[m] * np.log2(J[m] / P[m])).sum())) if left.any() and not left.all() else 0.0
