# WRONG: rounds the output size up when the stride does not fit, reading a zero-filled partial window; witness: conv2d(np.ones((4, 4)), np.ones((3, 3)), stride=2)
import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    kh, kw = kernel.shape
    H, W = image.shape[0] + 2 * padding, image.shape[1] + 2 * padding
    oh, ow = -(-(H - kh) // stride) + 1, -(-(W - kw) // stride) + 1
    x = np.zeros(((oh - 1) * stride + kh, (ow - 1) * stride + kw))
    x[padding:padding + image.shape[0], padding:padding + image.shape[1]] = image
    out = np.empty((oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[i, j] = np.vdot(x[i * stride:i * stride + kh, j * stride:j * stride + kw], kernel)
    return out
