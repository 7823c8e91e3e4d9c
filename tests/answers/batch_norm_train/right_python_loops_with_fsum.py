import math
import numpy as np


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    columns = list(zip(*np.asarray(x, dtype=float).tolist()))
    out_columns, means, variances = [], [], []
    for col, g, b, rm, rv in zip(columns, gamma, beta, running_mean, running_var):
        m = math.fsum(col) / len(col)
        v = math.fsum((c - m) * (c - m) for c in col) / len(col)
        out_columns.append([float(g) * (c - m) / math.sqrt(v + eps) + float(b) for c in col])
        means.append(float(rm) * (1 - momentum) + m * momentum)
        variances.append(float(rv) * (1 - momentum) + v * momentum)
    return np.array(out_columns).T, np.array(means), np.array(variances)
