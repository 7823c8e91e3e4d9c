# WRONG: the gradient is summed over the samples before the norm is taken (the same for n = 1); witness: gradient_flow([np.array([[.5, -1.], [.3, .8]]), np.array([[1.2, .1], [-.7, .4]]), np.array([[.2, .9], [-.5, .6]])], np.array([[.5, -1.], [2., .3]]))
import numpy as np


def gradient_flow(weights, x):
    acts = [x]
    for W in weights:
        acts.append(np.tanh(acts[-1] @ W))
    g, norms = np.ones(acts[-1].shape), []
    for l in range(len(weights))[::-1]:
        g = (g * (1 - acts[l + 1] ** 2)) @ weights[l].T
        norms.append(np.linalg.norm(g.sum(axis=0)))
    return np.array(norms[::-1])
