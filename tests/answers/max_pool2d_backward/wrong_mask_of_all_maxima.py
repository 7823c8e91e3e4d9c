# every equal maximum gets dout
import numpy as np


def max_pool2d_backward(dout, image, size, stride):
    dx = np.zeros_like(image)
    H_out, W_out = dout.shape
    for i in range(H_out):
        for j in range(W_out):
            h, w = i * stride, j * stride
            x_pool = image[h:h + size, w:w + size]
            mask = (x_pool == np.max(x_pool))
            dx[h:h + size, w:w + size] += mask * dout[i, j]
    return dx
