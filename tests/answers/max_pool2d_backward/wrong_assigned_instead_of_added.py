# a pixel that wins twice keeps the last dout
import numpy as np


def max_pool2d_backward(dout, image, size, stride):
    dx = np.zeros_like(image)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            w = image[i * stride:i * stride + size, j * stride:j * stride + size]
            a, b = divmod(w.argmax(), size)
            dx[i * stride + a, j * stride + b] = dout[i, j]
    return dx
