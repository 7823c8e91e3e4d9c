# WRONG: reverses the caller's list of weights in place; witness: (lambda ws, x: (gradient_flow(ws, x), ws))([np.array([[.5, -1.], [.3, .8]]), np.array([[1.2, .1], [-.7, .4]]), np.array([[.2, .9], [-.5, .6]])], np.array([[.5, -1.], [2., .3]]))
import numpy as np


def gradient_flow(weights, x):
    acts = [x]
    for W in weights:
        acts.append(np.tanh(acts[-1] @ W))
    weights.reverse()
    acts.reverse()
    g, norms = np.ones(acts[0].shape), []
    for W, a in zip(weights, acts):
        g = (g * (1 - a ** 2)) @ W.T
        norms.append(np.linalg.norm(g))
    return np.array(norms[::-1])
