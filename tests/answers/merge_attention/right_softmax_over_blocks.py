import numpy as np


def merge_attention(outputs, log_sums):
    m = np.max(log_sums, axis=0, keepdims=True)
    e = np.exp(log_sums - m)
    z = np.sum(e, axis=0, keepdims=True)
    out = np.sum((e / z)[:, :, np.newaxis] * outputs, axis=0)
    return out, (m + np.log(z)).squeeze(0)
