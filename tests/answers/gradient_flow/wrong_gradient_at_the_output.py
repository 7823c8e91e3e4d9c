# WRONG: the gradient at each layer's output instead of its input; witness: gradient_flow([np.array([[.5, -1.], [.3, .8]]), np.array([[1.2, .1], [-.7, .4]]), np.array([[.2, .9], [-.5, .6]])], np.array([[.5, -1.], [2., .3]]))
import numpy as np


def gradient_flow(weights, x):
    acts = [x]
    for W in weights:
        acts.append(np.tanh(acts[-1] @ W))
    g, norms = np.ones(acts[-1].shape), np.zeros(len(weights))
    for l in reversed(range(len(weights))):
        norms[l] = np.linalg.norm(g)
        g = (g * (1 - acts[l + 1] ** 2)) @ weights[l].T
    return norms
