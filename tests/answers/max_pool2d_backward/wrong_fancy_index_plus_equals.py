# += with repeated indices adds only once
import numpy as np


def max_pool2d_backward(dout, image, size, stride):
    v = np.lib.stride_tricks.sliding_window_view(image, (size, size))[::stride, ::stride]
    k = v.reshape(v.shape[0], v.shape[1], -1).argmax(-1)
    rows = k // size + np.arange(v.shape[0])[:, None] * stride
    cols = k % size + np.arange(v.shape[1])[None, :] * stride
    dx = np.zeros(image.shape)
    dx[rows, cols] += dout
    return dx
