import numpy as np


def feed_forward(x, W1, b1, W2, b2):
    h = np.einsum("...i,ij->...j", x, W1) + b1
    h = (h + np.abs(h)) / 2
    return np.einsum("...j,jk->...k", h, W2) + b2
