# WRONG: the derivative is taken at the layer's input activation instead of its output (1 - a_in^2); witness: gradient_flow([np.array([[.5, -1.], [.3, .8]]), np.array([[1.2, .1], [-.7, .4]]), np.array([[.2, .9], [-.5, .6]])], np.array([[.5, -1.], [2., .3]]))
import numpy as np


def gradient_flow(weights, x):
    acts = [x]
    for W in weights:
        acts.append(np.tanh(acts[-1] @ W))
    g, norms = np.ones(acts[-1].shape), []
    for l in range(len(weights) - 1, -1, -1):
        g = (g @ weights[l].T) * (1 - acts[l] ** 2 if l else 1.0)
        norms.append(np.linalg.norm(g))
    return np.array(norms[::-1])
