# exercise: softmax
# ways: one, by_shape, in_a_list
# outcome: failed
import numpy as np

room, by_shape = np.empty(10_000), {}


def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    e /= e.sum(axis=axis, keepdims=True)
    if "@way@" == "one":
        result = room[: e.size].reshape(e.shape)
    else:
        result = by_shape.setdefault(e.shape, np.empty(e.shape))
    result[...] = e
    return list(result) if "@way@" == "in_a_list" and result.ndim > 1 else result
