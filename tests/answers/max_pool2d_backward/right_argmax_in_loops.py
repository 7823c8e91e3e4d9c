import numpy as np


def max_pool2d_backward(dout, image, size, stride):
    dx = np.zeros_like(image, dtype=float)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            r, c = i * stride, j * stride
            win = image[r:r + size, c:c + size]
            k, l = np.unravel_index(np.argmax(win), win.shape)
            dx[r + k, c + l] += dout[i, j]
    return dx
