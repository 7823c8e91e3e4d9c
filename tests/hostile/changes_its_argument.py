# exercise: softmax
# ways: values, shape, after_return
# outcome: failed
import numpy as np

given = []


def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    e /= e.sum(axis=axis, keepdims=True)
    if "@way@" == "values":
        x[...] = e
    elif "@way@" == "shape":
        x.resize(x.size + 1, refcheck=False)
    else:
        x += 1
    return e
