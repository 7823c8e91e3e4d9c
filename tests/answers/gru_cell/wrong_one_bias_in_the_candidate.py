# b_un is added outside the reset gate
import numpy as np


def sig(s):
    return 0.5 * (1.0 + np.tanh(0.5 * s))


def gru_cell(x, h, W, U, b_w, b_u):
    xr, xu, xn = np.split(x @ W + b_w + b_u, 3, axis=1)
    hr, hu, hn = np.split(h @ U, 3, axis=1)
    r, u = sig(xr + hr), sig(xu + hu)
    return (1 - u) * np.tanh(xn + r * hn) + u * h
