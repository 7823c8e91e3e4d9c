# WRONG: g @ W instead of g @ W.T (right for symmetric weights); witness: gradient_flow([np.array([[.5, -1.], [.3, .8]]), np.array([[1.2, .1], [-.7, .4]]), np.array([[.2, .9], [-.5, .6]])], np.array([[.5, -1.], [2., .3]]))
import numpy as np


def gradient_flow(weights, x):
    outs, a = [], x
    for W in weights:
        a = np.tanh(a @ W)
        outs.append(a)
    g, norms = np.ones(a.shape), []
    for W, o in zip(reversed(weights), reversed(outs)):
        g = (g * (1 - o ** 2)) @ W
        norms.insert(0, np.sqrt((g ** 2).sum()))
    return np.array(norms)
