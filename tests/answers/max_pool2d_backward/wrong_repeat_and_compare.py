# upsamples by np.repeat, which fits only where size equals stride and divides the image
import numpy as np


def max_pool2d_backward(dout, image, size, stride):
    h, w = image.shape
    tiles = image.reshape(h // size, size, w // size, size)
    out = tiles.max(axis=(1, 3))
    up = np.repeat(np.repeat(out, size, axis=0), size, axis=1)
    grad = np.repeat(np.repeat(dout, size, axis=0), size, axis=1)
    return np.where(image == up, grad, 0.0)
