import numpy as np


def max_pool2d_backward(dout, image, size, stride):
    grad = np.zeros(image.shape)
    for (i, j), g in np.ndenumerate(dout):
        view = grad[i * stride:i * stride + size, j * stride:j * stride + size]
        win = image[i * stride:i * stride + size, j * stride:j * stride + size]
        mask = (win == np.max(win)).flatten()
        mask = mask & (np.cumsum(mask) == 1)
        view += g * mask.reshape(size, size)
    return grad
