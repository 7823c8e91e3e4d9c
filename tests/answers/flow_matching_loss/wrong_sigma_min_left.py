# WRONG: keeps 1e-2 of the noise at t = 1; witness: flow_matching_loss(lambda x, t: x, np.ones((1, 1)), np.zeros((1, 1)), np.array([1.0]))
import numpy as np

def flow_matching_loss(model, x0, x1, t):
    tt = t.reshape(t.shape + (1,)*(x0.ndim-1))
    s = 1e-2
    return np.square(model((1-(1-s)*tt)*x0 + tt*x1, t) - (x1 - (1-s)*x0)).mean()
