import functools
import numpy as np

_cell = np.vectorize(lambda v, g, b, m, s: b + g * (v - m) * s ** -0.5, otypes=[float])


def make_layer(gamma, beta, running_mean, running_var, *, eps):
    return functools.partial(_cell, g=gamma, b=beta, m=running_mean, s=np.asarray(running_var, dtype=float) + eps)


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    return make_layer(gamma, beta, running_mean, running_var, eps=eps)(np.asarray(x, dtype=float))
