# >= takes the last of equal maxima
import numpy as np


def max_pool2d_backward(dout, image, size, stride):
    dx = np.zeros(image.shape)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            best, where = -np.inf, None
            for a in range(size):
                for b in range(size):
                    value = image[i * stride + a, j * stride + b]
                    if value >= best:
                        best, where = value, (i * stride + a, j * stride + b)
            dx[where] += dout[i, j]
    return dx
