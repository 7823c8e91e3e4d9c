import numpy as np


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    out = np.array(x, dtype=float)
    for j, column in enumerate(out.T):                # views of the columns
        column -= running_mean[j]
        column /= np.sqrt(float(running_var[j]) + eps)
        column *= gamma[j]
        column += beta[j]
    return out
