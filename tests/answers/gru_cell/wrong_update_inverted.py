# u weights the candidate instead of the old state
import numpy as np


def sig(s):
    return 0.5 * (1.0 + np.tanh(0.5 * s))


def gru_cell(x, h, W, U, b_w, b_u):
    xr, xu, xn = np.split(x @ W + b_w, 3, axis=1)
    hr, hu, hn = np.split(h @ U + b_u, 3, axis=1)
    r, u = sig(xr + hr), sig(xu + hu)
    n = np.tanh(xn + r * hn)
    return u * n + (1 - u) * h
