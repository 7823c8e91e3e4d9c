import functools
import numpy as np


def log_softmax(x, axis=-1):
    """running (streaming) log-sum-exp along the axis"""
    x = np.asarray(x, dtype=float)
    if x.ndim == 0:
        return x - x
    slices = np.moveaxis(x, axis, 0)

    def step(state, cur):
        top, total = state
        new = np.maximum(top, cur)
        return new, total * np.exp(top - new) + np.exp(cur - new)

    top, total = functools.reduce(step, slices[1:], (slices[0], np.ones(slices[0].shape)))
    return np.moveaxis((slices - top) - np.log(total), 0, axis)
