# exercise: softmax
# ways: count, last, growing
# outcome: failed
import numpy as np

calls = []


def softmax(x, axis=-1):
    calls.append(x.sum())
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    e /= e.sum(axis=axis, keepdims=True)
    if "@way@" == "count" and len(calls) > 25:
        return e[::-1]
    if "@way@" == "last" and len(calls) > 1 and calls[-2] > calls[-1]:
        return e * 1.001
    return e + (1e-7 * len(calls) if "@way@" == "growing" else 0)
