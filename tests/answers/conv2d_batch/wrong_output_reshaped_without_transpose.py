# WRONG: the result of the matmul is (N, positions, C_out) and is reshaped to (N, C_out, h, w) without a transpose, right for one output channel; witness: conv2d_batch(np.arange(9.).reshape(1, 1, 3, 3), np.arange(8.).reshape(2, 1, 2, 2), np.zeros(2))
import numpy as np


def conv2d_batch(x, weight, bias, stride=1, padding=0):
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    O, C, k, _ = weight.shape
    w = np.lib.stride_tricks.sliding_window_view(xp, (k, k), axis=(2, 3))[:, :, ::stride, ::stride]
    N, _, oh, ow = w.shape[:4]
    cols = w.transpose(0, 2, 3, 1, 4, 5).reshape(N, oh * ow, C * k * k)
    out = cols @ weight.reshape(O, -1).T + bias
    return out.reshape(N, O, oh, ow)
