# WRONG: -inf - -inf is NaN where the first two blocks are empty for a query
import numpy as np


def merge_attention(outputs, log_sums):
    o, l = outputs[0], log_sums[0]
    for i in range(1, len(outputs)):
        m = np.maximum(l, log_sums[i])
        a, b = np.exp(l - m), np.exp(log_sums[i] - m)
        o = (o * a[:, None] + outputs[i] * b[:, None]) / (a + b)[:, None]
        l = m + np.log(a + b)
    return o, l
