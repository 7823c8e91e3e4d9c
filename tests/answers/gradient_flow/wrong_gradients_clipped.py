# WRONG: gradients are clipped to a norm of 1e3 on the way down: wrong when they explode; witness: gradient_flow([np.eye(4) * 60.] * 3, np.zeros((2, 4)))
import numpy as np


def gradient_flow(weights, x):
    acts = [x]
    for W in weights:
        acts.append(np.tanh(acts[-1] @ W))
    g, norms = np.ones(acts[-1].shape), []
    for W, a in zip(weights[::-1], acts[::-1]):
        g = (g * (1 - a ** 2)) @ W.T
        size = np.linalg.norm(g)
        if size > 1e3:
            g, size = g * (1e3 / size), 1e3
        norms.append(size)
    return np.array(norms[::-1])
