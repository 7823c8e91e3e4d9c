# WRONG: mean of the outputs instead of their sum; witness: gradient_flow([np.array([[.5, -1.], [.3, .8]]), np.array([[1.2, .1], [-.7, .4]]), np.array([[.2, .9], [-.5, .6]])], np.array([[.5, -1.], [2., .3]]))
import numpy as np


def gradient_flow(weights, x):
    acts = [x]
    for W in weights:
        acts.append(np.tanh(acts[-1] @ W))
    g = np.full(acts[-1].shape, 1.0 / acts[-1].size)
    out = []
    for W, a in zip(weights[::-1], acts[::-1]):
        g = (g * (1 - a ** 2)) @ W.T
        out.append(np.sqrt((g * g).sum()))
    return np.array(out[::-1])
