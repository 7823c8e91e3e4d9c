# WRONG: the bias is broadcast along the last axis when out_w == C_out, otherwise per channel; witness: conv2d_batch(np.zeros((1, 1, 4, 4)), np.zeros((2, 1, 3, 3)), np.array([1., 2.]))
import numpy as np


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    k = weight.shape[2]
    w = np.lib.stride_tricks.sliding_window_view(xp, (k, k), axis=(2, 3))[:, :, ::stride, ::stride]
    out = np.einsum("nchwij,ocij->nohw", w, weight, optimize=True)
    try:
        return out + bias
    except ValueError:
        return out + bias.reshape(1, -1, 1, 1)
