# exercise: softmax
# ways: minus_mean, identity, uniform, one_hot, last_axis_only, sums_to_one
# outcome: failed
# Wrong answers that another judge let through.
import numpy as np


def softmax(x, axis=-1):
    if "@way@" == "minus_mean":
        x = x - x.mean(axis=axis, keepdims=True)
        return np.exp(x) / np.exp(x).sum()
    if "@way@" == "identity":
        return x
    if "@way@" == "uniform":
        return np.full(x.shape, 1 / x.shape[axis])
    if "@way@" == "one_hot":
        return (x == x.max(axis=axis, keepdims=True)).astype(float)
    if "@way@" == "last_axis_only":
        e = np.exp(x - x.max(axis=-1, keepdims=True))
        return e / e.sum(axis=-1, keepdims=True)
    e = np.abs(x) + 1
    return e / e.sum(axis=axis, keepdims=True)
