# WRONG: spectral norm of the (n, d) gradient instead of the Euclidean one (the same for n = 1 or d = 1); witness: gradient_flow([np.array([[.5, -1.], [.9, .8]])], np.array([[.1, -.2], [2., -1.]]))
import numpy as np


def gradient_flow(weights, x):
    acts = [x]
    for W in weights:
        acts.append(np.tanh(acts[-1] @ W))
    g, norms = np.ones(acts[-1].shape), []
    for W, a in zip(weights[::-1], acts[::-1]):
        g = (g * (1 - a * a)) @ W.T
        norms.append(np.linalg.norm(g, ord=2))
    return np.array(norms[::-1])
